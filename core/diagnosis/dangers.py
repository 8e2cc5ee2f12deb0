"""The dangerous conditions that the record leaves open."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10
from typing import NamedTuple

from core.case.model import Patient
from core.diagnosis.coverage import EXPLAINS
from core.diagnosis.model import CannotMiss
from core.diagnosis.observations import LASTING, Observations
from core.diagnosis.ranking import Ranking
from core.diagnosis.scorer import NECESSARY, Scorer
from core.knowledge.disease import Disease

# The list is short because the limit below is rarely reached by many; seven is where it would stop being read.
SHOWN = 7
HARM = {"fatal": 3.0, "high": 1.5, "moderate": 1.0, "low": 1.0}
# Below this belief a danger is not named; what the entry says opens it counts for twice as much. Chosen on the
# development vignettes: lower limits named no more of the intended dangers there, and many far-fetched ones.
WORTH_NAMING = 0.008
OPENED = 2.0
# What the leader's entry names as its mimic, and what leads to the leader (the hernia behind an obstruction), counts
# for so much more. On the development vignettes this names a tenth more of the dangers that their writers named, for a
# third of a line on the average list; counting all whose entries name the leader added lines and no dangers.
AKIN = 4.0
# Below this a danger must explain something of what is complained of. Above it the words of the record speak for it,
# and the record may have been half understood. Expert estimate.
WHATEVER_IT_EXPLAINS = 0.02
# What an opening finding must say by itself (log10: ten to one) to name the danger whatever the belief in it: words
# that resemble another disease can take four powers of ten, and a potassium of 6.3 is there all the same. On the
# development vignettes this adds one danger to every third list and hardly any to those of harmless cases.
SPEAKS_FOR_ITSELF = 1.0
# The same for findings that mean more together (an anticoagulant and a head injury), with what each says alone.
SPEAKS_TOGETHER = 1.5


class _Open(NamedTuple):
    """A danger that is open, how much it weighs, and whether an opening finding names it by itself."""

    weight: float
    outright: bool
    shown: CannotMiss


def cannot_miss(
    scorer: Scorer, observations: Observations, ranking: Ranking, patient: Patient, *, outright_only: bool = False
) -> tuple[CannotMiss, ...]:
    """Open dangers, the greatest product of chance and harm first. A danger is what harms when missed, or what cannot
    wait; one that a finding closes, or that does not occur in this sex and age, is none. `outright_only` leaves out
    those that only their belief names: of a record that says next to nothing, that is the base rate."""
    found: list[_Open] = []
    possible = scorer.rates.possible(patient)
    complaints = _complaints(scorer, observations)
    akin = _akin(scorer.knowledge.diseases, scorer.diseases[ranking.order[0]])
    for i, disease in enumerate(scorer.knowledge.diseases.values()):
        dangerous = disease.harm_if_missed in ("fatal", "high") or disease.urgency == "emergent"
        if not dangerous or not possible[i] or any(observations.present(f) for f in disease.closed_by):
            continue
        opening = [f for f in disease.opened_by if observations.present(f)]
        outright = _outright(scorer, observations, i, disease, opening)
        chance = float(ranking.beliefs[i]) * (OPENED if opening else 1.0)
        near = chance * (AKIN if disease.id in akin else 1.0)
        if not outright and (
            outright_only
            or _without_its_drug(scorer, observations, i)
            or near < WORTH_NAMING
            or (near < WHATEVER_IT_EXPLAINS and complaints and not _fits(scorer, ranking, i, complaints))
        ):
            continue
        named = _named(observations, disease, outright, ranking.order.index(i) + 1)
        found.append(_Open(max(chance, WORTH_NAMING) * HARM[disease.harm_if_missed], bool(outright), named))
    found.sort(key=lambda danger: -danger.weight)
    # Where more are open than are read, those that the record names outright stay.
    kept = sorted(found, key=lambda danger: not danger.outright)[:SHOWN]
    return tuple(danger.shown for danger in found if danger in kept)


def _complaints(scorer: Scorer, observations: Observations) -> frozenset[str]:
    """What is wrong now, with everything more general: no drugs, exposures or past illness."""
    findings = scorer.knowledge.findings
    said = {c for c in observations.stated_present() if c in findings and findings[c].kind not in LASTING}
    return frozenset(said.union(*(scorer.knowledge.ancestors(concept) for concept in said)))


def _akin(diseases: Mapping[str, Disease], leader: str) -> frozenset[str]:
    """What is taken for the leader, and what causes it."""
    causes = (d.id for d in diseases.values() if leader in d.leads_to)
    return frozenset((*diseases[leader].mimics, *causes))


def _fits(scorer: Scorer, ranking: Ranking, i: int, complaints: frozenset[str]) -> bool:
    """Does the disease explain something of what is complained of? Its base rate and a likeness of words do not."""
    rows = scorer.rows_of(i)
    explained = scorer.row_term[rows][ranking.contributions[rows] > EXPLAINS]
    return any(scorer.terms[term] in complaints for term in explained)


def _without_its_drug(scorer: Scorer, observations: Observations, i: int) -> bool:
    """Is a drug that nearly all its patients take missing from the patient's list of drugs (lithium poisoning)?"""
    rows = scorer.rows_of(i)
    needed = scorer.row_term[rows][scorer.row_absent[rows] <= NECESSARY]
    return any(scorer.terms[term] in observations.not_taken for term in needed)


def _outright(
    scorer: Scorer, observations: Observations, i: int, disease: Disease, opening: list[str]
) -> tuple[str, ...]:
    """The findings that open a danger by themselves, or a combination of which they are all there."""
    together = [c for c in disease.combinations if all(observations.present(f) for f in c.findings)]
    if not opening and not together:
        return ()
    weight = scorer.weights_for(i)
    alone = [f for f in opening if weight.get(f, 0.0) * observations.strength(f) >= SPEAKS_FOR_ITSELF]
    for combination in together:
        if log10(combination.lr_present) + sum(weight.get(f, 0.0) for f in combination.findings) >= SPEAKS_TOGETHER:
            alone += combination.findings
    return tuple(alone)


def _named(observations: Observations, disease: Disease, outright: tuple[str, ...], rank: int) -> CannotMiss:
    reasons = [f for f in (*disease.opened_by, *disease.red_flags, *outright) if observations.present(f)]
    return CannotMiss(
        id=disease.id,
        name=disease.names.en[0],
        name_zh=disease.names.zh[0] if disease.names.zh else None,
        why_open=tuple(dict.fromkeys(s for f in reasons for s in observations.spans(f))),
        excluded_by=tuple(p.en for p in disease.excluded_by),
        excluded_by_zh=tuple(p.zh or p.en for p in disease.excluded_by),
        rank=rank,
    )
