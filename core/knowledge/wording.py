"""The words of each disease's description, weighed by BM25: what a record written in other words still gives away.

Names of findings are matched whole; a record that says the same in words that no name has is lost to that. The words of
all names of a disease's findings make its description; a word weighs by how much it belongs to few descriptions (BM25,
Robertson and Zaragoza, Foundations and Trends in Information Retrieval 2009, with its customary constants).
"""

from __future__ import annotations

import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from core.knowledge.words import stems

# Term saturation and length normalisation: the customary values of BM25.
K1 = 1.2
B = 0.75
# A finding's words count in the description by its weight, between these limits (log10); weaker findings do not.
LEAST, MOST = 0.1, 1.5
SUMMARY = 0.5

CJK_FIRST, CJK_LAST = "㐀", "鿿"


def bigrams(text: str) -> Iterable[tuple[str, int]]:
    """Pairs of neighbouring Chinese characters, and where each begins: Chinese has no spaces between words."""
    for i in range(len(text) - 1):
        if CJK_FIRST <= text[i] <= CJK_LAST and CJK_FIRST <= text[i + 1] <= CJK_LAST:
            yield text[i : i + 2], i


def write_wording(db: sqlite3.Connection, summaries: Mapping[str, tuple[str, str]]) -> None:
    """Fill the table `wording` from the names and weights in the file. `summaries` holds each disease's summary in
    English and Chinese; the diseases are numbered in id order."""
    order = {disease: n for n, disease in enumerate(sorted(summaries))}
    weights = db.execute("SELECT disease, term, present FROM weight WHERE present > ?", (LEAST,)).fetchall()
    english: dict[str, set[str]] = defaultdict(set)
    for term, written in db.execute("SELECT term, stems FROM lexicon WHERE own = 1"):
        english[term].update(written.split(" "))
    chinese: dict[str, set[str]] = defaultdict(set)
    for name, term in db.execute("SELECT name, term FROM lexicon_zh"):
        chinese[term].update(pair for pair, _ in bigrams(name))
    for words_of, summary_words in (
        (english, {d: stems(pair[0]) for d, pair in summaries.items()}),
        (chinese, {d: tuple(p for p, _ in bigrams(pair[1])) for d, pair in summaries.items()}),
    ):
        descriptions: dict[str, Counter[str]] = {disease: Counter() for disease in order}
        for disease, term, present in weights:
            for word in words_of.get(term, ()):
                descriptions[disease][word] += min(MOST, present)
        for disease, words in summary_words.items():
            for word in words:
                descriptions[disease][word] += SUMMARY  # type: ignore[assignment]
        db.executemany("INSERT INTO wording VALUES (?, ?, ?)", _rows(descriptions, order))


def _rows(descriptions: dict[str, Counter[str]], order: dict[str, int]) -> Iterable[tuple[str, bytes, bytes]]:
    """Word, the numbers of the diseases that have it, and its weight in each."""
    holders = Counter(word for words in descriptions.values() for word in words)
    lengths = {disease: sum(words.values()) for disease, words in descriptions.items()}
    mean = sum(lengths.values()) / len(lengths)
    total = len(descriptions)
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for disease, words in descriptions.items():
        norm = K1 * (1 - B + B * lengths[disease] / mean) if mean else K1
        for word, count in words.items():
            rarity = math.log(1 + (total - holders[word] + 0.5) / (holders[word] + 0.5))
            postings[word].append((order[disease], rarity * count * (K1 + 1) / (count + norm)))
    for word, found in postings.items():
        numbers, values = zip(*found, strict=True)
        yield word, np.array(numbers, dtype=np.uint16).tobytes(), np.array(values, dtype=np.float32).tobytes()
