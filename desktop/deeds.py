"""What each action does, and how what would lose unsaved text asks first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.file_choice import choose_records, choose_report
from desktop.printing import choose_printer
from desktop.settings import ARRANGEMENT, LANGUAGE, THEME
from desktop.views.entry_dialog import EntryDialog
from desktop.views.models_dialog import ModelsDialog
from desktop.views.settings_dialog import SettingsDialog
from desktop.views.shortcuts import ShortcutsDialog
from desktop.views.unsaved import ask_about_unsaved

if TYPE_CHECKING:
    from desktop.desk import Desk
    from desktop.main_window import MainWindow


class Deeds(QObject):
    """For one window: it shows the pages, this acts on them."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window, self._workspace = desk, window, window.workspace
        self._connect()

    def open_paths(self, paths: list[Path]) -> None:
        """Files that were chosen or dropped: one is opened, several are stored as cases."""
        if len(paths) > 1 and self._desk.services.unlocked:
            self._workspace.import_files(paths)
        elif paths:
            self.unless_unsaved(lambda: self._workspace.open_file(paths[0]))
            if len(paths) > 1:
                self._window.messages.inform(self._desk.texts("import.not_storing"), "info")

    def open_named(self, kind: str, key: str) -> None:
        """What was chosen in the palette."""
        workspace = self._workspace
        if kind == "action":
            self._window.actions_[key].trigger()
        elif kind == "case":
            self.unless_unsaved(lambda: workspace.load(key))
        elif workspace.analysis.has_result:
            (workspace.result.tabs.ask_why_not if kind == "disease" else workspace.result.tabs.open_score)(key)
        else:
            self._window.dialogs.get(EntryDialog).show_entry("disease" if kind == "disease" else "score", key)

    def unless_unsaved(self, go_on: Callable[[], None]) -> None:
        """Go on, after asking what to do with text that nobody has saved."""
        workspace = self._workspace
        if not workspace.dirty:
            go_on()
            return
        ask_about_unsaved(
            self._desk,
            self._window,
            can_save=self._desk.services.unlocked,
            save=workspace.save,
            discard=workspace.discard,
            go_on=go_on,
        )

    def _save_pdf(self) -> None:
        if self._workspace.analysis.has_result:
            choose_report(self._desk, self._window, self._workspace.save_pdf)

    def _print(self) -> None:
        if self._workspace.analysis.has_result:
            choose_printer(self._desk, self._window, self._workspace.print_report)

    def _connect(self) -> None:
        window, workspace, settings = self._window, self._workspace, self._desk.settings
        on, dialogs, editor = window.actions_.on, window.dialogs, workspace.record.editor
        editor.files_dropped.connect(self.open_paths)
        workspace.report.save_wanted.connect(self._save_pdf)
        workspace.report.print_wanted.connect(self._print)
        workspace.report.letterhead_wanted.connect(lambda: dialogs.get(SettingsDialog).show_section("report"))
        workspace.cases.wanted.connect(lambda key: self.unless_unsaved(lambda: workspace.load(key)))
        on("new", lambda: self.unless_unsaved(workspace.start_new))
        on("open", lambda: choose_records(self._desk, window, self.open_paths))
        on("save", workspace.save)
        on("pdf", self._save_pdf)
        on("print", self._print)
        on("lock", window.session.lock)
        on("quit", window.close)
        on("undo", editor.history.stack.undo)
        on("redo", editor.history.stack.redo)
        on("correct", editor.ask_here)
        on("next_finding", lambda: editor.go_to_mark(1))
        on("previous_finding", lambda: editor.go_to_mark(-1))
        on("enter_fields", lambda: workspace.focus_on("entry"))
        on("find_case", lambda: workspace.focus_on("search"))
        on("palette", lambda: dialogs.show_palette(window.actions_.commands, self.open_named))
        on("settings", lambda: dialogs.get(SettingsDialog).open())
        on("models", lambda: dialogs.get(ModelsDialog).begin())
        on("shortcuts", lambda: dialogs.get(ShortcutsDialog).open())
        on("tour", window.begin_tour)
        for place in ("cases", "record", "report", "result"):
            on(f"go_{place}", partial(workspace.focus_on, place))
        on("next_result", lambda: workspace.turn_tab(1))
        on("previous_result", lambda: workspace.turn_tab(-1))
        on("write", workspace.analysis.write)
        on("second_opinion", workspace.result.tabs.ask_second_opinion)
        workspace.result.differential.opinion.models_wanted.connect(lambda: dialogs.get(ModelsDialog).begin())
        on("stop", workspace.telling.stop)
        on("toggle_cases", workspace.panes.toggle_cases)
        on("next_arrangement", lambda: settings.set(ARRANGEMENT, _other(settings.get(ARRANGEMENT), "beside", "below")))
        on("next_language", lambda: settings.set(LANGUAGE, _other(self._desk.texts.tongue, "en", "zh")))
        on("next_theme", lambda: settings.set(THEME, _other(self._desk.theme.palette.name, "light", "dark")))


def _other(now: str, one: str, another: str) -> str:
    return another if now == one else one
