"""Quantities given more than once, each as a small plot with its unit and the band of what is normal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from desktop.desk import Desk
from desktop.fonts import interface_font
from desktop.trends import Trend

_SIZE = QSize(154, 78)
_WIDEST = 250  # with a long name; one that is longer still is cut, and whole where it is pointed at
_GAP, _EDGE = 8, 8
_SLACK = 1.15  # letters are a little wider on a scaled screen than they are measured
_TOP, _SIDE, _FOOT = 20, 12, 20
_DOT = 3.5
_NAME_SIZE = 12


class TrendPlot(QWidget):
    """One quantity in the order of the record. A value beyond the limits is a filled square, one within them a ring,
    so that neither is told by colour alone. Left and Right go from value to value, Enter or a click leads to it in the
    record."""

    opened = Signal(object)

    def __init__(self, desk: Desk, trend: Trend) -> None:
        super().__init__()
        self._desk, self.trend = desk, trend
        self.at = len(trend.values) - 1
        self.setFixedSize(_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.theme.follow(self.update)
        self.retell()

    def retell(self) -> None:
        """In the language of now: what is drawn, in words."""
        texts, trend = self._desk.texts, self.trend
        band = _band(trend)
        words = texts(
            "trend.spoken",
            name=self.name,
            values=" → ".join(_plain(value) for value in trend.values),
            unit=trend.unit,
            band=texts("trend.band", band=band) if band else texts("trend.no_band"),
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFixedWidth(min(max(self._needed(), _SIZE.width()), _WIDEST))
        self.update()

    @property
    def name(self) -> str:
        """What it is called."""
        return self.trend.label_zh if self._desk.texts.tongue == "zh" else self.trend.label

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is not None:
            self.at = min(max(self.at + by, 0), len(self.trend.values) - 1)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit((self.trend.spans[self.at],))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        places = self._points()
        self.at = min(range(len(places)), key=lambda at: abs(places[at].x() - event.position().x()))
        self.opened.emit((self.trend.spans[self.at],))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        palette, trend = self._desk.theme.palette, self.trend
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.focus if self.hasFocus() else palette.border), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        self._draw_band(painter)
        places = self._points()
        painter.setPen(QPen(QColor(palette.muted), 1.2))
        painter.drawPolyline(places)
        for at, (place, value) in enumerate(zip(places, trend.values, strict=True)):
            beyond = trend.beyond(value)
            painter.setPen(QPen(QColor(palette.danger if beyond else palette.accent), 1.6))
            painter.setBrush(QColor(palette.danger if beyond else palette.surface))
            reach = _DOT + (1.5 if at == self.at and self.hasFocus() else 0)
            box = QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)
            painter.drawRect(box) if beyond else painter.drawEllipse(box)
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        palette, trend = self._desk.theme.palette, self.trend
        inner = self.rect().adjusted(_EDGE, 2, -_EDGE, -3)
        painter.setFont(interface_font(_NAME_SIZE))
        painter.setPen(QColor(palette.text))
        shown = self._shown(trend.values[self.at])
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, shown)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(shown) - _GAP
        name = painter.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QColor(palette.muted))
        painter.setFont(interface_font(11))
        first, last = _plain(trend.values[0]), _plain(trend.values[-1])
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, f"{first} → {last}")
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, _band(trend))

    def _shown(self, value: float) -> str:
        return f"{_plain(value)} {self.trend.unit}"

    def _needed(self) -> int:
        """How wide name and value are beside one another."""
        metrics = QFontMetrics(interface_font(_NAME_SIZE))
        values = max(metrics.horizontalAdvance(self._shown(value)) for value in self.trend.values)
        return round(_SLACK * metrics.horizontalAdvance(self.name)) + values + _GAP + 2 * _EDGE

    def _draw_band(self, painter: QPainter) -> None:
        trend, room = self.trend, self._room()
        if trend.low is None and trend.high is None:
            return
        top = self._height(trend.high) if trend.high is not None else room.top()
        foot = self._height(trend.low) if trend.low is not None else room.bottom()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._desk.theme.palette.good_soft))
        painter.drawRect(QRectF(room.left() - 6, top, room.width() + 12, max(foot - top, 1.0)))
        painter.setPen(QPen(QColor(self._desk.theme.palette.good), 1, Qt.PenStyle.DotLine))
        for limit, y in ((trend.high, top), (trend.low, foot)):
            if limit is not None:
                painter.drawLine(QPointF(room.left() - 6, y), QPointF(room.right() + 6, y))

    def _room(self) -> QRectF:
        return QRectF(_SIDE, _TOP, self.width() - 2 * _SIDE, self.height() - _TOP - _FOOT)

    def _points(self) -> list[QPointF]:
        room, values = self._room(), self.trend.values
        step = room.width() / (len(values) - 1)
        return [QPointF(room.left() + at * step, self._height(value)) for at, value in enumerate(values)]

    def _height(self, value: float) -> float:
        ends = [*self.trend.values, *(limit for limit in (self.trend.low, self.trend.high) if limit is not None)]
        low, high, room = min(ends), max(ends), self._room()
        share = (value - low) / (high - low) if high > low else 0.5
        return room.bottom() - 3 - share * (room.height() - 6)


class TrendPlots(QScrollArea):
    """The plots in a row, hidden while nothing is given twice."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.plots: list[TrendPlot] = []
        self._line = QFrame()
        self._line.setObjectName("strip")
        self._layout = QHBoxLayout(self._line)
        self._layout.setContentsMargins(8, 4, 8, 4)
        self._layout.setSpacing(6)
        self._layout.addStretch(1)
        self.setWidget(self._line)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.texts.bind(self.setAccessibleName, "trend.name")
        desk.texts.follow(self._retell)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(300, _SIZE.height() + 22)

    def show_trends(self, trends: Sequence[Trend]) -> None:
        """Plot these; a plot that shows the same already stays, and with it the keyboard."""
        if [plot.trend for plot in self.plots] == list(trends):
            return
        for plot in self.plots:
            self._layout.removeWidget(plot)
            plot.deleteLater()
        self.plots = [TrendPlot(self._desk, trend) for trend in trends]
        for at, plot in enumerate(self.plots):
            plot.opened.connect(self.opened)
            self._layout.insertWidget(at, plot)
        self.setVisible(bool(self.plots))

    def _retell(self) -> None:
        for plot in self.plots:
            plot.retell()


def _plain(value: float) -> str:
    return f"{value:.4g}"


def _band(trend: Trend) -> str:
    if trend.low is not None and trend.high is not None:
        return f"{_plain(trend.low)}–{_plain(trend.high)}"
    if trend.high is not None:
        return f"≤ {_plain(trend.high)}"
    return f"≥ {_plain(trend.low)}" if trend.low is not None else ""
