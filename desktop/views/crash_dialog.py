"""A crash report, to read before anybody is given it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.views.closing import closing_line

_SIZE = (640, 420)


class CrashDialog(QDialog):
    """Shows the whole report. Made once and kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        bind = desk.texts.bind
        bind(self.setWindowTitle, "crash.title")
        self.resize(*_SIZE)
        self._lead = QLabel()
        self._lead.setWordWrap(True)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setObjectName("lines")
        bind(self.report.setAccessibleName, "crash.title")
        copy = QPushButton()
        bind(copy.setText, "key.copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        foot, _ = closing_line(self, desk, copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self._lead)
        layout.addWidget(self.report, 1)
        layout.addLayout(foot)

    def show_report(self, file: Path) -> None:
        """Read and show it; one that is gone says so."""
        self._lead.setText(self._desk.texts("crash.lead", folder=str(file.parent)))

        def read() -> str:
            return file.read_text(encoding="utf-8") if file.is_file() else ""

        self._desk.operations.start(
            lambda _: read(), lane="files", done=self._came, failed=lambda _: self._came(""), key="crash"
        )

    def _came(self, text: str) -> None:
        self.report.setPlainText(text or self._desk.texts("crash.gone"))
        self.open()
