"""Words of one family: "constipated" and "constipation", "duodenal" and "duodenum"."""

from __future__ import annotations

from functools import lru_cache

_SHORTEST = 5  # letters of what the words of a family begin with
# Endings that make another part of speech of a word and say nothing more. What names a kind of illness or operation
# ("-itis", "-osis", "-oma", "-aemia", "-ectomy"), a lack ("-less") or a likeness ("-oid") must not stand here.
_ENDINGS = sorted(
    (
        "s es ed ing er ers or ors ion ions ation ations ition itions ment ments al ally ial ially ic ical ically ous "
        "ously ious iously eous y ty ity ities ness ive ively ative able ible ance ence ances ences ant ent ants ents "
        "ancy ency ise ize ised ized ises izes ising izing isation ization ar arly ary ories ory ate ated ates ating "
        "ator ators ature e ely en ened ening ens th ly ful fully um us a ae ual ually ia ian is ies ied ying iness "
        "ily edly ingly ened"
    ).split(),
    key=len,
    reverse=True,
)
# Begun alike, and still of two families.
_APART = frozenset("general generalised generalized generally organ organs organic".split())


@lru_cache(maxsize=50_000)
def family(word: str) -> str:
    """What the words of its family begin with; the word itself when it is too short to tell.

    >>> family("constipated") == family("constipation"), family("hypotension") == family("hypertensive")
    (True, False)
    """
    plain = word.lower().replace("ae", "e").replace("oe", "e")  # "anaemia" and "anemia"
    if plain in _APART or not plain.isalpha():
        return plain
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return plain.removesuffix(ending)
    return plain
