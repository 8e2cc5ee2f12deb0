"""Numbers: each is a measurement, a score, a dose or a count of the record, with the same name and unit."""

from __future__ import annotations

import math
import re
from itertools import pairwise

from core.assessment import Assessment
from core.knowledge.words import stem
from core.language.model import Measurement
from core.language.tokens import Token, tokenise
from core.narrative.claim import Claim
from core.narrative.durations import Duration, durations, number_of
from core.narrative.record import Record
from core.narrative.words import FLAG_WORDS

_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?|(?<=[A-Za-z])\d+")
_SPELT = re.compile(r"[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
_VALUE = re.compile(r"\s*(?:score\s*)?(?:is|was|of|=|:|at)?\s*(?P<value>-?\d+(?:\.\d+)?)(?![\d.]*\d)", re.IGNORECASE)
_LISTED = re.compile(r"[;；]")
_PRESSURE = frozenset(stem(word) for word in ("bp", "blood", "pressure"))  # one name for two analytes
_ARTICLES = ("a", "an", "per", "times", "-", "/", "–")


def check_measurements(claim: Claim, record: Record) -> None:
    """A value belongs to its analyte, and to the patient."""
    for said in claim.reading.measurements:
        known = next((m for m in record.reading.measurements if _equal(said, m)), None)
        if known is None and said.analyte.endswith("-stated"):
            continue  # a score that the record does not state may be one that was computed: check_scores decides
        if known is None:
            claim.object(f"not the value of the record: {said.label}", said.start, said.end)
            continue
        claim.trace(record.measurement_fact(known), (known.start, known.end))
        _cover(claim, record, said, known.flag)
        claim.flags.add(known.flag)
        claim.anchors |= record.home(known.start)
    if len(claim.flags) == 1:  # with several, nobody could tell which of them a word like "high" is about
        claim.known |= FLAG_WORDS.get(next(iter(claim.flags)) or "", frozenset())


def _cover(claim: Claim, record: Record, said: Measurement, flag: str | None) -> None:
    """The name, the number and what tells the flag of the record; what else stands between them ("stable at") is for
    the words' check."""
    names = {token.stem for name in record.knowledge.analytes[said.analyte].names.en for token in tokenise(name)}
    digits = (t.start for t in claim.tokens if t.start >= said.start and t.lower[0].isdigit())
    number = next(digits, said.start)
    claim.cover(number, said.end)
    flags = FLAG_WORDS.get(flag or "", frozenset())
    for token in claim.tokens:
        if said.start <= token.start < number and token.stem in names | _PRESSURE:
            claim.cover(token.start, token.end)
        elif said.start <= token.start < number and token.stem in flags:
            claim.settle(token.start, token.end)


def _equal(said: Measurement, known: Measurement) -> bool:
    alike = (said.analyte, said.experiencer, said.relation) == (known.analyte, known.experiencer, known.relation)
    return alike and said.temporality == known.temporality and math.isclose(said.value, known.value, rel_tol=1e-6)


def check_scores(claim: Claim, record: Record) -> None:
    """A score stands with the value that was computed."""
    for number, score in enumerate(record.assessment.scores):
        # The short name in capitals alone: "heart" is not HEART.
        for name in {score.name, score.id.upper()}:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", claim.text):
                value = _VALUE.match(claim.text, match.end())
                if value is None or not _is_value(value["value"], record.assessment, number):
                    claim.object(f"not the computed value: {score.name}")
                else:
                    claim.trace(f"scores/{number}")
                    claim.cover(match.start(), value.end())


def _is_value(written: str, assessment: Assessment, number: int) -> bool:
    value = assessment.scores[number].value
    return isinstance(value, int | float) and math.isclose(float(written), float(value), rel_tol=1e-6)


def check_numbers(claim: Claim, record: Record) -> None:
    """What is left of numbers must stand in the same words where the facts of the sentence stand."""
    places = [place for number in sorted(claim.anchors) for place in _beside(claim, record, number)]
    spells = {duration for place in places for duration, _, _ in durations(place)}
    counts = {count for place in places for count in _counts(place)}
    for duration, start, end in durations(claim.text):
        if duration in spells:
            if not claim.covered(start, end):
                claim.cover_loosely(start, end)
        elif not claim.covered(start, end) and not _article(claim.text, start, duration):
            claim.object(f"not a time of the record: {duration.words('en')}", start, end)
    for value, unit, start, end in _places(claim.text):
        if claim.covered(start, end):
            continue
        if (value, unit) in counts:
            claim.cover_loosely(start, end)
        else:
            claim.object(f"a number that the record does not give: {claim.text[start:end]}")


def _beside(claim: Claim, record: Record, number: int) -> list[str]:
    """What stands where the facts do: of a sentence that lists by semicolons, the parts that hold a fact."""
    start, end = record.reading.sentences[number]
    cuts = [start, *(match.end() for match in _LISTED.finditer(record.case.text, start, end)), end]
    parts = list(pairwise(cuts))
    holding = [part for part in parts if any(part[0] <= place < part[1] for place, _ in claim.spans)]
    return [record.case.text[slice(*part)] for part in holding or parts]


def _article(text: str, start: int, duration: Duration) -> bool:
    """ "A day" counts nothing: it is the "per day" of "20 a day", which is checked with its number."""
    return duration.low == 1 and text[start].lower() == "a"


def _counts(text: str) -> set[tuple[float, str]]:
    return {(value, unit) for value, unit, _, _ in _places(text)}


def _places(text: str) -> list[tuple[float, str, int, int]]:
    """Every number in a text with the word that it counts ("" where none follows)."""
    tokens = tokenise(text)
    found = []
    for match in [*_NUMBER.finditer(text), *_SPELT.finditer(text)]:
        word = match.group()
        value = None if word.lower() in ("a", "an", "one") else number_of(word)
        if value is not None:
            found.append((value, _counted(tokens, match.end()), match.start(), match.end()))
    return found


def _counted(tokens: list[Token], end: int) -> str:
    for token in (t for t in tokens if t.start >= end):
        if token.lower not in _ARTICLES:
            return token.stem
    return ""
