"""What a calculator is: a declaration that `compute.py` carries out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from core.scores.inputs import Input, Value
from core.scores.situation import Situation

Values = Mapping[str, Value]


@dataclass(frozen=True)
class Criterion:
    """One addend of a score (an equation has a single one).

    `points` gets the values of `inputs`. `samples` holds, for a number, one value for each interval in which the
    points differ: they stand for the number while it is unknown. Without samples an unknown number leaves the whole
    score without a value.
    """

    inputs: tuple[str, ...]
    points: Callable[[Values], float]
    samples: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Category:
    """A span of values, from `lower` up to the next category. `low` marks a risk that is called low."""

    lower: float
    en: str
    zh: str
    meaning: str
    meaning_zh: str
    low: bool = False


@dataclass(frozen=True)
class Population:
    """Whom the calculator was made for. `exclusions` and their Chinese are sentences for the reader."""

    youngest: float = 0
    in_pregnancy: bool = True
    exclusions: str = ""
    exclusions_zh: str = ""


@dataclass(frozen=True, kw_only=True)
class Calculator:
    """One score or equation.

    `names[0]` is the name shown, the others are how people type it. `matters` tells from a case how much the score
    matters there (0: not at all). `never_low_while_unknown`: a category that is called low is withheld while anything
    that bears on it is unknown or assumed. `rate` overrides how a category follows from the total and the points.
    """

    id: str
    names: tuple[str, ...]
    zh: str
    purpose: str
    population: Population
    inputs: tuple[Input, ...]
    criteria: tuple[Criterion, ...]
    categories: tuple[Category, ...] = ()
    rate: Callable[[float, tuple[float, ...]], Category] | None = None
    unit: str | None = None
    decimals: int = 0
    source: str
    matters: Callable[[Situation], float]
    never_low_while_unknown: bool = False

    def category(self, total: float, points: tuple[float, ...]) -> Category | None:
        """The category of a total made of these points."""
        if self.rate is not None:
            return self.rate(total, points)
        return next((c for c in reversed(self.categories) if total >= c.lower), None)


def band(name: str, *steps: tuple[float, float], above: float) -> Criterion:
    """Points by intervals of a number: (upper end, included; points) in ascending order, then those `above`.

    >>> [band("rr", (8, 3), (11, 1), (20, 0), (24, 2), above=3).points({"rr": v}) for v in (8, 9, 12, 21, 25)]
    [3, 1, 0, 2, 3]
    """

    def points(values: Values) -> float:
        return next((p for upper, p in steps if float(values[name]) <= upper), above)

    return Criterion((name,), points, {name: (*(upper for upper, _ in steps), steps[-1][0] + 1)})


def any_of(names: tuple[str, ...], points: float = 1) -> Criterion:
    """Points when at least one flag is set."""
    return Criterion(names, lambda values: points if any(values[n] for n in names) else 0)


def graded(name: str, points: Mapping[str, float]) -> Criterion:
    """Points by the answer of a choice (or the sex)."""
    return Criterion((name,), lambda values: points[str(values[name])])
