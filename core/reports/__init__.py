"""Reports: the PDF that a clinician hands on."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from reportlab.platypus import PageBreak

from core.assessment import Assessment
from core.case.model import Case
from core.reports.page import printed
from core.reports.provenance import provenance
from core.reports.reasons import reasons
from core.reports.record import prose, record
from core.reports.scores import scores
from core.reports.sheet import Sheet
from core.reports.steps import steps
from core.reports.strings import Lang
from core.reports.summary import summary
from core.reports.understood import medication_and_allergies, understood
from core.system.atomic import write_atomically

__all__ = ["render_pdf", "write_pdf"]


def render_pdf(case: Case, assessment: Assessment, lang: Lang, *, today: date | None = None) -> bytes:
    """The report as bytes: a one-page summary, then the details."""
    sheet = Sheet(case, assessment, lang, today or datetime.now().astimezone().date())
    first_page, left_over = summary(sheet)
    story = [
        *first_page,
        *([PageBreak()] if assessment.differential else []),
        *left_over,
        *steps(sheet),
        *reasons(sheet),
        *scores(sheet),
        *understood(sheet),
        *medication_and_allergies(sheet),
        *prose(sheet),
        *record(sheet),
        *provenance(sheet),
    ]
    return printed(sheet, story)


def write_pdf(case: Case, assessment: Assessment, target: Path, lang: Lang) -> None:
    """The report as a file, whole or not at all; `OSError` when the place cannot be written."""
    write_atomically(target, render_pdf(case, assessment, lang))
