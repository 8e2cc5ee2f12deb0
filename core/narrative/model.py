"""What comes out of this room: sentences that were traced, sentences that were not, the model that wrote, and what went
wrong with it."""

from __future__ import annotations

from core.assessment import ModelUsed, Sentence
from core.frozen import Frozen

Span = tuple[int, int]


class Withheld(Frozen):
    """A sentence that is not shown as fact, and why. It is counted, never stored: a review pane may show it."""

    text: str
    reasons: tuple[str, ...]


class Trouble(Frozen):
    """What went wrong with the model, in a sentence for a person; the document is complete without it. `given_up`: it
    will not be tried again on this machine until somebody asks for it."""

    model: str
    sentence: str
    given_up: bool


Checked = Sentence | Withheld | Trouble | ModelUsed
