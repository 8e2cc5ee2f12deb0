"""Prose, the record itself, and what was given beside it."""

from __future__ import annotations

from reportlab.platypus import Spacer

from core.reports import styles
from core.reports.blocks import Flowables, heading
from core.reports.marks import Mark, legend, marked, marks_of
from core.reports.sheet import Sheet
from core.reports.typeface import LOST, faces, printable, runs

_FULL_STOPS = ("。", "！", "？", "；")  # Chinese sentences follow one another without a space


def prose(sheet: Sheet) -> Flowables:
    """The checked sentences; of the withheld ones their number, never their text."""
    found = sheet.assessment
    if not found.narrative and not found.withheld_sentences:
        return []
    story = heading(sheet, sheet.t("prose"))
    if found.narrative:
        joined = "".join(
            s.text.strip() + ("" if s.text.strip().endswith(_FULL_STOPS) else " ") for s in found.narrative
        )
        story.append(sheet.para(joined.rstrip()))
        by_model = sum(s.author == "model" for s in found.narrative)
        story.append(sheet.para(sheet.t("by_model", model=by_model, all=len(found.narrative)), "note"))
    if found.withheld_sentences:
        story.append(sheet.para(sheet.t("withheld", n=found.withheld_sentences), "note"))
    return story


def record(sheet: Sheet) -> Flowables:
    """The text line by line, numbered, its findings marked, and the facts that came beside it."""
    story = heading(sheet, sheet.t("record"))
    text = sheet.case.text
    if text.strip():
        story.append(sheet.para(sheet.t("record_note"), "note"))
        if sheet.assessment.findings or sheet.assessment.medications:
            story.append(styles.para(legend(sheet), "note", sheet.lang))
        marks, at, lost = marks_of(sheet), 0, 0
        for number, whole in enumerate(text.splitlines(keepends=True), 1):
            (line,) = whole.splitlines()
            shown, kinds = _shown(line, marks[at : at + len(line)])
            at += len(whole)
            lost += sum(part.count(LOST) for _, part in runs(shown, faces(sheet.lang).regular)) - line.count(LOST)
            if shown.strip():
                story.append(styles.para(marked(sheet, shown, kinds), "record", sheet.lang, str(number)))
            else:
                story.append(Spacer(1, styles.style("record", sheet.lang, False).leading / 2))
        if lost:
            story.append(sheet.para(sheet.t("lost", n=lost), "note"))
    else:
        story.append(sheet.para(sheet.t("no_record")))
    return [*story, *_beside(sheet)]


def _shown(line: str, marks: list[Mark]) -> tuple[str, list[Mark]]:
    """A line as it can be printed, and the mark of each character that is left of it or stands for it."""
    shown, kinds = [], []
    for character, mark in zip(line, marks, strict=True):
        printed = printable(character)
        shown.append(printed)
        kinds += [mark] * len(printed)
    return _spaced("".join(shown)), kinds


def _spaced(line: str) -> str:
    """Spaces that a paragraph would swallow, kept: those at the beginning and all but the last of a run."""
    body = line.lstrip(" ")
    indent = "\u00a0" * (len(line) - len(body))
    while "  " in body:
        body = body.replace("  ", "\u00a0 ")
    return indent + body.rstrip()


def _beside(sheet: Sheet) -> Flowables:
    case = sheet.case
    given = {
        "setting": sheet.t(case.setting) if case.setting else "",
        "region": case.region or "",
        "hpo_present": ", ".join(case.hpo_present),
        "hpo_excluded": ", ".join(case.hpo_excluded),
        "given_medications": sheet.t("comma").join(case.medications),
        "given_allergies": sheet.t("comma").join(case.allergies),
        "genotypes": sheet.t("comma").join(f"{gene} {value}" for gene, value in case.genotypes.items()),
    }
    lines = [
        sheet.mixed([(sheet.t(key) + sheet.t("colon"), "muted"), (value, "plain")])
        for key, value in given.items()
        if value
    ]
    return [*heading(sheet, sheet.t("beside"), 2), *lines] if lines else []
