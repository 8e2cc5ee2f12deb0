"""The ways in which points are given, so that a score reads like its published table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from core.scores.calculator import Criterion, Values

_JUST = 0.001  # finer than any of these quantities is measured


@dataclass(frozen=True)
class Test:
    """A condition on inputs. `samples` are values on both sides of it, for a number that is not known."""

    inputs: tuple[str, ...]
    holds: Callable[[Values], bool]
    samples: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


def flagged(*names: str) -> Test:
    """At least one of these flags is set."""
    return Test(names, lambda values: any(bool(values[n]) for n in names))


def at_least(name: str, bound: float) -> Test:
    """A number at or above a bound."""
    return Test((name,), lambda values: float(values[name]) >= bound, {name: (bound - _JUST, bound)})


def above(name: str, bound: float) -> Test:
    """A number above a bound, not at it."""
    return Test((name,), lambda values: float(values[name]) > bound, {name: (bound, bound + _JUST)})


def below(name: str, bound: float) -> Test:
    """A number below a bound, not at it."""
    return Test((name,), lambda values: float(values[name]) < bound, {name: (bound - _JUST, bound)})


def at_most(name: str, bound: float) -> Test:
    """A number at or below a bound."""
    return Test((name,), lambda values: float(values[name]) <= bound, {name: (bound, bound + _JUST)})


def met(points: float, *tests: Test) -> Criterion:
    """Points when at least one of these conditions holds.

    >>> met(2, flagged("fever"), above("temperature", 38)).points({"fever": False, "temperature": 38.5})
    2
    """
    return _points(points, tests, lambda held: any(held))


def all_met(points: float, *tests: Test) -> Criterion:
    """Points when every one of these conditions holds."""
    return _points(points, tests, lambda held: all(held))


def _points(points: float, tests: tuple[Test, ...], join: Callable[[list[bool]], bool]) -> Criterion:
    inputs = tuple(dict.fromkeys(name for test in tests for name in test.inputs))
    samples = {
        name: tuple(sorted({s for test in tests for s in test.samples.get(name, ())}))
        for test in tests
        for name in test.samples
    }
    return Criterion(inputs, lambda values: points if join([t.holds(values) for t in tests]) else 0, samples)


def any_of(names: tuple[str, ...], points: float = 1) -> Criterion:
    """Points when at least one flag is set."""
    return met(points, flagged(*names))


def band(name: str, *steps: tuple[float, float], above: float) -> Criterion:
    """Points by intervals of a number: (upper end, included; points) in ascending order, then those `above`.

    >>> [band("rr", (8, 3), (11, 1), (20, 0), (24, 2), above=3).points({"rr": v}) for v in (8, 9, 12, 21, 25)]
    [3, 1, 0, 2, 3]
    """

    def points(values: Values) -> float:
        return next((p for upper, p in steps if float(values[name]) <= upper), above)

    return Criterion((name,), points, {name: (*(upper for upper, _ in steps), steps[-1][0] + 1)})


def from_bound(name: str, *steps: tuple[float, float], under: float) -> Criterion:
    """Points by intervals of a number: (lower end, included; points) in ascending order; `under` below the first.

    >>> [from_bound("age", (65, 1), (75, 2), under=0).points({"age": v}) for v in (64.9, 65, 80)]
    [0, 1, 2]
    """

    def points(values: Values) -> float:
        return next((p for lower, p in reversed(steps) if float(values[name]) >= lower), under)

    return Criterion((name,), points, {name: (steps[0][0] - _JUST, *(lower for lower, _ in steps))})


def graded(name: str, points: Mapping[str, float]) -> Criterion:
    """Points by the answer of a choice (or the sex)."""
    return Criterion((name,), lambda values: points[str(values[name])])


def equation(names: tuple[str, ...], formula: Callable[..., float]) -> Criterion:
    """A formula over these inputs, called with their values in this order; no value while a number is unknown."""
    return Criterion(names, lambda values: float(formula(*(values[n] for n in names))))
