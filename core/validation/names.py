"""From what a model calls a disease to the entry of the knowledge base that has this name."""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.knowledge.words import stems

_ASIDE = re.compile(r"\(([^()]*)\)|（([^（）]*)）")
_CAUSE = re.compile(r"\b(?:due to|secondary to|caused by|following|complicated by|with|versus|vs|or)\b|[,;:/，；：]")
# What says how sure or how bad, and not which disease.
_DEGREE = frozenset("possible probable likely suspected severe mild moderate early late new onset exacerbation".split())
_COURSE = frozenset("acute chronic subacute recurrent".split())


class DiseaseNames:
    """All names of the diseases of one knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._ids: dict[tuple[str, ...], str] = {}
        self._chinese: dict[str, str] = {}
        for key, disease in knowledge.diseases.items():
            for name in disease.names.en:
                self._ids.setdefault(_form(name), key)
            for name in disease.names.zh:
                self._chinese.setdefault(name, key)

    def find(self, said: str) -> str | None:
        """The id of the disease that is called so, or None. What stands in brackets, behind "due to" or before the name
        as a degree is left out only where the whole is no name; the nearest reading to what was said wins."""
        for words in _readings(said):
            if words in self._chinese:
                return self._chinese[words]
            form = _form(words)
            for left_out in (frozenset[str](), _DEGREE, _DEGREE | _COURSE):
                rest = _without(form, left_out)
                if rest and rest in self._ids:
                    return self._ids[rest]
        return None


def _readings(said: str) -> list[str]:
    plain = " ".join(said.split()).strip(" .。*-")
    bare = _ASIDE.sub(" ", plain).strip()
    aside = [next(filter(None, match.groups()), "") for match in _ASIDE.finditer(plain)]
    return [words for words in (plain, bare, *aside, _CAUSE.split(bare.lower())[0].strip()) if words]


def _form(name: str) -> tuple[str, ...]:
    return tuple(sorted(set(stems(name))))


@lru_cache(maxsize=4)
def _stemmed(words: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for word in words for stem in stems(word))


def _without(form: tuple[str, ...], words: frozenset[str]) -> tuple[str, ...]:
    dropped = _stemmed(words)
    return tuple(stem for stem in form if stem not in dropped)


@lru_cache(maxsize=2)
def names_of(knowledge: Knowledge) -> DiseaseNames:
    """The names of a knowledge base, gathered once."""
    return DiseaseNames(knowledge)
