"""The question before text that is kept nowhere would be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.desk import Desk


def ask_about_unsaved(
    desk: Desk,
    parent: QWidget,
    *,
    can_save: bool,
    save: Callable[[Callable[[], None]], None],
    discard: Callable[[], None],
    go_on: Callable[[], None],
) -> QMessageBox:
    """Save and go on, discard and go on, or stay. Does not wait: the answer calls what follows."""
    texts = desk.texts
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Bedside")
    box.setText(texts("unsaved.title"))
    box.setInformativeText(texts("unsaved.words" if can_save else "unsaved.words_not_storing"))
    keep = box.addButton(texts("unsaved.save"), QMessageBox.ButtonRole.AcceptRole) if can_save else None
    lose = box.addButton(texts("unsaved.discard"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(texts("unsaved.stay"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep or stay)
    box.setEscapeButton(stay)

    def answered() -> None:
        clicked = box.clickedButton()
        if clicked is lose:
            discard()
            go_on()
        elif keep is not None and clicked is keep:
            save(go_on)

    box.finished.connect(answered)
    desk.theme.page(box)
    box.open()
    return box
