"""Findings in Chinese text: the longest name at each place, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.context import Judgement
from core.language.model import Finding, Section
from core.language.zh import rules
from core.language.zh.sections import split_sentences_zh

REACH = 160  # characters in front of a finding that are asked about it
_PEOPLE = re.compile("|".join((*rules.FAMILY, *rules.OTHERS)))
_NEGATIVE = re.compile(r"均?(?:阴性|[（(][-－—][）)])")
_DENIED_INSIDE = re.compile(r"([\u4e00-\u9fff]{2,5}?)(未触及|未闻及|未见|未及|无明显|无)([\u4e00-\u9fff]{1,6})")
_CLAUSE = re.compile(r"[，,：:]")
_DENIAL_LONGEST = sorted(rules.DENIAL, key=len, reverse=True)


class Name(NamedTuple):
    """A name, its term, and the name without "阳性" (positive) where it ends so."""

    name: str
    term: str
    stem: str | None


Names = tuple[Name, ...]


class Lexicon:
    """Chinese names with their terms, longest first, by the two characters that they begin with."""

    def __init__(self, names: dict[str, str]) -> None:
        pairs: dict[str, list[Name]] = {}
        for name, term in names.items():
            stem = name.removesuffix("阳性")  # "征阴性" denies a name in 阳性
            pairs.setdefault(stem[:2], []).append(Name(name, term, stem if stem != name else None))
        self._alone = {start: _longest_first(found) for start, found in pairs.items() if len(start) == 1}
        self._pairs = {
            start: _longest_first([*found, *pairs.get(start[0], ())])
            for start, found in pairs.items()
            if len(start) == 2
        }

    def at(self, text: str, place: int) -> Names:
        """The names that may stand at a place of a text."""
        start = text[place : place + 2]
        return self._pairs.get(start) or self._alone.get(start[:1], ())


def _longest_first(names: list[Name]) -> Names:
    return tuple(sorted(names, key=lambda n: (-len(n.name), n.name, n.term)))


@lru_cache(maxsize=4)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The Chinese names of one knowledge base, with everyday wordings of them."""
    names = {name: term for name, term in knowledge.lexicon_zh.items() if name}
    for said, meant in rules.SAME.items():
        if said not in names and meant in names:
            names[said] = names[meant]
    return Lexicon(names)


def findings_zh(text: str, sections: list[Section], knowledge: Knowledge) -> list[Finding]:
    """All findings named in a Chinese text."""
    found: list[Finding] = []
    for section in sections:
        if section.kind in ("allergies", "medications"):
            continue
        for start, end in split_sentences_zh(text, section.heading_end, section.end):
            denied_up_to = -1
            for place, stop, term, denied in _names(text, start, end, knowledge):
                said = judge_zh(text, start, end, place, stop, section.kind)
                if denied or (place == denied_up_to and said.assertion == "present"):
                    said = said._replace(assertion="absent")  # 无尿频尿急尿痛: one denial for names run together
                denied_up_to = stop if said.assertion == "absent" else -1
                label = knowledge.label(term)
                found.append(
                    Finding(
                        concept=term,
                        label=label.en,
                        label_zh=label.zh,
                        assertion=said.assertion,
                        experiencer=said.experiencer,
                        temporality=said.temporality,
                        time=_time(text, start, end, place, stop),
                        start=place,
                        end=stop,
                    )
                )
    return found


