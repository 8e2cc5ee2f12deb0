"""A text as the words, wordings and numbers that say something, each at its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.medications import drug_of
from core.narrative.amount import Amount
from core.narrative.amounts import amounts
from core.narrative.ground import KIN_OF
from core.narrative.wordings import PASSED_OVER, Way, Wordings, word_key, wordings

_WORD = re.compile(r"\b[A-Za-z][&+][A-Za-z]\b|[^\W_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_COUNT = re.compile(r"[x×]\d+$", re.IGNORECASE)  # "vomited x4"
_GRAVIDA = re.compile(r"[Gg](?P<times>\d{1,2})(?:[Pp]\d.*)?$")
# "Left her with a limp", "left school": a verb. "On the left her power was full" is a side.
_LEAVING = re.compile(
    r"(?<!the )\bleft(?=\s+(?:her|him|them|me|school|home|hospital|work|a|an|untreated|untouched|alone|open|behind)\b)",
    re.IGNORECASE,
)
# "Lost 5 kg" is a weight loss.
_WEIGHT = re.compile(
    r"(?:los(?:t|es|ing)|(?P<gain>gain(?:ed|s|ing)))\s(?:(?:about|around|some|nearly|over|almost|approximately)\s)?"
    r"[\w.-]+\s?(?:kg|kilos?|kilograms?|lbs?|pounds|stone)\b",
    re.IGNORECASE,
)
_TITLES = ("Mr", "Ms")
_PERIODS = {"day": "daily", "week": "weekly", "month": "monthly"}
_NO_KIN = "acquaintance"  # such a one is told of like anything else
_LONGEST = 6
SIDES = {"left": "left", "right": "right", "l": "left", "r": "right", "lt": "left", "rt": "right"}


class Atom(NamedTuple):
    """Something that is said: a word or wording in the form in which it is compared, or a number. `place` counts the
    words before it, `others` are further keys that it may be compared by."""

    key: str
    start: int
    end: int
    place: int
    amount: Amount | None = None
    denied: bool = False  # by the word itself: "afebrile"
    others: tuple[str, ...] = ()


class Side(NamedTuple):
    """Left or right."""

    side: str
    start: int
    place: int


class Atoms(NamedTuple):
    """What a text says, and on which sides."""

    said: list[Atom]
    sides: list[Side]


class _Word(NamedTuple):
    lower: str
    key: str
    start: int
    end: int


def atoms(text: str, knowledge: Knowledge) -> Atoms:
    """Cut an English text into atoms: wordings first, then numbers, then single words."""
    words = [_Word(m.group().lower(), word_key(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
    numbers = {a.start: a for a in amounts(text)}
    said: list[Atom] = []
    sides: list[Side] = []
    known = wordings()
    place = 0
    while place < len(words):
        word = words[place]
        weight = _WEIGHT.match(text, word.start)
        if weight is not None:
            way = known.same[(word_key("weight"), word_key("gain" if weight["gain"] else "loss"))]
            said += [Atom(key, word.start, word.end, place) for key in way]
            place += 1
            continue
        title = text[word.start : word.end] in _TITLES  # "MR" and "MS" may be illnesses
        wording = None if title else _wording(words, place, known, numbers)
        if wording is not None:
            keys, length, denied, others = wording
            end = words[place + length - 1].end
            for key in keys:
                if key in ("left", "right"):
                    sides.append(Side(key, word.start, place))
                elif key.isdigit():
                    value = (float(key),)
                    said.append(Atom(key, word.start, end, place, Amount(value, "", word.start, end, value)))
                else:
                    said.append(Atom(key, word.start, end, place, denied=denied, others=others))
            place += length
        elif word.start in numbers or _COUNT.match(word.lower):
            amount = numbers.get(word.start) or numbers[word.start + 1]
            said.append(Atom("#", amount.start, amount.end, place, amount))
            if amount.per:
                said.append(Atom(known.same[(word_key(_PERIODS[amount.per]),)][0], amount.start, amount.end, place))
            place = next((n for n, w in enumerate(words) if w.start >= amount.end), len(words))
        elif (times := _GRAVIDA.match(word.lower)) is not None:
            said += _pregnancies(word, place, float(times["times"]))
            place += 1
        elif (hyphened := _hyphened(words, place, text, knowledge)) is not None:
            said.append(Atom(hyphened, word.start, words[place + 2].end, place))
            place += 3
        else:
            side = SIDES.get(word.lower) if len(word.lower) > 1 or text[word.start].isupper() else None
            if side == "left" and _LEAVING.match(text, word.start):
                pass
            elif side is not None:
                sides.append(Side(side, word.start, place))
            elif word.lower[0].isalnum() and KIN_OF.get(word.lower, _NO_KIN) == _NO_KIN:
                said.append(Atom(_key(word, knowledge), word.start, word.end, place))
            place += 1
    return Atoms(said, sides)


def _pregnancies(word: _Word, place: int, times: float) -> list[Atom]:
    """ "G3P1" is a third pregnancy."""
    amount = Amount((times,), "", word.start, word.end, (times,))
    return [Atom("#", word.start, word.end, place, amount), Atom(word_key("pregnancy"), word.start, word.end, place)]


def _hyphened(words: list[_Word], place: int, text: str, knowledge: Knowledge) -> str | None:
    """A drug that is written with a hyphen: "co-trimoxazole"."""
    three = words[place : place + 3]
    if len(three) < 3 or three[1].lower != "-" or three[0].end + 1 != three[2].start:
        return None
    drug = drug_of(knowledge, text[three[0].start : three[2].end].lower())
    return f"drug:{drug}" if drug else None


def _wording(
    words: list[_Word], place: int, known: Wordings, numbers: dict[int, Amount]
) -> tuple[Way, int, bool, Way] | None:
    """The longest known wording that begins here, how many words it takes, whether it denies, and what else it may say;
    hyphens count for nothing."""
    keys: list[str] = []
    best: tuple[Way, int, bool, Way] | None = None
    for number in range(place, min(place + 2 * _LONGEST, len(words))):
        if number > place and (words[number].lower in PASSED_OVER or words[number].lower in ("-", "’", "'")):
            continue
        if words[number].lower == "." and number > place and len(words[number - 1].lower) == 1:
            continue  # "C. difficile"
        if not words[number].lower[0].isalnum():
            break
        keys.append(words[number].key)
        if number > place and words[number].lower == "in" and _starts(words, number + 1, numbers):
            break  # "the stitches come out in 12 days" tells of no reaction
        way, length = tuple(keys), number - place + 1
        if way in known.denying:
            best = known.denying[way], length, True, ()
        elif way in known.same:
            best = known.same[way], length, False, known.others.get(way, ())
    return best


def _starts(words: list[_Word], place: int, numbers: dict[int, Amount]) -> bool:
    """Does a number start at this word?"""
    return place < len(words) and words[place].start in numbers


def _key(word: _Word, knowledge: Knowledge) -> str:
    """A drug by its own name, whatever it is called here."""
    if len(word.lower) < 5:
        return word.key
    drug = drug_of(knowledge, word.lower)
    return f"drug:{drug}" if drug else word.key
