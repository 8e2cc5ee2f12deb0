"""The window: its pages, the ways between them, and what can be done on each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.actions import Actions, choice_menu
from desktop.bars import fill_menu_bar, make_toolbar
from desktop.deeds import Deeds
from desktop.desk import Desk
from desktop.dialogs import Dialogs
from desktop.session import Session
from desktop.settings import GEOMETRY, LANGUAGE, THEME, TOUR_OFFERED
from desktop.texts import as_tongue, time_of
from desktop.tour_stops import make_tour
from desktop.views.crash_dialog import CrashDialog
from desktop.views.locked_page import LockedPage
from desktop.views.message_bar import MessageBar
from desktop.views.status_line import StatusLine
from desktop.views.unlock_page import UnlockPage
from desktop.views.workspace import Workspace

_FIRST_SIZE = (1280, 800)
_LEAST_SIZE = (1040, 640)  # or what the screen has
_IN_WORKSPACE = ("new", "open", "save", "pdf", "print", "lock", "undo", "redo", "correct", "next_finding",
                 "previous_finding", "enter_fields", "find_case", "palette", "go_cases",
                 "go_record", "go_report", "go_result", "next_result", "previous_result", "write", "second_opinion",
                 "stop", "toggle_cases", "next_arrangement", "tour")  # fmt: skip


class MainWindow(QMainWindow):
    """`painted` is told once, when the first picture of the window has been drawn."""

    painted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._was_painted = False
        self.setWindowTitle("Bedside[*]")
        self.setWindowIcon(desk.theme.icon("bedside"))
        self.setAcceptDrops(True)
        self.messages = MessageBar(desk)
        self.unlock = UnlockPage(desk)
        self.cover = LockedPage(desk)
        self.workspace: Workspace = Workspace(desk)
        self.status = StatusLine(desk)
        self._pages = QStackedWidget()
        for page in (self.unlock, self.cover, self.workspace):
            self._pages.addWidget(page)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(middle)
        self.actions_ = Actions(desk, self)
        choices = {"language": choice_menu(desk, LANGUAGE, self), "theme": choice_menu(desk, THEME, self)}
        fill_menu_bar(self.menuBar(), desk, self.actions_, choices)
        self._bar = make_toolbar(desk, self.actions_, choices)
        self.addToolBar(self._bar)
        self.session = Session(desk, self, self)
        self.dialogs = Dialogs(desk, self)
        self.tour = make_tour(desk, self)
        self.deeds = Deeds(desk, self)
        desk.theme.page(
            *(self.menuBar(), *choices.values(), self._bar, self.messages, self.unlock, self.cover),
            *(self.status, self.tour.card),
        )
        self._connect()
        self._take_shape()
        self.show_unlock()

    # ── what Qt asks ─────────────────────────────────────────────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.workspace.dirty:
            event.ignore()
            self.deeds.unless_unsaved(self._close_now)
            return
        self._desk.settings.set(GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._pages.currentWidget() is self.workspace and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.deeds.open_paths(_files(event))

    # ── pages ────────────────────────────────────────────────────────────────────────────────────────────────────

    def show_workspace(self) -> None:
        self._turn_to(self.workspace)
        self.workspace.record.editor.setFocus()

    def show_unlock(self, note: str = "") -> None:
        self._turn_to(self.unlock)
        self.unlock.begin(note)

    def show_cover(self, fault: str = "") -> None:
        self.cover.say(fault)
        self._turn_to(self.cover)
        self.cover.setFocus()

    def close_dialogs(self) -> None:
        """Nothing that lies over the window may go on showing what it showed."""
        self.tour.end()
        self.dialogs.close_all()

    # ── what can be done ─────────────────────────────────────────────────────────────────────────────────────────

    def tell_of_crash(self, report: Path) -> None:
        """Say once that something went wrong in the program, and where the report lies."""
        self.messages.propose(
            self._desk.texts("crash.words"), "crash.show", lambda: self.dialogs.get(CrashDialog).show_report(report)
        )

    def begin_tour(self) -> None:
        """On the sample case, which takes the place of the text after asking."""
        self.deeds.unless_unsaved(self._begin_tour)

    def _begin_tour(self) -> None:
        self.workspace.start_new()
        self.tour.begin()

    def _end_tour(self) -> None:
        if not self.workspace.dirty:
            self.workspace.start_new()

    def _close_now(self) -> None:
        self.workspace.blank()
        self.close()

    def _entered(self) -> None:
        self.session.enter()
        if not self._desk.settings.get(TOUR_OFFERED):
            self._desk.settings.set(TOUR_OFFERED, True)
            self._begin_tour()

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        inside = page is self.workspace
        self._bar.setVisible(inside)
        self.status.setVisible(inside)
        self.actions_.enable(inside, *_IN_WORKSPACE)
        self.setWindowModified(inside and self.workspace.dirty)
        self._settle()

    def _settle(self) -> None:
        """What can be done now."""
        if self._pages.currentWidget() is not self.workspace:
            return
        workspace, unlocked = self.workspace, self._desk.services.unlocked
        self.actions_.enable(workspace.analysis.has_result, "pdf", "print", "write", "second_opinion")
        self.actions_.enable(workspace.telling.writing, "stop")
        self.actions_.enable(unlocked, "save")
        history = workspace.record.editor.history.stack
        self.actions_.enable(history.canUndo(), "undo")
        self.actions_.enable(history.canRedo(), "redo")
        self.setWindowModified(workspace.dirty)
        kept_at = workspace.autosave.kept_at
        if not unlocked:
            self.status.keeps("kept.not_storing")
        elif workspace.dirty:
            self.status.keeps("kept.draft", time=time_of(kept_at)) if kept_at else self.status.keeps("kept.unsaved")
        elif workspace.in_records:
            self.status.keeps("kept.saved")
        else:
            self.status.keeps("kept.nothing" if workspace.draft.empty else "kept.unsaved")

    def _noticed(self, sentence: str) -> None:
        if sentence:
            self.messages.inform(sentence)
        else:
            self.messages.clear()

    def _take_shape(self) -> None:
        """As it was left. On a screen without room for three panes (scaled to 200 or 300 %) the cases are put away."""
        screen = self.screen().availableGeometry()
        self.setMinimumSize(min(_LEAST_SIZE[0], screen.width()), min(_LEAST_SIZE[1], screen.height()))
        if screen.width() < _LEAST_SIZE[0]:
            self.workspace.panes.put_cases_away()
        if not self.restoreGeometry(QByteArray.fromBase64(self._desk.settings.get(GEOMETRY).encode())):
            self.resize(min(_FIRST_SIZE[0], screen.width()), min(_FIRST_SIZE[1], screen.height()))

    def _connect(self) -> None:
        workspace = self.workspace
        self.unlock.entered.connect(self._entered)
        self.cover.uncovered.connect(self.session.uncover)
        self.cover.discarded.connect(self.session.leave)
        self.tour.ended.connect(self._end_tour)
        workspace.trouble.connect(self.messages.fault)
        workspace.notice.connect(self._noticed)
        workspace.settled.connect(self._settle)
        workspace.record.editor.history.steps_changed.connect(self._settle)
        workspace.result.example_wanted.connect(workspace.open_example)
        workspace.cases.unlock_wanted.connect(self.show_unlock)
        self._desk.settings.changed.connect(self._setting_changed)

    def _setting_changed(self, name: str) -> None:
        if name == LANGUAGE.name:
            self._desk.texts.speak(as_tongue(self._desk.settings.get(LANGUAGE)), self._desk.theme.behind)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
