"""Steps that stand whatever they would change in the ranking, and steps that must wait.

A test that confirms the leading disease or decides its treatment is due even where the leader is all but certain: no
percentage moves, and a dissection still needs its CT. What could kill the patient who is looked at is not offered.
"""

from __future__ import annotations

import re

from core.diagnosis.alarms import airway_threatened
from core.diagnosis.observations import LASTING, Observations
from core.diagnosis.scorer import Scorer
from core.knowledge.disease import Disease

# A test confirms a disease when one of its findings speaks for it at least ten to one (log10).
CONFIRMS = 1.0
# From this chance on, the leader's confirming tests are due and not only what its entry puts first. Expert estimate.
LIKELY = 0.3
DUE_SHOWN = 3
# While an inflamed epiglottis has at least this share beside one of its signs, nobody looks into the throat. Expert
# estimate.
EPIGLOTTITIS, WORTH_FEARING = "epiglottitis", 0.05
NARROW_AIRWAY = ("HP:0010307", "HP:0005348", "HP:0002307", "BD:tripod-position", "BD:sits-leaning-forward")
INTO_THE_THROAT = frozenset({"throat-and-neck-examination", "dental-examination", "throat-swab", "laryngoscopy",
                             "neck-x-ray", "ct-neck"})  # fmt: skip
VITAL_SIGNS = "vital-signs"
# Fewer stated complaints and signs than this make a thin record: vital signs come first. Expert estimate.
THIN = 4
# Not while a finding of each group is there. A lumbar puncture is put off in shock, falling consciousness, a
# bleeding tendency or spreading purpura (NICE NG240, Meningitis (bacterial) and meningococcal disease, 2024).
MUST_WAIT: dict[str, tuple[tuple[str, ...], ...]] = {
    "lumbar-puncture": ((
        "HP:0031273", "HP:0002615", "BD:prolonged-capillary-refill", "HP:0002329", "HP:0004372", "HP:0001259",
        "BD:purpura-or-dic-bleeding", "BD:non-blanching-rash", "HP:0001873", "BD:anticoagulant-use", "HP:0008151",
        "HP:0001085",
    ),),
    "chest-x-ray": (
        ("BD:tracheal-deviation", "BD:unilateral-reduced-breath-sounds", "BD:hyperresonance-to-percussion"),
        ("HP:0002615", "HP:0031273", "BD:distended-neck-veins-with-collapse"),
    ),
}  # fmt: skip
# What answers a test without its result: a pregnancy that is known needs no pregnancy test.
ANSWERED: dict[str, tuple[str, ...]] = {
    "pregnancy-test": ("BD:pregnancy", "BD:pregnancy-test-positive", "BD:postmenopausal"),
    "glucose": ("HP:0003074", "HP:0001943"),
    "thyroid-function": ("BD:low-tsh", "HP:0002925"),
}


# What the record gives in words that no finding was read from.
IN_WORDS = {
    "drug-level": re.compile(
        r"\b(?:dig(?:oxin)?|lithium|li|phenytoin|theophylline|paracetamol|salicylate|carbamazepine|valproate|vanc\w*|"
        r"gent\w*|tacrolimus|ciclosporin)\s+(?:level|lvl|conc\w*)s?\W{0,4}(?:(?:was|is|of|today)\s)?\d",
        re.IGNORECASE,
    ),
    "pregnancy-test": re.compile(
        r"\b(?:preg\w*|upt|u?hcg|[bβ]-?hcg)\W{0,3}(?:te?st)?\W{0,3}(?:(?:is|was|today)\s)?(?:neg|pos|-ve|\+ve)",
        re.IGNORECASE,
    ),
    "urinalysis": re.compile(
        r"\b(?:urine\s)?(?:dip(?:stick|stix)?|udip|u/a|urinalysis)\b\W{0,3}(?:(?:is|was|shows?|urine)\s)?"
        r"(?:neg|nad|clear|normal|pos|trace|[1-4]?\+|prot|leu[ck]|nit|blood|ket)",
        re.IGNORECASE,
    ),
}
# Tests that nobody does at these ages (from, to): a child blows no peak flow before five (BTS/SIGN 158, British
# guideline on the management of asthma, 2019); the others are expert estimates (syphilis of an infant is congenital).
NOT_AT_AGE = {
    "peak-flow": (0.0, 5.0),
    "spirometry": (0.0, 5.0),
    "syphilis-serology": (1.0, 12.0),
    "vaginal-swab": (0.0, 12.0),
    "cervical-smear": (0.0, 18.0),
}


def not_for(observations: Observations) -> set[str]:
    """The tests that are none for this patient's age, and those whose result the record gives in other words."""
    age = observations.patient.age_years
    by_age = {key for key, (low, high) in NOT_AT_AGE.items() if age is not None and low <= age < high}
    return by_age | {key for key, pattern in IN_WORDS.items() if pattern.search(observations.text)}


def done(scorer: Scorer, observations: Observations) -> set[str]:
    """The tests of which the record holds a result, and vital signs once one is measured: asking again is noise. An
    examination stays open, since a record names few of the signs that it looks for."""
    results = (scorer.knowledge.findings.get(finding) for finding in observations.stated())
    named = {entry.by for entry in results if entry is not None and entry.by is not None}
    held = {key for key in named if key == VITAL_SIGNS or scorer.knowledge.procedures[key].kind == "test"}
    return held | {key for key, by in ANSWERED.items() if any(observations.present(finding) for finding in by)}


def must_wait(observations: Observations, procedure: str, epiglottitis: float = 0.0) -> bool:
    """Would the step endanger this patient now? `epiglottitis` is its chance among the leading diseases.

    A narrow airway closes when the throat is touched or the patient lies down: an anaesthetist who is ready to
    secure it looks at it (Advanced Life Support Group, Advanced paediatric life support, 6th edition, 2016)."""
    if procedure in INTO_THE_THROAT:
        feared = epiglottitis >= WORTH_FEARING and any(observations.present(sign) for sign in NARROW_AIRWAY)
        return feared or airway_threatened(observations)
    groups = MUST_WAIT.get(procedure, ())
    return bool(groups) and all(any(observations.present(finding) for finding in group) for group in groups)


def due(scorer: Scorer, leader: Disease, chance: float) -> list[str]:
    """The procedures that the leader's entry puts first and, where it is likely, those that confirm it, in its
    order."""
    confirming = _confirming(scorer, leader) if chance >= LIKELY else set()
    first = [step.procedure for step in leader.next if step.first]
    if leader.urgency == "emergent":
        # What decides goes before an examination that only adds to it; vital signs cost nothing.
        first.sort(key=lambda key: key not in _confirming(scorer, leader) and key != VITAL_SIGNS)
    confirm = [step.procedure for step in leader.next if step.procedure in confirming]
    procedures = scorer.knowledge.procedures
    return [key for key in dict.fromkeys((*first, *confirm)) if procedures[key].kind != "question"]


def _confirming(scorer: Scorer, leader: Disease) -> set[str]:
    weights = scorer.weights_for(scorer.index[leader.id])
    settled = (scorer.knowledge.findings[finding].by for finding, weight in weights.items() if weight >= CONFIRMS)
    procedures = scorer.knowledge.procedures
    return {key for key in settled if key in procedures and procedures[key].kind == "test"}


def thin(scorer: Scorer, observations: Observations) -> bool:
    """Does the record say little of what is wrong now?"""
    findings = scorer.knowledge.findings
    said = [c for c in observations.stated_present() if c in findings and findings[c].kind not in LASTING]
    return len(said) < THIN
