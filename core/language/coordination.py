"""Names that other words interrupt, or that share a word with their neighbours in a list."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from core.knowledge.base import LexiconRow
from core.knowledge.words import stems as stems_of
from core.language.en.vocabulary import BARRIERS, MODIFIERS
from core.language.line import PREPOSITIONS, Line


@lru_cache(maxsize=20_000)
def _head_size(name: str) -> int:
    """How many content words stand before the preposition of a name: 1 in "abnormality of the kidney", else 0."""
    words = name.replace("-", " ").split()
    at = next((i for i, w in enumerate(words) if w.lower() in PREPOSITIONS), 0)
    return len(stems_of(" ".join(words[:at]))) if at else 0


def interrupted(line: Line, row: LexiconRow, places: list[int], chosen: list[int]) -> bool | None:
    """May other words stand between these? None: no; True: only since the name shares a word with a neighbour.

    `places` are those of the name's words in the name's order, `chosen` the same in the text's. A name with "of" is
    also said the other way round, without it; what is said in the name's own order needs a preposition, too.
    """
    ordered = places == chosen
    head = _head_size(row.name)
    preposition = any(line.preposition[p] for p in range(chosen[0], chosen[-1]))
    turned = bool(head) and places[head:] + places[:head] == chosen
    if not preposition and (ordered if head else not ordered) and not turned:
        return None
    shared = False
    own = {line.stems[p] for p in chosen}
    for left, right in pairwise(chosen):
        run = range(left + 1, right)
        if not run:
            if line.joins[left] and len(chosen) == 2:
                return None
            continue
        words = [line.stems[p] for p in run]
        if not own.isdisjoint(words):
            return None  # "posterior capsular cataract and cortical cataract": its word stood nearer
        if any(w in BARRIERS or w.isdigit() for w in words):
            return None
        joins = [line.joins[p] for p in range(left, right)]
        if all(w in MODIFIERS for w in words) and not joins[0] and not joins[-1]:
            continue  # "the left and right flank"
        if any(joins):
            if not _list_between(line, joins, right):
                return None
            shared = True
        elif not (all(w in MODIFIERS for w in words) or (len(chosen) >= 3 and len(words) == 1)):
            return None
    return None if shared and _half_a_word(line, chosen) else shared


def _list_between(line: Line, joins: list[str], right: int) -> bool:
    """Are the joins between two words those of one list, in which one of the two has a part in each member?

    "Ocular, oral and facial anomalies" shares its last word, "renal hypoplasia, dysplasia and agenesis" its first.
    """
    after_left, before_right = bool(joins[0]), bool(joins[-1])
    if after_left == before_right or len(joins) > 7:
        return False
    last_and = max((i for i, j in enumerate(joins) if j == "and"), default=-1)
    if "," in joins[last_and + 1 :] and last_and >= 0:
        return False  # the list was over before the comma
    if last_and < 0 and (after_left or not line.joins[right] or "and" not in line.joins[right : right + 2]):
        return False
    width = 0
    for join in joins[1:]:
        width = 0 if join else width + 1
        if width > 2:
            return False  # members of a list are short
    return True


def _half_a_word(line: Line, chosen: list[int]) -> bool:
    """Is a shared word but a part of "branchio-oto-renal", or an adjective that cannot stand for its noun?"""
    sentence = line.sentence
    if sentence.lowers[line.content[chosen[-1]]] in ("abnormal", "anomalous", "malformed", "defective"):
        return True
    taken = {line.content[p] for p in chosen}
    for token in taken:
        for mark, beside in ((token - 1, token - 2), (token + 1, token + 2)):
            if (
                0 <= beside < len(sentence.tokens)
                and sentence.lowers[mark] == "-"
                and beside not in taken
                and sentence.tokens[beside].stem not in MODIFIERS
                and sentence.tokens[min(mark, beside)].end == sentence.tokens[max(mark, beside)].start
            ):
                return True
    return False
