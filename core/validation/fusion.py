"""The engine's list and a model's names in one order, weighed by what the model's word was measured to be worth."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from core.diagnosis.model import RankedDisease
from core.frozen import Frozen

# A word can be worth so much (log10) and no more: forty cases cannot prove more.
_MOST = 1.0


class Fused(Frozen):
    """One line of the common list: its place, the engine's, and whether the model named it."""

    rank: int
    id: str
    name: str
    name_zh: str | None
    engine_rank: int
    named: bool


def fuse(
    differential: Sequence[RankedDisease], named: Collection[str], if_right: float, if_wrong: float
) -> tuple[Fused, ...]:
    """The engine's lines in the order of its probabilities times the likelihood ratio of being named, or not.

    `if_right` and `if_wrong` are how often the model named right and wrong lines of the engine when it was measured.
    The probabilities themselves stay the engine's: only the order changes.
    """
    ratio = {True: _weight(if_right, if_wrong), False: _weight(1 - if_right, 1 - if_wrong)}
    order = sorted(differential, key=lambda line: (-_log_odds(line.probability) - ratio[line.id in named], line.rank))
    return tuple(
        Fused(
            rank=place,
            id=line.id,
            name=line.name,
            name_zh=line.name_zh,
            engine_rank=line.rank,
            named=line.id in named,
        )
        for place, line in enumerate(order, 1)
    )


def _weight(if_right: float, if_wrong: float) -> float:
    return max(-_MOST, min(_MOST, math.log10(max(if_right, 1e-3) / max(if_wrong, 1e-3))))


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-9), 1 - 1e-9)
    return math.log10(bounded / (1 - bounded))
