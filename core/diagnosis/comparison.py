"""Why this disease and not that one, and what moved after an edit: plain differences of two explanations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from core.diagnosis.model import Evidence, RankedDisease, Spans
from core.frozen import Frozen

# Differences smaller than this (log10) are noise to a reader.
WORTH_SHOWING = 0.05


class Difference(Frozen):
    """One finding (or the base rate, or the silence of the record) as two diseases weigh it; `difference` is the
    first's weight less the second's. For an open finding the weights are those it would have if it were present."""

    concept: str
    label: str
    label_zh: str | None
    state: Literal["present", "absent", "unknown", "base-rate", "unmentioned"]
    first: float
    second: float
    difference: float
    spans: Spans


class Comparison(Frozen):
    """Two diseases side by side. `decided` is what the record says, the weightiest difference first; `ahead` is
    how far the first is ahead in all (log10). `would_decide` are the open
    findings that would tell them apart."""

    first: str
    second: str
    ahead: float
    decided: tuple[Difference, ...]
    would_decide: tuple[Difference, ...]


class Move(Frozen):
    """A disease whose place changed after an edit, and the findings that changed what they say about it."""

    id: str
    name: str
    name_zh: str | None
    rank_before: int | None
    rank_after: int | None
    because: tuple[Difference, ...]


def compare(first: RankedDisease, second: RankedDisease) -> Comparison:
    """Two explanations of the same record, both made with all their open findings (`assess(…, asked=…)`)."""
    decided = _differences(_said(first), _said(second))
    decided.append(
        _whole(
            "base-rate",
            "how common it is in such a patient",
            "在此类患者中的常见程度",
            first.prior_log10,
            second.prior_log10,
        )
    )
    silent = first.unmentioned_log10, second.unmentioned_log10
    decided.append(
        _whole("unmentioned", "expected symptoms that the record does not mention", "病历未提及的预期症状", *silent)
    )
    decided.sort(key=lambda d: -abs(d.difference))
    return Comparison(
        first=first.id,
        second=second.id,
        ahead=round(sum(d.difference for d in decided), 3),
        decided=tuple(d for d in decided if abs(d.difference) >= WORTH_SHOWING),
        would_decide=tuple(_differences(_open(first), _open(second))),
    )


def moved(before: Iterable[RankedDisease], after: Iterable[RankedDisease]) -> tuple[Move, ...]:
    """The diseases whose place differs between two lists, in the order of the second; one that left comes last."""
    old, new = {d.id: d for d in before}, {d.id: d for d in after}
    return tuple(
        _move(key, old.get(key), new.get(key))
        for key in (*new, *(k for k in old if k not in new))
        if (old[key].rank if key in old else None) != (new[key].rank if key in new else None)
    )


def _move(key: str, was: RankedDisease | None, now: RankedDisease | None) -> Move:
    named = was if now is None else now
    assert named is not None
    changes = _differences(_said(now), _said(was)) if was is not None and now is not None else []
    return Move(
        id=key,
        name=named.name,
        name_zh=named.name_zh,
        rank_before=None if was is None else was.rank,
        rank_after=None if now is None else now.rank,
        because=tuple(changes),
    )


def _whole(
    concept: Literal["base-rate", "unmentioned"], label: str, zh: str, first: float, second: float
) -> Difference:
    return Difference(
        concept=concept,
        label=label,
        label_zh=zh,
        state=concept,
        first=first,
        second=second,
        difference=round(first - second, 3),
        spans=(),
    )


def _said(disease: RankedDisease) -> dict[str, Evidence]:
    return {e.concept: e for e in (*disease.supporting, *disease.against)}


def _open(disease: RankedDisease) -> dict[str, Evidence]:
    return {e.concept: e for e in disease.missing if e.state == "unknown"}


def _differences(first: dict[str, Evidence], second: dict[str, Evidence]) -> list[Difference]:
    found = []
    for concept in dict.fromkeys((*first, *second)):
        one, two = first.get(concept), second.get(concept)
        named = one or two
        assert named is not None
        weights = (one.weight if one else 0.0, two.weight if two else 0.0)
        difference = round(weights[0] - weights[1], 3)
        if abs(difference) >= WORTH_SHOWING:
            found.append(
                Difference(
                    concept=concept,
                    label=named.label,
                    label_zh=named.label_zh,
                    state=named.state,
                    first=weights[0],
                    second=weights[1],
                    difference=difference,
                    spans=named.spans,
                )
            )
    return sorted(found, key=lambda d: -abs(d.difference))
