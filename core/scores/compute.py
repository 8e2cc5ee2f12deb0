"""Carrying out a calculator: what the value is, or what it could be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from math import isfinite
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.model import Reading
from core.scores.calculator import Calculator, Category, Criterion
from core.scores.facts import Fact
from core.scores.inputs import Choice, Flag, Input, Number, Told, Value
from core.scores.model import ScoreInput, ScoreResult
from core.scores.reading import read_inputs
from core.scores.source import Source

_UNDEFINED = ("The formula has no value for these inputs.", "该公式对这些数值无解。")


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
    text: str = "",
    given: Mapping[str, Value | None] | None = None,
) -> ScoreResult:
    """The score of one reading.

    With `assume_absent` a criterion that the record does not mention counts as unmet and is listed as assumed; without
    it the result becomes a range. `question` is for what no note holds (the steroid to convert to). `text` is what was
    read, for the calculators that read words of their own; `given` holds values, by input id and in its unit, that
    stand instead of what the record says; None makes an input unknown.
    """
    return carry_out(calculator, Source(reading, knowledge, text, question), assume_absent, given)


def carry_out(
    calculator: Calculator, source: Source, assume_absent: bool = False, given: Mapping[str, Value | None] | None = None
) -> ScoreResult:
    """The same from a source that serves several calculators."""
    if calculator.of_the_moment and not source.question:
        source = source.of_the_moment
    facts = read_inputs(calculator.inputs, source, given)
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
    missing = [declared[name] for name in unknown]
    result = ScoreResult(
        id=calculator.id,
        name=calculator.names[0],
        name_zh=calculator.zh,
        unit=calculator.unit,
        inputs=tuple(_shown(declared[key], fact) for key, fact in facts.items() if fact.known or fact.assumed),
        missing=tuple(i.en for i in missing),
        missing_zh=tuple(i.zh for i in missing),
        source=calculator.source,
    )
    outside = _outside(calculator, source.reading)
    cautions = [c for c in (outside, calculator.caution, *(f.caution for f in facts.values())) if c is not None]
    known = [s for s in spans if s is not None]
    if len(known) < len(spans):
        return _with_cautions(result, cautions)
    if not all(isfinite(end) for span in known for end in span):
        return _with_cautions(result, [*cautions, _UNDEFINED])
    unsure = bool(missing) or any(f.assumed for f in facts.values())
    return _with_cautions(result.model_copy(update=_value(calculator, known, unsure, outside is None)), cautions)


def _with_cautions(result: ScoreResult, cautions: list[tuple[str, str]]) -> ScoreResult:
    english, chinese = tuple(c[0] for c in cautions), tuple(c[1] for c in cautions)
    return result.model_copy(update={"cautions": english, "cautions_zh": chinese})


def _value(calculator: Calculator, spans: list[_Span], unsure: bool, rated: bool) -> dict[str, object]:
    least, most = tuple(s.least for s in spans), tuple(s.most for s in spans)
    low, high = _round(calculator, sum(least)), _round(calculator, sum(most))
    update: dict[str, object] = {"range": (low, high)}
    if low == high:
        update = {"value": calculator.render(low) if calculator.render else low}
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
    if fact.known or not declared.assumable:
        return fact
    if isinstance(declared, Flag | Choice):
        return replace(fact, possible=fact.possible[:1], start=None, end=None, assumed=True)
    if isinstance(declared, Told) and declared.absent is not None:
        # Words that narrow an answer hold: of those they leave open the mildest is assumed.
        least = declared.absent if declared.absent in fact.possible or not fact.possible else fact.possible[0]
        return replace(fact, possible=(least,), start=None, end=None, assumed=True)
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
    if age is not None and age >= population.oldest:
        years = f"{population.oldest:g}"
        return (
            f"Not made for {years} years and over: no category is given.",
            f"不适用于{years}岁及以上人群：不给出分级。",
        )
    if reading.patient.pregnant and not population.in_pregnancy:
        return ("Not validated in pregnancy: no category is given.", "未在妊娠期验证：不给出分级。")
    return None
