"""All drug checks of a patient, each with what it looked at and what it could not judge."""

from __future__ import annotations

from collections.abc import Callable

from core.treatment.circumstances import Circumstances
from core.treatment.model import CHECK_KINDS, Check, CheckKind, SafetyItem
from core.treatment.outcome import Outcome
from core.treatment.reversal import undone
from core.treatment.safety import (
    age,
    allergy,
    disease,
    dose,
    duplicate,
    hepatic,
    interaction,
    pharmacogenomic,
    pregnancy,
    qt,
    renal,
)
from core.treatment.safety.advice import fitted

CHECKS: dict[CheckKind, Callable[[Circumstances], Outcome]] = {
    "interaction": interaction.check,
    "allergy": allergy.check,
    "renal": renal.check,
    "hepatic": hepatic.check,
    "pregnancy": pregnancy.check,
    "age": age.check,
    "qt": qt.check,
    "pharmacogenomic": pharmacogenomic.check,
    "duplicate": duplicate.check,
    "disease": disease.check,
    "dose": dose.check,
}


_OF_THE_DOSE: frozenset[CheckKind] = frozenset({"dose", "renal", "age"})
# What a check says of itself where it broke off.
FAILED = "this check failed and was not made"


def check_drugs(about: Circumstances) -> tuple[tuple[Check, ...], tuple[SafetyItem, ...]]:
    """Every kind of check, then the items, the gravest first. A check without any drug to look at was not performed,
    nor one that broke off: it says so, and the others are made."""
    packs = about.knowledge.packs
    as_of = packs["bedside"].version if "bedside" in packs else None
    made: list[Check] = []
    items: list[SafetyItem] = []
    for kind in CHECK_KINDS:
        # An allergen that nobody can match is said also where there is no drug yet.
        outcome = _outcome(kind, about) if about.drugs or kind == "allergy" else Outcome()
        said = [one for one in outcome.items if not (kind in _OF_THE_DOSE and _moot(one, about))]
        made.append(
            Check(
                kind=kind,
                status=_status(outcome) if about.drugs else "not-performed",
                looked_at=outcome.looked_at,
                could_not_judge=outcome.could_not_judge,
                as_of=as_of,
            )
        )
        items += said
    return tuple(made), tuple(sorted(fitted(items, about, _outcome), key=lambda one: (not one.interruptive, one.rank)))


def _moot(one: SafetyItem, about: Circumstances) -> bool:
    """Does a warning ask for another dose, or another drug of the kind, where the drug is to be undone at once?"""
    drugs = [drug for drug in about.drugs if drug.shown in one.drugs]
    return one.severity != "contraindicated" and all(undone(drug, about) for drug in drugs)


def _outcome(kind: CheckKind, about: Circumstances) -> Outcome:
    try:
        return CHECKS[kind](about)
    except Exception:  # whatever it is: silence of one check must not be taken for safety, nor take the others with it
        return Outcome(could_not_judge=(FAILED,))


def _status(outcome: Outcome) -> str:
    if not outcome.could_not_judge:
        return "done"
    return "partial" if outcome.looked_at else "not-performed"
