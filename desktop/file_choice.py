"""Where records and models come from and where the report goes, as the person chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.desk import Desk


def choose_records(desk: Desk, parent: QWidget, chosen: Callable[[list[Path]], None]) -> None:
    """Ask for one file or several."""
    dialog = _dialog(desk.texts("open.title"), parent)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([desk.texts("open.records"), desk.texts("open.all")])
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()


def choose_report(desk: Desk, parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Ask where the report is to be saved."""
    dialog = _dialog(desk.texts("action.pdf"), parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(desk.texts("pdf.file_name"))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()


def choose_model(desk: Desk, parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Ask for the file of a language model."""
    dialog = _dialog(desk.texts("models.add"), parent)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter("GGUF (*.gguf)")
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()


def _dialog(title: str, parent: QWidget) -> QFileDialog:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, documents)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
