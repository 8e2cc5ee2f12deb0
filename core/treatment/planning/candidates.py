"""The drugs that a plan could give: named in its regimens and in the words of its steps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy import Regimen
from core.language.model import Medication
from core.treatment.prescribed import Prescribed, prescribed

MOST_MEMBERS = 40  # "an antibiotic" names no drug: of so many some always suit
_CLAUSE = re.compile(r"[;.,:()]")
_WITHOUT = re.compile(
    r"\b(?:revers\w+|stop\w*|avoid\w*|withh\w+|hold|without|instead of|rather than|no|not|never|delay\w*|unless|until"
    r"|except|after|beyond)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z0-9-]+", re.IGNORECASE)


@lru_cache(maxsize=4096)
def named_in(text: str, knowledge: Knowledge) -> tuple[tuple[str, ...], ...]:
    """The drugs that a sentence names, by mention: one drug, or all members of a class it names ("a macrolide").

    A class of more than MOST_MEMBERS drugs is no mention.
    """
    # What a step tells to stop, reverse or do without is not given.
    words = [w.lower() for clause in _CLAUSE.split(text) for w in _WORD.findall(_WITHOUT.split(clause)[0])]
    found: dict[tuple[str, ...], None] = {}
    i = 0
    while i < len(words):
        for length in (3, 2, 1):
            phrase = " ".join(words[i : i + length])
            if len(words[i : i + length]) == length and (mention := _mention(phrase, knowledge)):
                found[mention] = None
                i += length - 1
                break
        i += 1
    return tuple(found)


def _mention(phrase: str, knowledge: Knowledge) -> tuple[str, ...]:
    drug = knowledge.drug(phrase) if len(phrase) > 3 else None
    if drug and knowledge.drugs.get(drug):
        return (drug,)
    members = _classes(knowledge).get(phrase, ())
    return members if len(members) <= MOST_MEMBERS else ()


@lru_cache(maxsize=4)
def _classes(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Names of classes, in the singular and the plural, with their members."""
    members: dict[str, list[str]] = {}
    for name in knowledge.drugs.names():
        known = knowledge.drugs.get(name)
        for key in known.classes if known else ():
            members.setdefault(key, []).append(name)
    found: dict[str, tuple[str, ...]] = {}
    for key, group in knowledge.drugs.classes.items():
        for word in (key.replace("-", " "), *(n.lower() for n in group.names.en)):
            for form in (word, word.removesuffix("s")):
                found.setdefault(form, tuple(members.get(key, ())))
    return found


def candidate(regimen: Regimen, name: str, knowledge: Knowledge) -> Prescribed:
    """A regimen as a drug that is about to be given."""
    return _planned(name, knowledge, regimen.dose, regimen.route, regimen.interval)


def candidates(names: Iterable[str], knowledge: Knowledge) -> dict[str, Prescribed]:
    """Drugs that are about to be given in a dose that nobody has said yet."""
    return {name: _planned(name, knowledge) for name in names}


def _planned(
    name: str, knowledge: Knowledge, dose: str | None = None, route: str | None = None, interval: str | None = None
) -> Prescribed:
    order = Medication(name=name, drug=name, status="planned", dose=dose, route=route, interval=interval)
    return prescribed([order], knowledge)[0]
