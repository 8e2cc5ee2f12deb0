"""The first page: who, on which drugs and with which allergies, what to do first, how urgent, what must not be missed,
what it may be and why. It is made to fit one page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reportlab.platypus import Flowable, Table

from core.diagnosis.model import CannotMiss
from core.reports.abstention import abstention
from core.reports.blocks import EMBEDDED, Flowables, banner, box, heading
from core.reports.checks import checks_box, warnings_box
from core.reports.head import all_drugs, head
from core.reports.letterhead import letterhead
from core.reports.page import ROOM
from core.reports.patient import patient_parts
from core.reports.problem import problem, results
from core.reports.ranking import chart, differential
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import CALM, DANGER, GOOD, MUTED, PLAIN, RULE, WARN
from core.units.percent import percent

_TONES = {"emergent": DANGER, "one-day": WARN, "one-week": CALM, "self-care": GOOD, None: PLAIN}
WORTH_NAMING = 0.01  # of the probability: below it a department is nobody's advice


class Detail(NamedTuple):
    """How much the first page tells: the fullest that fits is taken; the later pages hold all of it."""

    grounds: int
    diseases: int
    explained: int
    reasons: int
    steps: int
    warnings: int
    results: int
    unjudged: int  # characters
    excluded: bool  # what would exclude each danger
    drugs: int = 24  # that are taken
    brief: int = 16  # warnings told in a line each, after those in full; of the others the drugs


# Rows of the chart go before reasons do, reasons before steps, and warnings last.
_DETAILS = (
    Detail(6, 10, 3, 3, 3, 6, 9, 320, True),
    Detail(5, 10, 3, 2, 3, 6, 9, 320, True),
    Detail(4, 8, 3, 2, 3, 5, 7, 320, True),
    Detail(3, 6, 3, 2, 2, 5, 6, 240, True),
    Detail(3, 5, 2, 2, 2, 4, 6, 240, True),
    Detail(3, 5, 2, 1, 2, 4, 5, 160, True),
    Detail(3, 5, 1, 1, 2, 4, 4, 160, True),
    Detail(2, 5, 0, 0, 2, 3, 4, 120, True),
    Detail(2, 3, 0, 0, 1, 2, 3, 90, True),
    Detail(3, 5, 2, 1, 2, 4, 5, 160, False),
    Detail(3, 5, 1, 1, 2, 3, 4, 120, False),
    Detail(2, 4, 0, 0, 2, 3, 3, 90, False),
    Detail(2, 3, 0, 0, 1, 2, 2, 90, False, 12, 8),
    Detail(1, 2, 0, 0, 1, 2, 1, 60, False, 8, 4),
    Detail(1, 2, 0, 0, 1, 2, 1, 60, False, 8, 0),
)


def summary(sheet: Sheet) -> tuple[Flowables, Flowables]:
    """The fullest first page that fits, and what it had to leave for a later page. Where even the shortest does not
    fit, it runs on rather than lose anything."""
    for detail in _DETAILS:
        story = _page(sheet, detail)
        if _height(story) <= ROOM:
            break
    return story, _left_over(sheet, detail)


def _height(story: Iterable[Flowable]) -> float:
    total, after = 0.0, 0.0
    for flowable in story:
        _, high = flowable.wrap(WIDTH, ROOM)
        total += high + max(after, flowable.getSpaceBefore())
        after = flowable.getSpaceAfter()
    return total


def _page(sheet: Sheet, detail: Detail) -> Flowables:
    found = sheet.assessment
    patient = sheet.mixed(patient_parts(sheet), "patient")
    patient.outline = (0, sheet.t("summary"))
    above = head(sheet, detail.drugs, detail.steps)
    story: Flowables = [*letterhead(sheet), patient, above, *problem(sheet), _urgency(sheet, detail)]
    if found.abstained:
        story += abstention(sheet, found.abstained)
    if found.cannot_miss:
        story.append(_cannot_miss(sheet, detail.excluded))
    if found.differential:
        story += differential(sheet, detail.diseases, detail.explained, detail.reasons)
    story += [
        *warnings_box(sheet, detail.warnings, detail.brief),
        *checks_box(sheet, detail.unjudged),
        *results(sheet, detail.results),
    ]
    return [*story, *_left_out(sheet), _signature(sheet), sheet.para(sheet.t("options"), "closing")]


def _left_out(sheet: Sheet) -> Flowables:
    """A reader must be able to see that a part is not there because somebody did without it."""
    missing = sheet.options.left_out
    if not missing:
        return []
    said = [sheet.t("left_out", names=sheet.t("comma").join(sheet.t(f"section_{key}") for key in missing))]
    if "record" in missing:
        said.append(sheet.t("left_out_record"))
    return [sheet.para(" ".join(said), "note")]


def _signature(sheet: Sheet) -> Table:
    wide, gap = (WIDTH - 40) / 3, 20.0
    names = [sheet.para(sheet.t(key), "sign") for key in ("signed_by", "signature", "signed_on")]
    return Table(
        [[names[0], "", names[1], "", names[2]]],
        colWidths=[wide, gap, wide, gap, wide],
        style=[
            EMBEDDED,
            *(("LINEABOVE", (at, 0), (at, 0), 0.5, MUTED) for at in (0, 2, 4)),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
        spaceBefore=24,
        spaceAfter=2,
    )


def _urgency(sheet: Sheet, detail: Detail) -> Table:
    triage = sheet.assessment.triage
    grounds = triage.grounds
    reasons = [sheet.para(sheet.named(g, "text") + sheet.at(g.spans), "cell") for g in grounds[: detail.grounds]]
    if len(grounds) > detail.grounds:
        reasons.append(sheet.para(sheet.t("more_reasons", n=len(grounds) - detail.grounds), "cell"))
    if triage.level is None and not grounds:
        reasons.append(sheet.para(sheet.t("undecided_why"), "cell"))
    departments = [d for d in triage.departments if d.share >= WORTH_NAMING]
    if departments:
        shares = sheet.t("comma").join(f"{sheet.named(d)} {percent(d.share)}" for d in departments)
        reasons.append(sheet.mixed([(sheet.t("department") + sheet.t("colon"), "strong"), (shares, "plain")], "cell"))
    word = [
        sheet.para(sheet.t("urgency"), "banner_label"),
        sheet.para(sheet.t(triage.level or "undecided"), "banner"),
    ]
    return banner(word, reasons, _TONES[triage.level])


def _left_over(sheet: Sheet, detail: Detail) -> Flowables:
    grounds, ranked = sheet.assessment.triage.grounds, sheet.assessment.differential
    story: Flowables = []
    if len(ranked) > detail.diseases:
        story += [*heading(sheet, sheet.t("all_diseases")), chart(sheet, ranked)]
    if len(grounds) > detail.grounds:
        story += heading(sheet, sheet.t("all_reasons"))
        story += [sheet.para("• " + sheet.named(g, "text") + sheet.at(g.spans), "item") for g in grounds]
    if sheet.assessment.cannot_miss and not detail.excluded:
        story += [*heading(sheet, sheet.t("all_dangers")), _cannot_miss(sheet, excluded=True)]
    return [*story, *all_drugs(sheet, detail.drugs)]


def _cannot_miss(sheet: Sheet, excluded: bool) -> Table:
    rows: list[list[object]] = [[sheet.para(sheet.t("cannot_miss"), "box"), ""]]
    for danger in sheet.assessment.cannot_miss:
        where = sheet.where(danger.why_open)
        raised = sheet.t("raised_by", where=where) if where else ""
        if excluded:
            name = [sheet.para(sheet.named(danger), "name"), *([sheet.para(raised, "aside")] if where else [])]
            rows.append([name, _excluded_by(sheet, danger)])
        else:
            rows.append([sheet.para(sheet.named(danger), "name"), sheet.para(raised, "aside")])
    return box(rows, [150, WIDTH - 150], DANGER, [("SPAN", (0, 0), (1, 0)), ("LINEABOVE", (0, 2), (-1, -1), 0.4, RULE)])


def _excluded_by(sheet: Sheet, danger: CannotMiss) -> Flowable | str:
    how = danger.excluded_by_zh if sheet.lang == "zh" and danger.excluded_by_zh else danger.excluded_by
    if not how:
        return ""
    clauses = sheet.t("semicolon").join([*(clause.rstrip(".。") for clause in how[:-1]), *how[-1:]])
    return sheet.mixed([(sheet.t("excluded_by") + sheet.t("colon"), "muted"), (clauses, "plain")], "cell")
