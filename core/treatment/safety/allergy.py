"""Drugs to which the patient is allergic, or that truly cross-react with what the patient is allergic to."""

from __future__ import annotations

import re

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_patient import AllergyGroup
from core.knowledge.pharmacy_rules import SEVERITIES, DrugRule
from core.language.grave_reactions import GRAVE_REACTION
from core.language.medications import drug_of
from core.language.model import AllergyItem
from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, estimated, item, together
from core.treatment.prescribed import Prescribed, contents

# What people list as an allergy and is none: it speaks for care, not against the drug.
_INTOLERANCE = re.compile(
    r"nausea|vomit|emesis|diarrh|gi upset|stomach|dyspepsia|heartburn|headache|dizz|drows|constipat|cough|fatigue"
    r"|intoleran|恶心|呕吐|腹泻|胃|头痛|头晕|便秘|咳嗽|不耐受",
    re.IGNORECASE,
)
_TRUE_REACTION = re.compile(
    r"anaphyl|angio|swell|hive|urticar|rash|sjs|stevens|ten\b|dress|wheez|bronchosp|breath|shock|hypotens|throat"
    r"|过敏性休克|荨麻疹|皮疹|水肿|喘",
    re.IGNORECASE,
)
# Vancomycin that runs in too fast frees histamine without any antibody. What else is told beside it decides: see
# _TRUE_REACTION without the rash, which belongs to it.
_TOO_FAST = re.compile(r"\bred[ -]?(?:man|neck)\b|flushing syndrome|infusion[ -]rate|红人", re.IGNORECASE)
_WORSE = re.compile(rf"{GRAVE_REACTION}|angio|swell|wheez|breath|水肿|喘", re.IGNORECASE)
_SAME = estimated(
    "contraindicated",
    ("The record lists an allergy to this very drug.", "病历记载对该药过敏。"),
    ("Choose another drug, or clarify the reaction first.", "换用其他药物，或先核实过敏反应。"),
)
_UPSET = estimated(
    "minor",
    (
        "The record lists this drug with a reaction that is an intolerance, not an allergy.",
        "病历所载反应属于不耐受，而非过敏。",
    ),
    ("Ask what happened; it may be given with care.", "询问具体情况；可谨慎使用。"),
)
_FLUSHED = estimated(
    "moderate",
    (
        "The record tells of a reaction to the rate of the infusion (red man), which is no allergy.",
        "病历所载为输注过快反应（红人综合征），并非过敏。",
    ),
    (
        "It may be given: slowly, at most 10 mg/min and over at least an hour, after an antihistamine.",
        "可以使用：缓慢输注，不超过10 mg/min且至少1小时，先用抗组胺药。",
    ),
)
# Guidance differs: the AAAAI (2022) gives a cephalosporin with another side chain after any penicillin reaction, the
# BNF with caution after an immediate one. The safer.
_OTHER_CHAIN = estimated(
    "moderate",
    (
        "After anaphylaxis to a penicillin: its side chain is another one, a cross-reaction is rare.",
        "曾对青霉素类发生严重过敏反应：本药侧链不同，交叉过敏少见。",
    ),
    (
        "It may be given where it is needed: first dose under observation, adrenaline at hand.",
        "确有需要时可用：首剂在观察下给予，备好肾上腺素。",
    ),
)


def check(about: Circumstances) -> Outcome:
    """Each drug against each listed substance: the drug itself, then the groups they share."""
    found: list[SafetyItem] = []
    unread: list[str] = []
    groups = about.knowledge.drugs.allergy_groups
    for listed in about.allergies.items:
        named = _named_groups(listed.substance, groups)
        substances = _substances(listed.substance, about.knowledge)
        known = [k for s in substances if (k := about.knowledge.drugs.get(s))]
        theirs = {*named, *(g for k in known for g in k.facts.allergy)}
        if not theirs and not substances:
            unread.append(f"allergy to {listed.substance}: not a known substance")
        for drug in about.drugs:
            found += _judged(drug, listed, substances, theirs, groups)
    unread += [f"{d.shown}: not in the drug knowledge" for d in about.drugs if d.known is None]
    if about.allergies.status == "unknown":
        unread.append("the record says nothing about allergies")
    judged = tuple(d.shown for d in about.drugs if d.known is not None)
    return Outcome(together(found), judged, tuple(unread))


def _substances(listed: str, knowledge: Knowledge) -> set[str]:
    """The drugs that an entry of the allergy list names; of a combination all its parts."""
    drug = drug_of(knowledge, listed)
    return set(contents(listed, drug, knowledge)) or ({drug} if drug else set())


def _named_groups(substance: str, groups: dict[str, AllergyGroup]) -> set[str]:
    """The groups that the record calls by their name: "penicillin" stands for all of them."""
    plain = substance.lower().strip()
    return {g.id for g in groups.values() if any(re.fullmatch(rf"{re.escape(w.lower())}s?", plain) for w in g.words)}


def _intolerance(listed: AllergyItem) -> bool:
    """Does the record call it an intolerance, or tell only of what is none of the immune system's doing?"""
    reaction = listed.reaction or ""
    if _TRUE_REACTION.search(reaction):
        return False
    return listed.kind == "intolerance" or bool(_INTOLERANCE.search(f"{reaction} {listed.substance}"))


def _flushed(listed: AllergyItem) -> bool:
    """Was it run in too fast, and nothing else?"""
    told = f"{listed.reaction or ''} {listed.substance}"
    return bool(_TOO_FAST.search(told)) and not _WORSE.search(told)


def _judged(
    drug: Prescribed, listed: AllergyItem, substances: set[str], theirs: set[str], groups: dict[str, AllergyGroup]
) -> list[SafetyItem]:
    spans = ((listed.start, listed.end),) if listed.start is not None and listed.end is not None else ()
    shared = [groups[g] for g in drug.facts.allergy if g in theirs and g in groups]
    same = drug.name in substances
    kin = (
        "penicillins" in theirs
        and "cephalosporins" in drug.facts.allergy
        and bool(_WORSE.search(listed.reaction or ""))
    )
    if not same and not shared and not kin:
        return []
    said = (f' The record: "{listed.substance}".', f"病历所载：“{listed.substance}”。")
    if _flushed(listed):
        rule = _FLUSHED
    elif _intolerance(listed):
        rule = _UPSET
    elif same:
        rule = _SAME
    elif not shared:
        rule = _OTHER_CHAIN
    else:
        worst = min(shared, key=lambda g: SEVERITIES.index(g.severity))
        rule = DrugRule(severity=worst.severity, say=worst.say, do=worst.do, basis=worst.basis, source=worst.source)
    return [item("allergy", rule, (drug,), because=spans, also=said)]
