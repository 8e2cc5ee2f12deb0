"""A risk that is called low is never stated while something that bears on it is unknown: over every score of points."""

from __future__ import annotations

import random

import pytest

from core.scores import CALCULATORS, compute
from core.scores.calculator import Calculator
from core.scores.inputs import Age, Choice, Flag, Input, Number, Sex, Told, Value
from tests.core.scores.notes import KNOWLEDGE, note

# An equation has no value at all while one of its numbers is unknown.
EQUATIONS = frozenset(("fib-4", "apri", "nafld-fibrosis"))
LOW = [c for c in CALCULATORS.values() if any(k.low for k in c.categories)]
NAMED = (
    "perc", "nexus", "canadian-ct-head", "canadian-c-spine", "ottawa-ankle", "ottawa-foot", "ottawa-knee", "pecarn",
    "pecarn-under-2", "wells-pe", "wells-dvt", "heart", "spesi", "news2", "qsofa",
)  # fmt: skip
TRIES = 400
# What a healthy person has where the criteria do not say at which numbers they change.
HEALTHY: dict[str, dict[str, Value]] = {
    "glasgow-blatchford": {"haemoglobin": 14.5, "urea-nitrogen": 10.0},
    "framingham-hard-chd": {"age": 40.0, "cholesterol": 170.0, "hdl": 60.0, "systolic": 110.0},
    "pooled-cohort": {"age": 45.0, "cholesterol": 170.0, "hdl": 60.0, "systolic": 110.0},
    "kdigo-aki": {"creatinine": 1.0, "baseline": 1.0},
}


def test_the_rules_somebody_may_be_sent_home_by_are_marked() -> None:
    assert all(CALCULATORS[name].never_low_while_unknown for name in NAMED)
    assert [c.id for c in LOW if not c.never_low_while_unknown] == sorted(EQUATIONS, key=[c.id for c in LOW].index)


def _values(wanted: Input, calculator: Calculator) -> list[Value]:
    """What an input can be: both answers, all options, numbers on both sides of every limit."""
    if isinstance(wanted, Flag):
        return [False, True]
    if isinstance(wanted, Choice):
        return [o.value for o in wanted.options]
    if isinstance(wanted, Sex):
        return ["female", "male"]
    samples = {s for c in calculator.criteria for s in c.samples.get(wanted.id, ()) if s == s}
    if isinstance(wanted, Age):
        return [float(s) for s in sorted({30, *samples})]
    if isinstance(wanted, Number):
        inside = {s for s in samples if wanted.limits[0] <= s <= wanted.limits[1]}
        return [float(s) for s in sorted(inside or {sum(wanted.limits) / 2})]
    assert isinstance(wanted, Told)
    if isinstance(wanted.absent, bool) or wanted.absent is None:
        return [False, True]
    return [wanted.absent, *samples]


def _lowest(calculator: Calculator) -> dict[str, Value] | None:
    """A patient of whom everything is known and whose risk is low, found by trying."""
    chance = random.Random(calculator.id)
    low = {c.en for c in calculator.categories if c.low}
    choices = {i.id: _values(i, calculator) for i in calculator.inputs}
    choices |= {key: [value] for key, value in HEALTHY.get(calculator.id, {}).items()}
    best: tuple[float, dict[str, Value]] | None = None
    for turn in range(TRIES):
        drawn = {key: values[0] if turn == 0 else chance.choice(values) for key, values in choices.items()}
        if best is not None and chance.random() < 0.9:
            drawn = best[1] | {key: drawn[key] for key in chance.sample(list(drawn), 1)}
        try:
            result = compute(calculator, note(), KNOWLEDGE, given=drawn)
        except (KeyError, ValueError, TypeError):
            continue
        if result.category in low and not result.missing:
            return drawn
        top = float(result.range[1]) if result.range else 1e9
        if best is None or top <= best[0]:
            best = (top, drawn)
    return None


@pytest.mark.parametrize("calculator", [c for c in LOW if c.id not in EQUATIONS], ids=lambda c: c.id)
def test_no_low_risk_while_one_input_that_bears_on_it_is_unknown(calculator: Calculator) -> None:
    known = _lowest(calculator)
    assert known is not None
    low = {c.en for c in calculator.categories if c.low}
    bearing = 0
    for left_out in known:
        for assume in (False, True):
            result = compute(calculator, note(), KNOWLEDGE, assume_absent=assume, given={**known, left_out: None})
            open_to_it = bool(result.missing) or any(i.assumed for i in result.inputs)
            bearing += open_to_it
            assert not (open_to_it and result.category in low), left_out
    assert bearing
