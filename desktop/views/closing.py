"""The last line of a dialog, with the button that closes it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from desktop.desk import Desk


def closing_line(dialog: QDialog, desk: Desk, *left: QWidget) -> tuple[QHBoxLayout, QPushButton]:
    """The line and its button; what else it has stands at the `left`."""
    close = QPushButton()
    desk.texts.bind(close.setText, "settings.close")
    close.clicked.connect(dialog.accept)
    line = QHBoxLayout()
    for widget in left:
        line.addWidget(widget)
    line.addStretch(1)
    line.addWidget(close)
    return line, close
