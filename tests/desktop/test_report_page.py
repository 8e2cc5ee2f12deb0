"""The preview and what the person chooses about it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from core.assessment import Assessment
from core.case.model import Case
from core.reports import ReportOptions, render_pdf
from core.reports.options import SECTIONS as OF_THE_CORE
from core.system.errors import KnownError
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.operations import Job
from desktop.printing import choose_printer, print_pages
from desktop.report_choices import SECTIONS, chosen_options, leave_out
from desktop.settings import LANGUAGE, LETTERHEAD, LETTERHEAD_IMAGE, REPORT_LANGUAGE, REPORT_LEFT_OUT
from desktop.views.report import ReportPage
from desktop.views.settings_dialog import SettingsDialog
from tests.desktop.scripted import ScriptedServices
from tests.desktop.test_workspace import type_note
from tests.fixtures import chest_pain_assessment, chest_pain_case


class Rendering:
    """What the services were asked to render."""

    def __init__(self, services: ScriptedServices, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[ReportOptions] = []
        self.trouble: Exception | None = None
        monkeypatch.setattr(services, "render_pdf", self._render)

    def _render(self, case: Case, assessment: Assessment, options: ReportOptions) -> bytes:
        self.asked.append(options)
        if self.trouble is not None:
            raise self.trouble
        return render_pdf(case, assessment, options)


@pytest.fixture
def rendering(services: ScriptedServices, monkeypatch: pytest.MonkeyPatch) -> Rendering:
    return Rendering(services, monkeypatch)


@pytest.fixture
def page(inside: MainWindow, rendering: Rendering, qtbot: QtBot) -> ReportPage:
    """The report of the fixture's case, its choices unfolded."""
    type_note(inside, qtbot)
    inside.actions_["go_report"].trigger()
    report = inside.workspace.report
    qtbot.waitUntil(lambda: report.page_count > 1 and inside._desk.operations.idle)
    report.choices.click()
    rendering.asked.clear()
    return report


def words(page: ReportPage) -> str:
    assert page.pdf is not None
    return " ".join(part.extract_text() for part in PdfReader(BytesIO(page.pdf)).pages)


def test_the_sections_are_those_of_the_core() -> None:
    assert SECTIONS == OF_THE_CORE


def test_a_box_takes_its_section_out_and_in_again(page: ReportPage, desk: Desk, qtbot: QtBot) -> None:
    assert "What this report rests on" in words(page)
    page.panel.sections["provenance"].click()
    assert desk.settings.get(REPORT_LEFT_OUT) == "provenance"
    qtbot.waitUntil(lambda: "What this report rests on" not in words(page))
    page.panel.sections["provenance"].click()
    qtbot.waitUntil(lambda: "What this report rests on" in words(page))


def test_several_boxes_make_one_report(page: ReportPage, rendering: Rendering, qtbot: QtBot) -> None:
    for name in ("record", "prose", "scores"):
        page.panel.sections[name].click()
    qtbot.waitUntil(lambda: bool(rendering.asked))
    qtbot.waitUntil(lambda: page._desk.operations.idle)
    assert [options.left_out for options in rendering.asked] == [("scores", "prose", "record")]


def test_the_place_in_the_pages_is_kept(page: ReportPage, rendering: Rendering, qtbot: QtBot) -> None:
    assert page._view is not None
    bar = page._view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place, number = bar.value(), page._view.pageNavigator().currentPage()
    assert place > 0
    earlier = page.pdf
    page.panel.sections["provenance"].click()
    qtbot.waitUntil(lambda: page.pdf is not earlier)
    assert bar.value() == place
    qtbot.waitUntil(lambda: f"Page {number + 1} of {page.page_count}" == page._pages.text())


def test_the_report_has_a_language_of_its_own(page: ReportPage, desk: Desk, qtbot: QtBot) -> None:
    page.panel.language.setCurrentIndex(2)
    page.panel.language.activated.emit(2)
    assert desk.settings.get(REPORT_LANGUAGE) == "zh"
    qtbot.waitUntil(lambda: "鉴别诊断" in words(page))
    assert page.print.text() == "Print…"
    desk.settings.set(LANGUAGE, "zh")
    desk.texts.turns.finish()
    assert page.print.text() == "打印…"
    assert chosen_options(desk).lang == "zh"
    desk.settings.set(REPORT_LANGUAGE, "en")
    assert chosen_options(desk).lang == "en"
    assert page.panel.language.currentIndex() == 1
    desk.settings.set(REPORT_LANGUAGE, "window")
    assert chosen_options(desk).lang == "zh"


