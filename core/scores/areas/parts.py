"""The parts that many scores are put together from: signs, quantities, answers and scales of items."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import isnan, nan
from typing import Any, TypedDict

from core.scores.areas.measures import on_request
from core.scores.calculator import Calculator, Criterion, Values
from core.scores.criteria import Test
from core.scores.inputs import Flag, Input, Number, Told
from core.scores.reading_findings import PREVIOUSLY_HEALTHY
from core.scores.reading_phrases import Reader, answered, counted, either, item, said
from core.scores.situation import Matters, Situation

_LIKELY = 0.1

tally = partial(Calculator, unit="points", matters=on_request)
"""A calculator of points that is offered on request only, unless `matters` is given."""


class Items(TypedDict):
    """The part of a calculator that follows from the items of a scale."""

    inputs: tuple[Input, ...]
    criteria: tuple[Criterion, ...]


def sign(
    key: str,
    en: str,
    zh: str,
    *concepts: str,
    words: str | Reader | None = None,
    against: str | None = None,
    **more: Any,
) -> Input:
    """A finding by the vocabulary, or by its words (a pattern, or a reader of its own) where the vocabulary is
    silent; `more` is that of a `Flag`."""
    flag = Flag(id=key, en=en, zh=zh, concepts=concepts, **more)
    if words is None:
        return flag
    reader = said(words, against) if isinstance(words, str) else words
    return Told(id=key, en=en, zh=zh, read=either(flag, reader), absent=False)


def past(key: str, en: str, zh: str, *concepts: str, words: str | Reader | None = None, **more: Any) -> Input:
    """A condition that counts whether past or present, and that "previously healthy" denies."""
    return sign(key, en, zh, *concepts, words=words, ever=True, denied_by=(PREVIOUSLY_HEALTHY,), **more)


def quantity(
    key: str,
    en: str,
    zh: str,
    unit: str,
    limits: tuple[float, float],
    *,
    divisor: float = 1,
    decimals: int = 2,
    analytes: tuple[str, ...] | None = None,
    words: str | None = None,
    **more: Any,
) -> Number:
    """A quantity that few scores ask for, by its analyte (the id, unless named) or by the words around it."""
    return Number(
        id=key,
        en=en,
        zh=zh,
        assumable=more.pop("assumable", False),
        analytes=(key,) if analytes is None else analytes,
        unit=unit,
        limits=limits,
        divisor=divisor,
        decimals=decimals,
        read=counted(words, *limits, unit=unit) if words else None,
        **more,
    )


def answer(key: str, en: str, zh: str, *options: tuple[float, str], absent: float | None = None) -> Told:
    """A graded answer: its points, and the words that settle it (tried in this order)."""
    return Told(id=key, en=en, zh=zh, read=answered(*options), absent=absent, assumable=absent is not None)


def answers(*keys: str) -> tuple[Criterion, ...]:
    """One addend for each answer: its own points."""
    return tuple(Criterion((key,), lambda values, key=key: float(values[key])) for key in keys)  # type: ignore[misc]


def first_met(*levels: tuple[Test, ...]) -> Criterion:
    """The gravest level of a rule of which a test holds: of three levels 3, 2 or 1, else 0."""
    tests = [test for level in levels for test in level]
    samples: dict[str, set[float]] = {}
    for test in tests:
        for name, values in test.samples.items():
            samples.setdefault(name, set()).update(values)

    def points(values: Values) -> float:
        return next((len(levels) - i for i, level in enumerate(levels) if any(t.holds(values) for t in level)), 0)

    names = tuple(dict.fromkeys(name for test in tests for name in test.inputs))
    return Criterion(names, points, {name: tuple(sorted(values)) for name, values in samples.items()})


def worded(*words: str) -> Callable[[float], str]:
    """How the value of a rule is shown: in these words, for 0, 1, …"""
    return lambda value: words[int(value)]


def scale(
    total: tuple[str, str, str, float], *items: tuple[str, str, str, str, tuple[float, ...]], words: str | None = None
) -> Items:
    """Inputs and addends of a scale: the total as stated, or else the sum of the items.

    `total` is the analyte ("" where only `words` find the total), its English and Chinese name and the highest total;
    an item has an id, both names, the words by which it is written down, and its possible points.
    """
    analyte, en, zh, highest = total
    known = (analyte,) if analyte else ()
    stated = quantity(
        "stated", f"{en}, as stated", f"{zh}（已记录）", "points", (0, highest), analytes=known, words=words
    )
    inputs = [Told(id=k, en=e, zh=z, read=item(w, p), assumable=False) for k, e, z, w, p in items]
    criteria = (Criterion(("stated",), _stated, _UNSTATED), *map(_item, (i.id for i in inputs)))
    return {"inputs": (stated, *inputs), "criteria": criteria}


_UNSTATED = {"stated": (nan,)}


def _stated(values: Values) -> float:
    total = float(values["stated"])
    return 0 if isnan(total) else total


def _item(key: str) -> Criterion:
    """An item counts where no total is stated."""
    return Criterion(
        ("stated", key), lambda values: float(values[key]) if isnan(float(values["stated"])) else 0, _UNSTATED
    )


def likely(weight: float, *diseases: str) -> Matters:
    """A score that matters by the chance of one of these diseases, and not at all below a tenth."""

    def matters(case: Situation) -> float:
        chance = case.chance(*diseases)
        return weight * chance if chance >= _LIKELY else 0

    return matters


def upto(highest: int) -> tuple[float, ...]:
    """The answers 0, 1 … up to the highest."""
    return tuple(float(n) for n in range(highest + 1))
