"""Doses above what is ever right for this patient, and drug levels that are too high already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.knowledge.pharmacy_rules import Ceiling, DrugRule, Severity
from core.knowledge.schema import Phrase
from core.treatment.amounts import TOLERANCE, Amount, in_kind
from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, gravest, item, known_and_unknown
from core.treatment.prescribed import Prescribed
from core.treatment.safety.dose_counted import miscounted
from core.treatment.safety.dose_levels import high_levels

# A number, and then how often, or the end of the order.
_BARE = re.compile(
    r"[ \t]{1,2}(\d{1,4}(?:\.\d{1,3})?)(?![\d.]*\d)"
    r"(?=\s*(?:[,;.\n]|$|o\.?d|b\.?d|t\.?d\.?s|q\.?d\.?s|tid|bid|qid|qd|nocte|mane|on\b|om\b|prn|once|twice|daily|每))",
    re.IGNORECASE,
)
_WRONG_UNIT = 10.0
_DAYS = {"day": 1.0, "week": 7.0}
_SHOWN = {"mass": ("mg", "mg"), "units": ("units", "单位"), "volume": ("mL", "mL"), "charge": ("mmol", "mmol")}
_PER_ZH = {"dose": "每次", "day": "每日", "week": "每周"}


def check(about: Circumstances) -> Outcome:
    """Each dose, and the daily sum of all prescriptions of one drug, against its ceilings and its counted criteria;
    then the levels that the record gives."""
    known, unknown = known_and_unknown(about.drugs)
    found: list[SafetyItem] = list(high_levels(about))
    unjudged: list[str] = list(unknown)
    judged: list[str] = []
    by_name: dict[str, list[Prescribed]] = {}
    for drug in known:
        by_name.setdefault(drug.name, []).append(drug)
    for orders in by_name.values():
        ceilings = [c for c in orders[0].known.entry.ceilings if _for_age(c, about)] if orders[0].known else []
        measured = [d for d in orders if d.amount is not None]
        if ceilings and not measured:
            number = _bare(orders, about)
            shown = orders[0].shown
            unjudged.append(f"{shown}: the dose {number} has no unit" if number else f"{shown}: no dose is given")
            continue
        judged.append(orders[0].shown)
        over = [i for c in ceilings for i in _exceeded(c, measured, about, unjudged)]
        over += [i for drug in measured for i in miscounted(drug, about, unjudged)]
        found += gravest(over)
    return Outcome(tuple(found), tuple(judged), tuple(dict.fromkeys(unjudged)))


def _bare(orders: list[Prescribed], about: Circumstances) -> str | None:
    """The number behind the name of a drug, where nobody says of what ("clarithromycin 500 bd")."""
    text = about.source.text
    places = (d.start + len(d.written) for d in orders if d.start is not None)
    found = (_BARE.match(text, at) for at in places)
    return next((match.group(1) for match in found if match), None)


def _for_age(ceiling: Ceiling, about: Circumstances) -> bool:
    age = about.patient.age_years
    # Without an age the adult's ceiling holds: it is the higher one, so that what passes it is wrong for everybody.
    child = age is not None and age < 18
    return ceiling.ages == "any" or ceiling.ages == ("child" if child else "adult")


def _exceeded(
    ceiling: Ceiling, orders: list[Prescribed], about: Circumstances, unjudged: list[str]
) -> Iterator[SafetyItem]:
    kind, most = in_kind(ceiling.amount, ceiling.unit)
    fitting = [d for d in orders if d.amount and d.amount.kind == kind and _same_way(ceiling, d)]
    amounts: list[tuple[Prescribed, float, float | None]] = []
    for drug, amount in ((d, d.amount) for d in fitting if d.amount):
        each = _comparable(amount, ceiling, about)
        if each is None:
            what = "body surface" if amount.per_m2 or ceiling.per_m2 else "weight"
            unjudged.append(f"{drug.shown}: the dose goes by {what}, which is not known")
        else:
            amounts.append((drug, each, amount.times))
    most *= _size(ceiling, about) or 1
    unit = _unit(kind, ceiling, about)
    if ceiling.per == "dose":
        for drug, each, _ in amounts:
            if each > most * TOLERANCE:
                yield _item(ceiling, (drug,), each, most, unit)
        return
    days = _DAYS[ceiling.per]
    timed = [(d, each * times * days) for d, each, times in amounts if times is not None]
    total = sum(amount for _, amount in timed)
    if timed and total > most * TOLERANCE:
        yield _item(ceiling, tuple(d for d, _ in timed), total, most, unit)
    unjudged += [f"{d.shown}: how often it is taken is not given" for d, _, times in amounts if times is None]


def _size(sized: Amount | Ceiling, about: Circumstances) -> float | None:
    """What makes an amount by weight or body surface one for this patient; None where it is not known."""
    if sized.per_m2:
        return about.surface
    return about.patient.weight_kg if sized.per_kg else 1


def _comparable(amount: Amount, ceiling: Ceiling, about: Circumstances) -> float | None:
    """The amount for this patient, or as it is where it and the ceiling go by the same unknown; else None."""
    if _size(ceiling, about) is None:
        return amount.each if (amount.per_kg, amount.per_m2) == (ceiling.per_kg, ceiling.per_m2) else None
    size = _size(amount, about)
    return None if size is None else amount.each * size


def _same_way(ceiling: Ceiling, drug: Prescribed) -> bool:
    if ceiling.route == "any":
        return True
    return (drug.way or "oral") == ceiling.route


def _severity(ceiling: Ceiling, times: float) -> Severity:
    """So far above the most that a wrong unit is likely is grave whatever the ceiling says."""
    likely_wrong = times >= _WRONG_UNIT and ceiling.severity not in ("contraindicated", "major")
    return "major" if likely_wrong else ceiling.severity


def _unit(kind: str, ceiling: Ceiling, about: Circumstances) -> tuple[str, str]:
    """The unit that both sides are compared in, in English and Chinese."""
    en, zh = _SHOWN[kind]
    if _size(ceiling, about) is not None:
        return en, zh
    by = "/m²" if ceiling.per_m2 else "/kg"
    return en + by, zh + by


def _item(
    ceiling: Ceiling, drugs: tuple[Prescribed, ...], amount: float, most: float, units: tuple[str, str]
) -> SafetyItem:
    unit, zh = units
    note = ceiling.note
    rule = DrugRule(
        severity=_severity(ceiling, amount / most),
        say=Phrase(
            en=f"{amount:.6g} {unit} per {ceiling.per} is above the most of {most:.6g} {unit}."
            + (f" {note.en}" if note else ""),
            zh=f"{_PER_ZH[ceiling.per]}{amount:.6g} {zh}，超过上限{most:.6g} {zh}。{note.zh or '' if note else ''}",
        ),
        do=Phrase(en="Check the dose, its unit and its interval.", zh="请核对剂量、单位和给药间隔。"),
        basis=ceiling.basis,
        source=ceiling.source,
    )
    return item("dose", rule, drugs)
