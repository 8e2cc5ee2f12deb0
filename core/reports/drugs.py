"""Drug safety in full: every warning with its source, pharmacogenomics, and which checks were made on what."""

from __future__ import annotations

from collections.abc import Iterable

from core.reports.blocks import Flowables, heading, table
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import DANGER, GOOD, WARN
from core.treatment.grouped import alike
from core.treatment.model import Check, SafetyItem

_WARNINGS = (92, 96, WIDTH - 92 - 96 - 120, 120)
_CHECKS = (100, 68, (WIDTH - 168) / 2, (WIDTH - 168) / 2)
_PAIRS_NAMED = 3
_SLIGHT = 3  # the rank from which on warnings share a row: minor, and mere information
_TONES = {"not-performed": DANGER, "partial": WARN, "done": GOOD}


def drugs(sheet: Sheet) -> Flowables:
    """Warnings, the gravest first; genes apart; then the checks. Nothing while there is nothing to say of drugs."""
    found = sheet.assessment
    nothing_checked = all(check.status == "not-performed" for check in found.checks)
    if not found.safety and (not found.checks or (nothing_checked and not found.medications)):
        return []  # the first page says that nothing was checked
    genes = [item for item in found.safety if item.kind == "pharmacogenomic"]
    others = [item for item in found.safety if item.kind != "pharmacogenomic"]
    story = heading(sheet, sheet.t("drug_safety"), company=130)
    if others:
        story += [sheet.para(sheet.t("drug_safety_note"), "note"), _warnings(sheet, others)]
    elif not nothing_checked and not genes:
        story.append(sheet.para(sheet.t("no_warnings" if found.medications else "nothing_to_check")))
    if genes:
        story += [*heading(sheet, sheet.t("genes"), 2), _warnings(sheet, genes)]
    if found.checks:
        story += _checks(sheet, found.checks)
    return story


def unjudged(sheet: Sheet, reasons: Iterable[str]) -> str:
    """What a check could not judge ("drug: why"), drugs with the same reason together."""
    groups: dict[str, list[str]] = {}
    for reason in dict.fromkeys(reasons):
        said = sheet.said(reason)
        drug, _, why = said.partition("：" if "：" in said else ": ")
        groups.setdefault(why, []).append(drug)
    parts = [
        sheet.t("comma").join(names) + (sheet.bracketed(sheet.said(why)) if why else "")
        for why, names in sorted(groups.items())
    ]
    return sheet.t("semicolon").join(parts)


def advice(sheet: Sheet, item: SafetyItem) -> list[tuple[str, str]]:
    """What is wrong, what to do, and where the record says so."""
    said, do, where = sheet.named(item, "message"), sheet.named(item, "action"), sheet.where(item.spans)
    if do and said.endswith(do):  # tables of genes give the advice as part of what they say
        said = said.removesuffix(do).rstrip()
    parts = [(said, "plain"), (f" {do}" if do else "", "strong")]
    return [*parts, (f"  {where}" if where else "", "muted")]


def going_on(sheet: Sheet, items: Iterable[SafetyItem], most: int | None = None) -> Flowables:
    """Why somebody goes on in spite of these warnings, where they have said so; each reason once, up to so many
    characters of it."""
    reasons = dict.fromkeys(sheet.reasons[item.key] for item in items if item.key in sheet.reasons)
    told = (reason if most is None or len(reason) <= most else f"{reason[:most].rstrip()}…" for reason in reasons)
    return [sheet.para(sheet.t("going_on", reason=reason), "name") for reason in told]


def _warnings(sheet: Sheet, items: list[SafetyItem]) -> object:
    rows: list[list[object]] = [
        [sheet.para(sheet.t(key), "column") for key in ("severity", "drug", "warning", "basis")]
    ]
    groups = alike(items)
    for same in (group for group in groups if group[0].rank < _SLIGHT):
        item = same[0]
        mark = "! " if item.interruptive else ""
        tone = "alert" if item.rank <= 1 else "strong"
        spans = tuple(span for one in same for span in one.spans)
        said: Flowables = [sheet.mixed(advice(sheet, item.model_copy(update={"spans": spans})), "cell")]
        named = sheet.t("semicolon").join(" + ".join(one.drugs) for one in same)
        if len(same) > _PAIRS_NAMED:  # more than a narrow column can hold
            said.append(sheet.para(named, "small"))
            named = sheet.t("pairs", n=len(same))
        said += going_on(sheet, same)
        rows.append(
            [
                sheet.mixed([(mark + sheet.t(f"severity_{item.severity}"), tone)], "cell"),
                sheet.para(named, "name"),
                said,
                [sheet.para(sheet.t(item.kind), "small"), sheet.para(sheet.basis(item.basis, item.source), "aside")],
            ]
        )
    rows += _slight(sheet, [item for group in groups for item in group if item.rank >= _SLIGHT])
    return table(rows, _WARNINGS)


def _slight(sheet: Sheet, items: list[SafetyItem]) -> list[list[object]]:
    """One row for each of the slightest severities: the drugs, and what is said of them once."""
    by_severity: dict[str, dict[str, list[SafetyItem]]] = {}
    for item in items:
        by_severity.setdefault(item.severity, {}).setdefault(item.message, []).append(item)
    rows: list[list[object]] = []
    for severity, messages in by_severity.items():
        said: Flowables = []
        for same in messages.values():
            drugs = sheet.t("semicolon").join(" + ".join(one.drugs) for one in same)
            spans = tuple(span for one in same for span in one.spans)
            told = advice(sheet, same[0].model_copy(update={"spans": spans}))
            said += [sheet.mixed([(drugs + sheet.t("colon"), "strong"), *told], "small"), *going_on(sheet, same)]
        number = sum(len(same) for same in messages.values())
        basis = dict.fromkeys(sheet.basis(i.basis, i.source) for same in messages.values() for i in same)
        rows.append(
            [
                sheet.mixed([(sheet.t(f"severity_{severity}"), "strong")], "cell"),
                sheet.para(str(number), "name"),
                said,
                sheet.para(sheet.t("semicolon").join(basis), "aside"),
            ]
        )
    return rows


def _checks(sheet: Sheet, checks: Iterable[Check]) -> Flowables:
    """One row for the checks that came out the same: with many drugs each row is long."""
    same: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Check]] = {}
    for check in checks:
        same.setdefault((check.status, check.looked_at, check.could_not_judge), []).append(check)
    rows: list[list[object]] = [
        [sheet.para(sheet.t(key), "column") for key in ("check", "status", "looked_at", "not_judged")]
    ]
    commands: list[tuple[object, ...]] = []
    order = list(_TONES)
    for (status, seen, open_), group in sorted(same.items(), key=lambda entry: order.index(entry[0][0])):
        commands.append(("BACKGROUND", (1, len(rows)), (1, len(rows)), _TONES[status].soft))
        rows.append(
            [
                sheet.para(sheet.t("comma").join(sheet.t(check.kind) for check in group), "name"),
                sheet.para(sheet.t(f"status_{status}"), "name"),
                sheet.para(sheet.t("comma").join(seen), "small"),
                sheet.para(unjudged(sheet, open_), "small"),
            ]
        )
    story = [*heading(sheet, sheet.t("checks_made"), 2), table(rows, _CHECKS, commands)]
    dates = sorted({check.as_of for check in checks if check.as_of})
    if dates:
        story.append(sheet.para(sheet.t("as_of", when=sheet.t("comma").join(dates)), "note"))
    return story
