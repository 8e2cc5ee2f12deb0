"""Drugs that a sick liver does not bear or does not break down."""

from __future__ import annotations

from core.treatment.circumstances import Circumstances, Grade
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, gravest, item, known_and_unknown
from core.treatment.safety.adjusted import already_right

_ORDER: tuple[Grade, ...] = ("any", "moderate", "severe")


def check(about: Circumstances) -> Outcome:
    """The rules that hold from the patient's grade of liver disease on. Where the record is silent about the
    liver nothing is warned of: most livers are well, and a question in every record would be read in none."""
    known, unknown = known_and_unknown(d for d in about.drugs if d.systemic)
    if about.liver is None:
        return Outcome((), tuple(d.shown for d in known), unknown)
    grade, spans = about.liver
    found: list[SafetyItem] = []
    for drug in known:
        here = [r for r in drug.facts.liver if _ORDER.index(r.grade) <= _ORDER.index(grade)]
        found += [
            item("hepatic", rule, (drug,), because=spans)
            for rule in here
            if not already_right(drug, rule, about.patient.weight_kg)
        ]
    return Outcome(gravest(found), tuple(d.shown for d in known), unknown)
