"""Which drug a word for an allergen means, also where it is misspelt: "pencillin", "Amoxycilin"."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.en.allergens import NO_DRUGS, is_allergen
from core.language.en.drugs import CLIPPED, NO_DRUG, SHORT
from core.language.lexicon import lexicon_of

# Letters from which a name may be one slip off, and two: below, the names of drugs lie too near each other.
_ONE_SLIP, _TWO_SLIPS = 6, 9
_MOST_SLIPS = 2


class Meant(NamedTuple):
    """The name of a drug as the dictionary or a group of allergens knows it, and whether it was written so."""

    name: str
    exact: bool


@lru_cache(maxsize=20_000)
def drug_meant(knowledge: Knowledge, word: str) -> Meant | None:
    """The drug that one written word must mean, or None. Of a misspelt word the one name that lies near; where two lie
    as near, none."""
    plain = word.lower().strip(" .:;,()*-")
    if plain in NO_DRUGS or plain in NO_DRUG:
        return None
    if is_allergen(plain) and (plain in CLIPPED or plain in SHORT or _known(knowledge, plain)):
        return Meant(plain, True)
    if (len(plain) > 3 and _known(knowledge, plain)) or plain in CLIPPED or (plain in SHORT and word.isupper()):
        return Meant(plain, True)
    if near := _near(knowledge, plain):
        return Meant(near, False)
    return Meant(plain, True) if is_allergen(plain) else None


def _known(knowledge: Knowledge, plain: str) -> bool:
    return plain in _groups(knowledge) or bool(knowledge.drug(plain) or knowledge.drugs.product(plain))


@lru_cache(maxsize=4)
def _groups(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(word.lower() for group in knowledge.drugs.allergy_groups.values() for word in group.words)


@lru_cache(maxsize=4)
def _names(knowledge: Knowledge) -> frozenset[str]:
    names = (*knowledge.drugs.own_names(), *_groups(knowledge))
    return frozenset(n.lower() for n in names if n.isascii() and n.isalpha() and len(n) >= _ONE_SLIP - 1)


def _near(knowledge: Knowledge, plain: str) -> str | None:
    """The one name that a word is a slip or two away from; the word itself is no name."""
    if not (plain.isalpha() and plain.isascii() and len(plain) >= _ONE_SLIP) or lexicon_of(knowledge).knows(plain):
        return None
    alike = [n for n in _names(knowledge) if n[0] == plain[0] and abs(len(n) - len(plain)) <= _MOST_SLIPS]
    by_slips = sorted((_distance(plain, name), name) for name in alike)
    most = _MOST_SLIPS if len(plain) >= _TWO_SLIPS else 1
    near = [name for slips, name in by_slips if slips <= most and slips == by_slips[0][0]]
    return near[0] if len(near) == 1 else None


def _distance(one: str, other: str) -> int:
    """How many letters must be added, left out or changed."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
