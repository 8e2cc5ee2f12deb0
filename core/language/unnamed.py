"""Values that are known by their look alone: "88bpm", "142/86mmHg", "96% RA", "R 16" among vital signs, E3V4M5."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.language.model import Measurement
from core.language.numbers import OWN_TEMPERATURE

_VITALS = frozenset(
    "heart-rate respiratory-rate temperature oxygen-saturation systolic-blood-pressure diastolic-blood-pressure".split()
)
_DEGREES = re.compile(r"[°º˚℃℉]|egree|EGREE")
_RATE = re.compile(r"(?<![\w./])(?P<value>\d{2,3})\s?(?:bpm|beats/min|beats per minute)\b", re.IGNORECASE)
_PRESSURE = re.compile(
    r"(?<![\w./])(?P<systolic>\d{2,3})\s?/\s?(?P<diastolic>\d{2,3})(?P<unit>\s?mm\s?Hg)?(?![\w/]|\.\d)"
)
_ON_AIR = re.compile(r"(?<![\w./])(?P<value>\d{2,3})\s?%\s?(?:on\s)?(?:RA|R/A|room air|air|O2|\d{1,2}\s?L)\b")
_BREATHS = re.compile(r"(?<![\w./])R\s?[:=]?\s?(?P<value>\d{1,2})(?![A-Za-z0-9_/%]|\.\d|\s?(?:mm|cm|arm|eye|leg|kg))")
# "PR" is the pulse among vital signs, and an interval of the ECG beside another one.
_PR = re.compile(r"\bPR\s?[:=-]?\s?(?P<value>\d{2,3})(?![\w%]|/\d|\.\d|\s?-\s?\d|\s?(?:ms|msec|m?sec))")
# What is said of a pulse, and words by which other vital signs are told: "PR 96, afebrile", "PR 84 regular".
_PULSE_WORDS = re.compile(
    r"\b(?:vitals?|vital signs|obs|afebrile|apyrexial|febrile|normotensive|hypotensive|o/e|on examination|"
    r"pr[\s:=-]{0,3}\d{2,3},?\s(?:and )?(?:regular|irregular|reg|irreg|thready|bounding|good volume))\b",
    re.IGNORECASE,
)
_PER_MINUTE = re.compile(r"\s?(?:bpm\b|/\s?min|per minute)", re.IGNORECASE)
# Other vital signs in the lines before and behind: a chart with one of them on each line.
_CHARTED = re.compile(r"(?:^|\n)[ \t]*(?:BP|RR|SpO2|Sats?|Temp|T|HR)\b\s?[:=]?\s?\d")
_ECG = re.compile(r"\b(?:QRS|QTc?)\b")
_COMA = re.compile(r"\bE\s?(?P<e>[1-4])\s?,?/?\s?V\s?(?P<v>[1-5])T?\s?,?/?\s?M\s?(?P<m>[1-6])\b")
_GIVEN_COMA = re.compile(r"\d{1,2}(?:\s?/\s?15)?\s?[(,=:]?\s?$")
_PERCENT = re.compile(
    r"(?<![\w.])(?P<value>\d{1,2}(?:\.\d)?)\s?%\s(?P<cell>neutrophils?|neuts?|lymphocytes?|lymphs?|eosinophils?|eos|"
    r"bands?|monocytes?|reticulocytes?|retics?)\b",
    re.IGNORECASE,
)
# "WCC 18.4 (N 15.2, L 1.8)": the kinds of white cells by their letters, in brackets behind all of them.
_DIFFERENTIAL = re.compile(r"\s?(?:x?\s?10\^?9/L)?\s?[(\[]\s?(?=[NLEMB]\s?[:=]?\s?\d)(?P<cells>[^)\]\n]{3,60})[)\]]")
_LETTER = re.compile(r"\b(?P<cell>[NLEMB])\s?[:=]?\s?(?P<value>\d{1,2}(?:\.\d{1,2})?)(?![\d.])\s?(?P<percent>%)?")
_BY_LETTER = {"N": "neutrophil", "L": "lymphocyte", "E": "eosinophil", "M": "monocyte", "B": "basophil"}
_FLUID = re.compile(
    r"\b(?:csf|cerebrospinal|lumbar puncture|lp|pleural|ascitic|synovial|joint fluid|lavage|bal)\b", re.IGNORECASE
)
# At home the instrument is named, and not what it measures: "the cuff says 164/108", "it read 38.3", "meter shows 1.9".
_CUFF = re.compile(r"\b(?:cuff|blood pressure (?:machine|monitor|kit)|bp machine|machine|monitor)\b", re.IGNORECASE)
_READ = re.compile(
    r"\b(?:it|thermometer|reading|forehead|ear|armpit|he|she|i) (?:read|reads|reading|said|says|showed|"
    r"shows|was|hit|got to)\s(?:only |about |over |nearly )?(?P<value>3[4-9][.,]\d|4[01][.,]\d)(?![\d/%])",
    re.IGNORECASE,
)
_METER = re.compile(
    r"\b(?:(?:glucose |sugar )?meter|finger[- ]?(?:prick|stick|sugar)|(?:blood )?sugars?|bms?)\b[^.;,\d]{0,30}?\b"
    r"(?P<value>\d{1,2}(?:[.,]\d)?)(?![\d/%]|[.,]\d|\s?(?:times|x\b|days?|hours?|weeks?|g\b|mg))",
    re.IGNORECASE,
)
_OXIMETER = re.compile(
    r"\b(?:oxygen (?:reading|level)|finger oxygen|finger probe|oximeter|pulse ox)\b[^.;,\d]{0,25}?\b"
    r"(?P<value>[6-9]\d|100)(?![\d/.])",
    re.IGNORECASE,
)
# In small letters: one of these words stands in every match.
_HOME = (
    (("read", "said", "says", "show", " was ", " hit ", "got to"), _READ, "temperature", None),
    (("meter", "finger", "sugar", "bm"), _METER, "glucose", None),
    (("oxygen", "finger", "oximeter", "pulse ox"), _OXIMETER, "oxygen-saturation", "%"),
)
_ACIDITY = re.compile(r"(?<![\w./])(?P<value>[67]\.\d{1,2})(?![\w%]|\.\d)")
_APGAR = re.compile(
    r"\bApgars?(?: scores?)?(?: of| were| was|:|=)?\s*(?:(?P<one>\d{1,2})\s?(?:/|,|and)\s?(?P<five>\d{1,2})"
    r"(?:\s?(?:/|,|and)\s?(?P<ten>\d{1,2}))?(?!\d|\s?at\b))?",
    re.IGNORECASE,
)
_APGAR_AT = re.compile(r"(?P<value>\d{1,2})(?:\s?/\s?10)?\s(?:at|@)\s(?P<minute>1|5|10)\b(?:\s?min\w*)?")
_APGAR_IDS = {"1": "apgar-1-minute", "5": "apgar-5-minutes", "10": "apgar-10-minutes"}
_CELLS = {"neu": "neutrophil", "lym": "lymphocyte", "eos": "eosinophil", "ban": "band", "mon": "monocyte",
          "ret": "reticulocyte"}  # fmt: skip


class Unnamed(NamedTuple):
    """A value, its analyte and where it stands."""

    analyte: str
    value: float
    unit: str | None
    start: int
    end: int


# "92 kg, 171 cm": somebody's weight and height, of which each tells what the other is.
_SIZE = re.compile(
    r"(?<![\w./])(?P<kg>\d{2,3}(?:\.\d)?)\s?kg\s{0,2}[,;/]?\s{0,2}(?P<cm>1\d\d|2[01]\d)\s?cm\b", re.IGNORECASE
)


def unnamed_values(text: str, start: int, end: int, named: Sequence[Measurement]) -> Iterator[Unnamed]:
    """The values of a stretch that no name announces; `named` are those that one does."""
    piece = text[start:end]
    lower = piece.lower()
    starts, ends = [m.start for m in named], [m.end for m in named]  # in the order of the text

    def free(match: re.Match[str]) -> bool:
        last = bisect_left(starts, match.end())
        return all(end <= match.start() for end in ends[max(0, last - 3) : last])

    for match in filter(free, OWN_TEMPERATURE.finditer(text, start, end) if _DEGREES.search(piece) else ()):
        value = float(match.group("value").replace(",", "."))
        yield Unnamed("temperature", value, match.group("unit"), match.start(), match.end())
    for match in filter(free, _COMA.finditer(text, start, end) if "V" in piece and "M" in piece else ()):
        if not _GIVEN_COMA.search(text[max(start, match.start() - 8) : match.start()]):
            yield Unnamed("gcs", float(sum(map(int, match.groups()))), None, match.start(), match.end())
    percent = "%" in piece
    for match in filter(free, _PERCENT.finditer(text, start, end) if percent and not _FLUID.search(piece) else ()):
        cell = _CELLS[match.group("cell").lower()[:3]]
        yield Unnamed(f"{cell}-percentage", float(match.group("value")), "%", match.start(), match.end())
    for count in named:
        if count.analyte == "white-cell-count" and (cells := _DIFFERENTIAL.match(text, count.end, end)):
            for match in filter(free, _LETTER.finditer(text, *cells.span("cells"))):
                cell = _BY_LETTER[match.group("cell")]
                analyte = f"{cell}-percentage" if match.group("percent") else f"{cell}s"
                unit = match.group("percent")
                yield Unnamed(analyte, float(match.group("value")), unit, match.start(), match.end())
    if "pgar" in piece or "PGAR" in piece:
        yield from _apgar(text, start, end)
    seen = {m.analyte for m in named}
    if ("pco2" in seen or "ABG" in piece or "VBG" in piece) and "ph" not in seen:
        for match in filter(free, _ACIDITY.finditer(text, start, end)):
            yield Unnamed("ph", float(match.group("value")), None, match.start(), match.end())
            break
    rates = list(filter(free, _RATE.finditer(text, start, end) if "bpm" in lower or "beats" in lower else ()))
    for match in rates:
        yield Unnamed("heart-rate", float(match.group("value")), None, match.start(), match.end())
    for match in filter(free, _ON_AIR.finditer(text, start, end) if percent else ()):
        yield Unnamed("oxygen-saturation", float(match.group("value")), "%", match.start(), match.end())
    for cues, pattern, analyte, unit in _HOME:
        said = analyte not in seen and any(cue in lower for cue in cues)
        for match in filter(free, pattern.finditer(text, start, end) if said else ()):
            value = float(match.group("value").replace(",", "."))
            yield Unnamed(analyte, value, unit, match.start("value"), match.end("value"))
    among_vitals = bool(rates) or not _VITALS.isdisjoint(seen)
    stroke = "/" in piece
    at_home = stroke and _CUFF.search(piece) is not None
    for match in filter(free, _PRESSURE.finditer(text, start, end) if stroke else ()):
        high, low = float(match.group("systolic")), float(match.group("diastolic"))
        if (
            match.group("unit") or ((among_vitals or at_home) and "systolic-blood-pressure" not in seen)
        ) and 60 <= high > low >= 20:
            yield Unnamed("systolic-blood-pressure", high, None, match.start(), match.end())
            yield Unnamed("diastolic-blood-pressure", low, None, match.start(), match.end())
    if "PR" in piece:
        ecg = _ECG.search(piece) is not None
        for match in filter(free, _PR.finditer(text, start, end)):
            if ecg and "pr-interval" not in seen:
                yield Unnamed("pr-interval", float(match.group("value")), "ms", match.start(), match.end())
            elif (
                not ecg
                and "heart-rate" not in seen
                and (
                    not _VITALS.isdisjoint(seen)
                    or _PER_MINUTE.match(text, match.end())
                    or _PULSE_WORDS.search(piece)
                    or _CHARTED.search(text)
                )
            ):
                yield Unnamed("heart-rate", float(match.group("value")), None, match.start(), match.end())
    if "kg" in lower and "cm" in lower and seen.isdisjoint(("weight", "height")):
        for match in filter(free, _SIZE.finditer(text, start, end)):
            yield Unnamed("weight", float(match["kg"]), "kg", match.start(), match.end("kg"))
            yield Unnamed("height", float(match["cm"]), "cm", match.start("cm"), match.end())
    if not _VITALS.isdisjoint(seen) and "respiratory-rate" not in seen:
        for match in filter(free, _BREATHS.finditer(text, start, end)):
            yield Unnamed("respiratory-rate", float(match.group("value")), None, match.start(), match.end())


def _apgar(text: str, start: int, end: int) -> Iterator[Unnamed]:
    """ "Apgar 8/9", "Apgar 3 at 1 min, 6 at 5 min"."""
    for match in _APGAR.finditer(text, start, end):
        if match.group("one") is not None:
            for group, minute in (("one", "1"), ("five", "5"), ("ten", "10")):
                if match.group(group):
                    value = float(match.group(group))
                    yield Unnamed(_APGAR_IDS[minute], value, None, match.start(group), match.end(group))
        else:
            for timed in _APGAR_AT.finditer(text, match.end(), min(end, match.end() + 60)):
                key = _APGAR_IDS[timed.group("minute")]
                yield Unnamed(key, float(timed.group("value")), None, timed.start(), timed.end())
