"""Doses that are already as low as a rule of kidney or liver asks for."""

from __future__ import annotations

from core.knowledge.pharmacy_rules import AdjustedRule
from core.treatment.amounts import TOLERANCE, in_kind
from core.treatment.prescribed import Prescribed

_FOR_THIS_USE = 0.9  # of a dose by weight: less is a dose for another use. Expert estimate.
_OFTEN = 4  # times a day, where a prescription does not say: the safe side


def far_below(drug: Prescribed, rule: AdjustedRule, weight: float | None) -> bool:
    """Is a flat dose so far below what a rule by weight allows that it is meant for another use?"""
    most = _most(rule, weight)
    amount = drug.amount
    if most is None or not rule.per_kg or amount is None or amount.per_kg or amount.per_m2 or most[0] != amount.kind:
        return False
    return amount.each * (amount.times or 1) < _FOR_THIS_USE * most[1]


def already_right(drug: Prescribed, rule: AdjustedRule, weight: float | None) -> bool:
    """Is no more given a day than the rule allows? Where nobody says how often, as often as drugs are usually given.
    `weight` in kg."""
    if rule.daily_up_to is None or drug.amount is None or drug.amount.per_m2 or (rule.per_kg and weight is None):
        return False
    if drug.amount.per_kg and not rule.per_kg:
        return False
    daily = drug.amount.each * (_OFTEN if drug.amount.times is None else drug.amount.times)
    kind, most = in_kind(rule.daily_up_to, rule.unit)
    if rule.per_kg and weight is not None and not drug.amount.per_kg:
        most *= weight
    return kind == drug.amount.kind and daily <= most * TOLERANCE


def _most(rule: AdjustedRule, weight: float | None) -> tuple[str, float] | None:
    """The kind and the most a day of a rule by weight for this patient."""
    if rule.daily_up_to is None or weight is None:
        return None
    kind, most = in_kind(rule.daily_up_to, rule.unit)
    return kind, most * weight
