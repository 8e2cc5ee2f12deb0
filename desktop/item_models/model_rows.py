"""Models as rows: what each is for and may do, and its card unfolded below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.units.percent import percent
from desktop.item_models.rows import Row
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.models import Achieved, ModelInfo
    from desktop.model_shelf import ShelvedModel

_LANES = ("writer", "second-opinion", "fusion")
_MEGABYTE = 1_000_000


def model_rows(models: tuple[ShelvedModel, ...], texts: Texts) -> list[Row]:
    """One row a model; a file that nobody vouches for carries that in words."""
    return [_row(info, measured, texts) for info, measured in models]


def _row(info: ModelInfo, measured: Achieved | None, texts: Texts) -> Row:
    facts = [texts(f"model_role.{info.role or 'none'}"), info.quantisation, _megabytes(info.size_bytes)]
    if info.memory_now_bytes:
        facts.append(texts("models.memory", size=_megabytes(info.memory_now_bytes)))
    facts.append(texts("models.came" if info.embedded else "models.own"))
    ready = info.status == "ready"
    mark, tone = ("✓", "good") if ready and measured is not None and measured.may else ("○", "muted")
    if not ready:
        mark, tone = "!", "danger"
    said = " · ".join([*facts, *([] if ready else [texts(f"model_status.{info.status}")]), _may(measured, texts)])
    return Row(
        title=info.name,
        key=info.id,
        detail=said,
        chip=texts("models.unvalidated") if info.badge else "",
        mark=mark,
        tone="warn" if info.badge and ready else tone,  # type: ignore[arg-type]
        tip=texts("models.unvalidated_why") if info.badge else "",
        children=tuple(_card(info, measured, texts)),
    )


def _may(measured: Achieved | None, texts: Texts) -> str:
    if measured is None:
        return texts("models.not_measured")
    lanes = [texts(f"model_may.{lane}") for lane in _LANES if lane in measured.may]
    return texts("models.may", what=texts.list_of(lanes)) if lanes else texts("models.may_nothing")


def _card(info: ModelInfo, measured: Achieved | None, texts: Texts) -> list[Row]:
    """What its card and its file say, then what was measured here."""
    told = [
        ("state", "" if info.status == "ready" else info.sentence),
        ("use", info.intended_use),
        ("limits", texts.clauses_of(info.limits)),
        ("languages", texts.list_of([texts(f"model_language.{lang}") for lang in info.languages if lang in _KNOWN])),
        ("origin", info.origin),
        ("licence", info.licence or ""),
        ("context", f"{info.context:,}" if info.context else ""),
        ("architecture", info.architecture),
        ("sha", info.sha256 or ""),
    ]
    told += [(f"card_{name}", words) for name, words in info.attributes.model_dump().items() if words != _NOT_STATED]
    rows = [Row(title=texts(f"model_card.{name}"), detail=words) for name, words in told if words]
    return [*rows, *(_measurement(measured, texts) if measured is not None else [])]


def _measurement(measured: Achieved, texts: Texts) -> list[Row]:
    rows = [Row(title=texts("models.measured", number=measured.cases), detail=measured.when[:10], heading=True)]
    for lane in ("engine", *_LANES):
        result = measured.lanes.get(lane)
        if result is not None and result.of:
            value = texts("models.of", right=result.right, of=result.of, share=percent(result.share))
            rows.append(Row(title=texts(f"model_lane.{lane}"), value=value))
    if measured.tokens_per_second:
        speed = texts("models.speed", writes=f"{measured.tokens_per_second:.0f}")
        rows.append(Row(title=texts("models.pace"), value=speed))
    if measured.memory_bytes:
        rows.append(Row(title=texts("models.took"), value=_megabytes(measured.memory_bytes)))
    return rows


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:,.0f} MB"


_KNOWN = ("en", "zh")
_NOT_STATED = "not stated"  # what `SourceAttributes` holds where nobody has said anything
