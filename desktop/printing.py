"""The report on paper: which printer, and its pages drawn as pictures off the event loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from desktop.desk import Desk
from desktop.operations import Job

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DOTS_PER_INCH = 300  # at most: sharp for text, and a page stays a picture of some 30 MB


def choose_printer(desk: Desk, parent: QWidget, chosen: Callable[[QPrinter], None]) -> None:
    """Ask for a printer, the pages and the copies."""
    # Loaded when somebody first prints: finding the printers must not hold up the first window.
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setDocName(desk.texts("print.document"))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(desk.texts("action.print"))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # its own takes a slot by name


def print_pages(pdf: bytes, printer: QPrinter, job: Job) -> int:
    """In a lane: draw each wanted page on the paper. Returns how many the printer took."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
    from PySide6.QtGui import QPageLayout, QPainter
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = list(range(document.pageCount()))
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        pages = pages[printer.fromPage() - 1 : printer.toPage() or None]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter()
    if not pages or not painter.begin(printer):
        return 0
    try:
        for number, page in enumerate(pages):
            if job.cancelled:
                printer.abort()
                return number
            if number:
                printer.newPage()
            paper = printer.pageLayout().fullRectPixels(printer.resolution())
            share = min(1.0, _DOTS_PER_INCH / printer.resolution())
            shape = document.pagePointSize(page).toSize()
            fitted = shape.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
            picture = document.render(page, QSize(int(fitted.width() * share), int(fitted.height() * share)))
            place = QRect((paper.width() - fitted.width()) // 2, (paper.height() - fitted.height()) // 2, 0, 0)
            place.setSize(fitted)
            painter.drawImage(place, picture)
            job.progress(number + 1, len(pages))
    finally:
        painter.end()
        document.close()
    return len(pages)
