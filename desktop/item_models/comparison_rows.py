"""Two diseases side by side, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.item_models.numbers import chance, signed
from desktop.item_models.rows import Row
from desktop.item_models.waterfall_rows import reason_name, waterfall_rows
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.diagnosis.comparison import Comparison, Difference
    from core.diagnosis.model import RankedDisease

_SHOWN = 14


def comparison_rows(comparison: Comparison, first: RankedDisease, second: RankedDisease, texts: Texts) -> list[Row]:
    """Where each stands with its waterfall folded, what the record says of both, and what would decide."""
    everything = (*comparison.decided, *comparison.would_decide)
    scale = max((abs(weight) for d in everything for weight in (d.first, d.second)), default=1.0)
    rows = [explained_row(first, "A", texts), explained_row(second, "B", texts)]
    for title, differences in (
        ("compare.decided", comparison.decided),
        ("compare.would_decide", comparison.would_decide),
    ):
        rows.append(Row(title=texts(title), key=title, heading=True, columns=("A", "B")))
        rows += [_difference(d, scale, texts) for d in differences[:_SHOWN]]
        if not differences:
            rows.append(Row(title=texts("compare.nothing"), tone="muted"))
    return rows


def explained_row(disease: RankedDisease, letter: str, texts: Texts, *, unfolded: bool = False) -> Row:
    """One disease with its rank, and its waterfall beneath."""
    name = texts.of(disease)
    return Row(
        title=name,
        key=f"{letter}:{disease.id}",
        mark=letter,
        value=chance(disease.probability),
        bar=disease.probability,
        detail=f"{texts('compare.rank', rank=disease.rank)} · {texts(f'band.{disease.band}')}",
        strong=True,
        unfolded=unfolded,
        children=waterfall_rows(disease, texts),
    )


def _difference(difference: Difference, scale: float, texts: Texts) -> Row:
    label = reason_name(difference, texts)
    return Row(
        title=label,
        key=f"{difference.state}:{difference.concept}",
        mark="?" if difference.state == "unknown" else "",
        tone="info",
        pair=(difference.first, difference.second),
        scale=scale,
        spans=difference.spans,
        tip=texts("differential.somewhere") if difference.spans else "",
        spoken=texts("compare.spoken", label=label, first=signed(difference.first), second=signed(difference.second)),
    )
