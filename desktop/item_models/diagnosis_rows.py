"""Urgency, dangers, differential and next steps as rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.item_models.numbers import chance
from desktop.item_models.rows import Row
from desktop.item_models.waterfall_rows import WORDING, reason_row, waterfall_rows
from desktop.palette import Tone
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.diagnosis.model import Abstention, CannotMiss, Evidence, NextStep, RankedDisease, Together

_DANGERS_IN_FULL = 2
_NEW_LINE = "\u2028"
LEVEL_TONES: dict[str | None, Tone] = {
    "emergent": "danger",
    "one-day": "warn",
    "one-week": "info",
    "self-care": "good",
    None: "muted",
}


def differential_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """The ranking, each disease with its waterfall beneath it, what may be there together, and last the chance that it
    is none of Bedside's."""
    rows = [_disease(disease, texts) for disease in assessment.differential]
    if assessment.together:
        rows.append(Row(title=texts("together.title"), key="together", heading=True, tip=texts("together.tip")))
        rows += [_together(pair, texts) for pair in assessment.together]
    if rows:
        from core.reports.figures import left_over

        chance = assessment.unlisted
        rows.append(Row(title=texts("differential.none_of_them"), key="unlisted", heading=True))
        rows.append(Row(title=texts("source.unlisted"), value=left_over(chance), bar=chance, tip=texts("unlisted.tip")))
    return rows


def danger_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """What the record does not exclude. Few are told with what would exclude them; more would not all be seen at once
    and unfold instead."""
    few = len(assessment.cannot_miss) <= _DANGERS_IN_FULL
    return [_danger(danger, texts, in_full=few) for danger in assessment.cannot_miss]


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
    codes = " ".join(disease.icd10cm)
    return Row(
        title=name,
        key=disease.id,
        mark=str(disease.rank),
        value=chance(disease.probability),
        bar=disease.probability,
        detail=band + _in_short(disease, texts),
        strong=disease.rank <= 3,
        tip=texts("differential.tip", name=name, codes=codes or "–"),
        spoken=texts(
            "differential.spoken",
            rank=disease.rank,
            name=name,
            band=band,
            percent=chance(disease.probability),
            supporting=len(disease.supporting),
            against=len(disease.against),
        ),
        children=waterfall_rows(disease, texts),
    )


def _in_short(disease: RankedDisease, texts: Texts) -> str:
    """The two strongest reasons for it and the strongest against, as one line."""
    supporting, against = (
        [f"{sign} {texts.of(e, 'label')}" for e in group if e.concept != WORDING]
        for sign, group in (("+", disease.supporting), ("−", disease.against))
    )
    parts = supporting[:2] + against[:1]
    return "".join(f" · {part}" for part in parts)


def _together(pair: Together, texts: Texts) -> Row:
    names = [(zh or en) if texts.tongue == "zh" else en for en, zh in zip(pair.names, pair.names_zh, strict=True)]
    reasons: list[Row] = []
    for name, only in zip(names, (pair.only_first, pair.only_second), strict=True):
        reasons.append(Row(title=texts("together.only", name=name), key=f"only:{name}", heading=True))
        reasons += [_own(evidence, texts) for evidence in only]
    return Row(
        title=" + ".join(names),
        key="+".join(pair.ids),
        # No figure: it is a share among pairs, and beside the chance of one member it would mislead.
        spoken=f"{texts('together.title')}: {' + '.join(names)}",
        children=tuple(reasons),
    )


def _own(evidence: Evidence, texts: Texts) -> Row:
    return replace(reason_row(evidence, texts), mark="+", tone="good")


def _danger(danger: CannotMiss, texts: Texts, *, in_full: bool) -> Row:
    how = danger.excluded_by_zh if texts.tongue == "zh" and danger.excluded_by_zh else danger.excluded_by
    excluded = texts("dangers.excluded_by", how=texts.clauses_of(how)) if how else ""
    name = texts.of(danger)
    return Row(
        title=name,
        key=danger.id,
        mark="!",
        tone="danger",
        value=texts("dangers.rank", rank=danger.rank) if danger.rank is not None else "",
        detail=excluded if in_full else "",
        leads=in_full,
        children=() if in_full else _about(danger, excluded, texts),
        spoken=f"{texts('dangers.title')}: {name}. {excluded}",
    )


def _about(danger: CannotMiss, excluded: str, texts: Texts) -> tuple[Row, ...]:
    why = Row(title=texts("dangers.why_open"), key=danger.id, leads=True, tone="info", mark="?")
    return (Row(title=excluded, key=f"excluded:{danger.id}", mark="✓", tone="muted"), why) if excluded else (why,)


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
        detail=_answers(kind, texts.of(step, "would_change")),
        tip=_worth(step, texts),
        spoken=f"{kind}: {label}. {texts.of(step, 'would_change')}",
    )


def _worth(step: NextStep, texts: Texts) -> str:
    """How much it would tell, where that is worth a number: a step may be due for what it rules out alone."""
    from core.diagnosis.step_worth import LEAST_BITS

    harm = texts(f"harm.{step.harm_if_missed}")
    if step.information_bits < LEAST_BITS:
        return texts("step.tip_due", harm=harm)
    return texts("step.tip", bits=f"{step.information_bits:.2f}", harm=harm)


def _answers(kind: str, change: str) -> str:
    """What each answer would do, on a line of its own."""
    return f"{kind} · {change}".replace("; ", _NEW_LINE).replace("；", _NEW_LINE)
