"""The kinds of input that a calculator may declare. They say what is wanted; `reading.py` finds it in a record."""

from __future__ import annotations

from dataclasses import dataclass

Value = float | bool | str


@dataclass(frozen=True, kw_only=True)
class Input:
    """Something a calculator wants to know. `assumable`: a criterion that rests on it may be taken as unmet when the
    note is silent, where the caller asks for that (`score --batch`)."""

    id: str
    en: str
    zh: str
    assumable: bool = True


@dataclass(frozen=True, kw_only=True)
class Number(Input):
    """A measured quantity: the patient's own, of now, the first that the record gives.

    `analytes` are alternatives, the earlier preferred. The analyte's canonical value divided by `divisor` is in `unit`
    and rounded to `decimals`; outside `limits` it is not believed. With `beside`, a value from the same place in the
    record as that other input is preferred (a diastolic pressure belongs to its systolic one).
    """

    analytes: tuple[str, ...]
    unit: str
    limits: tuple[float, float]
    divisor: float = 1
    decimals: int = 1
    beside: str | None = None


@dataclass(frozen=True, kw_only=True)
class Age(Input):
    """The age in years, as far as it is known (a baby's is a fraction). It is never assumed."""

    assumable: bool = False


@dataclass(frozen=True, kw_only=True)
class Sex(Input):
    """Female or male. It is never assumed."""

    assumable: bool = False


@dataclass(frozen=True, kw_only=True)
class Flag(Input):
    """A finding that is there or not.

    Any of `concepts` (or something more special) establishes it. Silence leaves it open; it is denied when all of
    `denied` (by default the first concept) are denied, or when one of `denied_by` is present. With `ever` the past
    counts, else only the present. `unless_said` is for what is as a rule not so and applies only where the record says
    it: silence then means no, and nothing is assumed by that.
    """

    concepts: tuple[str, ...]
    denied: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    ever: bool = False
    unless_said: bool = False


@dataclass(frozen=True)
class Option:
    """One answer of a choice and the findings that establish it."""

    value: str
    concepts: tuple[str, ...]


@dataclass(frozen=True)
class Hint:
    """Findings that do not settle a choice but leave only some of its answers open."""

    concepts: tuple[str, ...]
    leaves: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Choice(Input):
    """One of several graded answers, mildest first; of those that the record establishes the last holds."""

    options: tuple[Option, ...]
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LimitMultiple(Choice):
    """A choice that a measurement settles by how many times it exceeds its upper reference limit (troponin).

    `steps` are the multiples at which the second, third … option begin: the first begins above its step, the others
    at theirs.
    """

    analytes: tuple[str, ...]
    steps: tuple[float, ...]
