"""Two minutes on the sample case: where everything is, one thing at a time. Can be left at any step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk

_CARD_WIDTH, _GAP, _EDGE, _ROUND = 380, 14, 4, 8
_SHADE = 120  # of 255


@dataclass(frozen=True)
class Stop:
    """One step: its words are `tour.<name>.title` and `tour.<name>.words`; `where` is what it speaks of."""

    name: str
    where: Callable[[], QWidget]
    before: Callable[[], None] = lambda: None


class Tour(QWidget):
    """Lies over the window, dims it but for what it speaks of, and takes the keyboard. `ended` when it is over."""

    ended = Signal()

    def __init__(self, desk: Desk, stops: tuple[Stop, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._stops, self._at, self._over = desk, stops, 0, parent
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.card.setFixedWidth(_CARD_WIDTH)
        self._title, self._words, self._count = QLabel(), QLabel(), QLabel()
        self._title.setObjectName("stateTitle")
        self._count.setObjectName("muted")
        self._words.setWordWrap(True)
        self.leave, self.back, self.on = QPushButton(), QPushButton(), QPushButton()
        self.leave.setObjectName("link")
        self.on.setObjectName("primary")
        self.leave.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self._go(self._at - 1))
        self.on.clicked.connect(lambda: self._go(self._at + 1))
        buttons, inside = QHBoxLayout(), QVBoxLayout(self.card)
        self._inside = inside
        for widget in (self.leave, self._count):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.on)
        inside.setContentsMargins(20, 16, 20, 14)
        inside.setSpacing(10)
        inside.addWidget(self._title)
        inside.addWidget(self._words)
        inside.addLayout(buttons)
        desk.texts.follow(self._retell)
        parent.installEventFilter(self)
        self.hide()

    @property
    def at(self) -> str | None:
        """The step in view."""
        return self._stops[self._at].name if self.isVisible() else None

    def begin(self) -> None:
        """From the first step."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._go(0)

    def end(self) -> None:
        """Leave, wherever it is."""
        if self.isVisible():
            self.hide()
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() == Qt.Key.Key_Left and self._at:
            self._go(self._at - 1)
        elif event.key() == Qt.Key.Key_Right:
            self._go(self._at + 1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab stays on the card: what lies below cannot be used meanwhile."""
        round_ = [button for button in (self.leave, self.back, self.on) if button.isEnabled()]
        focused = next((at for at, button in enumerate(round_) if button.hasFocus()), -1)
        round_[(focused + (1 if forwards else -1)) % len(round_)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        spoken_of = QRectF(self._spoken_of())
        hole.addRoundedRect(spoken_of, _ROUND, _ROUND)
        painter.fillPath(shade.subtracted(hole), QColor(0, 0, 0, _SHADE))
        painter.setPen(QPen(QColor(self._desk.theme.palette.focus), 2))
        painter.drawRoundedRect(spoken_of, _ROUND, _ROUND)

    def _go(self, at: int) -> None:
        if at >= len(self._stops):
            self.end()
            return
        self._at = at
        self._stops[at].before()
        self._retell()
        self.on.setFocus()

    def _retell(self) -> None:
        texts, stop = self._desk.texts, self._stops[self._at]
        last = self._at == len(self._stops) - 1
        self._title.setText(texts(f"tour.{stop.name}.title"))
        self._words.setText(texts(f"tour.{stop.name}.words"))
        self._count.setText(texts("work.of", finished=self._at + 1, total=len(self._stops)))
        self.leave.setText(texts("tour.leave"))
        self.back.setText(texts("tour.back"))
        self.on.setText(texts("tour.done" if last else "tour.next"))
        self.back.setEnabled(self._at > 0)
        self.card.setAccessibleName(f"{self._title.text()}. {self._words.text()}")
        self.on.setAccessibleDescription(self.card.accessibleName())
        self._place()

    def _spoken_of(self) -> QRect:
        widget = self._stops[self._at].where()
        corner = widget.mapTo(self._over, QPoint(0, 0))
        return QRect(corner, widget.size()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE) & self.rect()

    def _place(self) -> None:
        """Beside what it speaks of, where there is room; else in a corner of it."""
        self._inside.activate()
        size = QSize(_CARD_WIDTH, self.card.heightForWidth(_CARD_WIDTH))
        self.card.resize(size)
        what, room = self._spoken_of(), self.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        middle = what.center() - QPoint(size.width() // 2, size.height() // 2)
        for corner in (
            QPoint(what.right() + _GAP, what.top() + _GAP),
            QPoint(what.left() - _GAP - size.width(), what.top() + _GAP),
            QPoint(middle.x(), what.bottom() + _GAP),
            QPoint(middle.x(), what.top() - _GAP - size.height()),
        ):
            if room.contains(QRect(corner, size)):
                break
        else:
            corner = QPoint(what.right() - size.width() - _GAP, what.bottom() - size.height() - _GAP)
        self.card.move(corner)
        self.update()
