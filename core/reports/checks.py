"""What was not checked about drugs, said where its answer would have stood."""

from __future__ import annotations

from core.reports.blocks import Flowables, box
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import WARN


def checks_box(sheet: Sheet) -> Flowables:
    """A box that names the checks not made (or made in part); nothing when every check was made."""
    checks = sheet.assessment.checks
    open_ones = [c for c in checks if c.status != "done"]
    if checks and not open_ones:
        return []
    none_made = all(c.status == "not-performed" for c in checks)
    kinds = sheet.t("comma").join(sheet.t(c.kind) for c in open_ones)
    title = sheet.t("checks" if none_made else "checks_partly")
    parts = [
        (f"{title}{sheet.t('colon') if kinds else ''}{kinds}{sheet.t('stop')} ", "strong"),
        (sheet.t("checks_meaning"), "plain"),
    ]
    rows: list[list[object]] = [[sheet.mixed(parts, "cell")]]
    drugs = list(dict.fromkeys(drug for check in open_ones for drug in check.could_not_judge))
    if drugs:
        named = [(sheet.t("drugs_unjudged") + sheet.t("colon"), "muted"), (sheet.t("comma").join(drugs), "plain")]
        rows.append([sheet.mixed(named, "small")])
    return [box(rows, [WIDTH], WARN)]
