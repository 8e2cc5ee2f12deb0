"""From a sentence to its findings: what is named, what is abbreviated, what is denied without a word of denial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.assembled import with_composed
from core.language.attributes import Named, finding_of, is_planned, is_untaken, smoking_now, with_duration
from core.language.context import Context
from core.language.dipstick import pads
from core.language.drug_lists import tells
from core.language.en.idioms import idle, is_service
from core.language.en.stories import STORIES, Story
from core.language.en.tellings import TELLINGS
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
from core.language.matching import find_matches, named
from core.language.medications import drug_tokens
from core.language.misplaced import is_misplaced
from core.language.model import Finding
from core.language.swallowed import doses, swallowed
from core.language.times import Times
from core.language.tokens import Sentence

_COMPANY = re.compile(r"(?<![\w/])([nvdfcNVDFC](?:\s?[/&]\s?[nvdfcNVDFC]){1,4})(?![\w/])")
_EXPLAINED = re.compile(r"\s?\((?P<short>[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-?\d)?s?)\s?[;,)]")
MOST_DEFINED = 200
_NOT = frozenset("not no isn't wasn't never longer denies without".split())
_KIN_SYMPTOMS = ("symptom", "sign", "vital", "lab", "ecg", "imaging", "microbiology", "histology")


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
    for story in (*STORIES, *TELLINGS, *WARD):
        if found := term(story.name):
            for cue in story.cues.split():
                stories.setdefault(cue, []).append((story, found))
    shorts = frozenset(short.lower() for short in abbreviations)
    return Vocabulary(abbreviations, shorts, letters, normals, term("nausea and vomiting"), stories)


def read_findings(
    sentence: Sentence, context: Context, knowledge: Knowledge, defined: dict[str, str], inner: bool = False
) -> list[Finding]:
    """The findings of one sentence, in order; with `inner`, also those that stand inside a more special one.

    `defined` holds the abbreviations that the text has explained so far ("basal cell carcinoma (BCC)"), and gets those
    that this sentence explains. With `inner` they are not listed again: those who mark names in texts do not, either.
    """
    if sentence.kind == "allergies":
        return []  # names of reactions, not findings
    found = []
    times: Times | None = None
    names = names_in(sentence, knowledge, {} if inner else defined, inner)
    if sentence.kind == "medications" and not tells(sentence, names, drug_tokens(sentence, knowledge)):
        return []
    context.set_names((n.first, n.last) for n in names if not n.made)
    for item in names:
        judgement = context.judge(item.first, item.last, is_symptom(knowledge, item.term))
        condition: str | None = None
        if item.said is not None:
            if judgement.assertion in ("present", "absent", "possible"):
                judgement = judgement._replace(assertion=item.said)
        elif item.denied:
            before = sentence.lowers[max(0, item.first - 2) : item.first]
            if judgement.assertion == "absent" and not _NOT.isdisjoint(before):
                continue  # "not afebrile" says too little; "no cough, afebrile" does not
            judgement = judgement._replace(
                assertion="absent" if judgement.assertion == "present" else judgement.assertion
            )
        if item.parted or is_untaken(sentence, item, knowledge):
            judgement = judgement._replace(assertion="absent")
        if item.joint and judgement.assertion != "present":
            continue  # "no nausea or vomiting" denies both, not their coincidence
        if item.inner and (judgement.assertion == "absent" or not inner):
            continue  # no ulcerative colitis may yet be a colitis
        if judgement.assertion == "conditional" and not inner:
            # "Pain on exertion" is had, whatever brings it on: who reasons from findings must not lose it.
            judgement = judgement._replace(assertion="present")
            condition = context.condition(item.first, item.last)
        judgement = with_duration(sentence, item, judgement)
        smoking = smoking_now(sentence, item, knowledge)
        if smoking is False and judgement.assertion == "present" and judgement.experiencer == "patient":
            continue  # the pack-years of one who gave it up: "ex-smoker" says what there is to say
        if smoking and judgement.assertion == "present":
            judgement = judgement._replace(temporality="recent")
        if is_planned(sentence, item, knowledge):
            judgement = judgement._replace(assertion="hypothetical", temporality="recent")
        times = times or Times(sentence)
        found.append(finding_of(sentence, item, judgement, times, knowledge, condition))
    return found


def is_symptom(knowledge: Knowledge, term: str | None) -> bool:
    """Is the term, so far as we know, something that comes and goes rather than somebody's condition?"""
    entry = knowledge.findings.get(term) if term else None
    return entry is not None and entry.kind in _KIN_SYMPTOMS


