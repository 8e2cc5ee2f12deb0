"""A second opinion as rows: what the model named, by how often it did, and the order that both together give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.item_models.rows import Row
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.validation import Named, SecondOpinion
    from core.validation.fusion import Fused


def opinion_rows(opinion: SecondOpinion, texts: Texts) -> list[Row]:
    """One row a disease, the most often named first. How sure the model says it is, is not asked and not shown."""
    rows = [_named(named, opinion.samples, texts) for named in opinion.named]
    if opinion.fused is None:
        return rows
    same = all(line.rank == line.engine_rank for line in opinion.fused)
    rows.append(Row(title=texts("opinion.together_same" if same else "opinion.together"), key="together", heading=True))
    return rows if same else [*rows, *(_common(line, texts) for line in opinion.fused)]


def agreement(opinion: SecondOpinion, texts: Texts) -> str:
    """Whether both have the same disease first; nothing where one of them has none."""
    if opinion.agrees is None or opinion.engine_first is None:
        return ""
    zh = opinion.engine_first_zh if texts.tongue == "zh" else None
    return texts("opinion.agrees" if opinion.agrees else "opinion.differs", first=zh or opinion.engine_first)


def _named(named: Named, samples: int, texts: Texts) -> Row:
    place = named.engine_rank
    return Row(
        title=texts.of(named),
        key=named.id,
        value=texts("opinion.samples", number=named.samples, all=samples),
        detail=texts("opinion.engine_place", place=place) if place else texts("opinion.engine_not"),
        bar=named.samples / samples if samples else None,
        leads=True,
    )


def _common(line: Fused, texts: Texts) -> Row:
    return Row(
        title=f"{line.rank}. {texts.of(line)}",
        key=f"together:{line.id}",
        value=texts("opinion.named" if line.named else "opinion.not_named"),
        detail=texts("opinion.engine_place", place=line.engine_rank),
    )
