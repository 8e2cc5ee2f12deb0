"""What a calculator is: a declaration that `compute.py` carries out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf

from core.scores.inputs import Input, Value
from core.scores.model import Value as Result
from core.scores.situation import Matters

Values = Mapping[str, Value]


@dataclass(frozen=True)
class Criterion:
    """One addend of a score (an equation has a single one).

    `points` gets the values of `inputs`. `samples` holds, for a number, one value for each interval in which the
    points differ: they stand for the number while it is unknown. Without samples an unknown number leaves the whole
    score without a value, and so do points that are not a number (a formula that does not hold for these values).
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
    """Whom the calculator was made for: from `youngest` years to below `oldest`. `exclusions` and their Chinese are
    sentences for the reader."""

    youngest: float = 0
    oldest: float = inf
    in_pregnancy: bool = True
    exclusions: str = ""
    exclusions_zh: str = ""


@dataclass(frozen=True, kw_only=True)
class Calculator:
    """One score or equation.

    `names[0]` is the name shown, the others are how people type it. `render` turns the total into what is shown where
    that is no number (a date); `caution` is a sentence (English, Chinese) that must be read with every value. `matters`
    tells from a case how much the score matters there (0: not at all). `never_low_while_unknown`: a category that is
    called low is withheld while anything that bears on it is unknown or assumed. `rate` overrides how a category
    follows from the total and the points. `of_the_moment`: it says how the patient is now, so that of several values
    that of now counts, unless a question asks for another.
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
    render: Callable[[float], Result] | None = None
    caution: tuple[str, str] | None = None
    source: str
    matters: Matters
    never_low_while_unknown: bool = False
    of_the_moment: bool = False

    def category(self, total: float, points: tuple[float, ...]) -> Category | None:
        """The category of a total made of these points."""
        if self.rate is not None:
            return self.rate(total, points)
        return next((c for c in reversed(self.categories) if total >= c.lower), None)