def _names(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[tuple[int, int, str, bool]]:
    """Where names stand, their terms, and whether the denial is in the name itself ("肾区无叩痛", "Murphy征阴性")."""
    known = lexicon(knowledge)
    place = start
    while place < end:
        step = 1
        ahead = text[place + 2 : place + 6]
        parted = _DENIED_INSIDE.match(text, place, end) if "无" in ahead or "未" in ahead else None
        if parted is not None and (hit := _parted_name(parted, known)):
            yield place, place + hit[0], hit[1], True
            place += hit[0]
            continue
        for name, term, stem in known.at(text, place):
            if stem is not None and text.startswith(stem, place):
                negative = _NEGATIVE.match(text, place + len(name) - 2, end)
                if negative is not None:
                    yield place, negative.end(), term, True
                    step = negative.end() - place
                    break
            if place + len(name) <= end and text.startswith(name, place):
                if name[0] in "无不未" and _longest(text, place + 1, end, known) > len(name) - 1:
                    break  # "无尿频" denies 尿频 (frequency); it does not state 无尿 (anuria)
                yield place, place + len(name), term, False
                step = len(name)
                break
        place += step


def _parted_name(match: re.Match[str], known: Lexicon) -> tuple[int, str] | None:
    """ "肾区无叩痛" denies 肾区叩痛: how far the name reaches with the denial in it, and its term."""
    site, denial, rest = match.groups()
    for name, term, _ in known.at(site + rest, 0):
        for ending in ("", "阳性"):
            plain = name.removesuffix(ending) if ending else name
            if len(plain) > len(site) and (site + rest).startswith(plain):
                return len(plain) + len(denial), term
    return None


def _longest(text: str, place: int, end: int, known: Lexicon) -> int:
    """How far the longest name that begins at a place reaches, in characters; 0 when none does."""
    names = known.at(text, place) if place < end else ()
    return max((len(n.name) for n in names if place + len(n.name) <= end and text.startswith(n.name, place)), default=0)


def judge_zh(text: str, start: int, end: int, place: int, stop: int, kind: str) -> Judgement:
    """What a Chinese sentence says of the finding between `place` and `stop`."""
    before, after = text[max(start, place - REACH) : place], text[stop : min(end, stop + 8)]
    experiencer = "patient"
    people = _PEOPLE.search(before) is not None
    if kind == "family-history" or (people and _relative(before, rules.FAMILY)):
        experiencer = "family"
    elif people and _relative(before, rules.OTHERS):
        experiencer = "other"
    segment = _CLAUSE.split(before)[-1]
    assertion, temporality = "present", "recent"
    if (
        kind == "past-history"
        or any(w in segment for w in rules.PAST)
        or after.startswith(rules.PAST_AFTER)
        or before.rfind("既往") >= 0 > before.find("现")
    ):
        temporality = "historical"
    if kind == "family-history" or (experiencer == "family" and "史" in before):
        temporality = "historical"
    if (
        kind == "instructions"
        or any(w in segment for w in rules.HYPOTHETICAL if len(w) > 1)
        or re.match(r"\s*[如若](?![上下前厕])", segment)
    ):
        assertion = "hypothetical"
    elif _denied(before) or after.startswith(rules.DENIAL_AFTER):
        assertion = "absent"
    elif any(w in segment[-8:] for w in rules.POSSIBLE) or after.startswith(rules.POSSIBLE_AFTER):
        assertion = "possible"
    if assertion == "present" and after.startswith(rules.RESOLVED_AFTER) and experiencer == "patient":
        assertion, temporality = "absent", "resolved"
    return Judgement(assertion, experiencer, temporality)  # type: ignore[arg-type]


def _relative(before: str, words: tuple[str, ...]) -> bool:
    """Is a relative the subject of the clause, and not the one who tells or brings?"""
    for word in words:
        at = before.rfind(word)
        if at >= 0:
            after = before[at + len(word) :]
            if not after.startswith(rules.REPORTING) and "患者" not in after and "本人" not in after:
                return True
    return False


def _denied(before: str) -> bool:
    """Does a word of denial reach the finding? Across 、 always; across ， as long as nothing is asserted between."""
    segments = _CLAUSE.split(before)
    if _denial_in(segments[-1], last=True):
        return True
    for index in range(len(segments) - 2, -1, -1):
        if any(rules.ASSERTS.search(s) for s in segments[index + 1 :]):
            return False
        denial = denial_at(segments[index])
        if denial is not None:
            # "无发热，咳嗽" leaves the cough open and so present; "否认发热，咳嗽，胸痛" denies the whole list.
            return segments[index][denial:].startswith(("否认",)) and not rules.ASSERTS.search(
                segments[index][denial + 2 :]
            )
        if rules.ASSERTS.search(segments[index]):
            return False
    return False


def denial_at(segment: str) -> int | None:
    """Where the last word of denial stands that is one."""
    best: int | None = None
    for word in rules.DENIAL:
        at = segment.rfind(word)
        while at >= 0:
            if not segment.startswith(rules.NOT_DENIALS, at):
                best = at if best is None else max(best, at)
                break
            at = segment.rfind(word, 0, at)
    return best


def _denial_in(segment: str, last: bool) -> bool:
    at = denial_at(segment)
    if at is None:
        return False
    between = segment[at:]
    for word in _DENIAL_LONGEST:
        if between.startswith(word):
            between = between[len(word) :]
            break
    if segment[at] in "不非" and len(between) > 1:
        return False  # 不 and 非 deny what follows at once
    return not re.search(r"伴有|伴(?!随)|但|而有|出现|有", between) or not between


_TIME = re.compile(
    r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十数半]+余?)\s*(?:余)?\s*(?:分钟|小时|天|日|周|星期|个月|"
    r"月|年)"
)


def _time(text: str, start: int, end: int, place: int, stop: int) -> str | None:
    """How long, when it is said right behind the finding or in its clause."""
    segment_end = next((m.start() for m in _CLAUSE.finditer(text, stop, end)), end)
    match = _TIME.search(text, stop, segment_end)
    return match.group() if match else None