def names_in(sentence: Sentence, knowledge: Knowledge, defined: dict[str, str], every: bool = False) -> list[Named]:
    """Everything in a sentence that names a finding; with `every`, HPO's terms inside names of ours, too."""
    words = vocabulary(knowledge)
    taken: set[int] = idle(sentence) | doses(sentence)
    found: list[Named] = []
    for item in _normals(sentence, words, taken):
        found.append(item)
        taken.update(range(item.first, item.last))
    for pad in pads(sentence, knowledge):
        found += [Named(term, pad.first, pad.last, said=pad.said) for term in pad.terms]
        taken.update(range(pad.first, pad.last))
    idle_or_normal = frozenset(taken)
    for item in _letters(sentence, words):
        found.append(item)
        taken.update(range(item.first, item.last))
    found += [*_stories(sentence, words), *swallowed(sentence, knowledge)]
    for match in find_matches(sentence, knowledge, sentence.body, taken, every):
        if not _misread(sentence, match.first, match.last):
            found.append(Named(match.term, match.first, match.last, joint=match.joint, inner=match.inner))
    found = with_composed(sentence, knowledge, found, idle_or_normal)
    for item in found:
        taken.update(range(item.first, item.last))
    for item in found:
        if not (item.joint or item.inner):
            _define(sentence, item, defined)
    found += [item for item in _defined(sentence, defined) if item.first not in taken]
    for item in found:
        taken.update(range(item.first, item.last))
    found += [item for item in _abbreviations(sentence, words) if item.first not in taken]
    found = [
        item
        for item in found
        if not is_service(sentence, item.last) and not is_misplaced(knowledge.label(item.term).en, sentence)
    ]
    return sorted(found, key=lambda n: (n.first, n.last, n.term))


def _stories(sentence: Sentence, words: Vocabulary) -> Iterator[Named]:
    body = max(sentence.start, sentence.body)
    cues = words.stories.keys() & sentence.lowers
    told = {id(story): (story, term) for w in cues for story, term in words.stories[w]}
    for story, term in told.values():
        inside = "told" in story.pattern.groupindex  # then a heading may help to tell it: "CXR: no effusion"
        match = story.pattern.search(sentence.text, sentence.start if inside else body, sentence.end)
        if match is not None and match.start("told" if inside else 0) >= body:
            first, last = sentence.token_range(*match.span("told" if inside else 0))
            if "no" not in sentence.lowers[first + 1 : last]:  # "urine: no blood" tells of none
                yield Named(term, first, last)


def _misread(sentence: Sentence, first: int, last: int) -> bool:
    """Is a lone abbreviation used in its other meaning?"""
    return last - first == 1 and _other_meaning(sentence, first)


def _other_meaning(sentence: Sentence, token: int) -> bool:
    beside = NOT_BESIDE.get(sentence.raw(token))
    if beside is None:
        return False
    lowers = sentence.lowers
    before = {*lowers[max(0, token - 3) : token]} - {":"}  # "Ddx: PE", but "PE: well"
    return bool(beside & (before | {*lowers[token + 1 : token + 2]}))


def _abbreviations(sentence: Sentence, words: Vocabulary) -> Iterator[Named]:
    if words.shorts.isdisjoint(sentence.lowers):
        return
    for i, lower in enumerate(sentence.lowers):
        if lower in words.shorts and sentence.tokens[i].start >= sentence.body:
            term = words.abbreviations.get(sentence.raw(i))
            if term and not _other_meaning(sentence, i):
                yield Named(term, i, i + 1)


def _define(sentence: Sentence, item: Named, defined: dict[str, str]) -> None:
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


def _defined(sentence: Sentence, defined: dict[str, str]) -> Iterator[Named]:
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


def _letters(sentence: Sentence, words: Vocabulary) -> Iterator[Named]:
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


def _normals(sentence: Sentence, words: Vocabulary, taken: set[int]) -> Iterator[Named]:
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
