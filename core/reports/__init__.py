"""Reports: the PDF that a clinician hands on.

What sets the pages is loaded with the first report: who only names its options need not wait for it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from core.reports.options import Letterhead, ReportOptions
from core.reports.strings import Lang
from core.system.atomic import write_atomically

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.case.model import Case

__all__ = ["Letterhead", "ReportOptions", "render_pdf", "write_pdf"]


def render_pdf(case: Case, assessment: Assessment, options: ReportOptions, *, today: date | None = None) -> bytes:
    """The report as bytes: a one-page summary, then the sections that are wanted. `KnownError` when the letterhead's
    picture cannot be read."""
    from core.reports.document import rendered

    return rendered(case, assessment, options, today)


def write_pdf(case: Case, assessment: Assessment, target: Path, lang: Lang) -> None:
    """The whole report without a letterhead as a file, whole or not at all; `OSError` when the place cannot be
    written."""
    write_atomically(target, render_pdf(case, assessment, ReportOptions(lang=lang)))
