"""The editor with what belongs to it: entry in fields, contradictions, values over time, and what was understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.corrector import Corrector
from desktop.desk import Desk
from desktop.draft import Draft
from desktop.item_models.marks import STYLES, marks_of
from desktop.structured import Entered, Line
from desktop.views.conflicts import Conflicts
from desktop.views.editor import Editor
from desktop.views.legend import Legend
from desktop.views.structured_entry import StructuredEntry
from desktop.views.trend_plots import TrendPlots

if TYPE_CHECKING:
    from core.language.model import Reading


class RecordPage(QWidget):
    """Shows a reading in the editor and in words; `draft` tells the record of now."""

    trouble = Signal(str)

    def __init__(self, desk: Desk, draft: Callable[[], Draft], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._draft = desk, draft
        self._shown: tuple[Reading, str] | None = None
        self.editor = Editor(desk)
        self.corrector = Corrector(desk, self.editor)
        self.entry = StructuredEntry(desk)
        self.conflicts = Conflicts(desk)
        self.trends = TrendPlots(desk)
        self.entry.wanted.connect(self._enter)
        self.entry.refused.connect(self.trouble)
        self.conflicts.rows.opened.connect(self.editor.select)
        self.trends.opened.connect(self.editor.select)
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
        for part in (self.entry, self.conflicts, self.trends, strip):
            layout.addWidget(part)
        self.setFocusProxy(self.editor)
        desk.texts.follow(self._retell)
        self.clear()

    def show_reading(self, reading: Reading, text: str) -> None:
        self._shown = (reading, text)
        self._retell()
        self._follow(reading)

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
            self.conflicts.show_rows([])
            self._desk.operations.cancel("trends")
            self.trends.show_trends(())
            return
        reading, text = self._shown
        self.editor.show_marks(marks_of(reading, self._desk.texts, text, self.editor.history.corrections), text)
        self.conflicts.show_reading(reading, text)
        self._gist.setText(self._gist_of(reading))

    def _follow(self, reading: Reading) -> None:
        """Plot what is given more than once."""
        times = Counter(m.analyte for m in reading.measurements)
        if not any(number > 1 for number in times.values()):
            self._desk.operations.cancel("trends")
            self.trends.show_trends(())
            return
        services = self._desk.services
        self._desk.operations.start(
            lambda _: services.trends(reading),
            lane="reading",
            done=self.trends.show_trends,
            failed=lambda message: self.trouble.emit(self._desk.failure(message)),
            key="trends",
        )

    def _enter(self, entered: Entered) -> None:
        """A line of the record out of fields."""
        draft, services = self._draft(), self._desk.services

        def done(line: Line) -> None:
            if line.text != self.editor.text:  # somebody has typed meanwhile
                self._enter(entered)
                return
            if not line.understood:
                self.trouble.emit(self._desk.texts("fields.no_genotype", name=entered.name, result=entered.more))
                return
            self.editor.history.write(line.edit, line.corrections)

        self._desk.operations.start(
            lambda _: services.line_for(draft.case(), entered),
            lane="reading",
            done=done,
            failed=lambda message: self.trouble.emit(self._desk.failure(message)),
        )

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
        if reading.genotypes:
            parts.append(texts("gist.genes", what=texts.list_of([f"{g.gene} {g.result}" for g in reading.genotypes])))
        if reading.conflicts:
            parts.append(texts("gist.conflicts", number=len(reading.conflicts)))
        return " · ".join(parts)
