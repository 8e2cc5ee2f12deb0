"""The editor with, beneath it, what was understood in one line and what the marks mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models.marks import STYLES, marks_of
from desktop.views.editor import Editor
from desktop.views.legend import Legend

if TYPE_CHECKING:
    from core.language.model import Reading


class RecordPage(QWidget):
    """Shows a reading in the editor and in words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[Reading, str] | None = None
        self.editor = Editor(desk)
        strip = QFrame()
        strip.setObjectName("strip")
        self._gist = QLabel()
        self._gist.setWordWrap(True)
        inside = QVBoxLayout(strip)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.setSpacing(3)
        inside.addWidget(self._gist)
        self.legend = Legend(desk, STYLES)
        inside.addWidget(self.legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.editor, 1)
        layout.addWidget(strip)
        self.setFocusProxy(self.editor)
        desk.texts.changed.connect(self._retell)
        self.clear()

    def show_reading(self, reading: Reading, text: str) -> None:
        self._shown = (reading, text)
        self._retell()

    def clear(self) -> None:
        """Nothing has been read."""
        self._shown = None
        self._retell()

    @property
    def gist(self) -> str:
        return self._gist.text()

    def _retell(self) -> None:
        if self._shown is None:
            self._gist.setText(self._desk.texts("gist.none"))
            return
        reading, text = self._shown
        self.editor.show_marks(marks_of(reading, self._desk.texts), text)
        self._gist.setText(self._gist_of(reading))

    def _gist_of(self, reading: Reading) -> str:
        texts, patient = self._desk.texts, reading.patient
        parts = []
        if patient.age_years is not None:
            parts.append(texts("gist.age", years=f"{patient.age_years:g}"))
        parts.append(texts(f"sex.{patient.sex}"))
        if patient.pregnant:
            parts.append(texts("gist.pregnant"))
        mine = [f for f in reading.findings if f.experiencer == "patient"]
        parts.append(texts("gist.present", number=sum(f.assertion == "present" for f in mine)))
        parts.append(texts("gist.absent", number=sum(f.assertion == "absent" for f in mine)))
        parts.append(texts("gist.drugs", number=len(reading.medications)))
        allergies = reading.allergies
        if allergies.status == "listed":
            parts.append(texts("gist.allergic", what=texts.list_of([item.substance for item in allergies.items])))
        else:
            parts.append(texts(f"gist.allergies_{'none' if allergies.status == 'none-known' else 'unknown'}"))
        if reading.conflicts:
            parts.append(texts("gist.conflicts", number=len(reading.conflicts)))
        return " · ".join(parts)
