"""Doses above what is ever right for this patient."""

from __future__ import annotations

from collections.abc import Iterator

from core.knowledge.pharmacy import Ceiling, DrugRule, Severity
from core.knowledge.schema import Phrase
from core.treatment.amounts import TOLERANCE, in_kind
from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, gravest, item, known_and_unknown
from core.treatment.prescribed import Prescribed

_WRONG_UNIT = 10.0
_DAYS = {"day": 1.0, "week": 7.0}
_SHOWN = {"mass": ("mg", "mg"), "units": ("units", "单位"), "volume": ("mL", "mL"), "charge": ("mmol", "mmol")}
_PER_ZH = {"dose": "每次", "day": "每日", "week": "每周"}


def check(about: Circumstances) -> Outcome:
    """Each dose, and the daily sum of all prescriptions of one drug, against its ceilings."""
    known, unknown = known_and_unknown(about.drugs)
    found: list[SafetyItem] = []
    unjudged: list[str] = list(unknown)
    judged: list[str] = []
    by_name: dict[str, list[Prescribed]] = {}
    for drug in known:
        by_name.setdefault(drug.name, []).append(drug)
    for orders in by_name.values():
        ceilings = [c for c in orders[0].known.entry.ceilings if _for_age(c, about)] if orders[0].known else []
        measured = [d for d in orders if d.amount is not None]
        if ceilings and not measured:
            unjudged.append(f"{orders[0].shown}: no dose is given")
            continue
        judged.append(orders[0].shown)
        over = [i for c in ceilings for i in _exceeded(c, measured, about, unjudged)]
        found += gravest(over)
    return Outcome(tuple(found), tuple(judged), tuple(dict.fromkeys(unjudged)))


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
    weight = about.patient.weight_kg
    if any(d.amount and d.amount.per_kg for d in fitting) or ceiling.per_kg:
        if weight is None:
            unjudged += [f"{d.shown}: the dose goes by weight, which is not known" for d in fitting]
            return
        if ceiling.per_kg:
            most *= weight
    amounts = [
        (d, d.amount.each * (weight if d.amount.per_kg and weight else 1), d.amount.times) for d in fitting if d.amount
    ]
    if ceiling.per == "dose":
        for drug, each, _ in amounts:
            if each > most * TOLERANCE:
                yield _item(ceiling, (drug,), each, most, kind)
        return
    days = _DAYS[ceiling.per]
    timed = [(d, each * times * days) for d, each, times in amounts if times is not None]
    total = sum(amount for _, amount in timed)
    if timed and total > most * TOLERANCE:
        yield _item(ceiling, tuple(d for d, _ in timed), total, most, kind)
    unjudged += [f"{d.shown}: how often it is taken is not given" for d, _, times in amounts if times is None]


def _same_way(ceiling: Ceiling, drug: Prescribed) -> bool:
    if ceiling.route == "any":
        return True
    return (drug.way or "oral") == ceiling.route


def _severity(ceiling: Ceiling, times: float) -> Severity:
    """So far above the most that a wrong unit is likely is grave whatever the ceiling says."""
    likely_wrong = times >= _WRONG_UNIT and ceiling.severity not in ("contraindicated", "major")
    return "major" if likely_wrong else ceiling.severity


def _item(ceiling: Ceiling, drugs: tuple[Prescribed, ...], amount: float, most: float, kind: str) -> SafetyItem:
    unit, zh = _SHOWN[kind]
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
