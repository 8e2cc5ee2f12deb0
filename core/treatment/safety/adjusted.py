"""Doses that are already as low as a rule of kidney or liver asks for."""

from __future__ import annotations

from core.knowledge.pharmacy import AdjustedRule
from core.treatment.amounts import TOLERANCE, in_kind
from core.treatment.prescribed import Prescribed

_OFTEN = 4  # times a day, where a prescription does not say: the safe side


def already_right(drug: Prescribed, rule: AdjustedRule, weight: float | None) -> bool:
    """Is no more given a day than the rule allows? Where nobody says how often, as often as drugs are usually given.
    `weight` in kg."""
    if rule.daily_up_to is None or drug.amount is None or drug.amount.per_m2 or (rule.per_kg and weight is None):
        return False
    daily = drug.amount.each * (_OFTEN if drug.amount.times is None else drug.amount.times)
    kind, most = in_kind(rule.daily_up_to, rule.unit)
    if rule.per_kg and weight is not None and not drug.amount.per_kg:
        most *= weight
    return kind == drug.amount.kind and daily <= most * TOLERANCE
