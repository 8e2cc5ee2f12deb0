"""The window: its pages, the ways between them, and what each action does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from desktop.actions import Actions, choice_menu
from desktop.bars import fill_menu_bar, make_toolbar
from desktop.desk import Desk
from desktop.file_choice import choose_records, choose_report
from desktop.printing import choose_printer
from desktop.session import Session
from desktop.settings import ARRANGEMENT, CASES_SHOWN, GEOMETRY, LANGUAGE, THEME, TOUR_OFFERED
from desktop.texts import as_tongue, time_of
from desktop.tour_stops import make_tour
from desktop.views.command_palette import CommandPalette
from desktop.views.crash_dialog import CrashDialog
from desktop.views.entry_dialog import EntryDialog
from desktop.views.locked_page import LockedPage
from desktop.views.message_bar import MessageBar
from desktop.views.settings_dialog import SettingsDialog
from desktop.views.shortcuts import ShortcutsDialog
from desktop.views.status_line import StatusLine
from desktop.views.unlock_page import UnlockPage
from desktop.views.unsaved import ask_about_unsaved
from desktop.views.workspace import Workspace

D = TypeVar("D", SettingsDialog, ShortcutsDialog, EntryDialog, CrashDialog)
_FIRST_SIZE = (1280, 800)
_IN_WORKSPACE = ("new", "open", "save", "pdf", "print", "lock", "undo", "redo", "correct", "next_finding",
                 "previous_finding", "enter_fields", "find_case", "palette", "go_cases",
                 "go_record", "go_report", "go_result", "next_result", "previous_result", "write", "stop",
                 "toggle_cases", "next_arrangement", "tour")  # fmt: skip


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
        self._dialogs: dict[type[QDialog], QDialog] = {}
        self.tour = make_tour(desk, self)
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
            self._unless_unsaved(self._close_now)
            return
        self._desk.settings.set(GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._pages.currentWidget() is self.workspace and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.open_paths(_files(event))

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
        QToolTip.hideText()
        self.tour.end()
        if isinstance(palette := self._dialogs.get(CommandPalette), CommandPalette):
            palette.blank()
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()

    # ── what can be done ─────────────────────────────────────────────────────────────────────────────────────────

    def open_paths(self, paths: list[Path]) -> None:
        """Files that were chosen or dropped: one is opened, several are stored as cases."""
        if len(paths) > 1 and self._desk.services.unlocked:
            self.workspace.import_files(paths)
        elif paths:
            self._unless_unsaved(lambda: self.workspace.open_file(paths[0]))
            if len(paths) > 1:
                self.messages.inform(self._desk.texts("import.not_storing"), "info")

    def lock(self) -> None:
        """Blank everything and give the key up."""
        self.session.lock()

    def open_named(self, kind: str, key: str) -> None:
        """What was chosen in the palette."""
        workspace = self.workspace
        if kind == "action":
            self.actions_[key].trigger()
        elif kind == "case":
            self._unless_unsaved(lambda: workspace.load(key))
        elif workspace.analysis.has_result:
            (workspace.result.ask_why_not if kind == "disease" else workspace.result.open_score)(key)
        else:
            self._dialog(EntryDialog).show_entry("disease" if kind == "disease" else "score", key)

    def tell_of_crash(self, report: Path) -> None:
        """Say once that something went wrong in the program, and where the report lies."""
        self.messages.propose(
            self._desk.texts("crash.words"), "crash.show", lambda: self._dialog(CrashDialog).show_report(report)
        )

    def begin_tour(self) -> None:
        """On the sample case, which takes the place of the text after asking."""
        self._unless_unsaved(self._begin_tour)

    def _begin_tour(self) -> None:
        self.workspace.start_new()
        self.tour.begin()

    def _end_tour(self) -> None:
        if not self.workspace.dirty:
            self.workspace.start_new()

    def _dialog(self, kind: type[D]) -> D:
        """Made when first wanted, then kept."""
        made = self._dialogs.get(kind)
        if not isinstance(made, kind):
            made = self._dialogs[kind] = kind(self._desk, self)
        return made

    def _show_palette(self) -> None:
        made = self._dialogs.get(CommandPalette)
        if not isinstance(made, CommandPalette):
            made = self._dialogs[CommandPalette] = CommandPalette(self._desk, self.actions_.commands, self)
            made.chosen.connect(self.open_named)
        made.begin()

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
        self.actions_.enable(workspace.analysis.has_result, "pdf", "print", "write")
        self.actions_.enable(workspace.analysis.writing, "stop")
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

    def _unless_unsaved(self, go_on: Callable[[], None]) -> None:
        """Go on, after asking what to do with text that nobody has saved."""
        if not self.workspace.dirty:
            go_on()
            return
        ask_about_unsaved(
            self._desk,
            self,
            can_save=self._desk.services.unlocked,
            save=self.workspace.save,
            discard=self.workspace.discard,
            go_on=go_on,
        )

    def _save_pdf(self) -> None:
        if self.workspace.analysis.has_result:
            choose_report(self._desk, self, self.workspace.save_pdf)

    def _print(self) -> None:
        if self.workspace.analysis.has_result:
            choose_printer(self._desk, self, self.workspace.print_report)

    def _edit_letterhead(self) -> None:
        self._dialog(SettingsDialog).show_section("report")

    def _noticed(self, sentence: str) -> None:
        if sentence:
            self.messages.inform(sentence)
        else:
            self.messages.clear()

    def _take_shape(self) -> None:
        if not self.restoreGeometry(QByteArray.fromBase64(self._desk.settings.get(GEOMETRY).encode())):
            self.resize(*_FIRST_SIZE)

    def _connect(self) -> None:
        on, workspace, settings = self.actions_.on, self.workspace, self._desk.settings
        self.unlock.entered.connect(self._entered)
        self.cover.uncovered.connect(self.session.uncover)
        self.cover.discarded.connect(self.session.leave)
        self.tour.ended.connect(self._end_tour)
        workspace.trouble.connect(self.messages.fault)
        workspace.notice.connect(self._noticed)
        workspace.settled.connect(self._settle)
        editor = workspace.record.editor
        editor.history.steps_changed.connect(self._settle)
        editor.files_dropped.connect(self.open_paths)
        workspace.result.example_wanted.connect(workspace.open_example)
        workspace.report.save_wanted.connect(self._save_pdf)
        workspace.report.print_wanted.connect(self._print)
        workspace.report.letterhead_wanted.connect(self._edit_letterhead)
        workspace.cases.unlock_wanted.connect(self.show_unlock)
        workspace.cases.wanted.connect(lambda key: self._unless_unsaved(lambda: workspace.load(key)))
        settings.changed.connect(self._setting_changed)
        on("new", lambda: self._unless_unsaved(workspace.start_new))
        on("open", lambda: choose_records(self._desk, self, self.open_paths))
        on("save", workspace.save)
        on("pdf", self._save_pdf)
        on("print", self._print)
        on("lock", self.lock)
        on("quit", self.close)
        on("undo", editor.history.stack.undo)
        on("redo", editor.history.stack.redo)
        on("correct", editor.ask_here)
        on("next_finding", lambda: editor.go_to_mark(1))
        on("previous_finding", lambda: editor.go_to_mark(-1))
        on("enter_fields", lambda: workspace.focus_on("entry"))
        on("find_case", lambda: workspace.focus_on("search"))
        on("palette", self._show_palette)
        on("settings", lambda: self._dialog(SettingsDialog).open())
        on("shortcuts", lambda: self._dialog(ShortcutsDialog).open())
        on("tour", self.begin_tour)
        for place in ("cases", "record", "report", "result"):
            on(f"go_{place}", partial(workspace.focus_on, place))
        on("next_result", lambda: workspace.turn_tab(1))
        on("previous_result", lambda: workspace.turn_tab(-1))
        on("write", workspace.analysis.write)
        on("stop", workspace.analysis.stop)
        on("toggle_cases", lambda: settings.set(CASES_SHOWN, not settings.get(CASES_SHOWN)))
        on("next_arrangement", lambda: settings.set(ARRANGEMENT, _other(settings.get(ARRANGEMENT), "beside", "below")))
        on("next_language", lambda: settings.set(LANGUAGE, _other(self._desk.texts.tongue, "en", "zh")))
        on("next_theme", lambda: settings.set(THEME, _other(self._desk.theme.palette.name, "light", "dark")))

    def _setting_changed(self, name: str) -> None:
        if name == LANGUAGE.name:
            self._desk.texts.speak(as_tongue(self._desk.settings.get(LANGUAGE)))


def _other(now: str, one: str, another: str) -> str:
    return another if now == one else one


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
