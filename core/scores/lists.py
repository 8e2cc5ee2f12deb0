"""Quantities and values that a record lists apart: "sodium and chloride were 140 and 98 mmol/L, respectively",
"urea/creatinine of 21/1.0", and lists that give the values first: "252 mg/dl cholesterol, 84 mg/dl triglycerides"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_VALUE = (
    r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*((?!and\b|or\b|to\b|resp)[A-Za-zµμ%°]+(?:\s?/\s?[A-Za-zµμ]+)?|%)?"
)
_VALUES = re.compile(_VALUE)
_JOINED = re.compile(r"\s*(?:,\s*and\b|,|\band\b|/)\s*")
_REMARK = re.compile(r"\([^)]*\)")
_NAME = r"[A-Za-z][A-Za-z₂\- ]{0,40}"
_NUMBER = r"\d+(?:\.\d+)?"
_SLASHED = re.compile(
    rf"(?P<names>{_NAME}(?:\s?/\s?{_NAME})+)(?:\s*:|\s*=)?\s*(?P<values>(?<![\d.]){_NUMBER}(?:\s?/\s?{_NUMBER})+)"
    r"\s*(?P<unit>[A-Za-zµμ]+(?:/[A-Za-z]+)?)?"
)
_FIRST = re.compile(
    rf"^(?:.*\b(?:showed|revealed|were|was|with|of|had|and|demonstrated|:)\s+)?{_VALUE}\s+([A-Za-z][A-Za-z\- ]*)$",
    re.DOTALL,
)
_SENTENCE = re.compile(r"(?<=[.;\n])\s+|\n")


class Listed(NamedTuple):
    """One value of a list: what it is called there, the words before the list, and its place."""

    name: str
    head: str
    value: float
    unit: str
    start: int
    end: int


def listed(text: str) -> tuple[Listed, ...]:
    """All values that a text gives in such lists."""
    found: list[Listed] = []
    begin = 0
    for end in [*(m.start() for m in _SENTENCE.finditer(text)), len(text)]:
        sentence = _blank(text[begin:end])
        if "respectively" in sentence.lower():
            found += _respective(sentence, begin)
        if "/" in sentence:
            found += _slashed(sentence, begin)
        found += _values_first(sentence, begin)
        begin = end
    return tuple(found)


def _blank(sentence: str) -> str:
    """The sentence with its remarks in brackets as blanks, so that places stay what they are."""
    return _REMARK.sub(lambda found: " " * len(found.group()), sentence)


def _respective(sentence: str, at: int) -> Iterator[Listed]:
    behind = 0
    for marker in re.finditer(r"respectively", sentence, re.IGNORECASE):
        part = sentence[behind : marker.start()]
        values = list(_VALUES.finditer(part))
        # The run of values at the end, joined by nothing but commas and "and".
        run = values[-1:]
        for value in reversed(values[:-1]):
            if not _JOINED.fullmatch(part, value.end(), run[0].start()):
                break
            run.insert(0, value)
        names = _JOINED.split(part[: run[0].start()].rstrip(" ,:")) if run else []
        if len(run) > 1 and len(names) >= len(run):
            units = [v[2] or "" for v in run]
            last = next((u for u in reversed(units) if u), "")
            for name, value, unit in zip(names[-len(run) :], run, units, strict=True):
                place = at + behind
                yield _one(name, names[-len(run)], value[1], unit or last, place + value.start(), place + value.end())
        behind = marker.end()


def _slashed(sentence: str, at: int) -> Iterator[Listed]:
    for found in _SLASHED.finditer(sentence):
        names = found["names"].split("/")
        values = list(re.finditer(_NUMBER, found["values"]))
        if len(names) == len(values):
            place = at + found.start("values")
            for name, value in zip(names, values, strict=True):
                yield _one(
                    name, names[0], value.group(), found["unit"] or "", place + value.start(), place + value.end()
                )


def _values_first(sentence: str, at: int) -> list[Listed]:
    found: list[Listed] = []
    place = 0
    for item in re.split(r"(,\s+(?:and\s+)?|\s+and\s+)", sentence.rstrip(" .;")):
        match = _FIRST.match(item) if any(c.isdigit() for c in item) else None
        if match is not None and match[2] and "/" in match[2]:
            start = at + place + match.start(1)
            found.append(_one(match[3], "", match[1], match[2], start, at + place + match.end(3)))
        place += len(item)
    # One alone may be the end of "sodium 140 mmol/L chloride": two and more are a way to write.
    return found if len(found) > 1 else []


def _one(name: str, head: str, value: str, unit: str, start: int, end: int) -> Listed:
    return Listed(name.strip(), head, float(value.replace(",", "")), unit.replace(" ", ""), start, end)
