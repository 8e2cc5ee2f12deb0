"""Why a disease stands where it does, from how common it is to its chance: each bar begins where the last one ended."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from desktop.item_models.numbers import chance, signed
from desktop.item_models.rows import Fall, Row
from desktop.palette import Tone
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.diagnosis.comparison import Difference
    from core.diagnosis.model import Evidence, RankedDisease

_MISSING_SHOWN = 8
WORDING = "wording"  # how the record is worded as a whole: a reason, but none that a short list names


def waterfall_rows(disease: RankedDisease, texts: Texts) -> tuple[Row, ...]:
    """The prior, every reason for and against, what the record leaves unsaid, their sum, and what is not known yet."""
    said = (*disease.supporting, *disease.against)
    weights = [disease.prior_log10, *(e.weight for e in said)]
    silent = disease.unmentioned_log10
    if abs(silent) >= 0.005:
        weights.append(silent)
    ends = list(accumulate(weights))
    total = disease.total_log10 if disease.total_log10 is not None else ends[-1]
    low, high = min(0.0, *ends, total), max(0.0, *ends, total)
    rows = [_whole(texts("waterfall.prior"), ends[0], low, high, "prior", texts("waterfall.prior_tip"))]
    falls = [Fall(begin, end, low, high) for begin, end in pairwise(ends)]
    rows += [reason_row(e, texts, fall) for e, fall in zip(said, falls, strict=False)]
    if len(falls) > len(said):
        rows.append(
            Row(
                title=texts("waterfall.unmentioned"),
                key="unmentioned",
                mark="−" if silent < 0 else "+",
                tone="muted",
                value=signed(silent),
                fall=falls[-1],
                tip=texts("waterfall.unmentioned_tip"),
                spoken=texts("waterfall.spoken", label=texts("waterfall.unmentioned"), weight=signed(silent)),
            )
        )
    said_sum = texts("waterfall.sum", percent=chance(disease.probability), band=texts(f"band.{disease.band}"))
    rows.append(_whole(said_sum, total, low, high, "sum", texts("waterfall.sum_tip")))
    if disease.missing:
        rows.append(Row(title=texts("waterfall.open"), key="open", heading=True))
        rows += [reason_row(e, texts) for e in disease.missing[:_MISSING_SHOWN]]
    return tuple(rows)


def reason_row(evidence: Evidence, texts: Texts, fall: Fall | None = None) -> Row:
    """One reason, drawn as a bar of the waterfall, or as a weight where it has no place in one."""
    weight, label = signed(evidence.weight), texts.of(evidence, "label")
    wording, name = evidence.concept == WORDING, reason_name(evidence, texts)
    kind = "missing" if evidence.state == "unknown" or fall is None else "for" if evidence.weight >= 0 else "against"
    sign = {"for": "+", "against": "−", "missing": "?"}[kind]
    tone: Tone = "good" if kind == "for" else "danger" if kind == "against" else "muted"
    return Row(
        title=name,
        detail=_words_of(label) if wording else "",
        key=f"{kind}:{evidence.concept}",
        mark=sign,
        tone=tone,
        value=weight,
        fall=fall,
        weight=evidence.weight if fall is None else None,
        spans=evidence.spans,
        tip=_rests_on(evidence, texts, known=kind != "missing"),
        spoken=texts(f"differential.spoken_{kind}", label=name, weight=weight),
    )


def reason_name(reason: Evidence | Difference, texts: Texts) -> str:
    """What a reason is called; the wording of the record has no name of its own."""
    return texts("waterfall.wording") if reason.concept == WORDING else texts.of(reason, "label")


def _words_of(label: str) -> str:
    """The words alone: what stands behind the first colon of either language."""
    return label.replace("：", ":").partition(":")[2].strip() or label


def basis_of(basis: str, source: str, texts: Texts) -> str:
    """What a number rests on, in words: the kind of basis, and the source where it says more."""
    kind = texts(f"basis.{basis}") if texts.has(f"basis.{basis}") else basis
    return texts("differential.rests_on", basis=kind, source=source) if source and source != basis else kind


def _rests_on(evidence: Evidence, texts: Texts, *, known: bool) -> str:
    said = basis_of(evidence.basis, evidence.source, texts)
    if not known:
        return said
    place = "differential.somewhere" if evidence.spans else "differential.nowhere"
    return f"{said} {texts(place)}"


def _whole(title: str, value: float, low: float, high: float, key: str, tip: str) -> Row:
    return Row(
        title=title,
        key=key,
        mark="=" if key == "sum" else "○",
        tone="muted",
        value=signed(value),
        fall=Fall(0.0, value, low, high, whole=True),
        strong=key == "sum",
        tip=tip,
        spoken=f"{title}: {signed(value)}",
    )
