"""A score in the units of the reader's part of the world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.scores.inputs import Number
from core.units.conventions import PLAIN, Scale, Units, scale_of

if TYPE_CHECKING:
    from core.knowledge.base import Knowledge
    from core.scores.calculator import Calculator
    from core.scores.model import ScoreInput, ScoreResult

# Calculators whose answer is a quantity in the unit of one of their inputs, and which.
_ANSWERS_LIKE = {"corrected-calcium": "calcium", "ldl-friedewald": "cholesterol"}

_ONE_DECIMAL_FROM = 10


def in_units(result: ScoreResult, calculator: Calculator, knowledge: Knowledge, units: Units) -> ScoreResult:
    """The result with its inputs, and its answer where that is such a quantity, in the units of a convention."""
    numbers = {n.id: n for n in calculator.inputs if isinstance(n, Number)}
    scales = {n.en: scale_of(n, knowledge.analytes, units) for n in numbers.values()}
    inputs = tuple(_input_in(given, scales.get(given.name, PLAIN)) for given in result.inputs)
    result = result.model_copy(update={"inputs": inputs})
    if calculator.id not in _ANSWERS_LIKE:
        return result
    answer = scales[numbers[_ANSWERS_LIKE[calculator.id]].en]
    value = _rounded(answer.shown(result.value)) if isinstance(result.value, float | int) else result.value
    bounds = result.range and tuple(_rounded(answer.shown(bound)) for bound in result.range)
    return result.model_copy(update={"value": value, "range": bounds, "unit": answer.unit})


def _input_in(given: ScoreInput, scale: Scale) -> ScoreInput:
    if scale == PLAIN or isinstance(given.value, bool) or not isinstance(given.value, float | int):
        return given
    return given.model_copy(update={"value": _rounded(scale.shown(given.value)), "unit": scale.unit})


def _rounded(value: float) -> float:
    """To what these are measured to, so that 2.1 mmol/L comes back as 2.1 from the calculator's rounded 8.42 mg/dL."""
    return round(value, 1 if abs(value) >= _ONE_DECIMAL_FROM else 2)
