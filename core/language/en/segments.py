"""Messages between machines that were pasted as they are (HL7 version 2): their segments as lines of a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.language.respelt import Change

_SEGMENT = re.compile(r"^(?P<kind>[A-Z][A-Z0-9]{2})\|(?P<fields>[^\n]*)$", re.MULTILINE)
_FEWEST = 2
_SEX = {"M": "male", "F": "female"}
# Which fields of a segment are read, counted from the first behind its kind, and what is written around them.
_ALLERGEN, _REACTION = 2, 4
_NAME, _VALUE, _UNIT, _RANGE = 2, 4, 5, 6
_DIAGNOSIS = 2
_SEX_FIELD = 7


def segments(text: str) -> Iterator[Change]:
    """The lines that the segments of a message come to; a segment that says nothing of the patient's state is left
    out."""
    if "|" not in text or ("PID|" not in text and "OBX|" not in text):
        return
    found = list(_SEGMENT.finditer(text))
    if len(found) < _FEWEST:
        return
    for match in found:
        yield Change(*match.span(), _line(match["kind"], match["fields"].split("|")))


def _line(kind: str, fields: list[str]) -> str:
    def field(number: int) -> str:
        parts = fields[number].split("^") if number < len(fields) else [""]
        return (parts[1] if len(parts) > 1 and parts[1] else parts[0]).strip()

    if kind == "PID":
        return f"Sex: {_SEX[field(_SEX_FIELD)]}." if field(_SEX_FIELD) in _SEX else ""
    if kind == "OBX":
        limits = f" (ref {field(_RANGE)})" if field(_RANGE) else ""
        return f"{field(_NAME)} {field(_VALUE)} {field(_UNIT)}{limits}".rstrip()
    if kind == "AL1":
        reaction = f" ({field(_REACTION)})" if field(_REACTION) else ""
        return f"Allergies: {field(_ALLERGEN)}{reaction}\n"
    if kind == "DG1":
        return f"Diagnosis: {field(_DIAGNOSIS)}\n"
    return ""
