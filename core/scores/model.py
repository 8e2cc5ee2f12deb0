"""What a calculator answers."""

from __future__ import annotations

from core.frozen import Frozen

# A number; a date as MM/DD/YYYY; a gestational age as "3w4d"; None where it cannot be computed.
Value = float | int | str | None


class ScoreInput(Frozen):
    """One input as it was used. `start` and `end` are its place in the text, None when it was given or assumed.

    A criterion on a number that was assumed unmet has `assumed` and no `value`: no number is ever invented.
    """

    name: str
    name_zh: str | None = None
    value: float | int | bool | str | None
    unit: str | None = None
    start: int | None = None
    end: int | None = None
    assumed: bool = False


class ScoreResult(Frozen):
    """One computed score. `range` is what the value could be where inputs are unknown; `value` is None when an input
    that cannot be assumed is missing, and `missing` names what is not known.

    `meaning` says what the category stands for; `cautions` are sentences that must be read with the value.
    """

    id: str
    name: str
    name_zh: str | None = None
    value: Value = None
    range: tuple[float, float] | None = None
    unit: str | None = None
    category: str | None = None
    category_zh: str | None = None
    meaning: str | None = None
    meaning_zh: str | None = None
    inputs: tuple[ScoreInput, ...] = ()
    missing: tuple[str, ...] = ()
    missing_zh: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    cautions_zh: tuple[str, ...] = ()
    source: str
