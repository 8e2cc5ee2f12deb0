"""From a text to its sentences, each with what it is read with, and findings for spans that somebody asks about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.company import company_of
from core.language.context import Context, Judgement
from core.language.copies import Placed, altered
from core.language.findings import kind_of, read_findings
from core.language.model import Finding, Genotype, Measurement, Medication, Section
from core.language.sections import split_sections
from core.language.sentences import split_sentences
from core.language.tokens import Sentence
from core.language.who import subject_of


class Parts(NamedTuple):
    """What a text holds, in whatever language it is written."""

    sections: list[Section]
    sentences: list[tuple[int, int]]
    findings: list[Finding]
    measurements: list[Measurement]
    medications: list[Medication]
    genotypes: list[Genotype]


# So many characters in front of a sentence and behind it may have a say in what it says ("Hb 90" and on the next line
# "(ref 130-170)"), and so many sentences before it in its section ("Chest pain. It is worse on a deep breath.").
LEFT, RIGHT, BEFORE = 16, 80, 3


class Window(NamedTuple):
    """A sentence with all of the text that its reading may look at: equal windows say the same.

    Its places are counted from the beginning of `text`. `before` are the sentences before it, the nearest first, each
    with the place where its body begins.
    """

    text: str
    start: int
    end: int
    body: int
    kind: str
    before: tuple[tuple[str, int], ...]

    def sentence(self) -> Sentence:
        """The sentence, ready to be understood."""
        return Sentence(self.text, self.start, self.end, self.kind, self.body, self.before)


def window_around(
    text: str, start: int, end: int, body: int, kind: str, before: tuple[tuple[str, int], ...] = ()
) -> tuple[Window, int]:
    """The window of the sentence between two places, and where in the text it begins."""
    begin = max(0, start - LEFT)
    return Window(text[begin : end + RIGHT], start - begin, end - begin, body - begin, kind, before), begin


class Cut(NamedTuple):
    """Where a sentence stands; `ahead` sentences stand before it in its section."""

    start: int
    end: int
    body: int
    kind: str
    ahead: int


class Text:
    """An English text, cut into sections and sentences once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sections: list[Section] = split_sections(text)
        self.cuts = [
            Cut(start, end, max(start, section.heading_end), section.kind, ahead)
            for section in self.sections
            for ahead, (start, end) in enumerate(split_sentences(text, section.start, section.end))
        ]
        self._starts = [cut.start for cut in self.cuts]
        subject = subject_of(text)
        self.company = company_of(text, subject.words if subject else frozenset())

    def window(self, index: int) -> tuple[Window, int]:
        """One of the sentences with what it is read with, and where in the text that begins."""
        text = self.text
        cut = self.cuts[index]
        before = tuple(
            (text[c.start : c.end], c.body - c.start)
            for c in reversed(self.cuts[index - min(BEFORE, cut.ahead) : index])
        )
        return window_around(text, cut.start, cut.end, cut.body, cut.kind, before)

    def index_at(self, place: int) -> int | None:
        """The number of the sentence that holds this character, or of the nearest one before it."""
        index = bisect_right(self._starts, place) - 1
        return index if index >= 0 else None


def moved(items: Sequence[Placed], by: int) -> tuple[Placed, ...]:
    """The same, so many characters farther on."""
    if not items:
        return ()
    return tuple(altered(one, start=(one.start or 0) + by, end=(one.end or 0) + by) for one in items)


def findings_of(text: Text, knowledge: Knowledge, inner: bool = False) -> list[Finding]:
    """All findings named in an English text; with `inner`, also those that stand inside a more special one."""
    found: list[Finding] = []
    for index in range(len(text.cuts)):
        window, begin = text.window(index)
        sentence = window.sentence()
        found += moved(read_findings(sentence, Context(sentence, text.company), knowledge, {}, inner), begin)
    return found


def target_findings(text: Text, knowledge: Knowledge, targets: Sequence[tuple[int, int]]) -> list[Finding]:
    """A finding with exactly the span of each target, whatever the vocabulary knows of it."""
    read: dict[int, tuple[Sentence, Context, tuple[Finding, ...]]] = {}
    defined: dict[str, str] = {}
    found = []
    for start, end in targets:
        index = text.index_at(start)
        if index is None:
            found.append(Finding(concept=None, label=_label(text.text[start:end]), start=start, end=end))
            continue
        window, begin = text.window(index)
        if index not in read:
            sentence = window.sentence()
            context = Context(sentence, text.company)
            read[index] = (sentence, context, moved(read_findings(sentence, context, knowledge, defined), begin))
        sentence, context, named = read[index]
        first, last = sentence.token_range(start - begin, min(end - begin, sentence.end))
        best = max(named, key=lambda f: _overlap(f, start, end), default=None)
        concept = best.concept if best is not None and _overlap(best, start, end)[0] > 0 else None
        judgement = context.judge(first, last, *kind_of(knowledge, concept))
        judgement = _no_known_allergies(text, text.cuts[index], start, judgement)
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


def _no_known_allergies(text: Text, cut: Cut, start: int, judgement: Judgement) -> Judgement:
    """Asked of the heading "Allergies" itself: denied, and background, when the section says there are none."""
    if cut.kind != "allergies" or start >= cut.body:
        return judgement
    section = next((s for s in text.sections if s.start <= start < s.end), None)
    line = text.text.find("\n", cut.body)
    line = line if line >= 0 else len(text.text)  # a list of substances may end before the line that denies them does
    body = text.text[section.heading_end : max(section.end, line)].lower() if section else ""
    if any(said in body for said in ("no known", "none", "nkda", "nka", "denies", "nil")):
        return judgement._replace(assertion="absent")
    return judgement
