"""In what order, and with which small words, the words of a name must stand to mean it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from core.knowledge.base import LexiconRow
from core.knowledge.words import FUNCTION_WORDS
from core.language.line import Line

# What stands behind one of these in a name must stand behind it in the text: "after the walk" is no "walked after".
RELATIONS = frozenset("after befor dure since when while until".split())
DENYING = frozenset("no not never cannot without".split())


@lru_cache(maxsize=20_000)
def leading_word(name: str) -> str:
    """The word for a direction with which a name begins: "both arms" alone is not "into both arms"."""
    first = name.split(" ", 1)[0].lower()
    return first if first in ("into", "onto") else ""


def keeps_relation(line: Line, row: LexiconRow, places: Sequence[int], ordered: bool) -> bool:
    """Does "after" stand before the word that it stands before in the name? A name that ends with it is itself only
    in its own order and with its small words: "walked on it after"."""
    last = len(places) - 1
    for i, stem in enumerate(row.stems):
        if stem in RELATIONS:
            if i < last and places[i] > places[i + 1]:
                return False
            if i == last:
                tokens = [line.content[p] for p in places]
                return ordered and has_small_words(line, tokens[0], tokens[-1] + 1, row.name)
    return True


def keeps_denial(chosen: Sequence[int], stems: Sequence[str], places: Sequence[int]) -> bool:
    """Does the denial of a name stand where the name has it, right before its next word? "Pain did not start" is not
    "not painful"."""
    return all(
        i + 1 >= len(stems) or 0 < places[i + 1] - places[i] <= 2 for i, stem in enumerate(stems) if stem in DENYING
    ) and list(places) == list(chosen)


def has_small_words(line: Line, first: int, last: int, name: str) -> bool:
    small = [w for w in name.lower().replace("-", " ").split() if w in FUNCTION_WORDS]
    near = line.sentence.lowers[max(0, first - 4) : last + 3]
    return all(w in near for w in small)
