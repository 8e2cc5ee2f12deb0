"""One sentence under examination: what it was read as, what was found to carry it, and what speaks against it."""

from __future__ import annotations

from core.assessment import Sentence
from core.case.model import Case
from core.knowledge.base import Knowledge
from core.language import read
from core.language.tokens import tokenise
from core.narrative.model import Span, Withheld
from core.narrative.record import Mention, mentions_in
from core.narrative.retelling import CONTRADICTIONS
from core.narrative.search import Retold


class Claim:
    """The checks take turns on it: each explains words (`cover`), names what they rest on (`trace`), or objects."""

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self.text = text
        self._case = Case(id="sentence", text=text, lang="en")
        self.reading = read(self._case, knowledge)
        self.tokens = tokenise(text)
        self.mentions: list[Mention] = mentions_in(self._case, knowledge, [(0, len(text))])[0] if text else []
        self.reasons: list[str] = []
        self.final = False
        self.facts: dict[str, None] = {}  # in the order in which they were found
        self.spans: set[Span] = set()
        self.anchors: set[int] = set()  # sentences of the record in which the facts stand
        self.known: set[str] = set()  # stems of the labels of the facts
        self.flags: set[str | None] = set()
        self.denies = False  # a denial in the record was found for one in the sentence
        self.relatives = False
        self._covered: list[Span] = []
        self._settled: list[Span] = []
        self._loose: list[Span] = []

    def object(self, reason: str, start: int = 0, end: int = 0, final: bool = False) -> None:
        """Something speaks against the sentence; the words it is about need no second objection. When it is `final`
        the record's own words cannot carry it either."""
        self.final |= final
        if reason not in self.reasons:
            self.reasons.append(reason)
        self.cover(start, end)

    def trace(self, fact: str, span: Span | None = None) -> None:
        """Part of the sentence rests on this fact, which stands there in the record."""
        self.facts[fact] = None
        if span is not None:
            self.spans.add(span)

    def cover(self, start: int, end: int) -> None:
        """These characters of the sentence are accounted for."""
        self._covered.append((start, end))

    def settle(self, start: int, end: int) -> None:
        """This was held against the assessment (a word against a value's flag, an age against the patient's), so that
        it need not stand in the record."""
        self._settled.append((start, end))
        self.cover(start, end)

    def settled(self, start: int, end: int) -> bool:
        """Was it?"""
        return any(a <= start and end <= b for a, b in self._settled)

    def cover_loosely(self, start: int, end: int) -> None:
        """This number stands somewhere in the sentence of the record on which a fact rests, said of whatever."""
        self._loose.append((start, end))
        self.cover(start, end)

    def covered(self, start: int, end: int) -> bool:
        """Is every letter and digit of this stretch accounted for?"""
        places = (place for place in range(start, end) if self.text[place].isalnum())
        return all(any(a <= place < b for a, b in self._covered) for place in places)

    def verdict(self, retelling: Retold | None = None) -> Sentence | Withheld:
        """The sentence with what it rests on, or why it is withheld. What its findings do not carry the record's own
        words may carry, unless something speaks against it that no wording can mend."""
        if retelling is not None and not retelling.reasons and not self.final:
            if self.reasons or not self.facts:
                self.facts["record"] = None
                self.spans |= set(retelling.spans)
            self.reasons = []
        concluded = any(fact.startswith(("differential/", "cannot_miss/")) for fact in self.facts)
        for reason in retelling.reasons if retelling is not None and not concluded else ():
            if reason.startswith(CONTRADICTIONS):
                self.object(reason)
        for start, end in retelling.strangers if retelling is not None and not self.reasons else ():
            if any(a < end and start < b for a, b in self._loose):
                self.object(f"the record gives this number to something else: {self.text[start:end]}")
        if not self.facts and not self.reasons:
            self.object("nothing in it can be checked against the record")
        if self.reasons:
            return Withheld(text=self.text, reasons=tuple(self.reasons))
        return Sentence(text=self.text, author="model", spans=tuple(sorted(self.spans)), facts=tuple(self.facts))
