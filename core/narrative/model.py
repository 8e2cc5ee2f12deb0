"""What comes out of this room: sentences that were traced, sentences that were not, and the model that wrote."""

from __future__ import annotations

from core.assessment import ModelUsed, Sentence
from core.frozen import Frozen

Span = tuple[int, int]


class Withheld(Frozen):
    """A sentence that is not shown as fact, and why. It is counted, never stored: a review pane may show it."""

    text: str
    reasons: tuple[str, ...]


Checked = Sentence | Withheld | ModelUsed
