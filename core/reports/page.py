"""The page: header, footer with "page x of y", outline, metadata."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from core.reports.figures import dated
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import ACCENT, MUTED, RULE
from core.reports.typeface import draw, faces, register, width
from core.system.fonts import LATIN_REGULAR

LEFT = (A4[0] - WIDTH) / 2
TOP, BOTTOM = 58.0, 50.0
ROOM = A4[1] - TOP - BOTTOM
# The number of pages is known at the end: every footer draws this form, and the form is filled in last.
_TOTAL = "number-of-pages"


class Report(BaseDocTemplate):  # type: ignore[misc]  # ReportLab has no types
    """A document whose flowables may carry an `outline` (level, text)."""

    def __init__(self, sheet: Sheet, target: BytesIO) -> None:
        self._sheet = sheet
        self._faces = faces(sheet.lang)
        for face in {LATIN_REGULAR, *self._faces}:
            register(face)
        super().__init__(
            target,
            pagesize=A4,
            title=f"{sheet.t('title')} · {sheet.t('case', id=sheet.case.id)}",
            author=f"Bedside {sheet.assessment.provenance.app}",
            subject=sheet.t("options"),
            creator=f"Bedside {sheet.assessment.provenance.app}",
            lang="zh-CN" if sheet.lang == "zh" else "en-GB",
            # ReportLab starts every page in this font: Helvetica, which is not embedded, unless another is named.
            initialFontName=self._faces.regular,
            pageCompression=1,
        )
        frame = Frame(LEFT, BOTTOM, WIDTH, ROOM, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        self.addPageTemplates(PageTemplate(frames=[frame], onPage=self._furniture))

    def beforeDocument(self) -> None:
        self.canv.setViewerPreference("DisplayDocTitle", "true")

    def afterFlowable(self, flowable: Flowable) -> None:
        entry = getattr(flowable, "outline", None)
        if entry is not None:
            level, text = entry
            key = f"part-{self.seq.nextf('part')}"
            self.canv.bookmarkHorizontal(key, 0, self.frame._y + flowable.height + 12)
            self.canv.addOutlineEntry(text, key, level, closed=level == 0)

    def _furniture(self, canvas: Any, _document: BaseDocTemplate) -> None:
        sheet, regular, strong = self._sheet, self._faces.regular, self._faces.strong
        canvas.saveState()
        high = A4[1] - 34
        canvas.setFillColor(ACCENT)
        x = draw(canvas, LEFT, high, "Bedside", strong, 10.5, 100)
        canvas.setFillColor(MUTED)
        day = sheet.case.encounter_date
        when = sheet.t("encounter", date=dated(day, sheet.lang)) if day else sheet.t("no_encounter")
        right = LEFT + WIDTH - width(when, regular, 8.5)
        draw(canvas, right, high, when, regular, 8.5, WIDTH)
        draw(canvas, x + 12, high, sheet.t("case", id=sheet.case.id), regular, 8.5, right - x - 30)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.6)
        canvas.line(LEFT, high - 7, LEFT + WIDTH, high - 7)
        low = 28
        draw(canvas, LEFT, low, sheet.t("printed", date=dated(sheet.today, sheet.lang)), regular, 8, WIDTH / 2)
        before = sheet.t("page", n=canvas.getPageNumber())
        longest = width(before + sheet.t("page_after", total=99), regular, 8)
        x = draw(canvas, LEFT + WIDTH - longest, low, before, regular, 8, WIDTH)
        canvas.translate(x, low)
        canvas.doForm(_TOTAL)
        canvas.restoreState()

    def _endBuild(self) -> None:
        canvas = self.canv
        canvas.beginForm(_TOTAL, 0, -4, 60, 12)
        canvas.setFillColor(MUTED)
        draw(canvas, 0, 0, self._sheet.t("page_after", total=self.page), self._faces.regular, 8, 60)
        canvas.endForm()
        super()._endBuild()


def printed(sheet: Sheet, story: Sequence[Flowable]) -> bytes:
    """The document as bytes."""
    target = BytesIO()
    Report(sheet, target).build(list(story))
    return target.getvalue()
