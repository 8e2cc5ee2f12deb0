"""Numbers with a meaning: vital signs and laboratory values, in their canonical units, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from core.case.model import Patient
from core.knowledge.base import Knowledge
from core.knowledge.schema import Analyte
from core.language.model import Measurement
from core.language.ranges import flag
from core.units.quantity import Converter, normalise_unit, parse_number

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
# What may stand between a name and its number.
_LINK = re.compile(
    r"(?:\s*(?:levels?|counts?|rate|values?|readings?|concentrations?|on (?:arrival|admission|presentation|exam|"
    r"examination|triage|room air|ra)|at triage|today|initially|currently|now|"
    r"is|was|are|were|of|at|to|up to|down to|in the|remains?|remained|noted|measured|recorded|found|be|has|have|"
    r"been|came back|returned|showed|a|an|the|"
    r"approximately|approx\.?|about|around|roughly|elevated|raised|high|low|normal|increased|decreased|reduced|rose|"
    r"fell|rising|falling|peaked|peak|max|maximum|stable|slightly|mildly|moderately|markedly|significantly|"
    r"critically|only|just|with|vital signs?|reading|by|estimated|oral|axillary|rectal|tympanic|orally|serum|plasma|"
    r"total|random|fasting|tmax|为|是|约|达|升至|最高)\b|\s*[:：=~≈,(|*\-–—>]|\s*(?:为|是|约|达到|达|升至|最高|高达|"
    r"波动于|波动在)){0,7}\s*",
    re.IGNORECASE,
)
_VALUE = re.compile(
    rf"(?P<relation>[<>≤≥＜＞]=?|less than|greater than|more than|over|under|above|"
    rf"below)?\s*(?P<value>{_NUMBER})(?![\d])"
    rf"(?P<more>(?:\s*(?:→|->|-->|⇒|>|to|then|,\s*then|↑|↓)\s*{_NUMBER}(?![\d/]))*)"
    rf"(?:\s?(?P<range>[-–~])\s?(?P<upper>{_NUMBER})(?![\d/]))?",
    re.IGNORECASE,
)
_PRESSURE = re.compile(
    r"\s*(?P<systolic>\d{2,3})s?\s?/\s?(?P<diastolic>\d{2,3})s?(?![\d/])(?:\s*(?P<unit>mm\s?Hg|"
    r"毫米汞柱|kPa))?",
    re.IGNORECASE,
)
_PRESSURE_NAMES = (
    "bp",
    "blood pressure",
    "b/p",
    "nibp",
    "血压",
    "bp's",
    "bps",
    "blood pressures",
    "hypotensive",
    "hypertensive",
)
_UNIT = re.compile(
    r"\s{0,2}(?P<unit>(?:[x×*]\s?)?10\s?[\^*]{0,2}\s?(?:[369]|12|[⁶⁹³]|¹²)\s?/?\s?(?:cells\s?/\s?)?(?:u|μ|µ|"
    r"mc)?[Ll]?(?:mm3|mm\^3)?"
    r"|[°º˚]\s?[CcFf]\b|℃|℉|degrees?\s?(?:celsius|fahrenheit|[CF]\b)|deg\.?\s?[CF]\b|[CF]\b(?![a-z-])"
    r"|%|％|percent|per cent|mm\s?\[?Hg\]?|毫米汞柱|kPa|次\s?/\s?(?:分钟?|min)|度|公斤|千克|厘米|米|摄氏度"
    r"|(?:beats?|breaths?|br|b)\s?(?:per|/)\s?min(?:ute)?|bpm\b|(?:per|/)\s?min(?:ute)?\b|rpm\b"
    r"|[KkMmTt][Hh]?\s?/\s?(?:u|μ|µ|mc)L\b|[Kk]/mm3|[Kk]/cumm|cells\s?/\s?(?:u|μ|µ|mc)?(?:L|mm3|mm\^3|cumm)|"
    r"/\s?(?:(?:u|μ|µ|mc)L|mm3|mm³|cumm|hpf|HPF)\b"
    r"|(?:[munpµμfk]|mc)?(?:g|mol|Eq|Osm|IU|U|units?|katal|kat)\s?(?:/|\sper\s)\s?(?:(?:d|m|u|μ|µ|k)?L|kg|h|hr|min|"
    r"mol|g|mmol|mL|ml|dl)(?:\s?FEU|\s?DDU)?(?:\s?/\s?1\.73\s?m\^?[2²])?"
    r"|mL/min(?:\s?/\s?1\.73\s?m\^?[2²])?|ml/min(?:\s?/\s?1\.73\s?m\^?[2²])?|mm\s?/\s?(?:h|hr|hour)\b|mmol\b|mEq\b|"
    r"cm\s?H2O|cmH2O|fL\b|fl\b|pg\b|s\b|sec(?:onds?|s)?\b|ms\b"
    r"|kgs?\b|kilograms?|lbs?\b|pounds?|stone\b|cm\b|centimet(?:er|re)s?|m\b|met(?:er|re)s?|inch(?:es)?|in\b|ft\b|"
    r"feet|g/?l?\b)",
    re.IGNORECASE,
)
_OWN_TEMPERATURE = re.compile(
    r"(?<![\w.])(?P<value>\d{2,3}(?:\.\d{1,2})?)\s?(?P<unit>[°º˚]\s?[CcFf]\b|℃|℉|"
    r"degrees?\s(?:celsius|fahrenheit|[CF]\b))",
    re.IGNORECASE,
)
_NOT_BEHIND = re.compile(  # capitals matter: "38.4 HR 70" has no hours in it
    r"\s?(?:mg|mcg|µg|g|ml|mL|units?|tabs?|tablets?|puffs?)\b(?!\s?/)"
    r"|[\s-]?(?:[Yy]ears?|yrs?|y/?o|weeks?|wks?|days?|months?|hours?|hrs?)\b|\s?/\s?\d"
)
_SATURATION_VERBS = {
    "satting": "oxygen-saturation",
    "saturating": "oxygen-saturation",
    "desaturated": "oxygen-saturation",
    "desaturating": "oxygen-saturation",
    "hypoxic": "oxygen-saturation",
    "tachycardic": "heart-rate",
    "bradycardic": "heart-rate",
    "tachypneic": "respiratory-rate",
    "tachypnoeic": "respiratory-rate",
    "febrile": "temperature",
    "pyrexial": "temperature",
    "fever": "temperature",
    "tmax": "temperature",
    "发热": "temperature",
    "afebrile": "temperature",
    "hyperglycemic": "glucose",
    "normocardic": "heart-rate",
    "sinus tachycardia": "heart-rate",
    "sinus rhythm": "heart-rate",
}
_SHORT = 2  # names no longer than this are read only as they are written


class _Name(NamedTuple):
    written: str
    analyte: str
    exact: bool
    hint: bool  # a word that only announces a number ("febrile to 39")


class AnalyteIndex:
    """The names of all analytes by their first characters, and the conversion of each."""

    def __init__(self, analytes: dict[str, Analyte]) -> None:
        self.analytes = analytes
        self.converters = {
            k: Converter(a.unit, a.units, a.offsets, a.assumed_units, a.plausible) for k, a in analytes.items()
        }
        self.by_word: dict[str, list[_Name]] = {}
        for key, analyte in analytes.items():
            for name in (*analyte.names.en, *analyte.names.zh):
                self._add(_Name(name, key, len(name) <= _SHORT or (name.isupper() and len(name) <= 3), False))
        for word, key in _SATURATION_VERBS.items():
            if key in analytes:
                self._add(_Name(word, key, False, True))
        if "systolic-blood-pressure" in analytes:
            for word in _PRESSURE_NAMES:
                self._add(_Name(word, "blood-pressure", False, word.startswith("hyp")))
        for names in self.by_word.values():
            names.sort(key=lambda n: (-len(n.written), n.hint, not n.exact))

    def _add(self, name: _Name) -> None:
        first = _first_word(name.written)
        self.by_word.setdefault(first.lower(), []).append(name)

    def name_at(self, text: str, start: int, first: str) -> tuple[_Name, int] | None:
        """The longest analyte name that starts here, and where it ends."""
        for name in self.by_word.get(first.lower(), ()):
            end = start + len(name.written)
            written = text[start:end]
            same = written == name.written if name.exact else written.lower() == name.written.lower()
            if same and not (
                end < len(text) and _is_word(text[end - 1]) and _is_word(text[end]) and not text[end].isdigit()
            ):
                return name, end
        return None


_WORDS = re.compile(r"[A-Za-zα-ωΑ-Ω%]+[₂₃₄]?|[\u4e00-\u9fff]")


def _first_word(name: str) -> str:
    match = _WORDS.search(name)
    return match.group() if match and match.start() == 0 else name[:1]


def _is_word(c: str) -> bool:
    return c.isascii() and c.isalnum()


@lru_cache(maxsize=4)
def analyte_index(knowledge: Knowledge) -> AnalyteIndex:
    """The index of one knowledge base, built once."""
    return AnalyteIndex(knowledge.analytes)


class Reader:
    """Finds the measurements of one text, for a patient of a certain age and sex."""

    def __init__(self, text: str, knowledge: Knowledge, patient: Patient) -> None:
        self._text = text
        self._index = analyte_index(knowledge)
        self._patient = patient
        self.found: list[Measurement] = []

    def read(self, stretches: Iterable[tuple[int, int]]) -> list[Measurement]:
        """All measurements that stand in these stretches of the text, in order."""
        for start, end in stretches:
            self._stretch(start, end)
        self.found.sort(key=lambda m: (m.start, m.end))
        return self.found

    def _stretch(self, start: int, end: int) -> None:
        place = start
        text = self._text
        while place < end:
            match = _WORDS.search(text, place, end)
            if match is None:
                break
            place = match.end()
            before = text[match.start() - 1] if match.start() > start else " "
            if _is_word(before) and match.group().isascii():
                continue
            hit = self._index.name_at(text, match.start(), match.group())
            if hit is None:
                continue
            name, name_end = hit
            if name_end > end:
                continue
            done = (
                self._pressure(match.start(), name_end, end)
                if name.analyte == "blood-pressure"
                else self._value(name, match.start(), name_end, end)
            )
            place = max(place, done or min(name_end, end) if done else match.end())
        self._bare_temperatures(start, end)

    def _pressure(self, name_start: int, name_end: int, end: int) -> int | None:
        link = _LINK.match(self._text, name_end, min(end, name_end + 60))
        match = None
        for gap in range(name_end, min(end, name_end + 60)):
            if self._text[gap].isdigit():
                match = _PRESSURE.match(self._text, gap, end)
                break
            if self._text[gap] in ";\n。；":
                break
        if match is None or link is None:
            return None
        unit = match.group("unit")
        for key, part in (("systolic-blood-pressure", "systolic"), ("diastolic-blood-pressure", "diastolic")):
            if key in self._index.analytes:
                self._keep(key, float(match.group(part)), unit, "=", name_start, match.end(), match.group().strip())
        return match.end()

    def _value(self, name: _Name, name_start: int, name_end: int, end: int) -> int | None:
        text = self._text
        link = _LINK.match(text, name_end, min(end, name_end + 80))
        at = link.end() if link else name_end
        if name.hint and not (link and link.group().strip()):
            return None
        match = _VALUE.match(text, at, end)
        if match is None:
            match = self._after_words(name_end, end)
            if match is None:
                return None
        if (
            match.group("range")
            and name.analyte.endswith("pressure") is False
            and self._is_date(match.end("upper"), end)
        ):
            return None
        last = match.group("more")
        written = match.group("value")
        if last:
            numbers = re.findall(_NUMBER, last)
            written = numbers[-1] if numbers else written
        stop = match.end("more") if last else match.end("value")
        upper = match.group("upper") if match.group("range") else None
        value = parse_number(written)
        if value is None:
            return None
        if upper is not None:
            high = parse_number(upper)
            stop = match.end("upper")
            if high is None or high <= value:
                return None
            value = round((value + high) / 2, 6)
        unit_match = _UNIT.match(text, stop, min(end, stop + 24))
        converter = self._index.converters[name.analyte]
        unit = unit_match.group("unit") if unit_match else None
        if unit is not None and not converter.knows(unit):
            known = self._shorter_unit(unit, converter)
            if known is None:
                if normalise_unit(unit) in ("m", "s", "in", "c", "f", "g", "pg"):
                    unit = None  # a letter of the next word rather than a unit
                else:
                    return None
            else:
                unit = known
        if unit is None and _NOT_BEHIND.match(text, stop, min(end, stop + 12)):
            return None
        if unit is not None and unit_match is not None:
            stop = unit_match.start("unit") + len(unit)
        relation = _relation(match.group("relation"))
        self._keep(name.analyte, value, unit, relation, name_start, stop, text[match.start() : stop].strip())
        return stop

    def _after_words(self, name_end: int, end: int) -> re.Match[str] | None:
        """ "Temp (oral) 38.4", "Sats on air 91%": a bracket or a few plain words between the name and the number."""
        between = re.compile(r"\s*\([^)\d]{1,20}\)\s*[:=]?\s*").match(self._text, name_end, min(end, name_end + 30))
        return _VALUE.match(self._text, between.end(), end) if between else None

    def _is_date(self, place: int, end: int) -> bool:
        return self._text[place : min(end, place + 1)] in ("-", "/")

    def _shorter_unit(self, unit: str, converter: Converter) -> str | None:
        for cut in range(len(unit) - 1, 0, -1):
            if converter.knows(unit[:cut]) and not (unit[cut].isalpha() and unit[cut - 1].isalpha()):
                return unit[:cut]
        return None

    def _bare_temperatures(self, start: int, end: int) -> None:
        if "temperature" not in self._index.analytes:
            return
        for match in _OWN_TEMPERATURE.finditer(self._text, start, end):
            if not any(m.start <= match.start() < m.end for m in reversed(self.found[-40:])):
                self._keep(
                    "temperature",
                    float(match.group("value")),
                    match.group("unit"),
                    "=",
                    match.start(),
                    match.end(),
                    match.group(),
                )

    def _keep(
        self,
        key: str,
        number: float,
        unit: str | None,
        relation: Literal["=", "<", ">"],
        start: int,
        end: int,
        given: str,
    ) -> None:
        value = self._index.converters[key].convert(number, unit)
        if value is None:
            return
        analyte = self._index.analytes[key]
        self.found.append(
            Measurement(
                analyte=key,
                label=analyte.names.en[0],
                value=value,
                unit=analyte.unit,
                given=given,
                flag=flag(analyte, value, self._patient, relation),
                relation=relation,
                start=start,
                end=end,
            )
        )


def _relation(written: str | None) -> Literal["=", "<", ">"]:
    if not written:
        return "="
    return "<" if written.lower() in ("<", "≤", "<=", "＜", "less than", "under", "below") else ">"
