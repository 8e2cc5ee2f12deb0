"""A flat button on one line whose words end in an ellipsis where there is no room for them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton


class ElidedButton(QToolButton):
    """All its words are in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, _bare(option))
        arrow = "▾ " if self.isChecked() else "▸ "
        room = self.width() - 20
        words = self.fontMetrics().elidedText(arrow + self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setPen(self.palette().text().color())
        painter.drawText(self.rect().adjusted(10, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _bare(option: QStyleOptionToolButton) -> QStyleOptionToolButton:
    """The frame alone."""
    option.text = ""
    option.arrowType = Qt.ArrowType.NoArrow
    option.features = QStyleOptionToolButton.ToolButtonFeature.None_
    return option
