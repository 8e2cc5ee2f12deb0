"""What a person may have meant by words that complete no name: findings near to them, to choose from."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from core.system.cancel import CancelToken
from desktop.texts import Tongue
from desktop.vocabulary import Suggestion

if TYPE_CHECKING:
    from core.knowledge.near import NearFindings


class Nearby:
    """`suggest` never waits for the encoder: until `prepare` (for the lane "models") has it running, words decide."""

    def __init__(self) -> None:
        self._near: NearFindings | None = None
        self._turn = threading.Lock()
        self._failed = False  # until the models change: what does not start would be started at every key

    @property
    def ready(self) -> bool:
        """Whether the encoder takes part."""
        return self._near is not None and self._near.ready

    @property
    def wanted(self) -> bool:
        """Whether it would help to start the encoder: it does not run, as after a time without questions, and the last
        start did not fail."""
        return not self._failed and not self.ready

    def prepare(self, cancel: CancelToken) -> None:
        """Start the encoder, if there is one; some seconds the first time."""
        self._open().prepare(cancel)
        self._failed = not self.ready and not cancel.cancelled

    def suggest(self, words: str, tongue: Tongue, cancel: CancelToken | None = None) -> tuple[Suggestion, ...]:
        """Up to five findings, each named and labelled by what it is called; for a lane."""
        from core.knowledge.base import default_knowledge

        near = self._open()
        found = near.find(words, cancel=cancel) if near.ready else near.by_words(words)
        knowledge = default_knowledge()
        labels = [(term, knowledge.label(term)) for term in found]
        names = [(term, (label.zh if tongue == "zh" else None) or label.en) for term, label in labels]
        return tuple(Suggestion("finding", term, name, name, near=True) for term, name in names)

    def close(self) -> None:
        """Before the program ends, and when the models have changed: let the worker go."""
        with self._turn:
            near, self._near = self._near, None
            self._failed = False
        if near is not None:
            near.close()

    def _open(self) -> NearFindings:
        from core.knowledge.base import default_knowledge
        from core.knowledge.near import NearFindings

        with self._turn:
            if self._near is None:
                self._near = NearFindings.open(default_knowledge())
            return self._near
