"""A text as the words, wordings and numbers that say something, each at its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.medications import drug_of
from core.narrative.amounts import Amount, amounts
from core.narrative.ground import KIN_OF
from core.narrative.wordings import word_key, wordings

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_LONGEST = 6
SIDES = {"left": "left", "right": "right", "l": "left", "r": "right", "lt": "left", "rt": "right"}


class Atom(NamedTuple):
    """Something that is said: a word or wording in the form in which it is compared, or a number. `place` counts the
    words before it."""

    key: str
    start: int
    end: int
    place: int
    amount: Amount | None = None


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
    place = 0
    while place < len(words):
        word = words[place]
        wording = _wording(words, place)
        if wording is not None:
            keys, length = wording
            end = words[place + length - 1].end
            for key in keys:
                if key in ("left", "right"):
                    sides.append(Side(key, word.start, place))
                elif key.isdigit():
                    value = (float(key),)
                    said.append(Atom(key, word.start, end, place, Amount(value, "", word.start, end, value)))
                else:
                    said.append(Atom(key, word.start, end, place))
            place += length
        elif word.start in numbers:
            amount = numbers[word.start]
            said.append(Atom("#", amount.start, amount.end, place, amount))
            place = next((n for n, w in enumerate(words) if w.start >= amount.end), len(words))
        else:
            side = SIDES.get(word.lower) if len(word.lower) > 1 or text[word.start].isupper() else None
            if side is not None:
                sides.append(Side(side, word.start, place))
            elif word.lower[0].isalnum() and word.lower not in KIN_OF:
                said.append(Atom(_key(word, knowledge), word.start, word.end, place))
            place += 1
    return Atoms(said, sides)


def _wording(words: list[_Word], place: int) -> tuple[tuple[str, ...], int] | None:
    """The longest known wording that begins here, and how many words it takes; hyphens count for nothing."""
    known = wordings()
    keys: list[str] = []
    best = None
    for number in range(place, min(place + 2 * _LONGEST, len(words))):
        if words[number].lower in ("-", "’", "'"):
            continue
        if not words[number].lower[0].isalnum():
            break
        keys.append(words[number].key)
        if tuple(keys) in known and words[place].lower != "-":
            best = known[tuple(keys)], number - place + 1
    return best


def _key(word: _Word, knowledge: Knowledge) -> str:
    """A drug by its own name, whatever it is called here."""
    if len(word.lower) < 5:
        return word.key
    drug = drug_of(knowledge, word.lower)
    return f"drug:{drug}" if drug else word.key
