"""What the report rests on: program, knowledge, models, input."""

from __future__ import annotations

from datetime import date

from core.assessment import PackVersion
from core.reports.blocks import Flowables, heading, table
from core.reports.figures import dated
from core.reports.sheet import WIDTH, Sheet

_TOGETHER = 190.0  # the table's usual height: it is read as one
_WIDTHS = (110, WIDTH - 110)


def provenance(sheet: Sheet) -> Flowables:
    """A table of names and versions."""
    rests = sheet.assessment.provenance
    facts: list[tuple[str, list[list[tuple[str, str]]]]] = [
        ("case_id", [[(sheet.case.id, "plain")]]),
        ("program", [[(f"Bedside {rests.app}", "plain")]]),
        ("knowledge", [_pack(sheet, name, pack) for name, pack in rests.knowledge.items()]),
    ]
    models = [
        [
            (sheet.t("model", name=m.name, quantisation=m.quantisation, device=m.device), "plain"),
            (f"  SHA-256 {m.sha256}", "muted"),
        ]
        for m in rests.models
    ]
    facts.append(("models", models or [[(sheet.t("no_models"), "plain")]]))
    facts += [
        ("calibration", [[(sheet.trust, "plain")]]),
        ("input", [[(rests.input_sha256, "plain")]]),
        ("replay", [[(sheet.t("replayable" if rests.replayable else "not_replayable"), "plain")]]),
        ("seed", [[(str(rests.seed), "plain")]]),
        ("time", [[(_timings(sheet), "plain")]]),
    ]
    rows = [
        [sheet.para(sheet.t(key), "column"), [sheet.mixed(line, "small") for line in lines]]
        for key, lines in facts
        if lines
    ]
    return [*heading(sheet, sheet.t("provenance"), company=_TOGETHER), table(rows, _WIDTHS, header=False)]


def _timings(sheet: Sheet) -> str:
    return sheet.t("comma").join(f"{step} {ms:.0f} ms" for step, ms in sheet.assessment.provenance.timings_ms.items())


def _pack(sheet: Sheet, name: str, pack: PackVersion) -> list[tuple[str, str]]:
    line = [(f"{name} {pack.version}", "plain"), (" · ", "muted")]
    due = date.fromisoformat(pack.review_by)
    if due < sheet.today:
        return [*line, (sheet.t("overdue", date=dated(due, sheet.lang)), "alert")]
    return [*line, (sheet.t("review_by", date=dated(due, sheet.lang)), "plain")]
