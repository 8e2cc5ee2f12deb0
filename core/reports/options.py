"""What a person may choose about a report."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from pydantic import field_validator

from core.frozen import Frozen
from core.reports.strings import Lang

Section = Literal["differential", "steps", "scores", "drugs", "plan", "findings", "prose", "record", "provenance"]
SECTIONS: tuple[Section, ...] = get_args(Section)  # in the order of the report
LINES_OF_A_LETTERHEAD = 8


class Letterhead(Frozen):
    """Who the report comes from: lines of text, the first of them the name, and an image (PNG or JPEG) beside them."""

    lines: tuple[str, ...] = ()
    image: Path | None = None

    @field_validator("lines")
    @classmethod
    def _said(cls, lines: tuple[str, ...]) -> tuple[str, ...]:
        """A letterhead that took the page would leave no room for the summary."""
        return tuple(line.strip() for line in lines if line.strip())[:LINES_OF_A_LETTERHEAD]


class ReportOptions(Frozen):
    """`sections` follow the summary, which is always there; `lang` is the report's own."""

    lang: Lang = "en"
    sections: tuple[Section, ...] = SECTIONS
    letterhead: Letterhead = Letterhead()

    @property
    def left_out(self) -> tuple[Section, ...]:
        """The sections that the person did without."""
        return tuple(section for section in SECTIONS if section not in self.sections)
