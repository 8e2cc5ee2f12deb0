"""Urgency, dangers, differential and next steps as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.units.percent import percent
from desktop.item_models.rows import Row
from desktop.palette import Tone
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.diagnosis.model import Abstention, CannotMiss, Evidence, NextStep, RankedDisease

LEVEL_TONES: dict[str | None, Tone] = {
    "emergent": "danger",
    "one-day": "warn",
    "one-week": "info",
    "self-care": "good",
    None: "muted",
}


def differential_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """The ranking, each disease with its reasons beneath it, and last the chance that it is none of Bedside's."""
    rows = [_disease(disease, texts) for disease in assessment.differential]
    if rows:
        chance = assessment.unlisted
        rows.append(Row(title=texts("source.unlisted"), key="", value=percent(chance), bar=chance, tone="muted"))
    return rows


def danger_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """What the record does not exclude."""
    return [_danger(danger, texts) for danger in assessment.cannot_miss]


def step_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """What to ask, examine or test next."""
    return [_step(step, texts) for step in assessment.next_steps]


def separating_rows(abstention: Abstention, texts: Texts) -> list[Row]:
    """What would tell the candidates apart."""
    return [
        Row(title=texts.of(item, "label"), key=item.concept, mark="?", tone="info") for item in abstention.separating
    ]


def _disease(disease: RankedDisease, texts: Texts) -> Row:
    name, band = texts.of(disease), texts(f"band.{disease.band}")
    reasons = tuple(
        _reason(evidence, sign, texts)
        for sign, group in (("+", disease.supporting), ("−", disease.against), ("?", disease.missing))
        for evidence in group
    )
    codes = " ".join(disease.icd10cm)
    return Row(
        title=name,
        key=disease.id,
        mark=str(disease.rank),
        value=percent(disease.probability),
        bar=disease.probability,
        detail=band + _in_short(disease, texts),
        strong=disease.rank <= 3,
        tip=texts("differential.tip", name=name, codes=codes or "–"),
        spoken=texts(
            "differential.spoken",
            rank=disease.rank,
            name=name,
            band=band,
            percent=percent(disease.probability),
            supporting=len(disease.supporting),
            against=len(disease.against),
        ),
        children=reasons,
    )


def _in_short(disease: RankedDisease, texts: Texts) -> str:
    """The two strongest reasons for it and the strongest against, as one line."""
    parts = [f"+ {texts.of(e, 'label')}" for e in disease.supporting[:2]]
    parts += [f"− {texts.of(e, 'label')}" for e in disease.against[:1]]
    return "".join(f" · {part}" for part in parts)


def _reason(evidence: Evidence, sign: str, texts: Texts) -> Row:
    label = texts.of(evidence, "label")
    kind = {"+": "for", "−": "against", "?": "missing"}[sign]
    tone: Tone = "good" if sign == "+" else "danger" if sign == "−" else "muted"
    basis = texts(f"basis.{evidence.basis}") if texts.has(f"basis.{evidence.basis}") else evidence.basis
    source = evidence.source if evidence.source and evidence.source != evidence.basis else ""
    weight = f"{evidence.weight:+.2f}".replace("-", "−")
    place = "" if evidence.spans or sign == "?" else texts("differential.nowhere")
    return Row(
        title=label,
        key=f"{kind}:{evidence.concept}",
        mark=sign,
        tone=tone,
        value=weight if sign != "?" else texts("differential.unknown"),
        weight=evidence.weight if sign != "?" else None,
        spans=evidence.spans,
        tip=texts("differential.reason_tip", basis=basis, source=source or "–") + (f"\n{place}" if place else ""),
        spoken=texts(f"differential.spoken_{kind}", label=label, weight=weight),
    )


def _danger(danger: CannotMiss, texts: Texts) -> Row:
    how = danger.excluded_by_zh if texts.tongue == "zh" and danger.excluded_by_zh else danger.excluded_by
    excluded = texts("dangers.excluded_by", how=texts.clauses_of(how)) if how else ""
    name = texts.of(danger)
    return Row(
        title=name,
        key=danger.id,
        mark="!",
        tone="danger",
        value=texts("dangers.rank", rank=danger.rank) if danger.rank is not None else "",
        detail=excluded,
        spans=danger.why_open,
        spoken=f"{texts('dangers.title')}: {name}. {excluded}",
    )


def _step(step: NextStep, texts: Texts) -> Row:
    marks = {"question": "?", "examination": "◎", "test": "⚗"}
    kind = texts(f"step.{step.kind}")
    label = texts.of(step, "label")
    return Row(
        title=label,
        key=f"{step.kind}:{step.label}",
        mark=marks[step.kind],
        chip=texts(f"level.{step.urgency}"),
        tone="info",
        detail=f"{kind} · {texts.of(step, 'would_change')}",
        tip=texts("step.tip", bits=f"{step.information_bits:.2f}", harm=texts(f"harm.{step.harm_if_missed}")),
        spoken=f"{kind}: {label}. {texts.of(step, 'would_change')}",
    )
