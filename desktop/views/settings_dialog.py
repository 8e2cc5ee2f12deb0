"""The settings, made from their declarations. Each choice holds at once; there is nothing to confirm."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.desk import Desk
from desktop.settings import SECTIONS, Section, Setting
from desktop.views.closing import closing_line

_TEXT_AFTER_MS = 400
_LINES_HEIGHT = 110
_SIZE = (700, 440)
_SECTION_HEIGHT = 34


class SettingsDialog(QDialog):
    """Sections at the left, their settings at the right. Made once and kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        bind = desk.texts.bind
        bind(self.setWindowTitle, "settings.title")
        self.resize(*_SIZE)
        self.controls: dict[str, QWidget] = {}
        self._typed: list[QTimer] = []
        self.sections, self._pages = QListWidget(), QStackedWidget()
        self.sections.setObjectName("sections")
        self.sections.setFixedWidth(160)
        bind(self.sections.setAccessibleName, "settings.sections")
        for section in SECTIONS:
            self.sections.addItem("")
            self.sections.item(self.sections.count() - 1).setSizeHint(QSize(0, _SECTION_HEIGHT))
            bind(self.sections.item(self.sections.count() - 1).setText, f"section.{section.name}")
            self._pages.addWidget(self._page(section))
        self.sections.currentRowChanged.connect(self._pages.setCurrentIndex)
        self.sections.setCurrentRow(0)
        foot, _ = closing_line(self, desk)
        across, layout = QHBoxLayout(), QVBoxLayout(self)
        across.setSpacing(20)
        across.addWidget(self.sections)
        across.addWidget(self._pages, 1)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(14)
        layout.addLayout(across, 1)
        layout.addLayout(foot)
        self.finished.connect(self._keep_typed)

    def show_section(self, name: str) -> None:
        """Open at a section, the keyboard in it."""
        self.sections.setCurrentRow([section.name for section in SECTIONS].index(name))
        self.open()
        self.sections.setFocus()

    def _page(self, section: Section) -> QWidget:
        page, form = QWidget(), QFormLayout()
        outside = QVBoxLayout(page)
        outside.setContentsMargins(0, 4, 0, 0)
        outside.addLayout(form)
        outside.addStretch(1)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        texts = self._desk.texts
        for setting in section.settings:
            control = self._control(setting)
            self.controls[setting.name] = control
            words = f"setting.{setting.name}"
            texts.bind(control.setAccessibleName, words)
            if isinstance(control, QCheckBox):
                texts.bind(control.setText, words)
                form.addRow(control)
            else:
                label = QLabel()
                texts.bind(label.setText, words)
                label.setBuddy(control)
                form.addRow(label, control)
            if texts.has(f"setting_hint.{setting.name}"):
                form.addRow(self._hint(f"setting_hint.{setting.name}"))
        return page

    def _hint(self, key: str) -> QLabel:
        hint = QLabel()
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        hint.setContentsMargins(0, 0, 0, 8)
        self._desk.texts.bind(hint.setText, key)
        return hint

    def _control(self, setting: Setting[Any]) -> QWidget:
        if setting.choices:
            return self._choice(setting)
        if isinstance(setting.default, bool):
            box = QCheckBox()
            box.setChecked(self._desk.settings.get(setting))
            box.toggled.connect(partial(self._desk.settings.set, setting))
            return box
        return self._text(setting)

    def _choice(self, setting: Setting[Any]) -> QComboBox:
        combo, settings = QComboBox(), self._desk.settings
        for at, value in enumerate(setting.choices):
            combo.addItem("")
            self._desk.texts.bind(partial(combo.setItemText, at), f"setting.{setting.name}.{value}")
        combo.activated.connect(lambda at: settings.set(setting, setting.choices[at]))

        def follow(*_: object) -> None:
            combo.setCurrentIndex(setting.choices.index(settings.get(setting)))

        settings.changed.connect(follow)
        follow()
        return combo

    def _text(self, setting: Setting[str]) -> QWidget:
        """What is typed is kept when the typing rests."""
        edit: QPlainTextEdit | QLineEdit = QPlainTextEdit() if setting.lines else QLineEdit()
        stored = self._desk.settings.get(setting)
        if isinstance(edit, QPlainTextEdit):
            edit.setPlainText(stored)
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(_LINES_HEIGHT)
            edit.setObjectName("lines")
        else:
            edit.setMaxLength(setting.longest)
            edit.setText(stored)

        def keep() -> None:
            said = edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()
            self._desk.settings.set(setting, said[: setting.longest])

        timer = QTimer(edit)
        timer.setSingleShot(True)
        timer.setInterval(_TEXT_AFTER_MS)
        timer.timeout.connect(keep)
        edit.textChanged.connect(lambda *_: timer.start())
        self._typed.append(timer)
        return edit

    def _keep_typed(self) -> None:
        for timer in self._typed:
            if timer.isActive():
                timer.stop()
                timer.timeout.emit()
