"""Drugs that the kidneys of this patient do not clear, or that harm them."""

from __future__ import annotations

from core.treatment.circumstances import Circumstances, Kidney
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, item, known_and_unknown
from core.treatment.prescribed import Prescribed
from core.treatment.safety.adjusted import already_right, far_below

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
    lowest = min(b.below for b in bands)
    uses = [b for b in bands if b.below == lowest]
    # A drug may have a dose by weight for one use and a flat one for another (treatment and prevention of thrombosis).
    uses = [b for b in uses if len(uses) == 1 or not far_below(drug, b, weight)]
    if any(already_right(drug, band, weight) for band in uses):
        return None
    band = uses[0]
    english, chinese = (words.format(kidney.rate) for words in _BY[kidney.by])
    return item("renal", band, (drug,), because=kidney.spans, also=(f" ({english})", f"（{chinese}）"))
