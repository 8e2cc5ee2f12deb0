"""The three panes: cases, record, assessment. Their sizes and how they stand are remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QSplitterHandle, QWidget

from desktop.desk import Desk
from desktop.settings import ARRANGEMENT, CASES_SHOWN, HALVES, PANES

_LEAST_WIDTH = {"cases": 200, "centre": 340, "result": 496}
_LEAST_HEIGHT = 160
LEAST_SIZE = (840, 400)  # of record and assessment


class _Line(QSplitterHandle):
    """Between two panes: a line of one pixel."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.palette().mid())


class _Splitter(QSplitter):
    def createHandle(self) -> QSplitterHandle:
        return _Line(self.orientation(), self)


class _View(QScrollArea):
    """Goes where the keyboard goes."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)


class Panes(_Splitter):
    """Cases at the left, which can be put away; record and assessment beside or below one another."""

    def __init__(self, desk: Desk, cases: QWidget, centre: QWidget, result: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk, self._cases, self._halves = desk, cases, _Splitter()
        for name, pane in (("cases", cases), ("centre", centre), ("result", result)):
            pane.setMinimumWidth(_LEAST_WIDTH[name])
            pane.setMinimumHeight(_LEAST_HEIGHT)
        for splitter, panes, shares in (
            (self._halves, (centre, result), (5, 5)),
            (self, (cases, self._halves), (0, 1)),
        ):
            for at, (pane, share) in enumerate(zip(panes, shares, strict=True)):
                splitter.addWidget(pane)
                splitter.setStretchFactor(at, share)
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self.setSizes(desk.settings.get(PANES))
        self._halves.setSizes(desk.settings.get(HALVES))
        self.splitterMoved.connect(lambda *_: desk.settings.set(PANES, self.sizes()))
        self._halves.splitterMoved.connect(lambda *_: desk.settings.set(HALVES, self._halves.sizes()))
        desk.settings.changed.connect(self._follow)
        self._arrange()

    def show_cases(self) -> None:
        """Bring the cases back, whoever needs them."""
        self._choose(True)

    def toggle_cases(self) -> None:
        """Put them away, or bring them back."""
        self._choose(not self._cases.isVisibleTo(self))

    def put_cases_away(self) -> None:
        """For now only: what was chosen holds on a screen with more room."""
        self._cases.hide()

    def in_a_view(self) -> QScrollArea:
        """For a screen without room for two panes side by side: as large as they need to be, in a view that scrolls."""
        self.setMinimumSize(*LEAST_SIZE)
        view = _View(self)
        self._desk.theme.page(view.horizontalScrollBar(), view.verticalScrollBar())
        return view

    def _choose(self, shown: bool) -> None:
        self._desk.settings.set(CASES_SHOWN, shown)
        self._cases.setVisible(shown)

    def _follow(self, name: str) -> None:
        if name in (CASES_SHOWN.name, ARRANGEMENT.name):
            self._arrange()

    def _arrange(self) -> None:
        settings = self._desk.settings
        below = settings.get(ARRANGEMENT) == "below"
        self._halves.setOrientation(Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal)
        self._cases.setVisible(settings.get(CASES_SHOWN))
