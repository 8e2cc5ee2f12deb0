"""Scores, checks, prose, withheld sentences and provenance as rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.item_models.rows import Row
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.assessment import Assessment, Sentence
    from core.scores.model import ScoreResult

_MISSING_SHOWN = 4  # names of unknown inputs in a list; the page of the score has all


def score_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """Every score; its inputs are on its own page."""
    return [_score(score, texts) for score in assessment.scores]


def sentence_row(sentence: Sentence, texts: Texts) -> Row:
    """One sentence whose claims were traced."""
    return Row(
        title=sentence.text,
        detail=texts("summary.by_model") if sentence.author == "model" else "",
        spans=sentence.spans,
        tip=texts("summary.traced", number=len(sentence.spans)),
    )


def withheld_row(withheld: Any, texts: Texts) -> Row:
    """A sentence that could not be traced, marked so that nobody takes it for a result."""
    return Row(
        title=withheld.text,
        mark="✕",
        tone="danger",
        detail=texts("review.because", reasons="; ".join(withheld.reasons)),
    )


def provenance_rows(assessment: Assessment, texts: Texts, today: date) -> list[Row]:
    """What the result rests on."""
    from core.reports.figures import left_over

    p = assessment.provenance
    rows = [Row(title=texts("source.app"), value=f"Bedside {p.app}")]
    for name, pack in p.knowledge.items():
        late = date.fromisoformat(pack.review_by) < today
        rows.append(
            Row(
                title=texts("source.pack", name=_in_words(f"source.pack_{name}", name, texts)),
                value=pack.version,
                detail=texts("source.overdue" if late else "source.review_by", day=pack.review_by),
                chip=texts("source.past") if late else "",
                tone="warn" if late else "plain",
            )
        )
    rows += [
        Row(
            title=texts("source.model", name=m.name),
            value=m.quantisation,
            detail=f"{m.device} · sha256 {m.sha256[:16]}…",
            tip=m.sha256,
        )
        for m in p.models
    ]
    if not p.models:
        rows.append(Row(title=texts("source.no_model")))
    rows.append(
        Row(
            title=texts("source.calibration"),
            detail=texts.sentence(p.calibrated_on or "") or texts("source.uncalibrated"),
        )
    )
    rows.append(Row(title=texts("source.unlisted"), value=left_over(assessment.unlisted)))
    total = sum(p.timings_ms.values())
    timed = [(f"source.step_{step}", step, ms) for step, ms in p.timings_ms.items()]
    parts = texts.list_of([f"{_in_words(key, step, texts)} {ms:.0f}" for key, step, ms in timed])
    rows.append(Row(title=texts("source.timing"), value=f"{total:.0f} ms", detail=parts))
    rows.append(Row(title=texts("source.input"), detail=p.input_sha256, tip=p.input_sha256))
    rows.append(
        Row(
            title=texts("source.replayable" if p.replayable else "source.not_replayable"),
            detail=texts("source.seed", seed=p.seed),
        )
    )
    return rows


def _in_words(key: str, name: str, texts: Texts) -> str:
    """The words of a key, where there are any; else the name as it is."""
    return texts(key) if texts.has(key) else name


def score_value(score: ScoreResult, texts: Texts) -> str:
    """The value with its unit, or the range that it lies in."""
    if score.value is None and score.range is not None:
        low, high = score.range
        value = f"{low:g}–{high:g}" if low != high else f"{low:g}"
    else:
        value = (
            "–"
            if score.value is None
            else f"{score.value:g}"
            if isinstance(score.value, float)
            else texts.sentence(str(score.value))
        )
    return " ".join(part for part in (value, texts.sentence(score.unit or "")) if part)


def _score(score: ScoreResult, texts: Texts) -> Row:
    value = score_value(score, texts)
    missing = score.missing_zh if texts.tongue == "zh" and score.missing_zh else score.missing
    details = [texts.of(score, "category")] if score.category else []
    if missing:
        named = texts.list_of(missing[:_MISSING_SHOWN])
        more = len(missing) - _MISSING_SHOWN
        details.append(
            texts("scores.missing_more", what=named, number=more) if more > 0 else texts("scores.missing", what=named)
        )
    details += score.cautions_zh if texts.tongue == "zh" and score.cautions_zh else score.cautions
    return Row(
        title=texts.of(score),
        key=score.id,
        value=value,
        detail=" · ".join(details),
        strong=True,
        leads=True,
        tip=score.source,
        spoken=f"{texts.of(score)}: {value}. {'. '.join(details)}",
    )
