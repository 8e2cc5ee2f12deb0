"""What lines of notes say, in short marks: "Denies fever, has cough. || -fever; +cough".

`+` present, `-` denied, `?` possible, `~` yet to come or only warned of, `f` of the family: with the finding's label;
`n` present and of now, `h` there but not of now; `0` nothing whose label holds this is present; `a` no allergen whose
name holds this; `P field=value` of the patient; `T label=time`, `D drug=dose`, `A substance=reaction`,
`I substance=reaction` for what is not tolerated without an allergy, `M analyte=value`, `m` no such value;
`C` a drug that is taken, `c` none such; `G gene=result`, `g` no result of such a gene.
In `0`, `A`, `C`, `D`, `G`, `I` and `M` and their small letters the first part is a pattern, and `\\n` in a line is the
end of a line.
"""

from __future__ import annotations

import re
from pathlib import Path

from core.language.model import Reading

_SAID = {"+": "present", "-": "absent", "?": "possible", "~": "hypothetical"}


def lines(name: str) -> list[tuple[str, list[str]]]:
    """The lines of a file beside this one, each with what it says."""
    written = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    parted = [line.partition(" || ") for line in written if line and not line.startswith("# ")]
    return [(text.replace("\\n", "\n"), said.split("; ")) for text, _, said in parted]


def says(reading: Reading, statement: str) -> bool:
    """Does a reading say what a statement in these marks says?"""
    mark, rest = statement[0], statement[1:].strip()
    first, _, second = rest.partition("=")
    if mark in _SAID:
        return any(
            f.label == rest and f.assertion == _SAID[mark] and f.experiencer == "patient" for f in reading.findings
        )
    if mark == "n":
        return any(
            f.label == rest and (f.assertion, f.experiencer, f.temporality) == ("present", "patient", "recent")
            for f in reading.findings
        )
    if mark == "h":
        return not says(reading, f"n{rest}") and any(f.label == rest for f in reading.findings)
    if mark == "P":
        return str(getattr(reading.patient, first)) == second
    if mark == "a":
        return not any(re.search(rest, i.substance, re.I) for i in reading.allergies.items)
    if mark == "f":
        return any(f.label == rest and f.experiencer == "family" for f in reading.findings)
    if mark == "0":
        return not any(
            re.search(rest, f.label) and f.assertion == "present" and f.experiencer == "patient"
            for f in reading.findings
        )
    if mark == "T":
        return any(re.search(first, f.label) and second in (f.time or "") for f in reading.findings)
    if mark == "D":
        return any(re.search(first, m.drug or m.name) and m.dose == second for m in reading.medications)
    if mark == "A":
        return any(
            re.search(first, i.substance, re.I) and re.search(second, i.reaction or "") for i in reading.allergies.items
        )
    if mark == "I":
        return any(
            re.search(first, i.substance, re.I) and i.kind == "intolerance" and re.search(second, i.reaction or "")
            for i in reading.allergies.items
        )
    if mark in "Cc":
        return (mark == "C") == any(
            re.search(rest, m.drug or m.name) and m.status == "current" for m in reading.medications
        )
    if mark in "Gg":
        found = any(re.search(first, g.gene) and re.search(re.escape(second), g.result) for g in reading.genotypes)
        return (mark == "G") == found
    if mark == "m":
        return not says(reading, f"M{rest}")
    if mark == "M":
        return any(
            re.search(first, m.analyte) and abs(m.value - float(second)) <= 0.01 * float(second)
            for m in reading.measurements
        )
    raise ValueError(statement)
