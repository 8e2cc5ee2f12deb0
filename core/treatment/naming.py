"""The drugs that a sentence of the knowledge names as given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.base import Knowledge

MOST_MEMBERS = 40  # "an antibiotic" names no drug: of so many some always suit
_SENTENCE = re.compile(r"[;.](?=\s|$)")
_CLAUSE = re.compile(r"[,:()]")
# What follows is a list of things to look for, or to leave alone, to the end of the sentence.
_LISTED = re.compile(
    r"\b(?:check\w*|look\w*|measur\w*|find|ask|screen\w*|monitor\w*|watch\w*|avoid\w*|never|instead of|rather than|"
    r"contraindicat\w+|causes? of|the cause)\b",
    re.IGNORECASE,
)
# The clause tells what is given another time.
_LATER = re.compile(r"\b(?:afterwards|later)\b", re.IGNORECASE)
# What is left alone, in words that a list of drugs may follow.
_LEFT_ALONE = r"revers\w+|paus\w+|omit\w*|discontinu\w+|suspend\w*|withh\w+|hold|no|less(?! than)"
# What follows is not given, to the end of the clause.
_WITHOUT = re.compile(
    rf"\b(?:{_LEFT_ALONE}|stop\w*|without|not|delay\w*|unless|until|except|after|beyond)\b", re.IGNORECASE
)
# What is not given is often a list: "no barbiturates, carbamazepine, valproate or sulfonamides"; nothing is given in an
# element of it, and its last one says "and" or "or".
_NOT_GIVEN = re.compile(
    rf"\b(?:{_LEFT_ALONE}|(?<!to )stop(?:ping)?|without(?! waiting| delay)|neither)\b[^,:()]*$", re.IGNORECASE
)
_LAST = re.compile(r"\b(?:and|or|nor)\b", re.IGNORECASE)
_GIVES = re.compile(
    r"\b(?:give\w*|start\w*|begin\w*|use\w*|add\w*|then|but|instead|switch\w*|chang\w+|replac\w+|treat\w*|restor\w+)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z0-9-]+", re.IGNORECASE)


class Mention(NamedTuple):
    """A drug, or all members of a class, and what it is called in English and Chinese."""

    drugs: tuple[str, ...]
    en: str
    zh: str


@lru_cache(maxsize=4096)
def named_in(text: str, knowledge: Knowledge) -> tuple[Mention, ...]:
    """The drugs that a sentence names, by mention: one drug, or all members of a class it names ("a macrolide").

    A class of more than MOST_MEMBERS drugs is no mention.
    """
    words = [w.lower() for w in _WORD.findall(given_part(text))]
    found: dict[Mention, None] = {}
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


def given_part(text: str) -> str:
    """A sentence without what it tells to look for, to stop, to reverse or to do without."""
    given = (_LISTED.split(sentence)[0] for sentence in _SENTENCE.split(text))
    clauses = (clause for sentence in given for clause in _clauses(sentence) if not _LATER.search(clause))
    return " ; ".join(_WITHOUT.split(clause)[0] for clause in clauses)


def _clauses(sentence: str) -> Iterator[str]:
    """The clauses of a sentence, without the further elements of a list of what is not given."""
    clauses = _CLAUSE.split(sentence)
    listed_to = 0
    for i, clause in enumerate(clauses):
        if i < listed_to:
            continue
        yield clause
        if _NOT_GIVEN.search(clause):
            listed_to = _end_of_list(clauses, i + 1)


def _end_of_list(clauses: Sequence[str], first: int) -> int:
    """The place behind the last element of a list, or `first` where there is none."""
    for i, clause in enumerate(clauses[first:], start=first):
        if _GIVES.search(clause):
            break
        if _LAST.search(clause):
            return i + 1
    return first


def _mention(phrase: str, knowledge: Knowledge) -> Mention | None:
    drug = knowledge.drug(phrase) if len(phrase) > 3 else None
    if drug and (known := knowledge.drugs.get(drug)):
        return Mention((drug,), drug, next(iter(known.entry.names.zh), drug))
    mention = _classes(knowledge).get(phrase)
    return mention if mention and 0 < len(mention.drugs) <= MOST_MEMBERS else None


@lru_cache(maxsize=4)
def _classes(knowledge: Knowledge) -> dict[str, Mention]:
    """Names of classes, in the singular and the plural, with their members; an eye drop is not what a step means by a
    class that has drugs for the whole body."""
    members: dict[str, list[str]] = {}
    known = [drug for name in knowledge.drugs.names() if (drug := knowledge.drugs.get(name))]
    for drug in sorted(known, key=lambda drug: drug.entry.local):
        for key in drug.classes:
            listed = members.setdefault(key, [])
            if not drug.entry.local or not listed or _is_local(listed[0], knowledge):
                listed.append(drug.name)
    found: dict[str, Mention] = {}
    for key, group in knowledge.drugs.classes.items():
        name = group.names.en[0] if group.names.en else key
        mention = Mention(tuple(members.get(key, ())), name, next(iter(group.names.zh), name))
        for word in (key.replace("-", " "), *(n.lower() for n in group.names.en)):
            for form in (word, word.removesuffix("s")):
                found.setdefault(form, mention)
    return found


def _is_local(name: str, knowledge: Knowledge) -> bool:
    known = knowledge.drugs.get(name)
    return known is not None and known.entry.local
