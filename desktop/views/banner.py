"""How soon, why, what first, what next, and where: the first thing to be read."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from core.units.percent import percent
from desktop.desk import Desk
from desktop.item_models.diagnosis_rows import LEVEL_TONES
from desktop.item_models.next_lines import next_lines

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.diagnosis.model import TriageReason

_MOST_REASONS = 6
_LEAST_SHARE = 0.01


class Banner(QFrame):
    """The urgency as a word in a colour. A reason with a place in the record is a link to it; what to do first and
    what to find out next are links to the tab that tells more."""

    opened = Signal(object)
    wanted = Signal(str)  # the tab

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._desk = desk
        self._spans: list[tuple[tuple[int, int], ...]] = []
        self._assessment: Assessment | None = None
        self._level, self._why, self._next, self._where = QLabel(), QLabel(), QLabel(), QLabel()
        self._level.setObjectName("level")
        self._where.setObjectName("muted")
        labels = (self._level, self._why, self._next, self._where)
        for label in labels:
            label.setWordWrap(True)
        for label in (self._why, self._next):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
        self._why.linkActivated.connect(self._follow)
        self._next.linkActivated.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        for label in labels:
            layout.addWidget(label)
        desk.theme.follow(self._recolour)

    @property
    def words(self) -> str:
        return self._level.text()

    @property
    def next_words(self) -> str:
        """What to do first and what to find out next, as it can be read."""
        return self._next.accessibleName()

    def show_assessment(self, assessment: Assessment) -> None:
        """Urgency and departments, or why there are none."""
        self._assessment = assessment
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
        self._tell_next(next_lines(assessment, texts))
        self._dress(LEVEL_TONES[triage.level])

    def _reason(self, ground: TriageReason) -> str:
        said = escape(self._desk.texts.of(ground, "text"))
        if not ground.spans:
            return said
        self._spans.append(ground.spans)
        colour = self._desk.theme.palette.text
        return f'<a href="{len(self._spans) - 1}" style="color:{colour}">{said}</a>'

    def _tell_next(self, lines: list[tuple[str, str, str]]) -> None:
        link = f'style="color:{self._desk.theme.palette.text}; text-decoration:none"'
        said = (f'<a href="{tab}" {link}><b>{escape(when)}</b> {escape(what)} ›</a>' for tab, when, what in lines)
        self._next.setText("<br>".join(said))
        self._next.setAccessibleName("\n".join(f"{when} {what}" for _, when, what in lines))
        self._next.setVisible(bool(lines))
        self._next.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _recolour(self) -> None:
        """The links carry their colour in their text."""
        if self._assessment is not None:
            self.show_assessment(self._assessment)

    def _follow(self, link: str) -> None:
        self.opened.emit(self._spans[int(link)])

    def _dress(self, tone: str) -> None:
        self.setProperty("tone", tone)
        for widget in (self, self._level):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
