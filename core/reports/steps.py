"""What to ask, examine and test next, and what each answer would do."""

from __future__ import annotations

from core.diagnosis.model import NextStep
from core.diagnosis.step_worth import LEAST_BITS
from core.reports.blocks import Flowables, heading, table
from core.reports.sheet import WIDTH, Sheet

_WIDTHS = (20, 175, WIDTH - 20 - 175 - 110, 110)


def _worth(sheet: Sheet, step: NextStep) -> list[str]:
    """How much it would tell, where that is worth a number: a step may be due for what it rules out alone."""
    told = [sheet.t("bits", n=f"{step.information_bits:.2f}")] if step.information_bits >= LEAST_BITS else []
    return [*told, sheet.t("harm", harm=sheet.t(step.harm_if_missed))]


def steps(sheet: Sheet) -> Flowables:
    """A table of next steps, the worthiest first."""
    if not sheet.assessment.next_steps:
        return []
    rows: list[list[object]] = [
        ["", *(sheet.para(sheet.t(key), "column") for key in ("step", "change", "worth"))],
    ]
    for number, step in enumerate(sheet.assessment.next_steps, 1):
        rows.append(
            [
                sheet.para(str(number), "cell"),
                sheet.mixed([(sheet.named(step, "label"), "strong"), (f"  {sheet.t(step.kind)}", "muted")], "cell"),
                sheet.para(sheet.named(step, "would_change"), "small"),
                [sheet.para(line, "small") for line in _worth(sheet, step)],
            ]
        )
    return [*heading(sheet, sheet.t("next")), sheet.para(sheet.t("bits_note"), "note"), table(rows, _WIDTHS)]
