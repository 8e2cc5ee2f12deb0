"""What hurried notes write short: abbreviations, letters ("N/V/D"), normal findings that deny ("afebrile")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.attributes import Named
from core.language.en.habits import HABITS
from core.language.en.operations import OPERATIONS
from core.language.en.stories import STORIES, Story
from core.language.en.tellings import TELLINGS
from core.language.en.tellings_body import BODILY
from core.language.en.tellings_grave import GRAVE
from core.language.en.tellings_signs import SIGNS
from core.language.en.tellings_stroke import STROKE
from core.language.en.tellings_ward import WARD
from core.language.en.vocabulary import (
    ABBREVIATIONS,
    ABDOMINAL,
    ABDOMINAL_NORMALS,
    COMPANIES,
    LETTERS,
    NORMALS,
    NOT_BESIDE,
)
from core.language.matching import named
from core.language.tokens import Sentence

_COMPANY = re.compile(r"(?<![\w/])([nvdfcNVDFC](?:\s?[/&]\s?[nvdfcNVDFC]){1,4})(?![\w/])")
_EXPLAINED = re.compile(r"\s?\((?P<short>[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-?\d)?s?)\s?[;,)]")
MOST_DEFINED = 200


class Vocabulary(NamedTuple):
    """Terms for the fixed word lists, looked up once for one knowledge base."""

    abbreviations: dict[str, str]
    shorts: frozenset[str]  # the same in small letters
    letters: dict[str, str]
    normals: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]
    both: str | None  # nausea and vomiting together
    stories: dict[str, list[tuple[Story, str]]]  # by each of their cues


@lru_cache(maxsize=4)
def vocabulary(knowledge: Knowledge) -> Vocabulary:
    """The fixed word lists in the terms of this knowledge base; a name it does not have is left out."""

    def term(name: str) -> str | None:
        return next(named(knowledge, name), None)

    abbreviations = {
        short: found for short, name in ABBREVIATIONS.items() if " " not in short and (found := term(name))
    }
    letters = {letter: found for letter, name in LETTERS.items() if (found := term(name))}
    normals: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, names in NORMALS.items():
        terms = tuple(found for name in names if (found := term(name)))
        tokens = tuple(phrase.split(" "))
        if terms:
            normals.setdefault(tokens[0], []).append((tokens, terms))
    for phrases in normals.values():
        phrases.sort(key=lambda p: -len(p[0]))
    stories: dict[str, list[tuple[Story, str]]] = {}
    for story in (*STORIES, *TELLINGS, *BODILY, *WARD, *OPERATIONS, *HABITS, *GRAVE, *SIGNS, *STROKE):
        if found := term(story.name):
            for cue in story.cues.split():
                stories.setdefault(cue, []).append((story, found))
    shorts = frozenset(short.lower() for short in abbreviations)
    return Vocabulary(abbreviations, shorts, letters, normals, term("nausea and vomiting"), stories)


def is_misread(sentence: Sentence, first: int, last: int) -> bool:
    """Is a lone abbreviation used in its other meaning?"""
    return last - first == 1 and _other_meaning(sentence, first)


def _other_meaning(sentence: Sentence, token: int) -> bool:
    beside = NOT_BESIDE.get(sentence.raw(token))
    if beside is None:
        return False
    lowers = sentence.lowers
    before = {*lowers[max(0, token - 3) : token]} - {":"}  # "Ddx: PE", but "PE: well"
    return bool(beside & (before | {*lowers[token + 1 : token + 2]}))


def abbreviations_in(sentence: Sentence, words: Vocabulary) -> Iterator[Named]:
    if words.shorts.isdisjoint(sentence.lowers):
        return
    for i, lower in enumerate(sentence.lowers):
        if lower in words.shorts and sentence.tokens[i].start >= sentence.body:
            term = words.abbreviations.get(sentence.raw(i))
            if term and not _other_meaning(sentence, i):
                yield Named(term, i, i + 1)


def define(sentence: Sentence, item: Named, defined: dict[str, str]) -> None:
    """Take note of an abbreviation that stands in brackets right behind the name it is made of."""
    name_start, name_end = sentence.tokens[item.first].start, sentence.tokens[item.last - 1].end
    match = _EXPLAINED.match(sentence.text, name_end, min(sentence.end, name_end + 16))
    if match is None or len(defined) >= MOST_DEFINED:
        return
    short = match.group("short")
    letters = iter(sentence.text[name_start:name_end].lower())
    initial = sentence.text[name_start].lower() == short[0].lower()
    if initial and all(c in letters for c in short.lower().rstrip("s") if c.isalnum()):
        defined[short.rstrip("s")] = item.term


def defined_in(sentence: Sentence, defined: dict[str, str]) -> Iterator[Named]:
    if not defined:
        return
    for i, token in enumerate(sentence.tokens):
        if token.start >= sentence.body and sentence.text[token.start].isupper():
            last = i + 1
            while last + 1 < len(sentence.tokens) and sentence.lowers[last] == "-" and last < i + 3:
                last += 2  # "BDA-1"
            for end in (last, i + 1):
                term = defined.get(sentence.text[token.start : sentence.tokens[end - 1].end].rstrip("s"))
                if term is not None:
                    yield Named(term, i, end)
                    break


def letters_in(sentence: Sentence, words: Vocabulary) -> Iterator[Named]:
    if "/" not in sentence.lowers and "&" not in sentence.lowers:
        return
    for match in _COMPANY.finditer(
        sentence.text, sentence.body if sentence.body > sentence.start else sentence.start, sentence.end
    ):
        letters = [c for c in match.group().lower() if c.isalpha()]
        if "".join(letters) in COMPANIES:
            if words.both and {"n", "v"} <= set(letters):
                first, last = sentence.token_range(match.start(), match.end())
                yield Named(words.both, first, last, joint=True)
            for offset, c in enumerate(match.group().lower()):
                if c in words.letters:
                    first, last = sentence.token_range(match.start() + offset, match.start() + offset + 1)
                    if last > first:
                        yield Named(words.letters[c], first, last)


def normals_in(sentence: Sentence, words: Vocabulary, taken: set[int]) -> Iterator[Named]:
    """The normal findings; words that are only part of another name are added to `taken`."""
    lowers = sentence.lowers
    if words.normals.keys().isdisjoint(lowers):
        return
    done = 0
    for i, lower in enumerate(lowers):
        if lower not in words.normals or i < done:
            continue
        for phrase, terms in words.normals[lower]:
            if tuple(lowers[i : i + len(phrase)]) == phrase:
                if (
                    " ".join(phrase) in ABDOMINAL_NORMALS
                    and ABDOMINAL.isdisjoint(lowers)
                    and len(lowers) > i + len(phrase) + 1
                ):
                    taken.update(range(i, i + len(phrase)))  # "non-tender scrotal swelling"
                    break
                for term in terms:
                    yield Named(term, i, i + len(phrase), denied=True)
                done = i + len(phrase)
                break
