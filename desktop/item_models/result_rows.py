"""Scores, checks, prose, withheld sentences and provenance as rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.item_models.rows import Row
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.assessment import Assessment, Sentence
    from core.scores.model import ScoreInput, ScoreResult


def score_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """Every score with its inputs beneath it."""
    return [_score(score, texts) for score in assessment.scores]


def check_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """Whether each check was made; one that was not is said as loudly as one that found something."""
    rows = [
        Row(
            title=item.message,
            detail=item.action,
            chip=texts(f"severity.{item.severity}"),
            tone="danger" if item.severity in ("contraindicated", "major") else "warn",
            mark="!",
            tip=item.source,
        )
        for item in assessment.safety
    ]
    for check in assessment.checks:
        details = []
        if check.looked_at:
            details.append(texts("checks.looked_at", what=texts.list_of(check.looked_at)))
        if check.could_not_judge:
            details.append(texts("checks.not_judged", what=texts.list_of(check.could_not_judge)))
        done = check.status == "done"
        rows.append(
            Row(
                title=texts(f"check.{check.kind}"),
                key=check.kind,
                mark="✓" if done else "–",
                chip=texts(f"check_status.{check.status}"),
                tone="good" if done else "warn",
                detail=" · ".join(details),
            )
        )
    return rows


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
    p = assessment.provenance
    rows = [Row(title=texts("source.app"), value=f"Bedside {p.app}")]
    for name, pack in p.knowledge.items():
        late = date.fromisoformat(pack.review_by) < today
        rows.append(
            Row(
                title=texts("source.pack", name=name),
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
    rows.append(Row(title=texts("source.calibration"), detail=p.calibrated_on or texts("source.uncalibrated")))
    rows.append(Row(title=texts("source.unlisted"), value=f"{assessment.unlisted * 100:.0f}%"))
    total = sum(p.timings_ms.values())
    parts = texts.list_of([f"{_step(step, texts)} {ms:.0f}" for step, ms in p.timings_ms.items()])
    rows.append(Row(title=texts("source.timing"), value=f"{total:.0f} ms", detail=parts))
    rows.append(Row(title=texts("source.input"), detail=p.input_sha256, tip=p.input_sha256))
    rows.append(
        Row(
            title=texts("source.replayable" if p.replayable else "source.not_replayable"),
            detail=texts("source.seed", seed=p.seed),
        )
    )
    return rows


def _step(step: str, texts: Texts) -> str:
    return texts(f"source.step_{step}")


def _score(score: ScoreResult, texts: Texts) -> Row:
    if score.range is not None:
        value = f"{score.range[0]:g}–{score.range[1]:g}"
    else:
        value = (
            "–" if score.value is None else f"{score.value:g}" if isinstance(score.value, float) else str(score.value)
        )
    unit = texts("scores.points") if score.unit == "points" else score.unit or ""
    missing = score.missing_zh if texts.tongue == "zh" and score.missing_zh else score.missing
    details = [texts.of(score, "category")] if score.category else []
    if missing:
        details.append(texts("scores.missing", what=texts.list_of(missing)))
    details += score.cautions_zh if texts.tongue == "zh" and score.cautions_zh else score.cautions
    return Row(
        title=texts.of(score),
        key=score.id,
        value=" ".join(part for part in (value, unit) if part),
        detail=" · ".join(details),
        strong=True,
        tip=score.source,
        spoken=f"{texts.of(score)}: {value} {unit}. {'. '.join(details)}",
        children=tuple(_input(given, texts) for given in score.inputs),
    )


def _input(given: ScoreInput, texts: Texts) -> Row:
    value = given.value
    if isinstance(value, bool):
        said = texts("scores.yes" if value else "scores.no")
    else:
        said = "–" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    place = () if given.start is None or given.end is None else ((given.start, given.end),)
    note = texts("scores.assumed") if given.assumed else ""
    return Row(title=texts.of(given), value=f"{said} {given.unit or ''}".strip(), detail=note, spans=place)
