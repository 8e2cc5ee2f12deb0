"""What every part of a report needs: the case, its assessment, the language, and where in the record things stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, get_args

from reportlab.platypus import Paragraph

from core.assessment import Assessment
from core.case.model import Case
from core.knowledge.schema import Basis
from core.reports import styles
from core.reports.options import ReportOptions
from core.reports.strings import Lang, word
from core.reports.typeface import rich
from core.sayings import sayings

WIDTH = 505.0  # of what is printed, in points
LINES_NAMED = 4
_BASES = frozenset(get_args(Basis))


@dataclass(frozen=True)
class Sheet:
    """One report being made."""

    case: Case
    assessment: Assessment
    options: ReportOptions
    today: date

    @property
    def lang(self) -> Lang:
        """The report's language."""
        return self.options.lang

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why the reader of a warning went on in spite of it, by the warning's key."""
        return {override.warning: override.reason for override in self.case.overrides}

    def t(self, key: str, **values: object) -> str:
        """One of the report's own words."""
        return word(key, self.lang, **values)

    def named(self, item: Any, field: str = "name") -> str:
        """A field in the report's language where it has one."""
        translated = getattr(item, f"{field}_zh", None) if self.lang == "zh" else None
        return str(translated or getattr(item, field))

    def said(self, english: str) -> str:
        """Words of the core or its data, in the report's language where somebody has put them into that."""
        return sayings()(english) if self.lang == "zh" and english else english

    @property
    def trust(self) -> str:
        """What the chances were calibrated on."""
        on = self.assessment.provenance.calibrated_on
        return self.t("calibrated", set=self.said(on)) if on else self.t("uncalibrated")

    def para(self, text: str, name: str = "body", bullet: str | None = None) -> Paragraph:
        """A paragraph of plain text."""
        return styles.para(rich(text, styles.face_of(name, self.lang)), name, self.lang, bullet)

    def mixed(self, parts: Iterable[tuple[str, str]], name: str = "body") -> Paragraph:
        """A paragraph of stretches of plain text, each "plain", "strong", "muted" or "alert"."""
        base = styles.face_of(name, self.lang)
        strong = styles.face_of("name", self.lang)
        colours = {
            "muted": styles.MUTED,
            "alert": styles.ALERT,
            "strong": styles.STRONG_ZH if self.lang == "zh" else None,
        }
        markup = "".join(
            rich(text, strong if kind in ("strong", "alert") else base, base, colours.get(kind)) for text, kind in parts
        )
        return styles.para(markup, name, self.lang)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for line in self.case.text.splitlines(keepends=True):
            starts.append(at)
            at += len(line)
        return starts

    def where(self, spans: Iterable[tuple[int | None, int | None]]) -> str:
        """The lines of the record that spans begin on, in words; empty when they are not from the text."""
        numbers = sorted({bisect_right(self._starts, start) for start, _ in spans if start is not None})
        if not numbers or not self._starts:
            return ""
        named = self.t("comma").join(str(n) for n in numbers[:LINES_NAMED]) + (
            " …" if len(numbers) > LINES_NAMED else ""
        )
        return self.t("line" if len(numbers) == 1 else "lines", n=named)

    def at(self, spans: Iterable[tuple[int | None, int | None]]) -> str:
        """The same in brackets."""
        where = self.where(spans)
        return self.bracketed(where) if where else ""

    def basis(self, basis: str, source: str) -> str:
        """What a statement rests on. An expert estimate is ours: its source would say the same again."""
        named = self.t(basis) if basis in _BASES else basis
        return named if basis == "expert-estimate" or not source else named + self.t("colon") + source

    def disease(self, key: str) -> str:
        """The name of a disease of the assessment."""
        found = self.assessment
        names = {d.id: self.named(d) for d in (*found.differential, *found.asked)}
        names |= {d.id: self.named(d) for d in found.cannot_miss}
        return names.get(key, key.replace("-", " "))

    def bracketed(self, text: str) -> str:
        """An aside, in the brackets of the language."""
        return self.t("brackets", text=text)
