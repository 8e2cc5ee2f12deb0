"""What a note says, in marks that name findings by any of their names.

`+` present now or in the past, `-` denied, `r` resolved, `?` possible, `~` only warned of, `f` of the family, `o` of
somebody else: then the finding, any of the names between bars, or what is more special than it. `M analyte=value unit
@time` (a pattern; the unit and the time only where they are stated), `D drug=dose,route,interval,status` (`*` is
anything), `A substance=reaction` (patterns) or `A none-known`, `P field=value`, `P pregnant`, `O finding=days`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import yaml

from core.knowledge.base import Knowledge
from core.language.matching import named
from core.language.model import Finding, Medication, Reading

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MEASURED = re.compile(r"(?P<analyte>[^=]+)=(?P<value>[\d.]+)(?:\s+(?P<unit>[^@]+?))?(?:\s*@(?P<time>\S+))?")
_MARKS = {"+": "present", "-": "absent", "?": "possible", "~": "hypothetical"}


def notes() -> list[dict[str, Any]]:
    """The notes, each with its kind, its text, what is said and what is not."""
    path = Path(__file__).with_name("desk_notes.yaml")
    return cast("list[dict[str, Any]]", yaml.safe_load(path.read_text(encoding="utf-8")))


def holds(reading: Reading, statement: str, knowledge: Knowledge) -> bool:
    """Does a reading say what a statement in these marks says?"""
    mark, rest = statement[0], statement[1:].strip()
    if mark == "M":
        return _measures(reading, rest)
    if mark == "D":
        return any(_is_drug(m, rest) for m in reading.medications)
    if mark == "A":
        return _allergic(reading, rest)
    if mark == "P":
        return _is_patient(reading, rest)
    name, _, days = rest.partition("=")
    found = list(_called(reading, name, knowledge))
    if mark == "O":
        return any(f.onset_days is not None and abs(f.onset_days - float(days)) <= 0.05 * float(days) for f in found)
    if mark == "f":
        history = _called(reading, "|".join(f"family history of {n}" for n in name.split("|")), knowledge)
        return any(f.experiencer == "family" for f in found) or any(f.assertion == "present" for f in history)
    if mark == "o":
        return any(f.experiencer == "other" for f in found)
    if mark == "r":
        return any(f.temporality == "resolved" and f.experiencer == "patient" for f in found)
    return any(f.assertion == _MARKS[mark] and f.experiencer == "patient" for f in found)


def _called(reading: Reading, names: str, knowledge: Knowledge) -> Iterator[Finding]:
    wanted = _terms(names, knowledge)
    for f in reading.findings:
        if f.concept is None or (f.label.startswith("family history") and "family history" not in names):
            continue
        if f.concept in wanted or not wanted.isdisjoint(knowledge.ancestors(f.concept)):
            yield f


@lru_cache(maxsize=4096)
def _terms(names: str, knowledge: Knowledge) -> frozenset[str]:
    return frozenset(term for name in names.split("|") for term in named(knowledge, name))


def _measures(reading: Reading, wanted: str) -> bool:
    match = _MEASURED.fullmatch(wanted)
    assert match is not None, wanted
    value, unit, time = float(match["value"]), match["unit"], match["time"]
    for m in reading.measurements:
        numbers = [m.value, *(float(n) for n in _NUMBER.findall(m.given))]
        if (
            re.search(match["analyte"], m.analyte)
            and any(abs(number - value) <= 0.001 * value for number in numbers)
            and (unit is None or unit in (m.unit, "%") or unit in m.given)
            and (time is None or time in (m.time or ""))
        ):
            return True
    return False


def _is_drug(drug: Medication, wanted: str) -> bool:
    name, _, rest = wanted.partition("=")
    said = (drug.dose, drug.route, drug.interval, drug.status)
    return re.search(rf"\b(?:{name})", f"{drug.drug or ''} {drug.name}", re.I) is not None and all(
        part == "*" or (have or "").casefold() in {p.casefold() for p in part.split("|")}
        for part, have in zip(rest.split(","), said, strict=True)
    )


def _allergic(reading: Reading, wanted: str) -> bool:
    substance, _, reaction = wanted.partition("=")
    if substance == "none-known":
        return reading.allergies.status == "none-known"
    return any(
        re.search(substance, item.substance, re.I) and re.search(reaction.replace("*", ""), item.reaction or "", re.I)
        for item in reading.allergies.items
    )


def _is_patient(reading: Reading, wanted: str) -> bool:
    field, _, value = wanted.partition("=")
    if field == "pregnant":
        return reading.patient.pregnant is True
    if field == "age":
        years = reading.patient.age_years
        return years is not None and abs(years - float(value)) < 0.05
    return str(getattr(reading.patient, field)) == value
