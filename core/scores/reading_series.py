"""Further values of a quantity that the record names once: "creatinine 164 µmol/L on arrival, 140 on day 2, 119 today".

They are looked for in the sentence that names the quantity and
in the next, up to where another quantity begins. A number without a unit counts where its own words say when it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.analytes import analyte_index
from core.language.model import Measurement
from core.scores.inputs import Number
from core.scores.occasion import setting_of
from core.scores.reading_apart import parted
from core.scores.source import Source

_NUMBER = r"(?<![\w.,:/-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d:]|/\d|\.\d|\s*%)"
_NOT_A_VALUE = re.compile(
    r"(?:\bday|week|cycle|grade|stage|lost|gained|loss of|gain of|\bby|\bin|since|\bst(?:ones?)?|[/×x])\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*\([^)]{0,30}\)|[^,;.()\d\n]{0,45}(?:\d{1,2}:\d{2}|(?<=day )\d+|(?<=at )\d+ ?(?:h|min)\w*)?", re.IGNORECASE
)
_OF_TIME = re.compile(r"[- ]*(?:hours?|days?|weeks?|months?|years?|h|d|min|times|tablets?)\b", re.IGNORECASE)
_SHORTEST = 2
_CALLED = {
    "respiratory-rate": ("ventilated at", "breathing at"),
    "urine-creatinine": ("UCr",),
    "urine-sodium": ("UNa",),
    "heart-rate": ("sinus rhythm", "sinus tachycardia", "sinus bradycardia"),
    # With a unit of amount it is what the laboratory calls bicarbonate.
    "insulin": ("insulin",),
    "bicarbonate": ("carbon dioxide", "CO2"),
}
# "5 ft 7 in" is one value: `reading_size` reads it.
_COMPOUND = frozenset(("height",))


@lru_cache(maxsize=256)
def _patterns(knowledge: Knowledge, analyte: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    entry = knowledge.analytes[analyte]
    called = {n for n in entry.names.en if len(n) >= _SHORTEST}.union(_CALLED.get(analyte, ()))
    names = sorted(called, key=len, reverse=True)
    units = sorted(entry.units, key=len, reverse=True)
    name = "|".join(re.escape(n) for n in names)
    unit = "|".join(re.escape(u).replace("/", r"\s?/\s?").replace("µ", "[µμu]") for u in units)
    value = rf"{_NUMBER}(?:\s*({unit})(?![A-Za-z/]))?"
    return re.compile(rf"(?<![A-Za-z])(?:{name})s?(?![A-Za-z])", re.IGNORECASE), re.compile(value, re.IGNORECASE)


def further(wanted: Number, source: Source) -> list[Measurement]:
    """The values of the quantity beside those that the reader of measurements has found."""
    found: dict[int, Measurement] = {}
    for analyte in (a for a in wanted.analytes if a not in _COMPOUND):
        for name in _patterns(source.knowledge, analyte)[0].finditer(source.text):
            for one in _behind(analyte, name, source):
                found.setdefault(one.start, one)
    return list(found.values())


def _behind(analyte: str, name: re.Match[str], source: Source) -> Iterator[Measurement]:
    """The further values behind a name, in its sentence and the next."""
    entry, at = source.knowledge.analytes[analyte], name.start()
    sentences = [(start, end) for start, end in source.reading.sentences if end > at][:2]
    if not sentences:
        return
    own_end = sentences[0][1]
    others = [
        m.start
        for m in source.reading.measurements
        if m.analyte != analyte and m.start > at and source.text[m.start - 1] != "("
    ]
    until = min([sentences[-1][1], *others])
    taken = {m.end: m for m in source.reading.measurements if m.analyte == analyte}
    unit: str | None = None
    converter = analyte_index(source.knowledge).converters[analyte]
    for value in _patterns(source.knowledge, analyte)[1].finditer(source.text, at, until):
        written = value[2]
        unit = written or unit
        if source.in_table(value.start()) or any(m.start <= value.start() < m.end for m in taken.values()):
            continue
        if _NOT_A_VALUE.search(source.text[max(0, value.start() - 12) : value.start()]):
            continue
        if value.start() > name.end() and parted(source.text, name.end(), value.start(), analyte, source.knowledge):
            continue
        if not written:
            behind = _BEHIND.match(source.text, value.end())
            when = setting_of(behind.group() if behind else "")
            if value.end() > own_end or _OF_TIME.match(source.text, value.end()) or not when.names_one:
                continue
        canonical = converter.convert(float(value[1].replace(",", "")), unit)
        if canonical is not None:
            yield Measurement(
                analyte=analyte,
                label=entry.names.en[0],
                value=canonical,
                unit=entry.unit,
                given=value.group(),
                start=value.start(),
                end=value.end(),
            )
