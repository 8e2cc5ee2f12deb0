"""What an edit moved in the ranking, and because of what, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.units.percent import percent
from desktop.item_models.numbers import signed
from desktop.item_models.rows import Row, Spans
from desktop.item_models.waterfall_rows import WORDING, reason_name
from desktop.texts import Texts

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.diagnosis.comparison import Difference, Move
    from core.diagnosis.model import Evidence, RankedDisease

    Cause = tuple[Difference | Evidence, float]

_PLACES = 5  # a move that neither begins nor ends among the first so many is noise
_WEIGHS = 0.1  # log10: a disease that changed by less was only passed by others
_CHANCE = 0.05  # a chance that moved by less is not told
_CAUSES = 3


@dataclass(frozen=True)
class Moved:
    """One disease that changed its place, or stayed in it with another chance (`before` and `after` are those). A
    `cause` is a reason and how much more it weighs than before."""

    disease: RankedDisease | Move
    before: int | float | None
    after: int | float | None
    causes: tuple[Cause, ...]

    @property
    def up(self) -> bool:
        if isinstance(self.before, float) and isinstance(self.after, float):
            return self.after > self.before
        return (self.after or 10_000) < (self.before or 10_000)

    @property
    def spans(self) -> Spans:
        """Where the record says what did most."""
        return self.causes[0][0].spans if self.causes else ()


def moves_between(before: Assessment, after: Assessment) -> list[Moved]:
    """The changes worth telling: first of chances, then of places, each in the order of the new ranking."""
    from core.diagnosis.comparison import moved

    was = {e.concept for disease in before.differential for e in _said(disease)}
    now = {disease.id: disease for disease in after.differential}
    found = _chances(before, after)
    for move in moved(before.differential, after.differential):
        if min(move.rank_before or _PLACES + 1, move.rank_after or _PLACES + 1) > _PLACES:
            continue
        causes: list[Cause]
        if move.rank_before is None:
            # It was not on the list, so that only what is new in the record can be named.
            fresh = [e for e in _said(now[move.id]) if e.concept not in was]
            causes = [(e, e.weight) for e in sorted(fresh, key=lambda e: -abs(e.weight))]
        else:
            causes = [(d, d.difference) for d in move.because]
            if move.rank_after is not None and not any(abs(weight) >= _WEIGHS for _, weight in causes):
                continue
        found.append(Moved(move, move.rank_before, move.rank_after, _named_first(causes)))
    return found


def _chances(before: Assessment, after: Assessment) -> list[Moved]:
    """Those that kept their place but not their chance."""
    from core.diagnosis.comparison import compare

    was, found = {disease.id: disease for disease in before.differential}, []
    for now in after.differential[:_PLACES]:
        old = was.get(now.id)
        if old is not None and old.rank == now.rank and abs(old.probability - now.probability) >= _CHANCE:
            causes = [(d, d.difference) for d in compare(now, old).decided]
            found.append(Moved(now, old.probability, now.probability, _named_first(causes)))
    return found


def _named_first(causes: Sequence[Cause]) -> tuple[Cause, ...]:
    """The weightiest; findings before the wording of the record, which explains less to a reader."""
    return tuple(sorted(causes, key=lambda cause: cause[0].concept == WORDING)[:_CAUSES])


def moved_rows(moves: Iterable[Moved], texts: Texts) -> list[Row]:
    """Each disease that moved, with what moved it."""
    return [_row(moved, texts) for moved in moves]


def move_in_short(moved: Moved, texts: Texts) -> str:
    """One move as a phrase: name, places, and what did most."""
    because = f" ({_because(moved, texts, 1)})" if moved.causes else ""
    return f"{_arrow(moved)} {texts.of(moved.disease)} {_places(moved, texts)}{because}"


def _row(moved: Moved, texts: Texts) -> Row:
    because, places = _because(moved, texts, _CAUSES), _places(moved, texts)
    return Row(
        title=texts.of(moved.disease),
        key=moved.disease.id,
        mark=_arrow(moved),
        tone="info",
        value=places,
        detail=texts("moved.because", what=because) if because else "",
        spans=moved.spans,
        spoken=f"{texts.of(moved.disease)}: {places}. {because}",
    )


def _arrow(moved: Moved) -> str:
    return "▲" if moved.up else "▼"


def _places(moved: Moved, texts: Texts) -> str:
    before, after = (
        texts("moved.unlisted") if end is None else percent(end) if isinstance(end, float) else str(end)
        for end in (moved.before, moved.after)
    )
    return f"{before} → {after}"


def _because(moved: Moved, texts: Texts, most: int) -> str:
    return texts.list_of([f"{reason_name(cause, texts)} {signed(weight)}" for cause, weight in moved.causes[:most]])


def _said(disease: RankedDisease) -> tuple[Evidence, ...]:
    return (*disease.supporting, *disease.against)
