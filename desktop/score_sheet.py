"""A score with all its inputs as they can be edited: what kind each is, what it holds, and where that comes from.

Made in a lane: it imports the core. The sheet itself is plain data for the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from core.units.conventions import PLAIN, Scale, Units, scale_of

if TYPE_CHECKING:
    from core.case.model import Case
    from core.scores.calculator import Calculator
    from core.scores.facts import Fact
    from core.scores.inputs import Input, Value
    from core.scores.model import ScoreResult
    from core.scores.source import Source

Kind = Literal["yes-no", "choice", "number", "fixed"]
Span = tuple[int, int]
Answers = tuple[float | bool | str, ...]


@dataclass(frozen=True)
class Field:
    """One input. `value` is what is used now, None while it is not known; `changed`: given by hand, or said
    by hand to be not known.

    A number is in the calculator's own unit; `scale` brings it to the unit that is shown. A `fixed` one can only come
    from the words of the record.
    """

    id: str
    en: str
    zh: str
    kind: Kind
    value: float | bool | str | None
    span: Span | None
    options: Answers = ()
    changed: bool = False
    scale: Scale = PLAIN
    limits: tuple[float, float] | None = None
    at_most: bool | None = None  # the record gives only a bound: below it (True) or above it (False)

    def name(self, tongue: str) -> str:
        return self.zh if tongue == "zh" else self.en


@dataclass(frozen=True)
class Sheet:
    """A score as computed from the record and what was given by hand, with its inputs."""

    result: ScoreResult
    fields: tuple[Field, ...]
    purpose: str


class ScoreSheets:
    """Computes sheets; keeps the reading of the last case, since every keystroke in a field computes anew."""

    def __init__(self) -> None:
        self._known: tuple[Case, Source] | None = None

    def sheet(self, case: Case, key: str, given: Mapping[str, Value | None], units: Units) -> Sheet:
        """The score `key` (an id of the registry) of a case."""
        from core.scores import CALCULATORS
        from core.scores.compute import carry_out
        from core.scores.reading import read_inputs
        from core.scores.shown_units import in_units

        calculator, source = CALCULATORS[key], self._source(case)
        found = read_inputs(calculator.inputs, source)
        facts = read_inputs(calculator.inputs, source, given) if given else found
        fields = []
        for declared in calculator.inputs:
            # What can be answered is what the record leaves open, whatever has been given since.
            answers = _kind(calculator, declared, found[declared.id])
            made = _field(declared, facts[declared.id], answers, source, units)
            fields.append(replace(made, changed=declared.id in given))
        result = in_units(carry_out(calculator, source, given=given), calculator, source.knowledge, units)
        return Sheet(result, tuple(fields), calculator.purpose)

    def _source(self, case: Case) -> Source:
        from core.knowledge.base import default_knowledge
        from core.language import read
        from core.scores.source import Source

        if self._known is None or self._known[0] != case:
            knowledge = default_knowledge()
            self._known = case, Source(read(case, knowledge), knowledge, case.text)
        return self._known[1]


def score_names() -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Every score: id, English names, Chinese name."""
    from core.scores import CALCULATORS

    return [(c.id, c.names, (c.zh,)) for c in CALCULATORS.values()]


def _field(declared: Input, fact: Fact, answers: tuple[Kind, Answers], source: Source, units: Units) -> Field:
    from core.scores.inputs import Number

    kind, options = answers
    number = declared if isinstance(declared, Number) else None
    span = None if fact.start is None or fact.end is None else (fact.start, fact.end)
    if number is not None:
        scale = scale_of(number, source.knowledge.analytes, units, source.text[span[0] : span[1]] if span else "")
    else:
        scale = Scale(unit=fact.unit or _unit(kind, declared))
    return Field(
        id=declared.id,
        en=declared.en,
        zh=declared.zh,
        kind=kind,
        value=fact.possible[0] if fact.known else None,
        span=span,
        options=options,
        scale=scale,
        limits=number.limits if number else None,
        at_most=None if fact.relation == "=" else fact.relation == "<",
    )


def _unit(kind: Kind, declared: Input) -> str:
    from core.scores.inputs import Age

    return "years" if kind == "number" and isinstance(declared, Age) else ""


def _kind(calculator: Calculator, declared: Input, fact: Fact) -> tuple[Kind, Answers]:
    """How an input is edited. What a reader of its own finds may be anything: its answers are those it leaves open, or
    those that the calculator tells apart."""
    from core.scores.inputs import Age, Choice, Flag, Number, Sex, Told

    if isinstance(declared, Flag):
        return "yes-no", (True, False)
    if isinstance(declared, Number | Age):
        return "number", ()
    if isinstance(declared, Sex):
        return "choice", ("female", "male")
    if isinstance(declared, Choice):
        return "choice", tuple(option.value for option in declared.options)
    assert isinstance(declared, Told)
    if isinstance(declared.absent, bool) or (fact.known and isinstance(fact.possible[0], bool)):
        return "yes-no", (True, False)
    told = [v for c in calculator.criteria if declared.id in c.inputs for v in c.samples.get(declared.id, ())]
    answers = tuple(dict.fromkeys((*fact.possible, *told))) if len(fact.possible) != 1 or told else ()
    if set(answers) == {True, False} and all(isinstance(a, bool) for a in answers):
        return "yes-no", (True, False)
    if len(answers) > 1:
        return "choice", answers
    if isinstance(declared.absent, float) or (fact.known and isinstance(fact.possible[0], float)):
        return "number", ()
    return "fixed", ()
