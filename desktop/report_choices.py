"""What the person chose about reports, as the core takes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.settings import LETTERHEAD, LETTERHEAD_IMAGE, REPORT_LANGUAGE, REPORT_LEFT_OUT
from desktop.texts import as_tongue

if TYPE_CHECKING:
    from core.reports import ReportOptions
    from desktop.desk import Desk

# As the report orders them; a test holds them against the core, which the first window does not wait for.
SECTIONS = ("differential", "steps", "scores", "drugs", "plan", "findings", "prose", "record", "provenance")
# A change of one of these changes the report.
CHOICES = frozenset(s.name for s in (LETTERHEAD, LETTERHEAD_IMAGE, REPORT_LANGUAGE, REPORT_LEFT_OUT))


def chosen_options(desk: Desk) -> ReportOptions:
    """The options of now."""
    from core.reports import Letterhead, ReportOptions

    settings = desk.settings
    language, picture = settings.get(REPORT_LANGUAGE), settings.get(LETTERHEAD_IMAGE)
    without = left_out(desk)
    return ReportOptions.model_validate(
        {
            "lang": desk.texts.tongue if language == REPORT_LANGUAGE.default else as_tongue(language),
            "sections": [section for section in SECTIONS if section not in without],
            "letterhead": Letterhead(
                lines=tuple(settings.get(LETTERHEAD).splitlines()), image=Path(picture) if picture else None
            ),
        }
    )


def left_out(desk: Desk) -> list[str]:
    """The sections to do without."""
    return [name for name in desk.settings.get(REPORT_LEFT_OUT).split() if name in SECTIONS]


def leave_out(desk: Desk, section: str, without: bool) -> None:
    """Do without a section, or take it in again."""
    names = {*left_out(desk)} - {section} | ({section} if without else set())
    desk.settings.set(REPORT_LEFT_OUT, " ".join(name for name in SECTIONS if name in names))
