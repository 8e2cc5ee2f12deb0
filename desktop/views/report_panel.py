"""What the report has in it: sections, language, letterhead. Each choice holds at once and is remembered."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from desktop.desk import Desk
from desktop.report_choices import CHOICES, SECTIONS, leave_out, left_out
from desktop.settings import LETTERHEAD_IMAGE, REPORT_LANGUAGE

_COLUMNS = 3
_NAME_WIDTH = 150


class ReportPanel(QFrame):
    """Beside the preview, which follows it."""

    letterhead_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._desk = desk
        bind = desk.texts.bind
        self.sections: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(0)
        for at, name in enumerate(SECTIONS):
            box = self.sections[name] = QCheckBox()
            bind(box.setText, f"report.section_{name}")
            box.clicked.connect(lambda *_, chosen=name: self._take(chosen))
            grid.addWidget(box, at // _COLUMNS, at % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        heading, hint = QLabel(), QLabel()
        bind(heading.setText, "report.sections")
        bind(hint.setText, "report.summary_stays")
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(5)
        layout.addWidget(heading)
        layout.addLayout(grid)
        layout.addWidget(hint)
        layout.addLayout(self._language_row())
        layout.addLayout(self._letterhead_row())
        desk.settings.changed.connect(self._follow)
        desk.texts.follow(self._follow)
        self._follow()

    def _language_row(self) -> QHBoxLayout:
        label, self.language = QLabel(), QComboBox()
        self._desk.texts.bind(label.setText, "setting.report_language")
        self._desk.texts.bind(self.language.setAccessibleName, "setting.report_language")
        label.setBuddy(self.language)
        for at, value in enumerate(REPORT_LANGUAGE.choices):
            self.language.addItem("")
            self._desk.texts.bind(partial(self.language.setItemText, at), f"setting.report_language.{value}")
        self.language.activated.connect(
            lambda at: self._desk.settings.set(REPORT_LANGUAGE, REPORT_LANGUAGE.choices[at])
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.language)
        row.addStretch(1)
        return row

    def _letterhead_row(self) -> QHBoxLayout:
        bind = self._desk.texts.bind
        self.letterhead, self.picture, self.remove = QPushButton(), QPushButton(), QPushButton()
        for button, words in ((self.letterhead, "report.letterhead"), (self.picture, "report.picture")):
            bind(button.setText, words)
        bind(self.remove.setText, "report.picture.remove")
        self.letterhead.clicked.connect(self.letterhead_wanted)
        self.picture.clicked.connect(self._choose_picture)
        self.remove.clicked.connect(self._remove_picture)
        self.file = QLabel()
        self.file.setObjectName("muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.letterhead, self.picture):
            row.addWidget(button)
        row.addWidget(self.file, 1)
        row.addWidget(self.remove)
        return row

    def _take(self, name: str) -> None:
        leave_out(self._desk, name, without=not self.sections[name].isChecked())

    def _choose_picture(self) -> None:
        texts = self._desk.texts
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self, texts("report.picture.title"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(texts("report.picture.files"))
        dialog.fileSelected.connect(partial(self._desk.settings.set, LETTERHEAD_IMAGE))
        dialog.open()

    def _remove_picture(self) -> None:
        self.picture.setFocus()  # the button in use is about to go
        self._desk.settings.set(LETTERHEAD_IMAGE, "")

    def _follow(self, name: str | None = None) -> None:
        """Show what is chosen, whoever chose it."""
        if name is not None and name not in CHOICES:
            return
        settings, without = self._desk.settings, left_out(self._desk)
        for section, box in self.sections.items():
            box.setChecked(section not in without)
        self.language.setCurrentIndex(REPORT_LANGUAGE.choices.index(settings.get(REPORT_LANGUAGE)))
        picture = settings.get(LETTERHEAD_IMAGE)
        named = Path(picture).name if picture else self._desk.texts("report.picture.none")
        self.file.setText(self.file.fontMetrics().elidedText(named, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH))
        self.file.setToolTip(named)
        self.remove.setVisible(bool(picture))
