"""Carrying out a calculator: what the value is, or what it could be."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.model import Reading
from core.scores.calculator import Calculator, Category, Criterion
from core.scores.facts import Fact
from core.scores.inputs import Choice, Flag, Input, Number, Value
from core.scores.model import ScoreInput, ScoreResult
from core.scores.reading import read_inputs


class _Span(NamedTuple):
    """The least and the most that a criterion can bring; None for one that cannot be computed."""

    least: float
    most: float


def compute(
    calculator: Calculator,
    reading: Reading,
    knowledge: Knowledge,
    question: str | None = None,
    assume_absent: bool = False,
) -> ScoreResult:
    """The score of one reading.

    With `assume_absent` a criterion that the record does not mention counts as unmet and is listed as assumed; without
    it the result becomes a range. `question` is for calculators that ask for what no note holds (the steroid to
    convert to); none of the present ones does.
    """
    facts = read_inputs(calculator.inputs, reading, knowledge)
    declared = {i.id: i for i in calculator.inputs}
    if assume_absent:
        facts = {key: _assumed(declared[key], fact) for key, fact in facts.items()}
    spans: list[_Span | None] = []
    unknown: dict[str, None] = {}
    for criterion in calculator.criteria:
        span = _span(criterion, facts)
        loose = [name for name in criterion.inputs if not facts[name].known]
        if span is None or span.least != span.most:
            if span and assume_absent and all(_may_be_unmet(declared[name], facts[name]) for name in loose):
                span = _Span(span.least, span.least)
                facts |= {name: replace(facts[name], assumed=True) for name in loose}
            else:
                unknown |= dict.fromkeys(loose)
        spans.append(span)
    inputs = tuple(_shown(declared[key], fact) for key, fact in facts.items() if fact.known or fact.assumed)
    missing = [declared[name] for name in unknown]
    result = ScoreResult(
        id=calculator.id,
        name=calculator.names[0],
        name_zh=calculator.zh,
        unit=calculator.unit,
        inputs=inputs,
        missing=tuple(i.en for i in missing),
        missing_zh=tuple(i.zh for i in missing),
        source=calculator.source,
    )
    outside = _outside(calculator, reading)
    update: dict[str, object] = {}
    if outside is not None:
        update |= {"cautions": (outside[0],), "cautions_zh": (outside[1],)}
    known = [s for s in spans if s is not None]
    if len(known) == len(spans):
        update |= _value(calculator, known, bool(missing) or any(f.assumed for f in facts.values()), outside is None)
    return result.model_copy(update=update)


def _value(calculator: Calculator, spans: list[_Span], unsure: bool, rated: bool) -> dict[str, object]:
    least, most = tuple(s.least for s in spans), tuple(s.most for s in spans)
    low, high = _round(calculator, sum(least)), _round(calculator, sum(most))
    update: dict[str, object] = {"value": low} if low == high else {"range": (low, high)}
    category = calculator.category(low, least)
    settled = category is not None and category == calculator.category(high, most)
    if category is None or not settled or not rated:
        return update
    if category.low and unsure and calculator.never_low_while_unknown:
        return update
    return update | _words(category)


def _words(category: Category) -> dict[str, object]:
    return {
        "category": category.en,
        "category_zh": category.zh,
        "meaning": category.meaning,
        "meaning_zh": category.meaning_zh,
    }


def _round(calculator: Calculator, value: float) -> float | int:
    return round(value, calculator.decimals) if calculator.decimals else round(value)


def _span(criterion: Criterion, facts: dict[str, Fact]) -> _Span | None:
    """Tries every combination of what is possible; there are few, since a criterion has few inputs."""
    choices = [facts[name].candidates(criterion.samples.get(name, ())) for name in criterion.inputs]
    points = [criterion.points(dict(zip(criterion.inputs, values, strict=True))) for values in product(*choices)]
    return _Span(min(points), max(points)) if points else None


def _assumed(declared: Input, fact: Fact) -> Fact:
    """What silence means where it is taken for absence. A number is never assumed, only its criterion (see above)."""
    if not fact.known and declared.assumable and isinstance(declared, Flag | Choice):
        return replace(fact, possible=fact.possible[:1], start=None, end=None, assumed=True)
    return fact


def _may_be_unmet(declared: Input, fact: Fact) -> bool:
    return declared.assumable and isinstance(declared, Number) and not fact.possible


def _shown(declared: Input, fact: Fact) -> ScoreInput:
    value: Value | None = fact.possible[0] if fact.possible else None
    return ScoreInput(
        name=declared.en,
        name_zh=declared.zh,
        value=value,
        unit=fact.unit,
        start=fact.start,
        end=fact.end,
        assumed=fact.assumed,
    )


def _outside(calculator: Calculator, reading: Reading) -> tuple[str, str] | None:
    """Why this patient is not one of those the calculator was made for; None when nothing speaks against it."""
    age, population = reading.patient.age_years, calculator.population
    if age is not None and age < population.youngest:
        years = f"{population.youngest:g}"
        return (
            f"Not validated under {years} years: no category is given.",
            f"未在{years}岁以下人群中验证：不给出分级。",
        )
    if reading.patient.pregnant and not population.in_pregnancy:
        return ("Not validated in pregnancy: no category is given.", "未在妊娠期验证：不给出分级。")
    return None
