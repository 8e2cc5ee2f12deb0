"""The plan: what is offered for each leading diagnosis, what is not for this patient and why, and what it may bring."""

from __future__ import annotations

from collections.abc import Iterable

from core.reports.blocks import Flowables, heading, table
from core.reports.sheet import WIDTH, Sheet
from core.treatment.model import NO_GUIDELINE, PlanItem, PlanRisk

_OFFERED = (72, WIDTH - 72 - 160, 160)
_EXCLUDED = ((WIDTH - 150) / 2, (WIDTH - 150) / 2, 150)


def plan(sheet: Sheet) -> Flowables:
    """Options by disease in the order of the differential, then what was excluded."""
    found = sheet.assessment
    offered, excluded = found.plan.offered, found.plan.excluded
    if not (offered or excluded or found.differential):
        return []
    story = heading(sheet, sheet.t("plan"), company=130)
    if not offered:
        story.append(sheet.para(sheet.t("no_plan")))
    else:
        story.append(sheet.para(sheet.t("plan_note"), "note"))
    for disease, items in _by_disease(offered).items():
        story += [*_title(sheet, sheet.t("plan_for", disease=sheet.disease(disease))), _offered(sheet, items)]
    if excluded:
        story += [*_title(sheet, sheet.t("excluded_plan")), _excluded(sheet, excluded)]
    if found.plan.risks:
        story += [*_title(sheet, sheet.t("plan_risks")), _risks(sheet, found.plan.risks)]
    return story


def _title(sheet: Sheet, text: str) -> Flowables:
    return heading(sheet, text, 2)


def _by_disease(items: Iterable[PlanItem]) -> dict[str, list[PlanItem]]:
    groups: dict[str, list[PlanItem]] = {}
    for item in items:
        groups.setdefault(item.disease, []).append(item)
    return groups


def _offered(sheet: Sheet, items: Iterable[PlanItem]) -> object:
    rows: list[list[object]] = [[sheet.para(sheet.t(key), "column") for key in ("kind", "option", "basis")]]
    for item in items:
        rows.append([sheet.para(sheet.t(f"plan_{item.kind}"), "name"), _option(sheet, item), _basis(sheet, item)])
    return table(rows, _OFFERED)


def _excluded(sheet: Sheet, items: Iterable[PlanItem]) -> object:
    rows: list[list[object]] = [[sheet.para(sheet.t(key), "column") for key in ("option", "because", "basis")]]
    for item in items:
        because = sheet.named(item, "because") if item.because else ""
        rows.append([_option(sheet, item), sheet.mixed([(because, "alert")], "cell"), _basis(sheet, item)])
    return table(rows, _EXCLUDED)


def _risks(sheet: Sheet, risks: Iterable[PlanRisk]) -> object:
    rows: list[list[object]] = [[sheet.para(sheet.t(key), "column") for key in ("plan_risk", "plan_check", "basis")]]
    for risk in risks:
        grave = "alert" if risk.grade == "dangerous" else "strong"
        what = sheet.mixed(
            [(sheet.named(risk, "what"), grave), (sheet.t("colon") + sheet.named(risk, "why"), "plain")], "cell"
        )
        check = sheet.mixed(
            [(sheet.named(risk, "check"), "plain"), ("  " + sheet.named(risk, "when"), "muted")], "cell"
        )
        rows.append([what, check, sheet.para(sheet.basis(risk.basis, risk.source), "small")])
    return table(rows, _EXCLUDED)


def _option(sheet: Sheet, item: PlanItem) -> object:
    text = sheet.named(item, "text")
    given = [part for part in (item.route, item.interval, item.duration) if part]
    # The words of an option usually say how the drug is given; what they leave out is said beside them.
    how = [part for part in map(sheet.said, (item.dose or "", *given)) if part and part not in text]
    name = item.drug if item.drug and item.drug not in text and sheet.lang == "en" else ""
    more = " ".join(part for part in (name, *how) if part)
    return sheet.mixed([(text, "plain"), (f"  {more}" if more else "", "strong")], "cell")


def _basis(sheet: Sheet, item: PlanItem) -> object:
    """What an option rests on; of an expert estimate its source says whether a guideline is named."""
    said = sheet.basis(item.basis, item.source)
    if item.basis == "expert-estimate" and item.source:
        said = sheet.t("no_guideline") if item.source == NO_GUIDELINE else item.source
    return sheet.para(said, "small")
