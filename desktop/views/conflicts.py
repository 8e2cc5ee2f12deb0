"""What the record says twice, differently: each contradiction with its sides, and the way to each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk import Desk
from desktop.item_models.marks import quoted
from desktop.item_models.rows import Row
from desktop.views.folding_section import FoldingSection

if TYPE_CHECKING:
    from core.language.model import Reading


class Conflicts(FoldingSection):
    """Folded until somebody wants to know; Enter or a click on a row goes from side to side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "conflicts")
        self.fold(True)

    def show_reading(self, reading: Reading, text: str) -> None:
        """Those of this reading of this text."""
        texts = self._desk.texts
        self.show_rows(
            [
                Row(
                    title=conflict.about,
                    key=f"{conflict.about} {conflict.spans}",
                    mark="⚡",
                    tone="warn",
                    detail=" ↔ ".join(quoted(text, span) for span in conflict.spans),
                    spans=conflict.spans,
                    spoken=texts("conflicts.spoken", about=conflict.about),
                )
                for conflict in reading.conflicts
            ]
        )
