"""Two diseases side by side on the record of now: why the one, and why not the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.draft import DraftOf
from desktop.item_models.comparison_rows import comparison_rows, explained_row
from desktop.item_models.numbers import factor
from desktop.item_models.rows import Row
from desktop.views.foot import Foot
from desktop.views.name_picker import NameList, NamePicker
from desktop.views.rows_view import RowsView

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.diagnosis.model import RankedDisease

_LEVEL = 0.05  # log10: closer than this two diseases are called level


class ComparisonPanel(QWidget):
    """`opened` names places in the record, `left` is said when the reader wants the list back."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, names: NameList, draft: DraftOf) -> None:
        super().__init__()
        self._desk, self._draft = desk, draft
        self._leading: tuple[str, ...] = ()
        self._explained: tuple[RankedDisease, ...] = ()
        self._said: tuple[str, dict[str, str]] | str = ""
        texts = desk.texts
        self.back = QPushButton()
        self.back.setObjectName("link")
        texts.bind(lambda words: self.back.setText(f"← {words}"), "why.back")
        self.back.clicked.connect(self.left)
        heading = QLabel()
        heading.setObjectName("heading")
        texts.bind(heading.setText, "compare.title")
        self.first, self.second = NamePicker(names), NamePicker(names)
        self.swap = QPushButton("⇅")
        texts.bind(self.swap.setAccessibleName, "compare.swap")
        texts.bind(self.swap.setToolTip, "compare.swap")
        self.swap.clicked.connect(self._swap)
        self._verdict = QLabel()
        self._verdict.setWordWrap(True)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        texts.bind(self._busy.setAccessibleName, "compare.working")
        self.rows = RowsView(desk.theme, unfolds=True)
        texts.bind(self.rows.setAccessibleName, "compare.rows")
        self.rows.opened.connect(self.opened)
        for picker in (self.first, self.second):
            picker.picked.connect(lambda _: self._compare())
            picker.unknown.connect(lambda words: self._say("why.none", words=words))
        self._lay_out(heading)
        texts.follow(self._retell)

    @property
    def verdict(self) -> str:
        return self._verdict.text()

    def ask(self, first: str | None, second: str | None, assessment: Assessment) -> None:
        """Compare two diseases; the one that is not named is the leader, or the runner-up where that is asked about."""
        self._leading = tuple(line.id for line in assessment.differential)
        first = first or next((key for key in self._leading if key != second), None)
        second = second or next((key for key in self._leading if key != first), None)
        self.first.show_key(first)
        self.second.show_key(second)
        self._compare()

    def again(self, assessment: Assessment) -> None:
        """The record has changed: the same two on the record of now."""
        self._leading = tuple(line.id for line in assessment.differential)
        self._compare()

    def blank(self) -> None:
        """Forget what was shown."""
        self._desk.operations.cancel("explain")
        self._explained = ()
        self.first.show_key(None)
        self.second.show_key(None)
        self.rows.show_rows([])
        self._busy.hide()
        self._said = ""
        self._verdict.clear()

    def _swap(self) -> None:
        first, second = self.first.key, self.second.key
        self.first.show_key(second)
        self.second.show_key(first)
        self._compare()

    def _compare(self) -> None:
        first, second, draft = self.first.key, self.second.key, self._draft()
        if draft is None or first is None:
            return
        if first == second:
            self._say("compare.same")
            return
        asked = (first,) if second is None else (first, second)
        services = self._desk.services
        self._busy.show()
        self._desk.operations.start(
            lambda _: services.explain(draft.case(), asked),
            lane="reading",
            done=lambda found: self._show(asked, found),
            failed=self._fail,
            key="explain",
        )

    def _show(self, asked: tuple[str, ...], found: tuple[RankedDisease, ...]) -> None:
        self._busy.hide()
        by_id = {disease.id: disease for disease in found}
        self._explained = tuple(by_id[key] for key in asked if key in by_id)
        self._said = ""
        self._retell()

    def _fail(self, message: str) -> None:
        self._busy.hide()
        self._explained = ()
        self._said = self._desk.failure(message)
        self._retell()

    def _say(self, key: str, **values: str) -> None:
        self._busy.hide()
        self._explained = ()
        self._said = (key, values)
        self._retell()

    def _retell(self) -> None:
        texts, rows = self._desk.texts, list[Row]()
        if self._said:
            said = self._said if isinstance(self._said, str) else texts(self._said[0], **self._said[1])
        elif len(self._explained) == 2:
            said, rows = self._both(*self._explained)
        elif self._explained:
            said, rows = texts("compare.alone"), [explained_row(self._explained[0], "A", texts, unfolded=True)]
        else:
            said = texts("compare.weak") if self.first.key else ""
        self._verdict.setText(said)
        self._verdict.setAccessibleName(said)
        self.rows.show_rows(rows)

    def _both(self, first: RankedDisease, second: RankedDisease) -> tuple[str, list[Row]]:
        from core.diagnosis.comparison import compare

        texts, comparison = self._desk.texts, compare(first, second)
        ahead, behind = (first, second) if comparison.ahead >= 0 else (second, first)
        said = (
            texts("compare.even")
            if abs(comparison.ahead) < _LEVEL
            else texts("compare.ahead", ahead=texts.of(ahead), behind=texts.of(behind), factor=factor(comparison.ahead))
        )
        return said, comparison_rows(comparison, first, second, texts)

    def _lay_out(self, heading: QLabel) -> None:
        texts = self._desk.texts
        layout, head, top, fields = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout(), QGridLayout()
        layout.addLayout(head)
        head.addLayout(top)
        head.addLayout(fields)
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self.back)
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(4)
        for at, (picker, letter) in enumerate(((self.first, "first"), (self.second, "second"))):
            label = QLabel()
            label.setObjectName("heading")
            texts.bind(label.setText, f"compare.{letter}")
            texts.bind(picker.setAccessibleName, f"compare.{letter}_name")
            texts.bind(picker.setPlaceholderText, f"compare.{letter}_name")
            fields.addWidget(label, at, 0)
            fields.addWidget(picker, at, 1)
        fields.addWidget(self.swap, 0, 2, 2, 1)
        fields.setColumnStretch(1, 1)
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(6)
        head.addWidget(self._verdict)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._busy)
        layout.addWidget(self.rows, 1)
        layout.addWidget(Foot(self.rows))
        self._busy.hide()
