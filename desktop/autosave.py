"""Text that nobody has saved yet is kept in the encrypted records, so that a crash or the lock loses nothing.

Never in a plain file: while the user works without storing, nothing is kept at all.
"""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.changes import Change
from desktop.desk import Desk
from desktop.draft import Draft

AFTER_REST_MS = 1500  # since the last key
AT_LATEST_MS = 10_000  # while somebody types without a pause


class Autosave(QObject):
    """`kept` tells the id of a draft that is now in the records, `failed` why one is not."""

    kept = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft: Draft | None = None
        self.kept_at: datetime | None = None  # the text of now, or an earlier form of it
        self._held: set[str] = set()  # the drafts that the records may hold
        self._rest, self._latest = self._timer(AFTER_REST_MS), self._timer(AT_LATEST_MS)

    def follow(self, draft: Draft) -> None:
        """The text was changed to this."""
        if not self._desk.services.unlocked or not draft.text.strip():
            return
        self._draft = draft
        self._rest.start()
        if not self._latest.isActive():
            self._latest.start()

    def settle(self) -> None:
        """There is nothing to keep any more: it was saved, or the lock has kept it."""
        self._draft = self.kept_at = None
        self._rest.stop()
        self._latest.stop()
        self._desk.operations.cancel("draft")

    def holds(self, key: str, kept_at: datetime) -> None:
        """The records have a draft of this id."""
        self._held.add(key)
        self.kept_at = kept_at

    def saved(self, key: str) -> None:
        """The case with this id was saved, and its draft has gone with that."""
        self._held.discard(key)

    def discard(self, key: str) -> None:
        """Somebody chose to lose the text with this id."""
        self.settle()
        services = self._desk.services
        if services.unlocked and key in self._held:
            self._held.discard(key)
            self._desk.operations.start(
                lambda _: services.drop_draft(key),
                lane="records",
                done=lambda _: self._desk.changes.tell(Change(cases=True)),
                failed=self.failed.emit,
            )

    def _keep(self) -> None:
        draft, services = self._draft, self._desk.services
        self._rest.stop()
        self._latest.stop()
        self._draft = None
        if draft is None or not services.unlocked:
            return

        def kept(_: None) -> None:
            self.kept_at = datetime.now(UTC)
            self.kept.emit(draft.id)
            if draft.id not in self._held:
                self._held.add(draft.id)
                self._desk.changes.tell(Change(cases=True))

        self._desk.operations.start(
            lambda _: services.keep_draft(draft.case()),
            lane="records",
            done=kept,
            failed=self.failed.emit,
            key="draft",
        )

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(self._keep)
        return timer