def test_the_letterhead_is_written_in_the_settings_and_seen_at_once(
    page: ReportPage, inside: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    page.panel.letterhead.click()
    dialog = inside.findChild(SettingsDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.controls[LETTERHEAD.name].isVisible()
    dialog.accept()
    desk.settings.set(LETTERHEAD, "Dr Amelia Hartley\nWard 3")
    qtbot.waitUntil(lambda: "Dr Amelia Hartley" in words(page))


def test_a_picture_is_chosen_and_removed(page: ReportPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / ("long name " * 9 + "logo.png")
    Image.new("RGB", (40, 20), "blue").save(picture)
    assert not page.panel.remove.isVisible()
    page.panel.picture.click()
    dialog = page.panel.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(picture))
    dialog.reject()
    assert "…" in page.panel.file.text()
    assert page.panel.file.toolTip() == picture.name
    assert chosen_options(desk).letterhead.image == picture
    qtbot.waitUntil(lambda: page.pdf is not None and b"/Subtype /Image" in page.pdf)
    page.panel.remove.click()
    assert desk.settings.get(LETTERHEAD_IMAGE) == ""
    assert page.panel.picture.hasFocus() or QApplication.activeWindow() is None
    qtbot.waitUntil(lambda: page.pdf is not None and b"/Subtype /Image" not in page.pdf)


def test_a_fault_is_told_beside_the_choices_and_mended_there(
    page: ReportPage, rendering: Rendering, desk: Desk, qtbot: QtBot
) -> None:
    rendering.trouble = KnownError(
        "the picture of the letterhead cannot be read: choose another PNG or JPEG file, or none"
    )
    desk.settings.set(LETTERHEAD_IMAGE, "/nowhere.png")
    qtbot.waitUntil(lambda: "cannot be read" in page.state.words)
    assert not page.save.isEnabled()
    assert not page.print.isEnabled()
    assert page.panel.isVisible()
    rendering.trouble = None
    page.panel.remove.click()
    qtbot.waitUntil(lambda: page.save.isEnabled() and page.page_count > 1)


def test_choices_of_nonsense_are_no_choices(desk: Desk) -> None:
    desk.settings.set(REPORT_LEFT_OUT, "record nonsense record")
    assert chosen_options(desk).left_out == ("record",)
    leave_out(desk, "record", without=False)
    assert desk.settings.get(REPORT_LEFT_OUT) == ""


def test_what_is_saved_is_what_is_seen(
    page: ReportPage, inside: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.settings.set(REPORT_LEFT_OUT, "record provenance")
    target = tmp_path / "out.pdf"
    inside.workspace.save_pdf(target)
    qtbot.waitUntil(target.is_file)
    assert "Left out of this print" in PdfReader(target).pages[0].extract_text()


def test_by_keyboard(page: ReportPage, inside: MainWindow, qtbot: QtBot) -> None:
    inside.activateWindow()
    page.choices.setFocus()
    qtbot.waitUntil(lambda: page.choices.hasFocus())
    page.choices.click()
    assert not page.panel.isVisible()
    qtbot.keyClick(page.choices, Qt.Key.Key_Space)
    assert page.panel.isVisible()
    reached: list[Any] = []
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    for control in (page.print, page.save, *page.panel.sections.values(), page.panel.language, page.panel.picture):
        assert control in reached


def paper(tmp_path: Path) -> QPrinter:
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setFullPage(True)
    printer.setResolution(100)
    return printer


def job() -> Job:
    return Job(lambda call: call(), None, lambda: None)


def test_every_page_is_printed(prepared: QApplication, tmp_path: Path) -> None:
    pdf = render_pdf(chest_pain_case(), chest_pain_assessment(), ReportOptions())
    work = job()
    count = len(PdfReader(BytesIO(pdf)).pages)
    assert print_pages(pdf, paper(tmp_path), work) == count
    assert (work.finished, work.total) == (count, count)
    printed = PdfReader(tmp_path / "paper.pdf")
    assert len(printed.pages) == count
    assert printed.pages[0].images[0].image is not None


def test_only_the_pages_that_were_asked_for(prepared: QApplication, tmp_path: Path) -> None:
    pdf = render_pdf(chest_pain_case(), chest_pain_assessment(), ReportOptions())
    printer = paper(tmp_path)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert print_pages(pdf, printer, job()) == 2


def test_printing_stops_and_says_when_there_is_nothing(prepared: QApplication, tmp_path: Path) -> None:
    pdf = render_pdf(chest_pain_case(), chest_pain_assessment(), ReportOptions())
    stopped = job()
    stopped.cancel()
    assert print_pages(pdf, paper(tmp_path), stopped) == 0
    assert print_pages(b"no report", paper(tmp_path), job()) == 0


def test_a_printer_is_asked_for(page: ReportPage, inside: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    chosen: list[QPrinter] = []
    page.print.click()
    dialog = inside.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: inside.findChild(QPrintDialog) is None)
    choose_printer(desk, inside, chosen.append)
    again = inside.findChild(QPrintDialog)
    assert again is not None
    again.done(QDialog.DialogCode.Accepted)
    assert [printer.docName() for printer in chosen] == ["Bedside report"]


def test_printing_from_the_window(page: ReportPage, inside: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert inside.actions_["print"].isEnabled()
    inside.workspace.print_report(paper(tmp_path))
    qtbot.waitUntil(lambda: "Pages handed to the printer" in inside.messages.text, timeout=20_000)
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == page.page_count
