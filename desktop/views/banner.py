"""How soon, why, and where: the first thing to be read."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from core.units.percent import percent
from desktop.desk import Desk
from desktop.item_models.diagnosis_rows import LEVEL_TONES

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.diagnosis.model import TriageReason

_MOST_REASONS = 6
_LEAST_SHARE = 0.01


class Banner(QFrame):
    """The urgency as a word in a colour. A reason with a place in the record is a link to it."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._desk = desk
        self._spans: list[tuple[tuple[int, int], ...]] = []
        self._level, self._why, self._where = QLabel(), QLabel(), QLabel()
        self._level.setObjectName("level")
        self._where.setObjectName("muted")
        for label in (self._level, self._why, self._where):
            label.setWordWrap(True)
        self._why.setTextFormat(Qt.TextFormat.RichText)
        self._why.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._why.linkActivated.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        for label in (self._level, self._why, self._where):
            layout.addWidget(label)

    @property
    def words(self) -> str:
        return self._level.text()

    def show_assessment(self, assessment: Assessment) -> None:
        """Urgency and departments, or why there are none."""
        texts, triage = self._desk.texts, assessment.triage
        abstained = assessment.abstained
        self._spans = []
        if abstained is not None and triage.level is None:
            self._level.setText(texts("banner.abstained"))
            self._why.setText(escape(texts.of(abstained, "reason")))
        else:
            self._level.setText(texts(f"banner.{triage.level}"))
            reasons = [self._reason(ground) for ground in triage.grounds[:_MOST_REASONS]]
            if abstained is not None:
                reasons.append(escape(texts.of(abstained, "reason")))
            self._why.setText("; ".join(reasons) if texts.tongue == "en" else "；".join(reasons))
        departments = [f"{texts.of(d)} {percent(d.share)}" for d in triage.departments[:3] if d.share >= _LEAST_SHARE]
        self._where.setText(texts("banner.departments", what=texts.list_of(departments)) if departments else "")
        self._why.setVisible(bool(self._why.text()))
        self._why.setAccessibleName(texts("banner.why"))
        self._why.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._spans else Qt.FocusPolicy.NoFocus)
        self._where.setVisible(bool(departments))
        self._dress(LEVEL_TONES[triage.level])

    def _reason(self, ground: TriageReason) -> str:
        said = escape(self._desk.texts.of(ground, "text"))
        if not ground.spans:
            return said
        self._spans.append(ground.spans)
        colour = self._desk.theme.palette.text
        return f'<a href="{len(self._spans) - 1}" style="color:{colour}">{said}</a>'

    def _follow(self, link: str) -> None:
        self.opened.emit(self._spans[int(link)])

    def _dress(self, tone: str) -> None:
        self.setProperty("tone", tone)
        for widget in (self, self._level):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
