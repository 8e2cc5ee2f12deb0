"""What the asker lays down: the factor, the share or the definition that a formula is to use, and a laboratory's limit.

Where sources differ a formula has its usual constant, and the question or the record may name another.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from core.scores.facts import Fact
from core.scores.source import Source

USUAL_GLUCOSE_FACTOR, KATZ = 2.4, 1.6
_KATZ_NAMED = re.compile(r"\bKatz(?:'s?)? (?:correction|factor|formula)")
_FACTOR = re.compile(
    r"\b(?:correction )?(?:factor|coefficient)\s*(?:\(|:|=|of|is)?\s*(?P<a>[12]\.\d+)"
    r"|(?P<b>[12]\.\d+)\s*(?:m(?:Eq|mol)(?:/L)?)?"
    r"\s*(?:for (?:each|every)|per|/)\s*(?:100\b|5\.[56])",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:total body water|\bTBW\b|body water)[^.;\d]{0,40}?(?:(?P<percent>[3-7]\d)\s*(?:%|per ?cent)"
    r"|(?P<share>0?\.[3-7]\d?))"
    r"|(?:(?P<percent2>[3-7]\d)\s*(?:%|per ?cent)|(?P<share2>0?\.[3-7]\d?))\s*(?:of"
    r"|[x×*])\s*(?:\w+\s+){0,2}(?:body )?weight",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"24\s*[-−–]\s*\[?(?:HCO|bicarb)|(?:minus|less|[-−–])\s*(?:the )?(?:delta|change in|fall in|Δ)\s*\[?(?:HCO|bicarb)",
    re.IGNORECASE,
)
_AST = re.compile(
    r"\bAST\b[^.;]{0,25}?\d\s*(?:I?U/L)?\s*[(\[,]?\s*(?:(?:lab(?:oratory)?|local)\s+)?(?:ULN"
    r"|upper limit(?: of normal)?|"
    r"ref(?:erence|\.)?(?: range)?|normal|N)\s*(?:is|of|:|=|up to|below|under|<=?|≤|\d{1,2}\s*[-–]\s*)*\s*(\d{2})\b"
    r"|\bULN (?:for|of) AST (?:is |of |was |= ?)?(\d{2})\b|\bAST (?:ULN|upper limit)[^.;\d]{0,12}(\d{2})\b",
    re.IGNORECASE,
)


def _laid_down(pattern: re.Pattern[str], source: Source) -> re.Match[str] | None:
    """What the question says, or else the record."""
    return pattern.search(source.question) or pattern.search(source.text)


def _fact(value: float, found: re.Match[str], source: Source) -> Fact:
    own = found.string is source.text
    return Fact((value,), start=found.start() if own else None, end=found.end() if own else None)


def read_glucose_factor(source: Source) -> Fact:
    """Sodium in mmol/L for each 100 mg/dL of glucose: as the asker lays it down, else Hillier's 2.4."""
    found = _laid_down(_FACTOR, source)
    if found is not None:
        return _fact(float(found["a"] or found["b"]), found, source)
    katz = _laid_down(_KATZ_NAMED, source)
    return Fact((USUAL_GLUCOSE_FACTOR,)) if katz is None else _fact(KATZ, katz, source)


def read_water_share(source: Source) -> Fact:
    """Body water as a share of the weight as the asker lays it down; 0 where it follows from age and sex."""
    found = _laid_down(_SHARE, source)
    if found is None:
        return Fact((0.0,))
    percent, share = found["percent"] or found["percent2"], found["share"] or found["share2"]
    return _fact(float(percent) / 100 if percent else float(share), found, source)


def read_difference(source: Source) -> Fact:
    """Is the delta gap defined as the rise of the gap less the fall of bicarbonate? Silence means the rise alone."""
    found = _laid_down(_DIFFERENCE, source)
    return Fact((False,)) if found is None else _fact(True, found, source)


def ast_limit(usual: float) -> Callable[[Source], Fact]:
    """A reader of the laboratory's upper limit of AST in U/L, the usual one where the record states none."""

    def read(source: Source) -> Fact:
        found = _laid_down(_AST, source)
        if found is None:
            return Fact((usual,), unit="U/L")
        return _fact(float(next(group for group in found.groups() if group)), found, source)

    return read
