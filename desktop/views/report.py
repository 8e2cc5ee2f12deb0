"""The report as it will be printed, what it has in it, and the buttons that save and print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.draft import Draft
from desktop.report_choices import CHOICES, chosen_options
from desktop.views.report_panel import ReportPanel
from desktop.views.state_page import StatePage

if TYPE_CHECKING:
    from PySide6.QtPdfWidgets import QPdfView

    from core.assessment import Assessment

_AFTER_MS = 150  # of quiet: several boxes clicked one after another make one report


class ReportPage(QWidget):
    """Renders in the background what `show_report` is given, and anew when a choice changes; `pdf` holds the bytes of
    what is in view."""

    save_wanted = Signal()
    print_wanted = Signal()
    letterhead_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.pdf: bytes | None = None
        self._about: tuple[Draft, Assessment] | None = None
        self._view: QPdfView | None = None
        self._buffer: QBuffer | None = None
        self._updating = False
        self.state = StatePage(desk)
        self.panel = ReportPanel(desk)
        self.panel.hide()
        self.panel.letterhead_wanted.connect(self.letterhead_wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self.panel)
        layout.addWidget(self._stack, 1)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_AFTER_MS)
        self._quiet.timeout.connect(self._render)
        desk.settings.changed.connect(self._setting_changed)
        desk.texts.follow(self._tell_page)
        desk.texts.follow(self._tell_choices)
        self._tell_choices()
        self.clear()

    def _head(self) -> QHBoxLayout:
        bind = self._desk.texts.bind
        self._pages = QLabel()
        self._pages.setObjectName("muted")
        self.choices, self.print, self.save = QPushButton(), QPushButton(), QPushButton()
        self.choices.setCheckable(True)
        self.choices.toggled.connect(self.panel.setVisible)
        self.choices.toggled.connect(lambda _: self._tell_choices())
        bind(self.choices.setAccessibleName, "report.choices")
        bind(self.choices.setToolTip, "report.choices.tip")
        bind(self.print.setText, "report.print")
        bind(self.save.setText, "action.pdf")
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self.save_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(6)
        head.addWidget(self._pages, 1)
        for button in (self.choices, self.print, self.save):
            head.addWidget(button)
        return head

    def clear(self) -> None:
        """There is nothing to report on."""
        self._about = None
        self._quiet.stop()
        self._desk.operations.cancel("report")
        self._blank()
        self.state.say("report.empty")

    def show_report(self, draft: Draft, assessment: Assessment) -> None:
        """Render anew; the earlier pages stay in view meanwhile."""
        self._about = draft, assessment
        if self.pdf is None:
            self.state.say("state.loading")
            self._render()
        else:
            self._quiet.start()

    @property
    def page_count(self) -> int:
        return self._view.document().pageCount() if self._view is not None else 0

    def _render(self) -> None:
        if self._about is None:
            return
        (draft, assessment), services, options = self._about, self._desk.services, chosen_options(self._desk)
        self._updating = True
        self._tell_page()
        self._desk.operations.start(
            lambda _: services.render_pdf(draft.case(), assessment, options),
            lane="files",
            done=self._show,
            failed=self._failed,
            key="report",
        )

    def _setting_changed(self, name: str) -> None:
        if name in CHOICES and self.isVisible() and self._about is not None:
            self._quiet.start()

    def _show(self, pdf: bytes) -> None:
        view = self._ensure_view()
        kept = view.verticalScrollBar().value()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        # The one document is loaded anew: replacing it by another while its pages are being drawn crashes.
        document = view.document()
        document.close()
        document.load(buffer)
        earlier, self._buffer = self._buffer, buffer
        if earlier is not None:
            earlier.deleteLater()
        self.pdf = pdf
        self._updating = False
        for button in (self.save, self.print):
            button.setEnabled(True)
        self._stack.setCurrentWidget(view)
        view.verticalScrollBar().setValue(kept)
        self._tell_page()

    def _tell_choices(self) -> None:
        arrow = "▴" if self.choices.isChecked() else "▾"
        self.choices.setText(f"{self._desk.texts('report.choices')} {arrow}")

    def _tell_page(self) -> None:
        if self._view is None or self.pdf is None:
            self._pages.clear()
            return
        number = self._view.pageNavigator().currentPage() + 1
        words = "report.page_updating" if self._updating else "report.page"
        self._pages.setText(self._desk.texts(words, number=number, total=self.page_count))

    def _failed(self, message: str) -> None:
        self._blank()
        self.state.say("report.failed", sentence=self._desk.failure(message))

    def _blank(self) -> None:
        self.pdf = None
        self._updating = False
        for button in (self.save, self.print):
            button.setEnabled(False)
        self._stack.setCurrentIndex(0)
        if self._view is not None:
            self._view.document().close()
        self._pages.clear()

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
            view.pageNavigator().currentPageChanged.connect(lambda _: self._tell_page())
            self._desk.texts.bind(view.setAccessibleName, "centre.report")
            self._stack.addWidget(view)
            self._view = view
        return self._view
