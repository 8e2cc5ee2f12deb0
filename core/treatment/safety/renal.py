"""Drugs that the kidneys of this patient do not clear, or that harm them."""

from __future__ import annotations

from core.knowledge.pharmacy import KidneyRule
from core.treatment.amounts import TOLERANCE, in_kind
from core.treatment.circumstances import Circumstances, Kidney
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, item, known_and_unknown
from core.treatment.prescribed import Prescribed

_OFTEN = 4  # times a day, where a prescription does not say: the safe side
_BY = {
    "clearance": (
        "creatinine clearance {:.0f} mL/min by Cockcroft-Gault",
        "肌酐清除率{:.0f} mL/min（Cockcroft-Gault）",
    ),
    "egfr": ("eGFR {:.0f} mL/min/1.73 m², no weight is known", "eGFR {:.0f} mL/min/1.73 m²（体重未知）"),
    "stated": ("{:.0f} mL/min as the record says", "病历所载{:.0f} mL/min"),
}


def check(about: Circumstances) -> Outcome:
    """The lowest band that the patient's clearance falls into, for each drug that has bands."""
    known, unknown = known_and_unknown(d for d in about.drugs if d.systemic)
    banded = [d for d in known if d.facts.kidney]
    if about.kidney is None:
        unjudged = tuple(f"{d.shown}: no creatinine with age and sex, and no eGFR" for d in banded)
        return Outcome((), tuple(d.shown for d in known if d not in banded), unjudged + unknown)
    weight = about.patient.weight_kg
    found = [i for d in banded if (i := _judged(d, about.kidney, weight)) is not None]
    return Outcome(tuple(found), tuple(d.shown for d in known), unknown)


def _judged(drug: Prescribed, kidney: Kidney, weight: float | None) -> SafetyItem | None:
    here = [b for b in drug.facts.kidney if b.route == "any" or drug.way is None or drug.way == b.route]
    bands = [b for b in here if b.from_ <= kidney.rate < b.below]
    if not bands:
        return None
    band = min(bands, key=lambda b: b.below)
    if _already_right(drug, band, weight):
        return None
    english, chinese = (words.format(kidney.rate) for words in _BY[kidney.by])
    return item("renal", band, (drug,), because=kidney.spans, also=(f" ({english})", f"（{chinese}）"))


def _already_right(drug: Prescribed, band: KidneyRule, weight: float | None) -> bool:
    """Is the dose already what the band asks for? Where nobody says how often, as often as drugs are usually given."""
    if band.daily_up_to is None or drug.amount is None or drug.amount.per_m2 or (band.per_kg and weight is None):
        return False
    daily = drug.amount.each * (_OFTEN if drug.amount.times is None else drug.amount.times)
    kind, most = in_kind(band.daily_up_to, band.unit)
    if band.per_kg and weight is not None and not drug.amount.per_kg:
        most *= weight
    return kind == drug.amount.kind and daily <= most * TOLERANCE
