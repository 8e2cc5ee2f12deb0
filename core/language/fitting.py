"""Does a name of the vocabulary stand here: exact, inflected, reordered, or interrupted by other words?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.base import LexiconRow
from core.knowledge.words import is_prefix
from core.language.coordination import interrupted
from core.language.en.paraphrase import SAME_THING, STANDS_FOR
from core.language.en.vocabulary import ABBREVIATIONS, MODIFIERS, NEWBORN, STOP_NAMES
from core.language.line import Line
from core.language.word_order import (
    DENYING,
    RELATIONS,
    has_small_words,
    keeps_denial,
    keeps_relation,
    leading_word,
)

_SMALL = frozenset("htn uti dvt cad chf gerd copd ibs tia cva afib gord osa ibd".split())
_SIGNS = frozenset("<>≤≥")
_EVERYDAY = 5  # stems of so few letters belong to everyday words
FREE_ORDER = 4  # names longer than this keep their order


class Match(NamedTuple):
    """A name that was found: its term, the tokens that make it, and how well it fits."""

    term: str
    tokens: tuple[int, ...]
    row: LexiconRow
    gaps: int
    ordered: bool
    shared: bool  # it shares a word with a neighbour, as "left flank" in "left and right flank"
    joint: bool = False  # a list whose parts are findings too ("nausea and vomiting"): true only when all of it is
    inner: bool = False  # named inside a more special finding that implies it ("colitis" in "ulcerative colitis")
    literal: int = 0  # twice the number of its words that stand there as the name spells them
    borrowed: int = 0  # how many of its words are there by another word, or another spelling

    @property
    def first(self) -> int:
        """Its first token."""
        return self.tokens[0]

    @property
    def last(self) -> int:
        """One past its last token."""
        return self.tokens[-1] + 1


def fit(line: Line, row: LexiconRow, anchor: str, anchor_place: int) -> Match | None:
    """The name as it stands around this place of its rarest word; None when it does not."""
    stems = row.stems
    if len(stems) == 1:
        return _single(line, row, anchor_place)
    places = _nearest(line, stems, anchor, anchor_place)
    if places is None:
        return None
    chosen = sorted(places)
    low, high = chosen[0], chosen[-1]
    gaps = high - low + 1 - len(stems)
    if gaps > (3 if len(stems) == 2 else 4) or line.hard[high] != line.hard[low]:
        return None
    ordered = places == chosen
    if not ordered and len(stems) > FREE_ORDER:
        return None
    if not RELATIONS.isdisjoint(stems) and not keeps_relation(line, row, places, ordered):
        return None
    if (gaps or not ordered) and not DENYING.isdisjoint(stems) and not keeps_denial(chosen, stems, places):
        return None
    shared = False
    if gaps == 0:
        if not _together(line, chosen, ordered, row):
            return None
    else:
        fits = interrupted(line, row, places, chosen)
        if fits is None:
            return None
        shared = fits
    tokens = tuple(line.content[p] for p in chosen)
    if not row.own and "abnormal" in (line.sentence.lowers[t] for t in tokens) and _goes_on(line, chosen[-1]):
        return None
    leads = leading_word(row.name)
    if not ordered and " for " not in row.name and "for" in line.sentence.lowers[tokens[0] : tokens[-1]]:
        return None  # "doppler for DVT" is no DVT on doppler
    if leads and leads not in line.sentence.lowers[max(0, tokens[0] - 2) : tokens[0]]:
        return None
    if not _SIGNS.isdisjoint(row.name) and _SIGNS.isdisjoint(line.sentence.lowers[tokens[0] : tokens[-1]]):
        return None  # "lactate 4" is not "lactate > 4"
    if len(row.name) <= 5 and row.name.isupper() and any(line.sentence.raw(t).islower() for t in tokens):
        return None
    return Match(row.term, tokens, row, gaps, ordered, shared, literal=_literal(line, row.name, tokens),
                 borrowed=sum(line.stems[p] not in stems for p in chosen))  # fmt: skip


def _goes_on(line: Line, place: int) -> bool:
    """Does a noun follow at once, so that this is but what it is of? "Abnormal heart sounds" is no abnormal heart."""
    following = line.content[place] + 1
    lowers = line.sentence.lowers
    if following < len(lowers) and lowers[following] == "-":
        following += 1
    return (
        place + 1 < len(line.content)
        and line.content[place + 1] == following
        and lowers[following].isalpha()
        and lowers[following] not in SAME_THING
    )


def _literal(line: Line, name: str, tokens: Sequence[int]) -> int:
    """How near the name's own words these are: two for each that it spells so, one for singular or plural of it."""
    spelt, singular = _words_of(name)
    lowers = line.sentence.lowers
    alike = 0
    for token in tokens:
        word = lowers[token]
        alike += 2 if word in spelt else word.rstrip("s") in singular
    return alike


