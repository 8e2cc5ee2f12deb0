"""When Bedside does not commit itself: what is needed, said calmly."""

from __future__ import annotations

from core.diagnosis.model import Abstention
from core.reports.blocks import Flowables, box
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import CALM


def abstention(sheet: Sheet, abstained: Abstention) -> Flowables:
    """The box that stands where the answer would have stood."""
    rows: list[list[object]] = [
        [sheet.para(sheet.t("abstains"), "box")],
        [sheet.para(sheet.named(abstained, "reason"))],
    ]
    if abstained.separating:
        rows.append([sheet.para(sheet.t("needed"), "name")])
    for finding in abstained.separating:
        names = [sheet.disease(disease) for disease in finding.between]
        line = [(f"• {sheet.named(finding, 'label')}", "strong")]
        if len(names) > 1:
            line.append((f"  {sheet.t('between', a=names[0], b=sheet.t('comma').join(names[1:]))}", "muted"))
        rows.append([sheet.mixed(line, "cell")])
    return [box(rows, [WIDTH], CALM)]
