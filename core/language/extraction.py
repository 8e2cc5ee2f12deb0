"""From a text to its sentences with their contexts, and findings for spans that somebody asks about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.context import Context, Judgement
from core.language.findings import is_symptom, read_findings
from core.language.model import Finding, Measurement, Medication, Section
from core.language.sections import split_sections
from core.language.sentences import split_sentences
from core.language.tokens import Sentence, tokenise
from core.language.who import subject_of


class Parts(NamedTuple):
    """What a text holds, in whatever language it is written."""

    sections: list[Section]
    sentences: list[tuple[int, int]]
    findings: list[Finding]
    measurements: list[Measurement]
    medications: list[Medication]


class Text:
    """An English text, cut into sections and sentences once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sections: list[Section] = split_sections(text)
        tokens = tokenise(text)
        starts = [t.start for t in tokens]
        self.sentences: list[Sentence] = []
        for section in self.sections:
            before: Sentence | None = None
            for start, end in split_sentences(text, section.start, section.end):
                inside = tokens[bisect_left(starts, start) : bisect_left(starts, end)]
                sentence = Sentence(text, start, end, section.kind, section.heading_end, inside)
                sentence.before, before = before, sentence
                self.sentences.append(sentence)
        self._starts = [s.start for s in self.sentences]
        subject = subject_of(text)
        self._patient = subject.words if subject else frozenset()
        self.defined: dict[str, str] = {}  # abbreviations that the text explains, and their terms

    def context(self, sentence: Sentence) -> Context:
        """What the words of one of the sentences make of a finding."""
        return Context(sentence, self._patient)

    def contexts(self) -> Iterator[tuple[Sentence, Context]]:
        """Each sentence with what its words make of a finding."""
        for sentence in self.sentences:
            yield sentence, self.context(sentence)

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds this character, or the nearest one before it."""
        index = bisect_right(self._starts, place) - 1
        return self.sentences[index] if index >= 0 else None


def findings_of(text: Text, knowledge: Knowledge, inner: bool = False) -> list[Finding]:
    """All findings named in an English text; with `inner`, also those that stand inside a more special one."""
    return [
        f
        for sentence, context in text.contexts()
        for f in read_findings(sentence, context, knowledge, text.defined, inner)
    ]


def target_findings(text: Text, knowledge: Knowledge, targets: Sequence[tuple[int, int]]) -> list[Finding]:
    """A finding with exactly the span of each target, whatever the vocabulary knows of it."""
    read: dict[int, tuple[Context, list[Finding]]] = {}
    found = []
    for start, end in targets:
        sentence = text.sentence_at(start)
        if sentence is None:
            found.append(Finding(concept=None, label=_label(text.text[start:end]), start=start, end=end))
            continue
        if sentence.start not in read:
            context = text.context(sentence)
            read[sentence.start] = (context, read_findings(sentence, context, knowledge, text.defined))
        context, named = read[sentence.start]
        first, last = sentence.token_range(start, min(end, sentence.end))
        best = max(named, key=lambda f: _overlap(f, start, end), default=None)
        concept = best.concept if best is not None and _overlap(best, start, end)[0] > 0 else None
        judgement = context.judge(first, last, is_symptom(knowledge, concept))
        judgement = _no_known_allergies(text, sentence, start, judgement)
        update = {
            "assertion": judgement.assertion,
            "experiencer": judgement.experiencer,
            "temporality": judgement.temporality,
            "start": start,
            "end": end,
        }
        if best is not None and concept is not None:
            found.append(best.model_copy(update=update))
        else:
            found.append(Finding(concept=None, label=_label(text.text[start:end])).model_copy(update=update))
    return found


def _overlap(finding: Finding, start: int, end: int) -> tuple[int, int]:
    if finding.start is None or finding.end is None:
        return (0, 0)
    shared = max(0, min(end, finding.end) - max(start, finding.start))
    return (shared, -(finding.end - finding.start))


def _label(words: str) -> str:
    return " ".join(words.split())[:200]


def _no_known_allergies(text: Text, sentence: Sentence, start: int, judgement: Judgement) -> Judgement:
    """Asked of the heading "Allergies" itself: denied, and background, when the section says there are none."""
    if sentence.kind != "allergies" or start >= sentence.body:
        return judgement
    section = next((s for s in text.sections if s.start <= start < s.end), None)
    body = text.text[section.heading_end : section.end].lower() if section else ""
    if any(said in body for said in ("no known", "none", "nkda", "nka", "denies", "nil")):
        return judgement._replace(assertion="absent")
    return judgement
