"""Words in a form that can be compared: lower case, American spelling, stemmed, without function words.

The build and the reading of a note must agree on this to the letter, so it is here and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer  # type: ignore[import-untyped]

_STEMMER = snowballstemmer.stemmer("english")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_CJK = re.compile(r"[㐀-䶿一-鿿豈-﫿]")

# British fragments and what American notes write; applied to lower-case words.
_SPELLING = (
    ("aemi", "emi"), ("haem", "hem"), ("oesoph", "esoph"), ("oedem", "edem"), ("oestr", "estr"), ("tumour", "tumor"),
    ("rrhoe", "rrhe"), ("pnoe", "pne"), ("foet", "fet"), ("paed", "ped"), ("coeli", "celi"), ("caec", "cec"),
    ("gynaec", "gynec"), ("faec", "fec"), ("sulph", "sulf"), ("behaviour", "behavior"), ("colour", "color"),
    ("anaes", "anes"), ("orthopaed", "orthoped"), ("ischaem", "ischem"), ("leuk", "leuk"), ("leuc", "leuk"),
    ("litre", "liter"), ("centre", "center"), ("fibre", "fiber"), ("labour", "labor"), ("neighbour", "neighbor"),
)  # fmt: skip

# Words that carry no finding; negation and direction words ("no", "left") are not among them.
FUNCTION_WORDS = frozenset(
    (
        "a an the of in on at to into onto his her hers their its my your our this that these those is are was were be "
        "been being has have had with and some any by for from it he she they i you we as do does did there"
    ).split()  # noqa: SIM905 (a list of quoted words would fill a page)
)


class Word(NamedTuple):
    """One content word: its stem and where it stands in the text."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The comparable form of one word.

    >>> stem("Haemorrhages"), stem("radiating"), stem("oedema")
    ('hemorrhag', 'radiat', 'edema')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    plain = re.sub(r"['’].*$", "", plain)
    for british, american in _SPELLING:
        plain = plain.replace(british, american)
    return str(_STEMMER.stemWord(plain))


def words(text: str) -> list[Word]:
    """The content words of a text, in order, with their places.

    >>> [w.stem for w in words("Pain in the chest, can't breathe")]
    ['pain', 'chest', 'can', 'breath']
    """
    found = []
    for match in _WORD.finditer(text):
        if match.group().lower() not in FUNCTION_WORDS:
            found.append(Word(stem(match.group()), match.start(), match.end()))
    return found


def stems(name: str) -> tuple[str, ...]:
    """The stems of a name, in order.

    >>> stems("shortness of breath")
    ('short', 'breath')
    """
    return tuple(w.stem for w in words(name))


def is_chinese(text: str) -> bool:
    """Does the text hold Chinese characters?

    >>> is_chinese("胸痛"), is_chinese("chest pain")
    (True, False)
    """
    return _CJK.search(text) is not None
