"""The kinds of input that a calculator may declare. They say what is wanted; `reading.py` finds it in a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from core.scores.facts import Fact
    from core.scores.source import Source

Value = float | bool | str
Pick = Literal["first", "last", "lowest", "highest"]


@dataclass(frozen=True, kw_only=True)
class Input:
    """Something a calculator wants to know. `assumable`: a criterion that rests on it may be taken as unmet when the
    note is silent, where the caller asks for that (`score --batch`)."""

    id: str
    en: str
    zh: str
    assumable: bool = True


@dataclass(frozen=True)
class Derivation:
    """How a number follows from other inputs (declared before it) where the record does not state it."""

    inputs: tuple[str, ...]
    formula: Callable[..., float]


@dataclass(frozen=True, kw_only=True)
class Number(Input):
    """A measured quantity: the patient's own, of now.

    `analytes` are alternatives, the earlier preferred. The analyte's canonical value divided by `divisor` is in `unit`
    and rounded to `decimals`; outside `limits` it is not believed. Among several values `pick` decides: the first that
    the record gives is as a rule that of admission; `lowest` and `highest` are for scores of the worst value, within
    the presentation. With `beside`, a value from the same place in the record as that other input is preferred (a
    diastolic pressure belongs to its systolic one). Where the record does not state it, `field` is where the
    patient's particulars may, `read` looks for it in the words, and the first of `derive` that can computes it from
    other inputs.
    """

    analytes: tuple[str, ...]
    unit: str
    limits: tuple[float, float]
    divisor: float = 1
    decimals: int = 1
    beside: str | None = None
    pick: Pick = "first"
    field: str | None = None
    read: Callable[[Source], Fact] | None = None
    derive: tuple[Derivation, ...] = ()


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

    Any of `concepts` (or something more special, but for what is in `but_not`) establishes it, and so does taking one
    of `drugs` (generic names). Silence leaves it open; it is denied when all of `denied` (by default the first concept)
    are denied, or when one of `denied_by` is present. `absent` turns it round ("no cough"): the denial of all of these
    establishes the flag, and so it needs no `concepts`. With `ever` the past counts, else only the present.
    With `at_presentation` what the record tells of the later course does not count (the operation that followed).
    `as_told` leaves out what was only read off a measurement, where the score has that measurement as well.
    `unless_said` is for what is as a rule not so and applies only where the record says it: silence then means no, and
    nothing is assumed by that.
    """

    concepts: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()
    drugs: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    ever: bool = False
    at_presentation: bool = False
    as_told: bool = False
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
    """One of several graded answers, mildest first; of those that the record establishes the last holds. The first is
    established as well when all of `denied` are denied."""

    options: tuple[Option, ...]
    hints: tuple[Hint, ...] = ()
    denied: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LimitMultiple(Choice):
    """A choice that a measurement settles by how many times it exceeds its upper reference limit (troponin).

    `steps` are the multiples at which the second, third … option begin: the first begins above its step, the others
    at theirs.
    """

    analytes: tuple[str, ...]
    steps: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Told(Input):
    """What only a reader of its own finds: in the words of the record (a date, the responses of a coma scale), or in
    the question as asked (the steroid to convert to). `absent` is what silence stands for where it may be taken for
    absence; None: it may not."""

    read: Callable[[Source], Fact]
    absent: Value | None = None
