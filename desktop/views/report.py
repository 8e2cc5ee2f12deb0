"""The report as it will be printed, with the button that saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.draft import Draft
from desktop.views.state_page import StatePage

if TYPE_CHECKING:
    from PySide6.QtPdfWidgets import QPdfView

    from core.assessment import Assessment


class ReportPage(QWidget):
    """Renders in the background what `show_report` is given; `pdf` holds the bytes of what is in view."""

    save_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.pdf: bytes | None = None
        self._view: QPdfView | None = None
        self.state = StatePage(desk)
        self._pages = QLabel()
        self._pages.setObjectName("muted")
        self.save = QPushButton()
        desk.texts.bind(self.save.setText, "action.pdf")
        self.save.clicked.connect(self.save_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.addWidget(self._pages, 1)
        head.addWidget(self.save)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.clear()

    def clear(self) -> None:
        """There is nothing to report on."""
        self._desk.operations.cancel("report")
        self.pdf = None
        self.save.setEnabled(False)
        self._pages.clear()
        self.state.say("report.empty")
        self._stack.setCurrentIndex(0)
        if self._view is not None:
            self._view.document().close()

    def show_report(self, draft: Draft, assessment: Assessment) -> None:
        """Render anew; the earlier pages stay in view meanwhile."""
        services, tongue = self._desk.services, self._desk.texts.tongue
        if self.pdf is None:
            self.state.say("state.loading")
        self._desk.operations.start(
            lambda _: services.render_pdf(draft.case(), assessment, tongue),
            lane="files",
            done=self._show,
            failed=self._failed,
            key="report",
        )

    @property
    def page_count(self) -> int:
        return self._view.document().pageCount() if self._view is not None else 0

    def _show(self, pdf: bytes) -> None:
        view = self._ensure_view()
        kept = view.verticalScrollBar().value()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = view.document()
        document.close()
        document.load(buffer)
        earlier, self._buffer = getattr(self, "_buffer", None), buffer
        if earlier is not None:
            earlier.deleteLater()
        self.pdf = pdf
        self.save.setEnabled(True)
        self._pages.setText(self._desk.texts("report.pages", number=document.pageCount()))
        self._stack.setCurrentWidget(view)
        view.verticalScrollBar().setValue(kept)

    def _failed(self, message: str) -> None:
        self.clear()
        self.state.say("report.failed", sentence=self._desk.failure(message))

    def _ensure_view(self) -> QPdfView:
        if self._view is None:
            # Loaded when a report is first looked at: it would cost every start a tenth of a second.
            from PySide6.QtPdf import QPdfDocument
            from PySide6.QtPdfWidgets import QPdfView

            view = QPdfView(self._stack)
            # Owned by the page: a document that is a child of its view outlives the renderer in it and crashes.
            view.setDocument(QPdfDocument(self))
            view.setPageMode(QPdfView.PageMode.MultiPage)
            view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._desk.texts.bind(view.setAccessibleName, "centre.report")
            self._stack.addWidget(view)
            self._view = view
        return self._view
