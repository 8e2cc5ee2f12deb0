"""Why each leading disease stands where it stands, finding by finding."""

from __future__ import annotations

from core.diagnosis.model import Evidence, RankedDisease
from core.reports.blocks import Flowables, heading, table
from core.reports.charts import WeightBar
from core.reports.figures import ratio, signed
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import SHADE
from core.units.percent import percent

EXPLAINED = 5
AT_LEAST = 3
WORTH_A_TABLE = 0.05
# Points for a heading, what is said below it, the columns' names, a group's name and a first finding of three lines.
_COMPANY = 130.0
_BAR = 74.0
_WIDTHS = (170, _BAR + 10, 76, WIDTH - 170 - _BAR - 10 - 76)


def reasons(sheet: Sheet) -> Flowables:
    """One table for each disease that may well be the answer."""
    ranked = sheet.assessment.differential
    chosen = [d for d in ranked[:EXPLAINED] if d.rank <= AT_LEAST or d.probability >= WORTH_A_TABLE]
    if not chosen:
        return []
    story = [*heading(sheet, sheet.t("reasons")), sheet.para(sheet.t("reasons_note"), "note")]
    for pair in sheet.assessment.together:
        both = zip(pair.names, pair.names_zh, strict=True)
        a, b = (chinese if sheet.lang == "zh" and chinese else name for name, chinese in both)
        # No figure: a pair has a share of belief among pairs, which is no chance like that of a disease beside it.
        story.append(sheet.para(sheet.t("together", a=a, b=b)))
    for disease in chosen:
        story += _one(sheet, disease)
    if len(ranked) > len(chosen):
        story.append(sheet.para(sheet.t("also_ranked"), "note"))
    return story


def _one(sheet: Sheet, disease: RankedDisease) -> Flowables:
    title = f"{disease.rank}. {sheet.named(disease)}"
    rows: list[list[object]] = [
        [
            sheet.para(sheet.t("finding"), "column"),
            sheet.para(f"{sheet.t('against')} | {sheet.t('for')}", "column_middle"),
            sheet.para(sheet.t("weight"), "column"),
            sheet.para(sheet.t("basis"), "column"),
        ]
    ]
    commands: list[tuple[object, ...]] = []
    for key, evidence in (("for", disease.supporting), ("against", disease.against), ("missing", disease.missing)):
        if not evidence:
            continue
        commands += [("SPAN", (0, len(rows)), (-1, len(rows))), ("BACKGROUND", (0, len(rows)), (-1, len(rows)), SHADE)]
        # A group's name keeps its first finding beside it.
        commands.append(("NOSPLIT", (0, len(rows)), (-1, len(rows) + 1)))
        rows.append([sheet.para(sheet.t(key), "column"), "", "", ""])
        rows += [_row(sheet, e, known=key != "missing") for e in evidence]
    facts = [percent(disease.probability), sheet.t(disease.band)]
    if disease.icd10cm:
        facts.append("ICD-10-CM " + ", ".join(disease.icd10cm))
    facts += [f"OMIM {', '.join(disease.omim)}"] if disease.omim else []
    facts += [f"Orphanet {', '.join(disease.orpha)}"] if disease.orpha else []
    about = sheet.para(" · ".join(facts), "note")
    if len(rows) == 1:
        return [*heading(sheet, title, 2), about, sheet.para(sheet.t("no_reasons"))]
    return [*heading(sheet, title, 2, _COMPANY), about, table(rows, _WIDTHS, commands)]


def _row(sheet: Sheet, evidence: Evidence, known: bool) -> list[object]:
    where = sheet.where(evidence.spans)
    label = [(sheet.named(evidence, "label"), "plain"), (f"  {where}" if where else "", "muted")]
    return [
        sheet.mixed(label, "cell"),
        WeightBar(evidence.weight, known, _BAR, 11),
        sheet.mixed([(signed(evidence.weight), "plain"), (f"  {ratio(evidence.weight)}", "muted")], "cell"),
        sheet.para(sheet.basis(evidence.basis, evidence.source), "small"),
    ]
