"""What a model was measured to do on this machine, as rows below its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.units.percent import percent
from desktop.item_models.rows import Row
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.models import Achieved
    from desktop.model_shelf import ShelvedModel

_LANES = ("engine", "writer", "second-opinion", "fusion")
_MEGABYTE = 1_000_000
_HOURS_FROM = 120  # minutes


def measured_rows(measured: Achieved | None, texts: Texts) -> list[Row]:
    """What it achieved, what follows from that and why, how fast it was, on what, and what it took."""
    if measured is None:
        return []
    rows = [Row(title=texts("models.measured", number=measured.cases), detail=measured.when[:10], heading=True)]
    asked = "second-opinion" in measured.may  # what both together would be says nothing of a model that is not asked
    for lane in _LANES if asked else _LANES[:-1]:
        result = measured.lanes.get(lane)
        if result is not None and result.of:
            value = texts("models.of", right=result.right, of=result.of, share=percent(result.share))
            rows.append(Row(title=texts(f"model_lane.{lane}"), value=value))
    rows += [Row(title=_whole(texts.sentence(sentence), texts)) for sentence in measured.sentences]
    told = [
        ("pace_reading", _pace(measured.prompt_tokens_per_second, texts)),
        ("pace", _pace(measured.tokens_per_second, texts)),
        ("first_word", _first_word(measured, texts)),
        ("device", texts.sentence(measured.device or "")),
        ("took", megabytes(measured.memory_bytes) if measured.memory_bytes else ""),
    ]
    return rows + [Row(title=texts(f"models.{name}"), value=value) for name, value in told if value]


def measuring_hint(model: ShelvedModel, texts: Texts) -> str:
    """How long measuring this model takes, said before it is begun; or why it cannot be."""
    if model.info.status != "ready":
        return texts("models.measure_not_ready")
    if model.info.role == "encoder":
        return texts("models.measure_not_encoder")
    least, most = model.minutes
    if most < _HOURS_FROM:
        return texts("models.measure_minutes", least=least, most=most)
    return texts("models.measure_hours", least=max(1, round(least / 60)), most=round(most / 60))


def megabytes(size: int) -> str:
    """A size as a person reads it."""
    return f"{size / _MEGABYTE:,.0f} MB"


def _whole(said: str, texts: Texts) -> str:
    """A sentence with its end."""
    return said if said.endswith((".", "。")) else said + texts("full_stop")


def _pace(tokens_per_second: float | None, texts: Texts) -> str:
    return texts("models.speed", tokens=f"{tokens_per_second:.0f}") if tokens_per_second else ""


def _first_word(measured: Achieved, texts: Texts) -> str:
    """Of a first case, and of those after it."""
    first, again = measured.first_word_ms, measured.first_word_again_ms
    if not first:
        return ""
    if not again:
        return texts("models.seconds", first=_seconds(first))
    return texts("models.seconds_again", first=_seconds(first), again=_seconds(again))


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.1f}"
