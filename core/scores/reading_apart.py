"""What parts a name from a number behind it: another quantity between them, or words that make the number a limit."""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge.base import Knowledge

_SHORTEST = 4  # letters: "iron" parts, "Na" and "pH" are left to the reader of measurements
_LIMIT = re.compile(
    r"[(\[][^()\[\]]*\b(?:normal|reference|ref|range|limits?|upper|lower|ULN|LLN|NR|cut-?off|threshold)\b[^()\[\]]*\Z"
    r"|(?<!within )(?<!within the )(?<!in the )"
    r"\b(?:(?:normal|reference|ref\.?|laboratory) (?:range|values?|interval|limits?)"
    r"|upper limit|lower limit|limit of normal|ULN|LLN)\b(?![^.;\d]{0,25}\bat\s)"
    r"[^.;\d]{0,25}(?:\d[\d.,]*\s*(?:[-–—]|to)\s*)?[<>≤≥]?\s*\Z",
    re.IGNORECASE,
)
_UPPER_END = re.compile(r"\d\s*[-–—]\s*\Z")


@lru_cache(maxsize=256)
def _others(knowledge: Knowledge, analyte: str) -> re.Pattern[str]:
    """The names of all other quantities, but for those that are part of a name of this one or hold one."""
    own = [n.lower() for n in knowledge.analytes[analyte].names.en]
    names = {
        name.lower()
        for other, entry in knowledge.analytes.items()
        if other != analyte
        for name in entry.names.en
        if len(name) >= _SHORTEST and name.isascii()
    }
    apart = sorted((n for n in names if not any(n in o or o in n for o in own)), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, apart))})\b", re.IGNORECASE)


def parted(text: str, name_end: int, value_start: int, analyte: str, knowledge: Knowledge) -> bool:
    """Is the number that begins here not a value of the quantity that was named before it?"""
    between = text[name_end:value_start]
    return bool(_LIMIT.search(between) or _UPPER_END.search(between) or _others(knowledge, analyte).search(between))
