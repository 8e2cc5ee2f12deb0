"""Which fluid a value is of: "CSF: WBC 3" is no white cell count of the blood."""

from __future__ import annotations

import re
from collections.abc import Container

from core.language.en.quantities import BLOOD, FLUID_NAMES, OF_BLOOD, SPECIMENS

_SPECIMEN = re.compile(
    r"\b(?P<fluid>" + "|".join(sorted(map(re.escape, SPECIMENS), key=len, reverse=True)) + r")\b|"
    r"\b(?P<blood>" + "|".join(BLOOD) + r")\b",
    re.IGNORECASE,
)
# In small letters: without one of these nobody speaks of another fluid.
_CUES = ("csf", "lp", "lumbar", "cerebro", "urin", "ua", "dip", "pleural", "ascit", "periton", "paracent", "aspirate",
         "sweat", "fluid", "synovial", "tap")  # fmt: skip
# Urine values stand in one line with those of the blood; only a heading or a dipstick makes the whole line urine.
_HEADS = re.compile(
    r"\s*:|\s+(?:dip|micro|microscopy|chemistry|biochemistry|electrolytes|analysis|studies|results?)\b", re.IGNORECASE
)
# "Urine Na 20, osm 300": asked for together, given together.
_LISTED = re.compile(r"[^.;\n]*$|(?:[^.;\n]|\.\d)*$")


class Fluids:
    """The fluids that one stretch of a text speaks of."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._marks: list[tuple[int, str, bool]] = []  # where, which, and whether it goes on behind the next value
        lower = text[start:end].lower()
        if any(cue in lower for cue in _CUES):
            for match in _SPECIMEN.finditer(text, start, end):
                fluid = match.group("fluid")
                if fluid is None:
                    self._marks.append((match.end(), "blood", False))
                    continue
                kind = SPECIMENS[fluid.lower()]
                heads = _HEADS.match(text, match.end(), min(end, match.end() + 14)) is not None
                goes_on = kind != "urine" or heads or fluid.lower() in ("ua", "urinalysis", "dipstick")
                self._marks.append((match.end(), kind, goes_on))

    def analyte(self, key: str, name_start: int, name_end: int, known: Container[str]) -> str | None:
        """What an analyte is called in the fluid spoken of; None when it has no name there."""
        at = next(((i, m) for i, m in reversed(list(enumerate(self._marks))) if m[0] <= name_start), None)
        inside = next((m for m in self._marks if name_start < m[0] <= name_end), None)
        if at is not None and inside is None and at[1][1] == "urine" and key in OF_BLOOD:
            self._marks.append((name_end, "blood", False))  # "urine dip blood 3+, CK 45,000, creatinine 320"
        if inside is not None or at is None or key not in FLUID_NAMES:
            return key  # the name says it itself ("CSF protein"), nobody says it, or there is but one
        index, (end, kind, goes_on) = at
        near = name_start - end <= 2 and (kind != "urine" or not self._text[end:name_start].strip(" :="))
        beside = key == "osmolality" and kind == "urine" and _LISTED.match(self._text, end, name_start) is not None
        if kind == "blood" and not near:  # one value of the blood in brackets, and the fluid goes on
            before = [mark for mark in self._marks[:index] if mark[1] != "blood"]
            kind, goes_on = before[-1][1:] if before else ("blood", False)
        if kind == "blood" or not (near or goes_on or beside):
            return key
        return next((f"{kind}-{n}" for n in FLUID_NAMES[key] if f"{kind}-{n}" in known), None)
