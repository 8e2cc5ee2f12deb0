"""Models as rows: what each is for and may do, and its card unfolded below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.item_models.measured_rows import measured_rows, megabytes
from desktop.item_models.rows import Row
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.models import Achieved, ModelInfo
    from desktop.model_shelf import ShelvedModel

_LANES = ("writer", "second-opinion", "fusion")
_READ_NOW = 4096  # tokens that Bedside asks a model to hold


def model_rows(models: tuple[ShelvedModel, ...], texts: Texts) -> list[Row]:
    """One row a model; a file that nobody vouches for carries that in words."""
    return [_row(model, texts) for model in models]


def _row(model: ShelvedModel, texts: Texts) -> Row:
    info, measured = model.info, model.measured
    facts = [texts(f"model_role.{info.role or 'none'}"), info.quantisation, megabytes(info.size_bytes)]
    if info.memory_now_bytes:
        size, context = megabytes(info.memory_now_bytes), f"{_now(info):,}"
        facts.append(texts("models.memory", size=size, context=context))
    facts.append(texts("models.came" if info.embedded else "models.own"))
    ready = info.status == "ready"
    mark, tone = ("✓", "good") if ready and measured is not None and measured.may else ("○", "muted")
    if not ready:
        mark, tone = "!", "danger"
    said = [*facts, *([] if ready else [texts(f"model_status.{info.status}")]), *_standing(model, texts)]
    return Row(
        title=info.name,
        key=info.id,
        detail=" · ".join(said),
        chip=texts("models.unvalidated") if info.badge else "",
        mark=mark,
        tone="warn" if info.badge and ready else tone,  # type: ignore[arg-type]
        tip=texts("models.unvalidated_why") if info.badge else "",
        children=(*_warnings(model, texts), *measured_rows(measured, texts), *_card(model, texts)),
    )


def _standing(model: ShelvedModel, texts: Texts) -> list[str]:
    """What it may do here; of what only reads and is never measured, nothing."""
    measured = model.measured
    if measured is not None:
        return [_may(measured, texts)]
    if model.info.role == "encoder":
        return []
    return [texts("models.not_measured_serves" if model.serves else "models.not_measured")]


def _may(measured: Achieved, texts: Texts) -> str:
    lanes = [texts(f"model_may.{lane}") for lane in _LANES if lane in measured.may]
    return texts("models.may", what=texts.list_of(lanes)) if lanes else texts("models.may_nothing")


def _card(model: ShelvedModel, texts: Texts) -> list[Row]:
    """What its card and its file say, and what they do not: nobody should take silence for an answer."""
    info = model.info
    words = info.chinese if texts.tongue == "zh" else None
    told = [
        ("use", (words and words.intended_use) or texts.sentence(info.intended_use)),
        ("limits", texts.clauses_of((words and words.limits) or [texts.sentence(limit) for limit in info.limits])),
        ("languages", texts.list_of([texts(f"model_language.{lang}") for lang in info.languages if lang in _KNOWN])),
        ("origin", (words and words.origin) or texts.sentence(info.origin)),
        ("licence", texts.sentence(info.licence or "")),
        ("context", f"{info.context:,}" if info.context else ""),
        ("memory", _memory(info, texts)),
        ("runs", texts.sentence(model.stands)),
        ("architecture", info.architecture),
        ("sha", info.sha256 or ""),
    ]
    for name, english in info.attributes.model_dump().items():
        chinese = getattr(words.attributes, name) if words is not None else _NOT_STATED
        told.append((f"card_{name}", next((said for said in (chinese, english) if said != _NOT_STATED), "")))
    rows = [Row(title=texts(f"model_card.{name}"), detail=said or texts("models.not_stated")) for name, said in told]
    return [Row(title=texts("models.card"), heading=True), *rows]


def _warnings(model: ShelvedModel, texts: Texts) -> list[Row]:
    """What stands in the way of using it."""
    state = "" if model.info.status == "ready" else texts.sentence(model.info.sentence)
    told = (("caution", texts.sentence(model.caution)), ("state", state))
    return [Row(title=texts(f"model_card.{name}"), detail=said, tone="warn") for name, said in told if said]


def _memory(info: ModelInfo, texts: Texts) -> str:
    """What it takes now, and at all that it can read."""
    if not info.memory_now_bytes:
        return ""
    now = texts("models.memory_now", size=megabytes(info.memory_now_bytes), context=f"{_now(info):,}")
    if not info.memory_full_bytes or not info.context or info.context <= _READ_NOW:
        return now
    full = texts("models.memory_full", size=megabytes(info.memory_full_bytes), context=f"{info.context:,}")
    return texts.clauses_of([now, full])


def _now(info: ModelInfo) -> int:
    return min(_READ_NOW, info.context or _READ_NOW)


_KNOWN = ("en", "zh")
_NOT_STATED = "not stated"  # what `SourceAttributes` holds where nobody has said anything
