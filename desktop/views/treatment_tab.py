"""Treatment: first what asks for an answer, then warnings, plan, and what was checked and what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.system.clock import today_here
from desktop.desk import Desk
from desktop.item_models.rows import Row
from desktop.item_models.treatment_rows import treatment_rows
from desktop.views.alerts import Alerts
from desktop.views.list_tab import ListTab
from desktop.views.rows_view import RowsView

if TYPE_CHECKING:
    from core.assessment import Assessment

_SHARE = 0.7  # of the tab for the alerts, before they scroll


class TreatmentTab(QWidget):
    """`answered` is said when a reason was given for going on, or taken back."""

    opened = Signal(object)
    answered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        self.alerts = Alerts(desk)
        self.alerts.answered.connect(self.answered)
        self.alerts.answered.connect(self._fit)
        self.alerts.turned.connect(lambda: self._fitting.start())
        self.alerts.opened.connect(self.opened)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.alerts)
        self._list = ListTab(desk, "treatment", self._rows)
        self._list.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll)
        layout.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    @property
    def rows(self) -> RowsView:
        return self._list.rows

    def show_assessment(self, assessment: Assessment) -> None:
        self.alerts.show_assessment(assessment)
        self._list.show_assessment(assessment)
        self._fit()

    def retell(self) -> None:
        """In the language of now."""
        self.alerts.retell()
        self._fit()

    def focus_alert(self) -> None:
        """The keyboard to the first warning that has no answer."""
        self.alerts.focus_waiting()

    def clear(self) -> None:
        self.alerts.clear()
        self._list.clear()
        self._fit()

    def _rows(self, assessment: Assessment) -> list[Row]:
        return treatment_rows(assessment, self._desk.texts, today_here())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()  # a height that is set while the layout is at work is not seen by it

    def _fit(self) -> None:
        """As high as the alerts are, within their share."""
        self._scroll.setVisible(bool(self.alerts.items))
        wanted = self.alerts.height_for(max(self.width() - 14, 200))
        self._scroll.setFixedHeight(max(60, min(wanted, int(self.height() * _SHARE))))
