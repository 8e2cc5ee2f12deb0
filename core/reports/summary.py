"""The first page: who, how urgent, what must not be missed, what it may be and why. It is made to fit one page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reportlab.platypus import Flowable, Table

from core.diagnosis.model import Evidence, RankedDisease
from core.reports.abstention import abstention
from core.reports.blocks import EMBEDDED, Flowables, banner, box, heading
from core.reports.charts import BAND_COLOURS, UNLISTED_COLOUR, BandScale, ProbabilityBar
from core.reports.checks import checks_box
from core.reports.figures import percent, signed
from core.reports.page import ROOM
from core.reports.patient import patient_parts
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import CALM, DANGER, GOOD, PLAIN, RULE, WARN, face_of

_TONES = {"emergent": DANGER, "one-day": WARN, "one-week": CALM, "self-care": GOOD, None: PLAIN}
WORTH_NAMING = 0.01  # of the probability: below it a department is nobody's advice
_CHART_ROW = 15.0
_BAR_WIDTH = 200.0


class Detail(NamedTuple):
    """How much the first page tells: the fullest that fits is taken; the later pages hold all of it."""

    grounds: int
    diseases: int
    explained: int
    reasons: int
    steps: int


# Rows of the chart go before reasons do, reasons before steps.
_DETAILS = (
    Detail(6, 10, 3, 3, 3),
    Detail(5, 10, 3, 2, 3),
    Detail(4, 8, 3, 2, 3),
    Detail(3, 6, 3, 2, 2),
    Detail(3, 5, 2, 2, 1),
    Detail(2, 4, 2, 1, 1),
    Detail(2, 3, 0, 0, 1),
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
    story: Flowables = [patient, _urgency(sheet, detail)]
    if found.abstained:
        story += abstention(sheet, found.abstained)
    if found.cannot_miss:
        story.append(_cannot_miss(sheet))
    if found.differential:
        story += _differential(sheet, detail)
    if found.next_steps:
        story.append(_next(sheet, detail.steps))
    story += [*checks_box(sheet), sheet.para(sheet.t("options"), "closing")]
    return story


def _urgency(sheet: Sheet, detail: Detail) -> Table:
    triage = sheet.assessment.triage
    grounds = triage.grounds
    reasons = [sheet.para(sheet.named(g, "text") + sheet.at(g.spans), "cell") for g in grounds[: detail.grounds]]
    if len(grounds) > detail.grounds:
        reasons.append(sheet.para(sheet.t("more_reasons", n=len(grounds) - detail.grounds), "cell"))
    if triage.level is None:
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
    if len(grounds) > detail.grounds:
        story += heading(sheet, sheet.t("all_reasons"))
        story += [sheet.para("• " + sheet.named(g, "text") + sheet.at(g.spans)) for g in grounds]
    if len(ranked) > detail.diseases:
        story += [*heading(sheet, sheet.t("all_diseases")), _chart(sheet, ranked)]
    return story


def _next(sheet: Sheet, most: int) -> Flowable:
    steps = [f"{n}. {sheet.named(s, 'label')}" for n, s in enumerate(sheet.assessment.next_steps[:most], 1)]
    parts = [(sheet.t("next") + sheet.t("colon"), "strong"), (sheet.t("semicolon").join(steps), "plain")]
    return sheet.mixed(parts, "next")


def _cannot_miss(sheet: Sheet) -> Table:
    rows: list[list[object]] = [[sheet.para(sheet.t("cannot_miss"), "box"), ""]]
    for danger in sheet.assessment.cannot_miss:
        how = danger.excluded_by_zh if sheet.lang == "zh" and danger.excluded_by_zh else danger.excluded_by
        clauses = sheet.t("semicolon").join([*(clause.rstrip(".。") for clause in how[:-1]), *how[-1:]])
        where = sheet.where(danger.why_open)
        name = [sheet.para(sheet.named(danger), "name")]
        if where:
            name.append(sheet.para(sheet.t("raised_by", where=where), "aside"))
        excluded = [(sheet.t("excluded_by") + sheet.t("colon"), "muted"), (clauses, "plain")]
        rows.append([name, sheet.mixed(excluded, "cell") if how else ""])
    return box(rows, [150, WIDTH - 150], DANGER, [("SPAN", (0, 0), (1, 0)), ("LINEABOVE", (0, 2), (-1, -1), 0.4, RULE)])


def _differential(sheet: Sheet, detail: Detail) -> Flowables:
    found = sheet.assessment
    title = sheet.t("undecided_ranking" if found.abstained else "differential")
    story = [*heading(sheet, title), _chart(sheet, found.differential[: detail.diseases])]
    on = found.provenance.calibrated_on
    trust = sheet.t("calibrated", set=on) if on else sheet.t("uncalibrated")
    note = [sheet.t("chart_note"), trust]
    if len(found.differential) > detail.diseases:
        note.insert(0, sheet.t("more_diseases", n=len(found.differential) - detail.diseases))
    story.append(sheet.para(" ".join(note), "note"))
    # Where the engine does not commit itself, three champions with their best arguments would look like an answer.
    if detail.explained and not found.abstained:
        story.append(_strongest(sheet, found.differential[: detail.explained], detail.reasons))
    return story


def _chart(sheet: Sheet, diseases: Iterable[RankedDisease]) -> Table:
    bands = (sheet.t("possible"), sheet.t("likely"), sheet.t("very likely"))
    rows: list[list[object]] = [["", "", BandScale(bands, face_of("cell", sheet.lang), _BAR_WIDTH), "", ""]]
    for d in diseases:
        name = [
            (sheet.named(d), "strong" if d.rank <= 3 else "plain"),
            (f"  {d.icd10cm[0]}" if d.icd10cm else "", "muted"),
        ]
        if d.lane == "rare":
            name.append((f" · {sheet.t('rare')}", "muted"))
        rows.append(_chart_row(sheet, str(d.rank), name, d.probability, BAND_COLOURS[d.band], sheet.t(d.band)))
    unlisted = sheet.assessment.unlisted
    rows.append(_chart_row(sheet, "", [(sheet.t("unlisted"), "muted")], unlisted, UNLISTED_COLOUR, ""))
    return Table(
        rows,
        colWidths=[20, WIDTH - 20 - _BAR_WIDTH - 100, _BAR_WIDTH, 36, 64],
        style=[
            EMBEDDED,
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (1, 0), (1, -1), 12),
            ("LEFTPADDING", (4, 0), (4, -1), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (2, 0), (2, -1), "MIDDLE"),
        ],
        spaceAfter=3,
    )


def _chart_row(
    sheet: Sheet, rank: str, name: list[tuple[str, str]], probability: float, colour: str, band: str
) -> list[object]:
    label = sheet.mixed(name, "cell")
    _, high = label.wrap(WIDTH - 20 - _BAR_WIDTH - 112, ROOM)
    bar = ProbabilityBar(probability, colour, _BAR_WIDTH, max(_CHART_ROW, high + 3))
    return [sheet.para(rank, "cell"), label, bar, sheet.para(percent(probability), "figure"), sheet.para(band, "cell")]


def _strongest(sheet: Sheet, diseases: Iterable[RankedDisease], most: int) -> Table:
    rows = [[sheet.para(sheet.t(key), "column") for key in ("strongest", "for", "against")]]
    for d in diseases:
        rows.append(
            [
                sheet.para(sheet.named(d), "name"),
                _listed(sheet, d.supporting[:most], "nothing_for"),
                _listed(sheet, d.against[:most], "nothing_against"),
            ]
        )
    wide = (WIDTH - 125) / 2
    return Table(
        rows,
        colWidths=[125, wide, wide],
        style=[
            EMBEDDED,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEABOVE", (0, 1), (-1, -1), 0.4, RULE),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ],
        spaceBefore=2,
        spaceAfter=8,
    )


def _listed(sheet: Sheet, evidence: Iterable[Evidence], nothing: str) -> Flowable:
    parts: list[tuple[str, str]] = []
    for e in evidence:
        if parts:
            parts.append((sheet.t("semicolon"), "plain"))
        parts += [(sheet.named(e, "label"), "plain"), (f" {signed(e.weight)}", "muted")]
    return sheet.mixed(parts or [(sheet.t(nothing), "muted")], "small")
