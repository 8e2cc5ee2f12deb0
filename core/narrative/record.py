"""A record and its assessment, arranged so that a claim can be looked up in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from core.assessment import Assessment
from core.case.model import Case
from core.knowledge.base import Knowledge
from core.language import extract, read
from core.language.model import AllergyItem, Experiencer, Finding, Measurement, Medication
from core.language.tokens import Token, tokenise
from core.narrative.model import Span
from core.narrative.told import Told
from core.narrative.told_zh import RecordZh
from core.narrative.words import DENIALS

_SHORT = 3


class Mention(NamedTuple):
    """A content word in a text; `denied` tells on which side of a denial it stands, `whose` of whom it is said."""

    stem: str
    start: int
    end: int
    before: str  # the content word before it as written in small letters, "" at the beginning of a sentence
    denied: bool
    whose: str


class Record:
    """What may be said about one case. Reading the record again costs little and gives its measurements."""

    def __init__(self, case: Case, assessment: Assessment, knowledge: Knowledge) -> None:
        self.case = case
        self.assessment = assessment
        self.knowledge = knowledge
        self.reading = read(case, knowledge)
        self.english = self.reading.language == "en"
        self._starts = [start for start, _ in self.reading.sentences]
        self._mentions: dict[int, list[Mention]] = {}

    @cached_property
    def told(self) -> Told:
        """The record's own words, for what retells them."""
        return Told(self.case.text, self.knowledge)

    @cached_property
    def told_zh(self) -> RecordZh:
        """The same of a Chinese record."""
        return RecordZh(self.case.text)

    @cached_property
    def diseases(self) -> list[DiseaseName]:
        """The diseases that the record names; "RA" may be something else."""
        found = find_diseases(self.case.text, disease_names(self.knowledge))
        return [disease for disease in found if disease.end - disease.start > _SHORT]

    def sentence_at(self, place: int) -> int | None:
        """The number of the sentence of the record that holds this character."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self.reading.sentences[number][1] else None

    def home(self, start: int | None) -> set[int]:
        """The same as a set; empty for what was not read from the text."""
        number = self.sentence_at(start) if start is not None else None
        return set() if number is None else {number}

    def mentions(self, sentences: Iterable[int]) -> list[Mention]:
        """The content words of these sentences of the record; none when it is not in English."""
        if not self.english:
            return []
        wanted = sorted(set(sentences))
        new = [number for number in wanted if number not in self._mentions]
        if new:
            places = [self.reading.sentences[number] for number in new]
            found = mentions_in(self.case, self.knowledge, places)
            self._mentions.update(zip(new, found, strict=True))
        return [mention for number in wanted for mention in self._mentions[number]]

    def measurement_fact(self, measurement: Measurement) -> str:
        """The finding that stands for a measurement, where there is one."""
        for number, finding in enumerate(self.assessment.findings):
            if finding.value is not None and (finding.start, finding.end) == (measurement.start, measurement.end):
                return f"findings/{number}"
        return f"measurements/{measurement.analyte}"


def span_of(thing: Finding | Medication | AllergyItem) -> Span | None:
    """Where it stands in the record; None for what was given beside the text."""
    return (thing.start, thing.end) if thing.start is not None and thing.end is not None else None


def mentions_in(case: Case, knowledge: Knowledge, places: Sequence[Span]) -> list[list[Mention]]:
    """The content words of stretches of a text, with what the text makes of each."""
    tokens = [content_tokens(case.text[start:end]) for start, end in places]
    targets = [(t.start + start, t.end + start) for (start, _), row in zip(places, tokens, strict=True) for t in row]
    judged = iter(extract(case, knowledge, targets)) if targets else iter(())
    found = []
    for (start, end), row in zip(places, tokens, strict=True):
        denials = _denied_clauses(case.text[start:end])
        mentions: list[Mention] = []
        before = ""
        for token in row:
            judgement = next(judged)
            denied = judgement.assertion == "absent" or any(a <= token.start < b for a, b in denials)
            mentions.append(
                Mention(token.stem, token.start + start, token.end + start, before, denied, judgement.experiencer)
            )
            before = token.lower
        found.append(mentions)
    return found


def whose(finding: Finding, text: str, knowledge: Knowledge) -> Experiencer:
    """Of whom it is said. What is made of a relative's illness is the patient's risk and the relative's illness; and
    whatever else was read, nothing behind "family" is the patient's."""
    entry = knowledge.findings.get(finding.concept or "")
    before = text[max(0, (finding.start or 0) - 12) : finding.start or 0].lower().rstrip()
    of_family = before.endswith(("family", "家族"))
    return "family" if of_family or (entry is not None and entry.family_of) else finding.experiencer


def content_tokens(text: str) -> list[Token]:
    """The words that say something: no marks, no function words, no numbers."""
    return [t for t in tokenise(text) if t.stem and not t.lower[0].isdigit()]


def _denied_clauses(text: str) -> list[Span]:
    """From each word of denial to the end of its clause: a second opinion beside the reader's, which looks for more
    than this when it knows the phrase ("not relieved by rest" denies no finding, but it is not "relieved by rest")."""
    found = []
    opened: int | None = None
    for token in tokenise(text):
        if opened is None and token.lower in DENIALS:
            opened = token.start
        elif opened is not None and token.lower in (",", ";", ".", ":", "but"):
            found.append((opened, token.start))
            opened = None
    return [*found, (opened, len(text))] if opened is not None else found


class DiseaseName(NamedTuple):
    """A disease named in a sentence."""

    id: str
    start: int
    end: int


class DiseaseNames(NamedTuple):
    """Every English name of every disease entry: as stems, and abbreviations as they are written."""

    by_stems: dict[tuple[str, ...], str]
    abbreviations: dict[str, str]
    longest: int


@lru_cache(maxsize=4)
def disease_names(knowledge: Knowledge) -> DiseaseNames:
    """The names of one knowledge base."""
    by_stems: dict[tuple[str, ...], str] = {}
    abbreviations: dict[str, str] = {}
    for key, disease in knowledge.diseases.items():
        for name in disease.names.en:
            if name.isupper():  # "AGE" is gastroenteritis, "age" is not
                abbreviations.setdefault(name, key)
            else:
                by_stems.setdefault(tuple(t.stem for t in content_tokens(name)), key)
    return DiseaseNames(by_stems, abbreviations, max(len(name) for name in by_stems))


def find_diseases(text: str, names: DiseaseNames) -> list[DiseaseName]:
    """Names of diseases in running text, longest first."""
    tokens = content_tokens(text)
    found = []
    place = 0
    while place < len(tokens):
        start = tokens[place].start
        for length in range(min(names.longest, len(tokens) - place), 0, -1):
            end = tokens[place + length - 1].end
            key = names.by_stems.get(tuple(t.stem for t in tokens[place : place + length]))
            key = key or names.abbreviations.get(text[start:end])
            if key is not None:
                found.append(DiseaseName(key, start, end))
                place += length
                break
        else:
            place += 1
    return found
