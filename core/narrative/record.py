"""A record and its assessment, arranged so that a claim can be looked up in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.assessment import Assessment
from core.case.model import Case
from core.knowledge.base import Knowledge
from core.language import extract, read
from core.language.model import Experiencer, Finding, Measurement
from core.language.tokens import Token, tokenise
from core.narrative.model import Span
from core.narrative.words import DENIALS


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

    def sentence_at(self, place: int) -> int | None:
        """The number of the sentence of the record that holds this character."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self.reading.sentences[number][1] else None

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

    def label_stems(self, finding: Finding) -> set[str]:
        """The words by which a finding is known here, whatever the record calls it."""
        return {token.stem for token in tokenise(finding.label) if token.stem}


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
    first: int
    last: int  # one past


@lru_cache(maxsize=4)
def disease_names(knowledge: Knowledge) -> dict[tuple[str, ...], str]:
    """Every English name of every disease entry, as stems."""
    names: dict[tuple[str, ...], str] = {}
    for key, disease in knowledge.diseases.items():
        for name in disease.names.en:
            names.setdefault(tuple(t.stem for t in content_tokens(name)), key)
    names.pop((), None)
    return names


def find_diseases(tokens: Sequence[Token], names: dict[tuple[str, ...], str]) -> list[DiseaseName]:
    """Names of diseases in running text, longest first, by the places of their content words."""
    longest = max((len(name) for name in names), default=0)
    found = []
    place = 0
    while place < len(tokens):
        for length in range(min(longest, len(tokens) - place), 0, -1):
            key = names.get(tuple(t.stem for t in tokens[place : place + length]))
            if key is not None:
                found.append(DiseaseName(key, place, place + length))
                place += length
                break
        else:
            place += 1
    return found
