"""The differential as bars with bands, and the strongest reasons of the leading diseases."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.platypus import Flowable, Table

from core.diagnosis.model import Evidence, RankedDisease
from core.reports.blocks import EMBEDDED, Flowables, heading
from core.reports.charts import BAND_COLOURS, UNLISTED_COLOUR, BandScale, ProbabilityBar
from core.reports.figures import left_over, signed
from core.reports.page import ROOM
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import RULE, face_of
from core.units.percent import percent

_CHART_ROW = 15.0
_BAR_WIDTH = 200.0


def differential(sheet: Sheet, diseases: int, explained: int, most: int) -> Flowables:
    """The first so many `diseases`, of which some are `explained` with at most so many reasons for and against."""
    found = sheet.assessment
    title = sheet.t("undecided_ranking" if found.abstained else "differential")
    story = [*heading(sheet, title), chart(sheet, found.differential[:diseases])]
    note = [sheet.t("chart_note"), sheet.trust]
    if len(found.differential) > diseases:
        note.insert(0, sheet.t("more_diseases", n=len(found.differential) - diseases))
    story.append(sheet.para(" ".join(note), "note"))
    # Where the engine does not commit itself, three champions with their best arguments would look like an answer.
    if explained and not found.abstained:
        story.append(_strongest(sheet, found.differential[:explained], most))
    return story


def chart(sheet: Sheet, diseases: Iterable[RankedDisease]) -> Table:
    """A bar for each disease, with its band in words."""
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
    label, chance = sheet.mixed(name, "cell"), percent(probability) if rank else left_over(probability)
    _, high = label.wrap(WIDTH - 20 - _BAR_WIDTH - 112, ROOM)
    bar = ProbabilityBar(probability, colour, _BAR_WIDTH, max(_CHART_ROW, high + 3))
    return [sheet.para(rank, "cell"), label, bar, sheet.para(chance, "figure"), sheet.para(band, "cell")]


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
