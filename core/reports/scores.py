"""The computed scores, each with what it was computed from and what the record lacks."""

from __future__ import annotations

from core.reports.blocks import Flowables, heading, table
from core.reports.figures import plain
from core.reports.sheet import WIDTH, Sheet
from core.scores.model import ScoreInput, ScoreResult
from core.scores.shown_range import shown as shown_as

_WIDTHS = (130, 110, WIDTH - 240)


def scores(sheet: Sheet) -> Flowables:
    """A table of scores."""
    results = sheet.assessment.scores
    if not results:
        return []
    rows: list[list[object]] = [[sheet.para(sheet.t(key), "column") for key in ("score", "result", "inputs")]]
    for result in results:
        rows.append([_name(sheet, result), _result(sheet, result), _inputs(sheet, result)])
    return [*heading(sheet, sheet.t("scores")), table(rows, _WIDTHS)]


def _name(sheet: Sheet, result: ScoreResult) -> list[object]:
    return [sheet.para(sheet.named(result), "name"), sheet.para(result.source, "aside")]


def _result(sheet: Sheet, result: ScoreResult) -> list[object]:
    unit = " " + (sheet.t("points") if result.unit == "points" else sheet.said(result.unit)) if result.unit else ""
    form = shown_as(result)
    if result.range is not None and form in ("range", "at least"):
        low, high = (plain(float(end)) for end in result.range)
        least = form == "at least"
        shown = [
            sheet.para((sheet.t("least", low=low) if least else sheet.t("range", low=low, high=high)) + unit, "name"),
            sheet.para(sheet.t("depends"), "aside"),
        ]
    elif form == "nothing" or result.value is None:
        shown = [sheet.para(sheet.t("incomplete"), "cell")]
    else:
        shown = [sheet.para(plain(result.value) + unit, "name")]
    if result.category:
        shown.append(sheet.para(sheet.named(result, "category"), "cell"))
    cautions = result.cautions_zh if sheet.lang == "zh" and result.cautions_zh else result.cautions
    return [*shown, *(sheet.mixed([(caution, "alert")], "small") for caution in cautions)]


def _inputs(sheet: Sheet, result: ScoreResult) -> list[object]:
    parts: list[tuple[str, str]] = []
    for item in result.inputs:
        if parts:
            parts.append((sheet.t("semicolon"), "plain"))
        parts += _input(sheet, item)
    shown = [sheet.mixed(parts, "small")] if parts else []
    missing = result.missing_zh if sheet.lang == "zh" and result.missing_zh else result.missing
    if missing:
        lacking = [(sheet.t("lacking") + sheet.t("colon"), "strong"), (sheet.t("comma").join(missing), "plain")]
        shown.append(sheet.mixed(lacking, "small"))
    return shown


def _input(sheet: Sheet, item: ScoreInput) -> list[tuple[str, str]]:
    value = sheet.t("yes" if item.value else "no") if isinstance(item.value, bool) else sheet.said(plain(item.value))
    unit = f" {sheet.said(item.unit)}" if item.unit else ""
    where = sheet.bracketed(sheet.t("assumed")) if item.assumed else sheet.at([(item.start, item.end)])
    return [(f"{sheet.named(item)} ", "plain"), (value + unit, "strong"), (where, "muted")]
