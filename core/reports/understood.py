"""What was read from the record, so that a reader can see what everything else rests on."""

from __future__ import annotations

from collections.abc import Iterable

from core.language.model import Finding, Medication
from core.reports.blocks import Flowables, heading
from core.reports.figures import plain
from core.reports.sheet import Sheet

_GROUPS = ("present", "possible_findings", "absent", "history", "family", "other", "unstated")


def understood(sheet: Sheet) -> Flowables:
    """Findings by what the record says of them; paragraphs, for there may be any number of them."""
    groups: dict[str, list[Finding]] = {key: [] for key in _GROUPS}
    for finding in sheet.assessment.findings:
        groups[_group(finding)].append(finding)
    story = heading(sheet, sheet.t("understood"))
    if not sheet.assessment.findings:
        return [*story, sheet.para(sheet.t("none_found"))]
    story.append(sheet.para(sheet.t("understood_note"), "note"))
    for key, findings in groups.items():
        if findings:
            story += _listed(sheet, f"{sheet.t(key)} ({len(findings)})", [_finding(sheet, f) for f in findings])
    return story


def medication_and_allergies(sheet: Sheet) -> Flowables:
    """Drugs and allergies as read, and what the record contradicts itself about."""
    found = sheet.assessment
    story = heading(sheet, sheet.t("medications"), 2)
    if found.medications:
        story += [sheet.mixed([("• ", "muted"), *_medication(sheet, m)]) for m in found.medications]
    else:
        story.append(sheet.para(sheet.t("none_found")))
    story += heading(sheet, sheet.t("allergies"), 2)
    if found.allergies.status == "listed":
        for item in found.allergies.items:
            reaction = f"{sheet.t('colon')}{item.reaction}" if item.reaction else ""
            where = sheet.where([(item.start, item.end)])
            story.append(
                sheet.mixed([("• ", "muted"), (item.substance, "strong"), (reaction, "plain"), (f"  {where}", "muted")])
            )
    else:
        known = "allergies_none" if found.allergies.status == "none-known" else "allergies_unknown"
        story.append(sheet.para(sheet.t(known)))
    if found.conflicts:
        story += heading(sheet, sheet.t("conflicts"), 2)
        story += [
            sheet.mixed([("• ", "muted"), (c.about, "plain"), (f"  {sheet.where(c.spans)}", "muted")])
            for c in found.conflicts
        ]
    return story


def _group(finding: Finding) -> str:
    if finding.experiencer != "patient":
        return finding.experiencer
    if finding.assertion in ("hypothetical", "conditional"):
        return "unstated"
    if finding.assertion == "absent":
        return "absent"
    if finding.temporality != "recent":
        return "history"
    return "possible_findings" if finding.assertion == "possible" else "present"


def _finding(sheet: Sheet, finding: Finding) -> list[tuple[str, str]]:
    label = sheet.named(finding, "label")
    if finding.assertion == "absent" and finding.experiencer != "patient":
        label = f"{sheet.t('no')}{sheet.t('colon')}{label}"
    details = [d for d in (finding.laterality, finding.severity, finding.time) if d]
    if finding.value is not None:
        details.append(f"{plain(finding.value)} {finding.unit or ''}".strip())
    parts = [(label, "plain")]
    if details:
        parts.append((f" {sheet.t('comma').join(details)}", "strong"))
    return [*parts, (sheet.at([(finding.start, finding.end)]), "muted")]


def _medication(sheet: Sheet, medication: Medication) -> list[tuple[str, str]]:
    parts = [(medication.name, "strong")]
    taken = " ".join(part for part in (medication.dose, medication.route, medication.interval) if part)
    parts.append((f" {taken}" if taken else "", "plain"))
    if medication.drug is None:
        parts.append((f" · {sheet.t('not_recognised')}", "muted"))
    elif medication.drug.casefold() != medication.name.casefold():
        parts.append((f" · {medication.drug}", "plain"))
    parts.append((f" · {sheet.t(medication.status)}", "plain"))
    where = sheet.where([(medication.start, medication.end)])
    return [*parts, (f"  {where}" if where else "", "muted")]


def _listed(sheet: Sheet, title: str, items: Iterable[list[tuple[str, str]]]) -> Flowables:
    parts: list[tuple[str, str]] = []
    for item in items:
        if parts:
            parts.append((sheet.t("semicolon"), "plain"))
        parts += item
    group = sheet.para(title, "group")
    group.keepWithNext = 1
    return [group, sheet.mixed(parts)]
