"""What was read from the record, so that a reader can see what everything else rests on."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.platypus import CondPageBreak

from core.language.model import Finding, Medication
from core.narrative.names import reaction
from core.reports.blocks import Flowables, heading
from core.reports.figures import plain
from core.reports.sheet import Sheet

_GROUPS = ("present", "possible_findings", "absent", "history", "family", "other", "unstated")
_COMPANY = 48.0
_TOGETHER = 140.0  # heading, note, the first group's title and its first lines


def understood(sheet: Sheet) -> Flowables:
    """Findings by what the record says of them; paragraphs, for there may be any number of them."""
    groups: dict[str, list[Finding]] = {key: [] for key in _GROUPS}
    for finding in sheet.assessment.findings:
        groups[_group(finding)].append(finding)
    story = heading(sheet, sheet.t("understood"), company=_TOGETHER)
    if not sheet.assessment.findings:
        return [*story, sheet.para(sheet.t("none_found"))]
    story.append(sheet.para(sheet.t("understood_note"), "note"))
    for key, findings in groups.items():
        if findings:
            story += _listed(sheet, sheet.t(key), _findings(sheet, findings))
    return story


def medication_and_allergies(sheet: Sheet) -> Flowables:
    """Drugs and allergies as read, and what the record contradicts itself about."""
    found = sheet.assessment
    story = heading(sheet, sheet.t("medications"), 2)
    if found.medications:
        story += [sheet.mixed([("• ", "muted"), *_medication(sheet, m)], "item") for m in found.medications]
    else:
        story.append(sheet.para(sheet.t("none_found")))
    story += heading(sheet, sheet.t("allergies"), 2)
    if found.allergies.status == "listed":
        for item in found.allergies.items:
            told = f"{sheet.t('colon')}{reaction(item)}" if item.reaction else ""
            where = sheet.where([(item.start, item.end)])
            story.append(
                sheet.mixed([("• ", "muted"), (item.substance, "strong"), (told, "plain"), (f"  {where}", "muted")])
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


def by_measurement(findings: Iterable[Finding]) -> list[list[Finding]]:
    """One number may settle several findings (36.7 °C: no fever, no high fever, no hypothermia): they go together."""
    together: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        key = number if finding.value is None else (finding.value, finding.unit, finding.start, finding.experiencer)
        together.setdefault(key, []).append(finding)
    return list(together.values())


def _findings(sheet: Sheet, findings: Iterable[Finding]) -> Iterable[list[tuple[str, str]]]:
    """What is said again and again (day after day of a ward round) is named once, with all its places."""
    together: dict[tuple[str, str], list[Finding]] = {}
    for same in by_measurement(findings):
        together.setdefault(_named(sheet, same), []).extend(same)
    for (label, details), same in together.items():
        where = (sheet.at([(f.start, f.end) for f in same]), "muted")
        yield [(label, "plain"), *([(f" {details}", "strong")] if details else []), where]


def _named(sheet: Sheet, same: list[Finding]) -> tuple[str, str]:
    first = same[0]
    label = sheet.t("comma").join(dict.fromkeys(sheet.named(f, "label") for f in same))
    if first.assertion == "absent" and first.experiencer != "patient":
        label = f"{sheet.t('no')}{sheet.t('colon')}{label}"
    details = [sheet.said(d) for d in (first.laterality, first.severity, first.time) if d]
    if first.value is not None:
        details.append(f"{plain(first.value)} {sheet.said(first.unit or '')}".strip())
    return label, sheet.t("comma").join(details)


def _medication(sheet: Sheet, medication: Medication) -> list[tuple[str, str]]:
    parts = [(medication.name, "strong")]
    taken = " ".join(sheet.said(part) for part in (medication.dose, medication.route, medication.interval) if part)
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
    # Not kept together with all of its list, which may be longer than what is left of the page.
    return [CondPageBreak(_COMPANY), sheet.para(title, "group"), sheet.mixed(parts)]