@lru_cache(maxsize=20_000)
def _words_of(name: str) -> tuple[frozenset[str], frozenset[str]]:
    words = name.lower().replace("-", " ").replace(",", " ").split()
    return frozenset(words), frozenset(w.rstrip("s") for w in words)


def _single(line: Line, row: LexiconRow, place: int) -> Match | None:
    token = line.content[place]
    written = line.sentence.raw(token)
    name = row.name
    lower = written.lower()
    if " " in name and not has_small_words(line, token, token + 1, name):
        return None  # "on edge" is not any edge
    if not row.own and len(name) <= 2 and name.isupper() and name not in ABBREVIATIONS:
        return None
    if lower in STOP_NAMES and not (written.isupper() and name.isupper()):
        return None
    own = line.stems[place]
    if own != row.stems[0] and (row.stems[0] in STANDS_FOR.get(own, ()) or name.lower() in STOP_NAMES):
        return None  # alone, a word stands for itself, or is misspelt
    if name.isupper() and len(name) <= 3 and name.isalpha():  # an abbreviation, not a word
        if not written.isupper() and lower not in _SMALL:
            return None
        if written.isupper() and lower != name.lower():
            return None
    elif name.isupper() and lower not in (name.lower(), name.lower() + "s"):
        return None
    if not row.own and len(row.stems[0]) <= _EVERYDAY and _other_form(lower, name.lower()):
        return None  # "mouth" is no mouthing, "his skirt is falling off" no fall
    if len(written) <= 2 and not written.isupper() and not any(c.isdigit() for c in written):
        return None
    if not row.own and _second_half(line, token):
        return None
    if lower == "premature" and _goes_on(line, place) and line.sentence.lowers[token + 1] not in NEWBORN:
        return None  # what else comes too soon: "premature ventricular beats"
    return Match(row.term, (token,), row, 0, True, False, literal=_literal(line, name, (token,)),
                 borrowed=int(own != row.stems[0]))  # fmt: skip


def _other_form(written: str, name: str) -> bool:
    """Are the word and the name other forms of one short word, a verb's or a quality's?"""
    return (name.endswith(("ing", "ness")) or written.endswith(("ing", "ed"))) and (
        written.rstrip("s") != name.rstrip("s")
    )


def _second_half(line: Line, token: int) -> bool:
    """Is it the second half of a compound that says what kind the next word is ("fast-twitch fibres")?"""
    tokens, lowers = line.sentence.tokens, line.sentence.lowers
    return (
        2 <= token < len(tokens) - 1
        and lowers[token - 1] == "-"
        and tokens[token - 2].end == tokens[token - 1].start == tokens[token].start - 1
        and lowers[token - 2].isalpha()
        and not is_prefix(lowers[token - 2])
        and tokens[token - 2].stem not in MODIFIERS
        and tokens[token + 1].stem != ""
        and tokens[token + 1].start == tokens[token].end + 1
    )


def spelt_out(line: Line, match: Match) -> bool:
    """Does a name stand there with its small words, too?"""
    return has_small_words(line, match.first, match.last, match.row.name)


def _nearest(line: Line, stems: Sequence[str], anchor: str, anchor_place: int) -> list[int] | None:
    """For each stem of a name the place nearest to the anchor; None when one is missing or too far."""
    reach = len(stems) + 4
    used = {anchor_place}
    places: list[int] = []
    anchored = False
    for wanted in stems:
        if wanted == anchor and not anchored:
            anchored = True
            places.append(anchor_place)
            continue
        best = -1
        where = line.places[wanted]
        for index in range(bisect_left(where, anchor_place - reach), len(where)):
            place = where[index]
            if place > anchor_place + reach:
                break
            if place not in used and (best < 0 or abs(place - anchor_place) < abs(best - anchor_place)):
                best = place
        if best < 0:
            return None
        used.add(best)
        places.append(best)
    return places


def _together(line: Line, chosen: list[int], ordered: bool, row: LexiconRow) -> bool:
    """May these neighbours be one name, for all that stands between them?"""
    for place in chosen[:-1]:
        join = line.joins[place]
        if not join:
            continue
        if not ordered:
            return False
        if " and " in row.name or " or " in row.name or "/" in row.name or (join == "," and "," in row.name):
            continue
        if len(chosen) == 2:
            return False
    return True
