"""What a calculator answers."""

from __future__ import annotations

from core.frozen import Frozen

Value = float | int | str | None


class ScoreInput(Frozen):
    """One input as it was used. `start` and `end` are its place in the text, None when it was given or assumed."""

    name: str
    value: float | int | bool | str | None
    unit: str | None = None
    start: int | None = None
    end: int | None = None
    assumed: bool = False


class ScoreResult(Frozen):
    """One computed score. `range` is what the value could be where inputs are unknown; `value` is None when an input
    that cannot be assumed is missing, and `missing` names what is not known."""

    id: str
    name: str
    name_zh: str | None = None
    value: Value = None
    range: tuple[float, float] | None = None
    unit: str | None = None
    category: str | None = None
    category_zh: str | None = None
    inputs: tuple[ScoreInput, ...] = ()
    missing: tuple[str, ...] = ()
    source: str
