"""The problem in a line, and the results out of range, for the first page."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from core.diagnosis.model import Evidence
from core.language.model import Finding
from core.reports.blocks import Flowables
from core.reports.figures import plain
from core.reports.sheet import Sheet
from core.reports.understood import by_measurement

_COMPLAINTS = 6
_WEIGHED_BY = 5  # diseases whose reasons tell how much a complaint matters
_WORDS = 40  # characters of the record that a result is quoted with


def problem(sheet: Sheet) -> Flowables:
    """The present complaints that weigh most, in the order of the record. Which weigh most is derived from the reasons
    of the leading diseases; results are told apart."""
    told = sorted((f for f in _present(sheet.assessment.findings) if f.value is None), key=_place)
    first = list({f.label: f for f in reversed(told)}.values())[::-1]
    reasons = [e for d in sheet.assessment.differential[:_WEIGHED_BY] for e in (*d.supporting, *d.against)]
    chosen = sorted(first, key=lambda f: -_weight(f, reasons))[:_COMPLAINTS]
    names = [_complaint(sheet, f) for f in first if f in chosen]
    if not names:
        return []
    return [sheet.mixed([(sheet.t("problem") + sheet.t("colon"), "muted"), (sheet.t("comma").join(names), "plain")])]


def results(sheet: Sheet, most: int) -> Flowables:
    """Measurements that make a finding, each in the words of the record."""
    measured = by_measurement(f for f in _present(sheet.assessment.findings) if f.value is not None)
    if not measured:
        return []
    parts = [(sheet.t("results") + sheet.t("colon"), "strong")]
    for number, same in enumerate(measured[:most]):
        parts.append((sheet.t("semicolon") if number else "", "plain"))
        parts += [(sheet.named(same[0], "label"), "plain"), (sheet.bracketed(_given(sheet, same[0])), "muted")]
    if len(measured) > most:
        parts.append((sheet.t("semicolon") + sheet.t("more", n=len(measured) - most), "muted"))
    return [sheet.mixed(parts)]


def _present(findings: Iterable[Finding]) -> list[Finding]:
    return [
        f for f in findings if f.assertion == "present" and f.experiencer == "patient" and f.temporality == "recent"
    ]


def _place(finding: Finding) -> tuple[int, int]:
    return (finding.start or 0, finding.end or 0) if finding.start is not None else (sys.maxsize, sys.maxsize)


def _weight(finding: Finding, reasons: Iterable[Evidence]) -> float:
    """The greatest weight that stands on the same words: a reason may name a more general finding than the record."""
    start, end = _place(finding)
    return max((abs(e.weight) for e in reasons if any(a < end and start < b for a, b in e.spans)), default=0.0)


def _complaint(sheet: Sheet, finding: Finding) -> str:
    details = sheet.t("comma").join(part for part in (finding.laterality, finding.time) if part)
    return sheet.named(finding, "label") + (sheet.bracketed(details) if details else "")


def _given(sheet: Sheet, finding: Finding) -> str:
    words = sheet.case.text[finding.start : finding.end] if finding.start is not None else ""
    if words and len(words) <= _WORDS and "\n" not in words:
        return words
    return f"{plain(finding.value)} {finding.unit or ''}".strip()
