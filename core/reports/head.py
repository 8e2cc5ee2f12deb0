"""The head of the first page: what nobody may treat the patient without knowing, and what is done first."""

from __future__ import annotations

import re

from reportlab.platypus import Table

from core.language.grave_reactions import GRAVE_REACTION
from core.language.model import AllergyItem
from core.narrative.names import reaction
from core.reports.blocks import Flowables, box, heading
from core.reports.first import TAKEN, first_options
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import PLAIN, RULE

_LABEL = 92.0
_OF_A_STEP = 220  # characters
Parts = list[tuple[str, str]]
_GRAVE = re.compile(GRAVE_REACTION, re.IGNORECASE)  # stands in red


def head(sheet: Sheet, drugs: int, steps: int) -> Table:
    """A row each for allergies, at most so many `drugs` that are taken, and what to do first; of what to find out next
    at most so many `steps`."""
    rows = [("allergies_head", _allergies(sheet)), ("drugs_head", _drugs(sheet, drugs))]
    rows += [(key, told) for key, told in (("first", _first(sheet)), ("next", _next(sheet, steps))) if told]
    cells: list[list[object]] = [[sheet.para(sheet.t(key), "name"), sheet.mixed(told, "cell")] for key, told in rows]
    return box(cells, [_LABEL, WIDTH - _LABEL], PLAIN, [("LINEABOVE", (0, 1), (-1, -1), 0.4, RULE)])


def all_drugs(sheet: Sheet, shown: int) -> Flowables:
    """All that is taken, where the head could not hold it."""
    names = _names(sheet)
    if len(names) <= shown:
        return []
    return [*heading(sheet, sheet.t("all_drugs")), sheet.para(sheet.t("comma").join(names))]


def _allergies(sheet: Sheet) -> Parts:
    found = sheet.assessment.allergies
    if found.status != "listed":
        known = found.status == "none-known"
        return [(sheet.t("allergies_head_none" if known else "allergies_head_unknown"), "plain" if known else "strong")]
    parts: Parts = []
    for item in found.items:
        parts += [(sheet.t("semicolon"), "plain")] if parts else []
        parts += _allergy(sheet, item)
    return parts


def _allergy(sheet: Sheet, item: AllergyItem) -> Parts:
    told = reaction(item) or (sheet.t("intolerance") if item.kind == "intolerance" else "")
    aside = sheet.bracketed(told) if told else ""
    if _GRAVE.search(f"{item.substance} {item.reaction or ''}"):
        return [(item.substance + aside, "alert")]
    return [(item.substance, "strong"), (aside, "plain")]


def _names(sheet: Sheet) -> list[str]:
    return list(dict.fromkeys(m.name for m in sheet.assessment.medications if m.status in TAKEN))


def _drugs(sheet: Sheet, most: int) -> Parts:
    names = _names(sheet)
    if not names:
        return [(sheet.t("drugs_head_none"), "plain")]
    told = sheet.t("comma").join(names[:most])
    left = len(names) - most
    return [(told, "plain"), *([(sheet.t("comma") + sheet.t("more", n=left), "muted")] if left > 0 else [])]


def _first(sheet: Sheet) -> Parts:
    told = [_clipped(sheet.named(option, "text")) for option in first_options(sheet.assessment)]
    ends = [text if text.endswith((".", "。", ")", "）", "…")) else text + sheet.t("stop") for text in told]
    return _numbered(ends, " " if sheet.lang == "en" else "")


def _next(sheet: Sheet, most: int) -> Parts:
    return _numbered([sheet.named(step, "label") for step in sheet.assessment.next_steps[:most]], sheet.t("semicolon"))


def _numbered(told: list[str], between: str) -> Parts:
    if not told:
        return []
    return [(between.join(f"{n}. {text}" for n, text in enumerate(told, 1)) if len(told) > 1 else told[0], "plain")]


def _clipped(text: str) -> str:
    """The plan has all of it."""
    return text if len(text) <= _OF_A_STEP else f"{text[:_OF_A_STEP].rstrip()}…"
