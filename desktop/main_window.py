"""The window: the page to unlock, the workspace, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.actions import Actions, choice_menu
from desktop.bars import fill_menu_bar, make_toolbar
from desktop.changes import Change
from desktop.desk import Desk
from desktop.settings import LANGUAGE, MAXIMISED, THEME, WINDOW
from desktop.texts import as_tongue
from desktop.views.message_bar import MessageBar
from desktop.views.unlock_page import UnlockPage
from desktop.views.unsaved import ask_about_unsaved
from desktop.views.workspace import Workspace

_IN_WORKSPACE = ("new", "open", "save", "pdf", "lock", "undo", "redo", "find_case", "go_cases", "go_record",
                 "go_report", "go_result", "next_result", "previous_result", "write", "stop")  # fmt: skip


class MainWindow(QMainWindow):
    """`painted` is told once, when the first picture of the window has been drawn."""

    painted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._was_painted = False
        self.setWindowTitle("Bedside[*]")
        self.setWindowIcon(desk.theme.icon("bedside"))
        self.setMinimumSize(1040, 640)
        self.resize(*desk.settings.get(WINDOW))
        self.messages = MessageBar(desk)
        self.unlock = UnlockPage(desk)
        self.workspace: Workspace = Workspace(desk)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.unlock)
        self._pages.addWidget(self.workspace)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self.actions_ = Actions(desk, self)
        choices = {"language": choice_menu(desk, LANGUAGE, self), "theme": choice_menu(desk, THEME, self)}
        fill_menu_bar(self.menuBar(), desk, self.actions_, choices)
        self._bar = make_toolbar(desk, self.actions_, choices)
        self.addToolBar(self._bar)
        self._connect()
        self._turn_to(self.unlock)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.workspace.dirty:
            event.ignore()
            self._unless_unsaved(self._close_now)
            return
        self._remember_shape()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._desk.settings.set(MAXIMISED, self.isMaximized())

    def open_path(self, path: Path) -> None:
        """A file that was chosen or dropped."""
        self._unless_unsaved(lambda: self.workspace.open_file(path))

    def lock(self) -> None:
        """Blank everything and give the key up."""
        self._unless_unsaved(self._lock_now)

    def _lock_now(self) -> None:
        services = self._desk.services
        self.workspace.blank()
        self.messages.clear()
        self._turn_to(self.unlock)
        self._desk.operations.start(
            lambda _: services.lock(),
            lane="records",
            done=lambda _: self._desk.changes.tell(Change(access=True)),
            failed=self._fail,
        )

    def _close_now(self) -> None:
        self.workspace.blank()
        self.close()

    def _enter(self) -> None:
        self.messages.clear()
        self._turn_to(self.workspace)
        self.workspace.record.editor.setFocus()
        self._desk.changes.tell(Change(access=True))

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        inside = page is self.workspace
        self._bar.setVisible(inside)
        self.actions_.enable(inside, *_IN_WORKSPACE)
        if inside:
            self._settle()
        else:
            self.unlock.begin()

    def _settle(self) -> None:
        """What can be done now."""
        if self._pages.currentWidget() is not self.workspace:
            return
        has_result = self.workspace.analysis.has_result
        self.actions_.enable(has_result, "pdf", "write")
        self.actions_.enable(self.workspace.analysis.writing, "stop")
        self.actions_.enable(self._desk.services.unlocked, "save")
        document = self.workspace.record.editor.document()
        self.actions_.enable(document.isUndoAvailable(), "undo")
        self.actions_.enable(document.isRedoAvailable(), "redo")
        self.setWindowModified(self.workspace.dirty)

    def _unless_unsaved(self, go_on: Callable[[], None]) -> None:
        """Go on, after asking what to do with text that is kept nowhere."""
        if not self.workspace.dirty:
            go_on()
            return
        ask_about_unsaved(
            self._desk, self, can_save=self._desk.services.unlocked, save=self.workspace.save, go_on=go_on
        )

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self._desk.texts("open.title"), _documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self._desk.texts("open.records"), self._desk.texts("open.all")])
        dialog.fileSelected.connect(lambda name: self.open_path(Path(name)))
        self._show_dialog(dialog)

    def _choose_target(self) -> None:
        if not self.workspace.analysis.has_result:
            return
        dialog = QFileDialog(self, self._desk.texts("action.pdf"), _documents())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._desk.texts("pdf.file_name"))
        dialog.fileSelected.connect(lambda name: self.workspace.save_pdf(Path(name)))
        self._show_dialog(dialog)

    def _show_dialog(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _fail(self, message: str) -> None:
        self.messages.fault(self._desk.failure(message))

    def _noticed(self, sentence: str) -> None:
        if sentence:
            self.messages.inform(sentence)
        else:
            self.messages.clear()

    def _remember_shape(self) -> None:
        if not self.isMaximized():
            self._desk.settings.set(WINDOW, [self.width(), self.height()])

    def _connect(self) -> None:
        on, workspace, settings = self.actions_.on, self.workspace, self._desk.settings
        self.unlock.entered.connect(self._enter)
        workspace.trouble.connect(self.messages.fault)
        workspace.notice.connect(self._noticed)
        workspace.settled.connect(self._settle)
        workspace.record.editor.undoAvailable.connect(lambda _: self._settle())
        workspace.record.editor.redoAvailable.connect(lambda _: self._settle())
        workspace.record.editor.file_dropped.connect(self.open_path)
        workspace.result.example_wanted.connect(workspace.open_example)
        workspace.report.save_wanted.connect(self._choose_target)
        workspace.cases.unlock_wanted.connect(lambda: self._turn_to(self.unlock))
        workspace.cases.wanted.connect(lambda key: self._unless_unsaved(lambda: workspace.load(key)))
        settings.changed.connect(self._setting_changed)
        on("new", lambda: self._unless_unsaved(workspace.start_new))
        on("open", self._choose_file)
        on("save", workspace.save)
        on("pdf", self._choose_target)
        on("lock", self.lock)
        on("quit", self.close)
        on("undo", workspace.record.editor.undo)
        on("redo", workspace.record.editor.redo)
        on("find_case", lambda: workspace.focus_on("search"))
        for place in ("cases", "record", "report", "result"):
            on(f"go_{place}", partial(workspace.focus_on, place))
        on("next_result", lambda: workspace.turn_tab(1))
        on("previous_result", lambda: workspace.turn_tab(-1))
        on("write", workspace.analysis.write)
        on("stop", workspace.analysis.stop)
        on("next_language", lambda: settings.set(LANGUAGE, "zh" if self._desk.texts.tongue == "en" else "en"))
        on("next_theme", lambda: settings.set(THEME, "dark" if self._desk.theme.palette.name == "light" else "light"))

    def _setting_changed(self, name: str) -> None:
        if name == LANGUAGE.name:
            self._desk.texts.speak(as_tongue(self._desk.settings.get(LANGUAGE)))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
