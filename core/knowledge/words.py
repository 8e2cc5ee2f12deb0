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
# "Type A-1" and "type A1" are one name, and the A in them is no article.
DESIGNATOR = r"(?<=[Tt]ype )[A-Z]-\d(?![\w-])"
_WORD = re.compile(rf"{DESIGNATOR}|[^\W_]+(?:['’][^\W\d_]+)?")
_CJK = re.compile(r"[㐀-䶿一-鿿豈-﫿]")

# British fragments and what American notes write; applied to lower-case words.
_SPELLING = (
    ("aemi", "emi"), ("haem", "hem"), ("oesoph", "esoph"), ("oedem", "edem"), ("oestr", "estr"), ("tumour", "tumor"),
    ("rrhoe", "rrhe"), ("pnoe", "pne"), ("foet", "fet"), ("paed", "ped"), ("coeli", "celi"), ("caec", "cec"),
    ("gynaec", "gynec"), ("faec", "fec"), ("sulph", "sulf"), ("behaviour", "behavior"), ("colour", "color"),
    ("anaes", "anes"), ("orthopaed", "orthoped"), ("ischaem", "ischem"), ("leuk", "leuk"), ("leuc", "leuk"),
    ("litre", "liter"), ("centre", "center"), ("fibre", "fiber"), ("labour", "labor"), ("neighbour", "neighbor"),
)  # fmt: skip

# Stems of one word family, or two words for one thing, that the stemmer leaves apart.
_SAME = {
    other: one
    for one, others in {
        "abdomen": "abdomin belli tummi", "nausea": "nauseat nauseous", "edema": "edemat oedemat",
        "kidney": "renal nephr", "liver": "hepat", "absent": "absenc", "multipl": "numer", "mouth": "oral",
        "acrochordon": "acrochorda", "vermi": "vermian",
        "lung": "pulmonari pulmon", "heart": "cardiac", "eye": "ocular ophthalm ophthalmolog", "skin": "cutan dermal",
        "brain": "cerebr",
        "abnorm": "anomali malform anomal defect manifest", "mental": "intellectu psychic",
        "disabl": "retard disabilti", "diarrhea": "diarrhe diarrheal",
        "tumor": "neoplasm neoplast neoplas", "muscl": "muscular", "bone": "osseous boni",
        "ear": "otic aural", "pinna": "pinnae auricular auricl", "mandibl": "mandibular",
        "vomit": "emes", "swell": "swollen", "dyspne": "dyspnea dyspneic", "tender": "ttp",
        "faint": "fainted",
        "weak": "weaken", "numb": "numbness", "stool": "fece fecal feca", "blood": "bloodi",
        "hypoplast": "hypoplasia hypoplas", "palat": "palatal",
        "aplast": "aplasia", "dysplast": "dysplasia dysplas", "hyperplast": "hyperplasia", "facial": "face",
        "cranial": "cranium", "dental": "tooth teeth",
        "vertebr": "vertebra", "spine": "spinal", "testi": "testicular testicl", "hear": "auditori", "vision": "visual",
        "ureter": "ureteral", "larynx": "laryng", "pharynx": "pharyng", "esophag": "esophagus", "intestin": "bowel",
        "arteri": "artery", "vein": "venous",
        "nail": "ungual", "hair": "pilar", "growth": "growth", "delay": "retardation", "urin": "urinari",
        "rib": "costal",
    }.items()
    for other in others.split()
}  # fmt: skip
# Endings that mark the adjective or the plural of one medical noun ("hypoxia", "hypoxic"; "cyanosis", "cyanotic").
_ENDINGS = (("osi", "ot"), ("esi", "et"), ("lysi", "lyt"), ("ia", ""), ("mata", "ma"))

# Forms that are as a rule another word: what affects the heart is no affect.
_APART = frozenset("affecting affected affects".split())
_CANNOT = frozenset(("can't", "cant", "cannot"))  # what cannot be done is no ability
_KEPT = ("philia", "malaria", "serratia", "pneumonia")  # eosinophilia is not an eosinophil

_PREFIXES = frozenset(
    "pre post sub supra infra inter intra peri para retro micro macro hyper hypo neuro cardio hemi poly multi".split()
)

# Words that carry no finding; negation and direction words ("no", "left") are not among them.
FUNCTION_WORDS = frozenset(
    (
        "a an the of in on at to into onto his her hers their its my your our this that these those is are was were be "
        "been being has have had with and some any by for from it he she they i you we as do does did there "
        "morphology"  # "abnormal renal morphology" is HPO's way of saying "renal abnormality"
    ).split()
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
    plain = plain.replace("’", "'")
    if plain in _CANNOT:
        return "cannot"
    if plain.endswith("n't"):
        return "not"  # "doesn't fade" is "does not fade"
    plain = re.sub(r"'.*$", "", plain).replace("-", "")
    for british, american in _SPELLING:
        plain = plain.replace(british, american)
    if plain.endswith("itis") or plain in _APART:
        return plain  # or hepatitis would be the liver
    found = str(_STEMMER.stemWord(plain))
    if found.endswith(_KEPT):
        return found
    for ending, other in _ENDINGS:
        if len(found) > len(ending) + 3 and found.endswith(ending):
            found = found.removesuffix(ending) + other
            break
    return _SAME.get(found, found)


def words(text: str) -> list[Word]:
    """The content words of a text, in order, with their places.

    >>> [w.stem for w in words("Pain in the chest, can't breathe")]
    ['pain', 'chest', 'cannot', 'breath']
    """
    found: list[Word] = []
    prefix: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        if prefix is not None and prefix.end() == match.start() - 1 and match.group().isalpha():
            found[-1:] = [Word(stem(prefix.group() + match.group()), prefix.start(), match.end())]
        elif carries_meaning(text, match.start(), match.group()):
            found.append(Word(stem(match.group()), match.start(), match.end()))
        prefix = match if is_prefix(match.group()) and text[match.end() : match.end() + 1] == "-" else None
    return found


def is_prefix(word: str) -> bool:
    """Is this, before a hyphen, the first part of one word ("pre-auricular", "neuro-developmental")?"""
    return word.lower() in _PREFIXES


def carries_meaning(text: str, start: int, word: str) -> bool:
    """Is this word of a text part of a name, rather than one of those that stand between?

    >>> carries_meaning("in a type", 3, "a"), carries_meaning("type A", 5, "A")
    (False, True)
    """
    return word.lower() not in FUNCTION_WORDS or (word == "A" and text[max(0, start - 5) : start].lower() == "type ")


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
