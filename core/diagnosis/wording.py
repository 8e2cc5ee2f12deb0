"""How much a record's wording resembles each disease's description: capped evidence beside the findings.

Findings are read by name; this catches what was said in other words. Words of denied findings, and of findings in other
people, do not count. What the average disease gets is taken off, so that wording which fits everything says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from core.diagnosis.calibration import Calibration
from core.diagnosis.model import Evidence, Spans
from core.diagnosis.rates import Floats
from core.knowledge.base import Knowledge
from core.knowledge.wording import bigrams
from core.knowledge.words import words
from core.language.model import Reading

# The presenting problem stands in the first part of a very long record; the rest is left to the findings.
MOST_CHARACTERS = 50_000
# So far the wording may go by itself (log10). On the development vignettes smaller caps lost much (3: top-1 of `plain`
# 0.66 instead of 0.82); at the fitted weight this one is seldom reached.
CAP = 5.0
SHOWN_WORDS = 6
# Fewer Chinese characters than this in a row are a cut through two words.
LEAST_PHRASE = 3
# What a note is written with and no disease is known by: figures, single letters, units, and the clerk's abbreviations.
_MEANINGLESS = frozenset(
    (
        "hx pmh pmhx fhx shx phx hpi cc ros pe oe co rx tx dx ix pt pts yo yr yrs mo wk wks hr hrs min mins "
        "sec am pm kg mg mcg ml dl cm mm mmol bp rr spo2 sats temp vs wt ht od bd tds qds qid bid tid prn po iv im "
        "lt rt approx mr mrs ms dr takes only died mother father brother sister"
    ).split()
)


def capped(weights: Floats) -> Floats:
    """Weights cut to what wording may say by itself."""
    cut: Floats = np.clip(weights, -CAP, CAP)
    return cut


class Wording(NamedTuple):
    """The words of a record that any description has: their places, and each word's part in each disease (log10,
    word × disease)."""

    words: tuple[str, ...]
    spans: tuple[Spans, ...]
    parts: Floats

    def alone(self) -> Floats:
        """What the wording says about each disease (log10)."""
        return capped(self.parts.sum(axis=0) - self.average())

    def average(self) -> float:
        """What the average disease gets, before it is taken off."""
        return float(self.parts.sum(axis=0).mean()) if self.words else 0.0

    def together(self, first: int, second: int, average: float) -> float:
        """The same for two diseases at once: each word belongs to the one that it fits better."""
        if not self.words:
            return 0.0
        best = np.maximum(self.parts[:, first], self.parts[:, second]).sum()
        return float(capped(best - average))

    def evidence(self, disease: int, weight: float) -> Evidence:
        """The bar that explains it: the words that did most and where they stand, or that they fit others better."""
        order = [int(i) for i in np.argsort(-self.parts[:, disease])[:SHOWN_WORDS] if self.parts[i, disease] > 0]
        named = _phrases([(self.words[i], self.spans[i]) for i in order])
        like, like_zh = "similar wording to the entry", "措辞与条目相近"
        if named:
            like, like_zh = f"{like}: {', '.join(named)}", f"{like_zh}：{'、'.join(named)}"
        return Evidence(
            concept="wording",
            label=like if weight > 0 else "wording nearer to other entries",
            label_zh=like_zh if weight > 0 else "措辞更接近其他条目",
            state="present",
            weight=round(weight, 3),
            basis="derived",
            source="BM25 over the descriptions in Bedside's own entries",
            spans=tuple(span for i in order for span in self.spans[i][:1]) if weight > 0 else (),
        )


def _phrases(found: list[tuple[str, Spans]]) -> list[str]:
    """Words as they are read: pairs of Chinese characters that overlap in the record are one phrase, a lone pair, which
    may be the end of one word and the start of the next, is none; words of letters stay as they are."""
    phrases = [word for word, _ in found if word.isascii()]
    signs = {
        start + n: sign
        for word, spans in found
        if not word.isascii()
        for start, _ in spans
        for n, sign in enumerate(word)
    }
    run = ""
    for at in sorted(signs):
        run += signs[at]
        if at + 1 not in signs:
            phrases += [run] if len(run) >= LEAST_PHRASE and run not in phrases else []
            run = ""
    return phrases


NO_WORDS = Wording((), (), np.zeros((0, 0)))


def wording_of(reading: Reading, text: str, knowledge: Knowledge, calibration: Calibration) -> Wording:
    """The wording of a record, in either language."""
    places = _places(text[:MOST_CHARACTERS], _not_the_patients(reading))
    postings = knowledge.wording(places)
    known = sorted(postings)
    parts = np.zeros((len(known), len(knowledge.diseases)))
    for row, word in enumerate(known):
        numbers, weights = postings[word]
        parts[row, numbers] = weights * calibration.wording
    written = tuple(text[places[word][0][0] : places[word][0][1]].lower() for word in known)
    return Wording(written, tuple(tuple(places[word]) for word in known), parts)


def _not_the_patients(reading: Reading) -> list[tuple[int, int]]:
    """Where the record speaks of what is not there, not in the patient, or of an allergy with its reaction of then.

    "Father died of prostate cancer" is a finding of the patient, that it runs in the family, but its words are not."""
    findings = [
        f
        for f in reading.findings
        if f.assertion == "absent" or f.experiencer != "patient" or f.label.startswith("family history")
    ]
    places = [(f.start, f.end) for f in findings] + [(item.start, item.end) for item in reading.allergies.items]
    return [(start, end) for start, end in places if start is not None and end is not None]


def _means(word: str) -> bool:
    """Is it a word by which a disease could be known? Not "52", "g2p1", "r" or "pmh"; Chinese has words of one sign."""
    if not word.isascii():
        return True
    return len(word) > 1 and not any(sign.isdigit() for sign in word) and word not in _MEANINGLESS


def _places(text: str, excluded: list[tuple[int, int]]) -> dict[str, list[tuple[int, int]]]:
    outside = np.ones(len(text) + 1, dtype=bool)
    for start, end in excluded:
        outside[start:end] = False
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for word in words(text):
        if outside[word.start] and _means(text[word.start : word.end].lower()):
            found[word.stem].append((word.start, word.end))
    for pair, at in bigrams(text):
        if outside[at]:
            found[pair].append((at, at + 2))
    return found
