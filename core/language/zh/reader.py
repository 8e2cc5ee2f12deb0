"""Findings in a Chinese sentence: the longest name at each place, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.model import Finding
from core.language.zh import rules
from core.language.zh.judging import Clauses

_NEGATIVE = re.compile(r"均?(?:阴性|[（(][-－—][）)])")
_DENIED_INSIDE = re.compile(r"([\u4e00-\u9fff]{2,5}?)(未触及|未闻及|未见|未及|无明显|无)([\u4e00-\u9fff]{1,6})")


class Hit(NamedTuple):
    """A name that stands at a place, how long, and whether "阳性" (positive), with which it ends, is left out."""

    term: str
    length: int
    bare: bool = False


class Lexicon:
    """Chinese names with their terms; which lengths are worth trying is known by the two characters they begin with."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._bare = {name.removesuffix("阳性"): term for name, term in names.items() if name.endswith("阳性")}
        lengths: dict[str, set[int]] = {}
        for name in (*names, *self._bare):
            lengths.setdefault(name[:2], set()).add(len(name))
        self._lengths = {
            start: tuple(sorted(found | lengths.get(start[:1], set()), reverse=True))
            for start, found in lengths.items()
        }

    def at(self, text: str, place: int, end: int) -> Iterator[Hit]:
        """The names that stand at a place of a text, longest first; "征阴性" denies a name in 阳性."""
        start = text[place : place + 2]
        for length in self._lengths.get(start) or self._lengths.get(start[:1], ()):
            if place + length <= end:
                piece = text[place : place + length]
                if piece in self._bare:
                    yield Hit(self._bare[piece], length, bare=True)
                if piece in self._names:
                    yield Hit(self._names[piece], length)


@lru_cache(maxsize=4)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The Chinese names of one knowledge base, with everyday wordings of them."""
    names = {name: term for name, term in knowledge.lexicon_zh.items() if name}
    for said, meant in rules.SAME.items():
        if said not in names and meant in names:
            names[said] = names[meant]
    return Lexicon(names)


def findings_zh(text: str, start: int, end: int, kind: str, knowledge: Knowledge) -> list[Finding]:
    """The findings named in a Chinese sentence, which stands between two places in a section of this kind."""
    found: list[Finding] = []
    if kind in ("allergies", "medications"):
        return found
    denied_up_to = -1
    clauses = Clauses(text, start, end, kind)
    for place, stop, term, denied in _names(text, start, end, knowledge):
        said = clauses.judge(place, stop)
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
                time=_time(text, stop, clauses.clause_end(stop)),
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
        if parted is not None and (inside := _parted_name(parted, known)):
            yield place, place + inside.length, inside.term, True
            place += inside.length
            continue
        for hit in known.at(text, place, end):
            stop = place + hit.length
            if hit.bare:
                negative = _NEGATIVE.match(text, stop, end)
                if negative is None:
                    continue
                yield place, negative.end(), hit.term, True
                stop = negative.end()
            elif text[place] in "无不未" and _longest(text, place + 1, end, known) > hit.length - 1:
                break  # "无尿频" denies 尿频 (frequency); it does not state 无尿 (anuria)
            else:
                yield place, stop, hit.term, False
            step = stop - place
            break
        place += step


def _parted_name(match: re.Match[str], known: Lexicon) -> Hit | None:
    """ "肾区无叩痛" denies 肾区叩痛: the name as long as it is with the denial in it."""
    site, denial, rest = match.groups()
    whole = site + rest
    for hit in known.at(whole, 0, len(whole)):
        if hit.length > len(site):
            return hit._replace(length=hit.length + len(denial))
    return None


def _longest(text: str, place: int, end: int, known: Lexicon) -> int:
    """How far the longest name that begins at a place reaches, in characters; 0 when none does."""
    return next((hit.length for hit in known.at(text, place, end) if not hit.bare), 0) if place < end else 0


_TIME = re.compile(
    r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十数半]+余?)\s*(?:余)?\s*(?:分钟|小时|天|日|周|星期|个月|"
    r"月|年)"
)


def _time(text: str, stop: int, end: int) -> str | None:
    """How long, when it is said behind the finding in its clause."""
    match = _TIME.search(text, stop, end)
    return match.group() if match else None
