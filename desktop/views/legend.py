"""What the marks in the editor mean, each drawn as it is drawn there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.desk import Desk
from desktop.fonts import interface_font
from desktop.item_models.marks import Style
from desktop.views.mark_formats import mark_format

_GAP = 14.0


class Legend(QWidget):
    """One or two lines of sample words, wrapped to the width there is."""

    def __init__(self, desk: Desk, styles: tuple[Style, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._styles = desk, styles
        self._laid_out: tuple[tuple[int, str, str], list[tuple[QPointF, QTextLayout]]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        desk.theme.follow(self.update)
        desk.texts.follow(self.updateGeometry)
        desk.texts.follow(self.update)
        desk.texts.bind(self.setAccessibleName, "legend.name")

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return int(places[-1][0].y() + places[-1][1].boundingRect().height() + 3) if places else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().text().color())
        for place, layout in self._places(self.width()):
            layout.draw(painter, place)

    def _places(self, width: int) -> list[tuple[QPointF, QTextLayout]]:
        """Kept until width, language or theme are others: a layout asks for the height again and again."""
        key = (width, self._desk.texts.tongue, self._desk.theme.palette.name)
        if self._laid_out is None or self._laid_out[0] != key:
            self._laid_out = (key, self._lay_out(width))
        return self._laid_out[1]

    def _lay_out(self, width: int) -> list[tuple[QPointF, QTextLayout]]:
        places: list[tuple[QPointF, QTextLayout]] = []
        x = y = 0.0
        for style in self._styles:
            layout = self._sample(style)
            bounds = layout.boundingRect()
            if x and x + bounds.width() > width:
                x, y = 0.0, y + bounds.height() + 3
            places.append((QPointF(x, y), layout))
            x += bounds.width() + _GAP
        return places

    def _sample(self, style: Style) -> QTextLayout:
        word = self._desk.texts(f"legend.{style}")
        layout = QTextLayout(word, interface_font(12))
        span = QTextLayout.FormatRange()
        span.start, span.length = 0, len(word)
        span.format = mark_format(style, self._desk.theme.palette)
        layout.setFormats([span])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10_000)
        line.setPosition(QPointF(0, 0))
        layout.endLayout()
        width = line.naturalTextWidth()
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width + 1)
        line.setPosition(QPointF(0, 0))
        layout.endLayout()
        return layout
