"""Who is spoken of in a record beside its patient, and where a sentence goes over to one of them by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.language.en.rules import RULES, Category, Rule
from core.language.named_kin import introduced
from core.language.tokens import Sentence

_CATEGORY_OF: dict[str, Category] = {
    phrase: rule.category
    for rule in RULES
    if rule.category in ("family", "other") and rule.direction == "forward"
    for phrase in rule.phrases
    if phrase.isalpha()
}
_WORDS = re.compile(r"[a-z]+")
# What one is told to have, take or do; who "said" or "came" is the one who speaks.
_TELLS = frozenset(
    "has had is was takes took suffers suffered died smokes smoked drinks drank developed underwent uses used gets got "
    "with".split()
)
_BETWEEN = frozenset("himself herself also still now never recently previously currently".split())
# The patient is introduced before a relative is: "Mrs Achebe, 82", "a 4-year-old boy".
_INTRODUCED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Master)\b|,\s?\d{1,3}[,.]"
    r"|\b\d{1,3}\s?(?:[MF]\b|yo\b|y/o|[\s-]*(?:year|yr|month|week|day)s?\b)"
)
# Who is brought, is so old or presents is the patient: "brings her daughter Grace", "Grace, 6, presents".
_BRINGS = re.compile(r"\b(?:br(?:ings?|ought)|accompanies|with|for|about|of)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_COMES = (
    r",?\s*(?:\(?\d|aged\b|(?:presents|presented|attends|attended|comes|came)\b"
    r"|(?:is|was)\s(?:\d|seen|admitted|referred|brought|born)\b)"
)


class Company(NamedTuple):
    """The words for a relative who *is* the patient, and the first names of others with what they are: family, or
    somebody else."""

    patient: frozenset[str] = frozenset()
    named: frozenset[tuple[str, Category]] = frozenset()

    def triggers(self, sentence: Sentence) -> Iterator[tuple[int, int, list[Rule]]]:
        """Where in a sentence one of the named begins what is told of them."""
        for name, category in self.named:
            for place, word in enumerate(sentence.lowers):
                if word == name.lower() and sentence.raw(place) == name and _tells(sentence.lowers[place + 1 :]):
                    yield place, place + 1, [Rule((word,), category)]


ALONE = Company()


def company_of(text: str, patient: frozenset[str]) -> Company:
    """Who is named as a relative or friend in a text; a name that may be the patient's own is left out."""
    return Company(patient, frozenset(_others(text, patient)))


def _others(text: str, patient: frozenset[str]) -> Iterator[tuple[str, Category]]:
    written = _CATEGORY_OF.keys() & set(_WORDS.findall(text.lower()))
    known = _INTRODUCED.search(text) if written else None
    if known is None:
        return
    for name, (kin, place) in introduced(text, {kin: _CATEGORY_OF[kin] for kin in sorted(written)}).items():
        is_patient = (
            place < known.end()
            or kin in patient
            or _BRINGS.search(text, max(0, place - 40), place)
            or re.search(rf"\b{name}{_COMES}", text)
        )
        if not is_patient:
            yield name, _CATEGORY_OF[kin]


def _tells(following: Sequence[str]) -> bool:
    """Does a sentence go on as one that tells something of its subject?"""
    first = 1 if following and following[0] in _BETWEEN else 0
    return not _TELLS.isdisjoint(following[first : first + 1])
