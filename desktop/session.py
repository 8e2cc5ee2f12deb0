"""Who may see what, and when: entering, locking on demand and when nobody is there, coming back to the same text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from desktop.changes import Change
from desktop.desk import Desk
from desktop.draft import Draft
from desktop.idle import Idle
from desktop.settings import IDLE_MINUTES
from desktop.texts import time_of

if TYPE_CHECKING:
    from core.records import CaseSummary
    from desktop.views.message_bar import MessageBar
    from desktop.views.workspace import Workspace


class Pages(Protocol):
    """What the window shows."""

    messages: MessageBar
    workspace: Workspace

    def show_workspace(self) -> None: ...

    def show_unlock(self, note: str = "") -> None: ...

    def show_cover(self, fault: str = "") -> None: ...

    def close_dialogs(self) -> None: ...


class Session(QObject):
    """`unclean` is set when the run before did not end in order: its text is then offered."""

    def __init__(self, desk: Desk, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._pages = desk, pages
        self._return_to: str | None = None
        self.unclean = False
        self.idle = Idle(desk, self)
        self.idle.came.connect(self._left_alone)

    def enter(self) -> None:
        """The records are open, or the user works without them."""
        self._pages.messages.clear()
        self._pages.show_workspace()
        self._desk.changes.tell(Change(access=True))
        self.idle.watch(True)
        if not self._desk.services.unlocked:
            return
        key, self._return_to = self._return_to, None
        if key is not None:
            self._pages.workspace.load(key)
        elif self.unclean:
            self._desk.operations.start(
                lambda _: self._desk.services.open_drafts(),
                lane="records",
                done=self._offer,
                failed=lambda message: self._pages.messages.fault(self._desk.failure(message)),
                key="drafts",
            )

    def lock(self, note: str = "") -> None:
        """Blank everything and give the key up. Unsaved text is kept in the records first; without records it stays
        in memory under a cover, for there is no key to give up."""
        pages, workspace, services = self._pages, self._pages.workspace, self._desk.services
        pages.close_dialogs()
        self._desk.operations.start(
            lambda _: services.dismiss_writer(), lane="prose", done=lambda _: None, failed=lambda _: None
        )  # a model that has read of the patient goes, in its turn: what it was writing is ended first
        draft = workspace.draft if workspace.dirty else None
        if not services.unlocked and draft is not None:
            pages.show_cover()
            return
        self._return_to = workspace.draft.id if draft is not None or workspace.in_records else None
        workspace.blank()
        pages.messages.clear()
        pages.show_unlock(note)
        self.idle.watch(False)

        def work() -> None:
            if draft is not None:
                services.keep_draft(draft.case())
            services.lock()

        self._desk.operations.start(
            lambda _: work(),
            lane="records",
            done=lambda _: self._desk.changes.tell(Change(access=True)),
            failed=partial(self._not_kept, draft),
            key="lock",
        )

    def uncover(self) -> None:
        """Somebody is there again."""
        self._pages.show_workspace()
        self.idle.watch(True)

    def leave(self) -> None:
        """To the first page, with nothing to come back to."""
        self._return_to = None
        self._pages.workspace.blank()
        self._pages.show_unlock()
        self.idle.watch(False)

    def _left_alone(self) -> None:
        self.lock(self._desk.texts("lock.idle", minutes=self._desk.settings.get(IDLE_MINUTES)))

    def _not_kept(self, draft: Draft | None, message: str) -> None:
        """Rather covered and whole than locked and lost."""
        if draft is not None:
            self._pages.workspace.take_back(draft)
        self._pages.show_cover(self._desk.failure(message))

    def _offer(self, drafts: list[CaseSummary]) -> None:
        self.unclean = False
        if not drafts:
            return
        newest, texts = drafts[0], self._desk.texts
        words = texts("restore.words", time=time_of(newest.changed_at))
        if len(drafts) > 1:
            words += " " + texts("restore.more", number=len(drafts) - 1)
        self._pages.messages.propose(words, "restore.open", lambda: self._pages.workspace.load(newest.id))
