"""The whole report: which parts it has, in which order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reportlab.platypus import PageBreak

from core.assessment import Assessment
from core.case.model import Case
from core.reports.blocks import Flowables
from core.reports.drugs import drugs
from core.reports.options import SECTIONS, ReportOptions, Section
from core.reports.page import printed
from core.reports.plan import plan
from core.reports.provenance import provenance
from core.reports.reasons import reasons
from core.reports.record import prose, record
from core.reports.scores import scores
from core.reports.sheet import Sheet
from core.reports.steps import steps
from core.reports.summary import summary
from core.reports.understood import medication_and_allergies, understood
from core.system.clock import today_here


def _findings(sheet: Sheet) -> Flowables:
    return [*understood(sheet), *medication_and_allergies(sheet)]


_PARTS: dict[Section, Callable[[Sheet], Flowables]] = {
    "differential": reasons,
    "steps": steps,
    "scores": scores,
    "drugs": drugs,
    "plan": plan,
    "findings": _findings,
    "prose": prose,
    "record": record,
    "provenance": provenance,
}


def rendered(case: Case, assessment: Assessment, options: ReportOptions, today: date | None) -> bytes:
    """A one-page summary, then the sections that are wanted."""
    sheet = Sheet(case, assessment, options, today or today_here())
    first_page, left_over = summary(sheet)
    details = [
        *left_over,
        *(flowable for key in SECTIONS if key in options.sections for flowable in _PARTS[key](sheet)),
    ]
    # Nothing is known of a record that gives no differential: its few words need no second page.
    between = [PageBreak()] if assessment.differential and details else []
    return printed(sheet, [*first_page, *between, *details])
