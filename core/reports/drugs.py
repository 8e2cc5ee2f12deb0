"""Drug safety in full: every warning with its source, pharmacogenomics, and which checks were made on what."""

from __future__ import annotations

from collections.abc import Iterable

from core.reports.blocks import Flowables, heading, table
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import DANGER, GOOD, WARN
from core.treatment.model import Check, SafetyItem

_WARNINGS = (92, 96, WIDTH - 92 - 96 - 120, 120)
_CHECKS = (100, 68, (WIDTH - 168) / 2, (WIDTH - 168) / 2)
_PAIRS_NAMED = 3
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
    for same in _alike(items):
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
    return table(rows, _WARNINGS)


def _alike(items: Iterable[SafetyItem]) -> list[list[SafetyItem]]:
    """The gravest first; what says the same of several drugs is said once."""
    together: dict[object, list[SafetyItem]] = {}
    for item in sorted(items, key=lambda item: (not item.interruptive, item.rank)):
        key = (item.interruptive, item.severity, item.kind, item.message, item.action, item.basis, item.source)
        together.setdefault(key, []).append(item)
    return list(together.values())


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
