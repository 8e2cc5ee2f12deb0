"""A dose by weight as the amount for this patient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from core.knowledge.pharmacy_regimens import Regimen
from core.knowledge.schema import Phrase
from core.sayings import sayings
from core.treatment.amounts import in_kind, read_amount, times_a_day
from core.treatment.circumstances import Circumstances

_BY_WEIGHT = re.compile(r"(?P<n>\d+(?:\.\d+)?) (?P<unit>mg|mcg|g|units|mmol|mL)/kg(?P<rate>/\w+)?")
_WAYS: dict[str, Literal["oral", "parenteral", "inhaled"]] = {
    "iv": "parenteral", "im": "parenteral", "sc": "parenteral", "oral": "oral", "inhaled": "inhaled",
}  # fmt: skip
# The base unit of each kind of amount as it is shown, and the unit above and below it a thousandfold.
_UNITS = {"mass": ("mcg", "mg", "g"), "units": ("", "units", ""), "charge": ("", "mmol", ""), "volume": ("", "mL", "")}


def weighed(regimen: Regimen, about: Circumstances) -> tuple[str, Phrase | None]:
    """The dose of a regimen, with the amount beside it where it goes by weight and the weight is known
    ("50 mg/kg (14 kg: 700 mg)"), and a note with the amounts of the doses that its interval and duration name.

    No amount is above the most that the regimen, or a ceiling of the drug's entry for adults, allows.
    """
    weight = about.patient.weight_kg
    first = _BY_WEIGHT.search(regimen.dose)
    if weight is None or first is None:
        return regimen.dose, None
    counted = min(weight, regimen.weight_up_to or weight)
    most = min(_ceilings(regimen, about), default=None)
    known = f"{weight:g} kg" if counted == weight else f"{weight:g} kg, counted as {counted:g} kg"
    dose = f"{regimen.dose} ({known}: {_amount(first, counted, most)})"
    later = list(_BY_WEIGHT.finditer(f"{regimen.interval} {regimen.duration or ''}"))
    note = "; ".join(f"{m.group()} = {_amount(m, counted, most)}" for m in later)
    return dose, Phrase(en=note, zh="；".join(map(sayings(), note.split("; ")))) if later else None


def _ceilings(regimen: Regimen, about: Circumstances) -> Iterator[float]:
    """The most that may be given each time, in the base unit of its kind. A loading dose with a most of its own may be
    above what is given of the drug in a day of lasting treatment (levetiracetam in status epilepticus)."""
    if regimen.most and (most := read_amount(regimen.most, None)):
        yield most.each
    known = about.knowledge.drugs.get(about.knowledge.drugs.name_of(regimen.drug))
    dose, times = read_amount(regimen.dose, None), times_a_day(regimen.interval)
    for ceiling in known.entry.ceilings if known and dose else ():
        kind, amount = in_kind(ceiling.amount, ceiling.unit)
        way = ceiling.route in ("any", _WAYS.get(regimen.route))
        if not way or ceiling.per_kg or ceiling.per_m2 or ceiling.ages == "child" or dose is None or kind != dose.kind:
            continue
        if ceiling.per == "dose":
            yield amount
        elif ceiling.per == "day" and times and not regimen.most:
            yield amount / times


def _amount(dose: re.Match[str], weight: float, most: float | None) -> str:
    """An amount for a weight; a rate ("/hour") has no most of its own."""
    kind, each = in_kind(float(dose.group("n")), dose.group("unit").lower())
    each *= weight
    if most is not None and each > most and not dose.group("rate"):
        return f"max {_shown(kind, most)}"
    return _shown(kind, each) + (dose.group("rate") or "")


def _shown(kind: str, amount: float) -> str:
    less, base, more = _UNITS[kind]
    if more and amount >= 1000:
        return f"{amount / 1000:.3g} {more}"
    if less and amount < 1:
        return f"{amount * 1000:.3g} {less}"
    return f"{amount:.0f} {base}" if amount >= 100 else f"{amount:.3g} {base}"
