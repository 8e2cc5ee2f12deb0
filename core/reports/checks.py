"""On the first page: the drug warnings that interrupt, and what was not checked, where its answer would have stood."""

from __future__ import annotations

from collections import Counter

from core.knowledge.pharmacy_rules import SEVERITIES
from core.reports.blocks import Flowables, box
from core.reports.drugs import advice, going_on, unjudged
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import DANGER, RULE, WARN
from core.treatment.model import SafetyItem

_OF_A_REASON = 80  # characters: the section on drug safety has all of it
# Of the warnings for which the page has no room at all, so many are told by their drugs.
_BY_NAME = 40


def warnings_box(sheet: Sheet, most: int, brief: int) -> Flowables:
    """The warnings to answer, the gravest first: `most` in full, `brief` more in a line each,
    of the rest the drugs. Then how many slighter ones."""
    safety = sheet.assessment.safety
    grave = sorted((item for item in safety if item.interruptive), key=lambda item: item.rank)
    others = Counter(item.severity for item in safety if not item.interruptive)
    story: Flowables = []
    if grave:
        rows: list[list[object]] = [[sheet.para(sheet.t("interrupting"), "box"), ""]]
        for item in grave[:most]:
            name = [
                sheet.para(" + ".join(item.drugs), "name"),
                sheet.mixed([(sheet.t(f"severity_{item.severity}"), "alert")], "small"),
            ]
            source = sheet.para(sheet.basis(item.basis, item.source), "aside")
            rows.append(
                [name, [sheet.mixed(advice(sheet, item), "cell"), *going_on(sheet, [item], _OF_A_REASON), source]]
            )
        rows += _in_brief(sheet, grave[most:], brief)
        lines = [("SPAN", (0, 0), (1, 0)), ("LINEABOVE", (0, 2), (-1, -1), 0.4, RULE)]
        story.append(box(rows, [130, WIDTH - 130], DANGER, lines))
    if others:
        counted = [f"{sheet.t(f'severity_{s}')} {others[s]}" for s in SEVERITIES if others[s]]
        parts = [(sheet.t("further_warnings") + sheet.t("colon"), "strong"), (sheet.t("comma").join(counted), "plain")]
        story.append(sheet.mixed(parts))
    return story


def _in_brief(sheet: Sheet, rest: list[SafetyItem], most: int) -> list[list[object]]:
    """One line for each: the drugs and what is wrong; of a great many the drugs alone, then their number."""
    rows: list[list[object]] = [
        [
            sheet.para(" + ".join(item.drugs), "name"),
            sheet.mixed([(_clipped(sheet.named(item, "message")), "plain")], "small"),
        ]
        for item in rest[:most]
    ]
    named = rest[most : most + _BY_NAME]
    if named:
        names = sheet.t("semicolon").join(" + ".join(item.drugs) for item in named)
        rows.append(["", sheet.mixed([(names, "plain")], "small")])
        if unnamed := len(rest) - most - len(named):
            rows.append(["", sheet.para(sheet.t("more", n=unnamed), "name")])
    return rows


def _clipped(text: str) -> str:
    return text if len(text) <= _OF_A_REASON else f"{text[:_OF_A_REASON].rstrip()}…"


def checks_box(sheet: Sheet, most: int) -> Flowables:
    """A box that names the checks not made (or made in part), with at most so many characters about what was not
    judged: the section on drug safety has all of it. One line when every check was made."""
    checks = sheet.assessment.checks
    open_ones = [c for c in checks if c.status != "done"]
    if checks and not open_ones:
        more = "" if sheet.assessment.safety else " " + sheet.t("no_warnings")
        return [sheet.mixed([(sheet.t("checks_all_done"), "strong"), (more, "plain")])]
    none_made = all(c.status == "not-performed" for c in checks)
    untaken = none_made and bool(checks) and not sheet.assessment.medications
    kinds = "" if untaken else sheet.t("comma").join(sheet.t(c.kind) for c in open_ones)
    title = sheet.t("checks_untaken" if untaken else "checks" if none_made else "checks_partly")
    # Where a plan names drugs, it would be untrue to say that none is recommended.
    names_drugs = any(item.kind == "drug" for item in sheet.assessment.plan.offered)
    parts = [
        (f"{title}{sheet.t('colon') if kinds else ''}{kinds}{sheet.t('stop')} ", "strong"),
        (sheet.t("checks_meaning_plan" if names_drugs else "checks_meaning"), "plain"),
    ]
    rows: list[list[object]] = [[sheet.mixed(parts, "cell")]]
    done = [sheet.t(c.kind) for c in checks if c.status == "done"]
    if done:
        said = [(sheet.t("checks_done") + sheet.t("colon"), "muted"), (sheet.t("comma").join(done), "plain")]
        rows.append([sheet.mixed(said, "small")])
    offered = sheet.assessment.plan.checks
    made = sheet.t("comma").join(sheet.t(c.kind) for c in offered if c.looked_at)
    for key, told in (
        ("drugs_unjudged", unjudged(sheet, (reason for check in open_ones for reason in check.could_not_judge))),
        ("offered_checked", made),
        ("offered_unjudged", unjudged(sheet, (reason for check in offered for reason in check.could_not_judge))),
    ):
        if told:
            short = told if len(told) <= most else told[:most].rstrip() + " …"
            rows.append([sheet.mixed([(sheet.t(key) + sheet.t("colon"), "muted"), (short, "plain")], "small")])
    return [box(rows, [WIDTH], WARN)]
