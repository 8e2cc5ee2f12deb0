"""Marks of a form that say yes or no: "+ fatigue, - fever", "cough (+)", "[x] chest pain [ ] rash", "Fever: N"."""

from __future__ import annotations

import re
from typing import NamedTuple

from core.language.model import Assertion
from core.language.tokens import Sentence

_YES, _NO, _EITHER = r"\+{1,3}", r"[-–−]", r"\+/[-–−]|±"
# A tick, and a box without one: nobody knows whether what stands at an empty box was asked.
_BOX = re.compile(r"(?P<ticked>\[\s?[xX✓✔]\s?\]|[☒☑✓✔])|(?P<empty>\[\s{0,3}\]|[☐□])")
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s,;:(]))(?:(?P<yes>{_YES}|\(\+\))|(?P<no>{_NO}|\({_NO}\)))(?P<space>\s?)(?=[A-Za-z])"
)
_BEHIND = re.compile(
    rf"(?<=[A-Za-z) ])(?<![-–+] )(?:(?P<either>{_EITHER}|\((?:{_EITHER})\))|(?P<yes>{_YES}|\({_YES}\))|(?P<no>{_NO}|"
    rf"\({_NO}\)))(?=\s*(?:[,;.|)]|$))"
)
_ANSWER = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z /'-]{1,40}?)\s*[:=]\s*(?:(?P<yes>Y|yes|pos)|(?P<no>N|no|neg))\b(?=\s*(?:[,;.|]|$)|"
    r"\s+[A-Z][A-Za-z /'-]{1,40}[:=])",
    re.IGNORECASE,
)
_BEGINS_SEGMENT = re.compile(r"(?:^|[,;:(])\s*$")
_PARTS = frozenset(",;:|\n")
# Without these there are no boxes, no marks and no answers, and the patterns need not be tried.
_BOXES = frozenset("[☒☑✓✔☐□")
_MARKS = frozenset("+±")
_ANSWERS = frozenset("y n yes no pos neg".split())


class Signed(NamedTuple):
    """What a mark says of the tokens from `first` to before `last`."""

    first: int
    last: int
    said: Assertion


def signed(sentence: Sentence) -> list[Signed]:
    """The stretches of a sentence of which a mark says whether they are there."""
    lowers = sentence.lowers
    start, end = max(sentence.start, sentence.body), sentence.end
    found: list[Signed] = []
    if not _BOXES.isdisjoint(lowers):
        found = _boxes(sentence, start, end)
    if not found and (not _MARKS.isdisjoint(lowers) or "(-)" in sentence.text):
        found = _leading(sentence, start, end) or _trailing(sentence, start, end)
    if not found and lowers.count(":") + lowers.count("=") > 1 and not _ANSWERS.isdisjoint(lowers):
        found = _answers(sentence, start, end)
    return found


def _boxes(sentence: Sentence, start: int, end: int) -> list[Signed]:
    marks = list(_BOX.finditer(sentence.text, start, end))
    if not marks:
        return []
    places = [mark.span() for mark in marks]
    says: list[Assertion] = ["present" if mark.group("ticked") else "hypothetical" for mark in marks]
    if any(c.isalpha() for c in sentence.text[places[-1][1] : end]):  # each box stands before its name
        stops = [*(left for left, _ in places[1:]), end]
        return [_span(sentence, right, stop, said) for (_, right), stop, said in zip(places, stops, says, strict=True)]
    begins = [start, *(right for _, right in places[:-1])]
    return [_span(sentence, left, stop, said) for left, (stop, _), said in zip(begins, places, says, strict=True)]


def _leading(sentence: Sentence, start: int, end: int) -> list[Signed]:
    """Marks before the names. Dashes alone may be the bullets of a list: there must be a plus among them."""
    text = sentence.text
    marks = [
        m
        for m in _BEFORE.finditer(text, start, end)
        if m.group().startswith("(") or not m.group("space") or _BEGINS_SEGMENT.search(text[start : m.start()])
    ]
    if not any(m.group("yes") or m.group().startswith("(") for m in marks):
        return []
    if any(c.isalpha() for c in _segment(text, start, marks[0].start())):
        return []
    found = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        stop = following.start() if following else end
        if not mark.group().startswith("("):
            commas = [at for c in ",;" if (at := text.find(c, mark.end(), stop)) >= 0]
            stop = min([stop, *commas])
        found.append(_span(sentence, mark.end(), stop, "present" if mark.group("yes") else "absent"))
    return found


def _trailing(sentence: Sentence, start: int, end: int) -> list[Signed]:
    marks = list(_BEHIND.finditer(sentence.text, start, end))
    found = []
    for mark in marks if len(marks) > 1 else ():
        said: Assertion = "possible" if mark.group("either") else "present" if mark.group("yes") else "absent"
        begin = mark.start() - len(_segment(sentence.text, start, mark.start()))
        found.append(_span(sentence, begin, mark.start(), said))
    return found


def _answers(sentence: Sentence, start: int, end: int) -> list[Signed]:
    answers = list(_ANSWER.finditer(sentence.text, start, end))
    if len(answers) < 2:
        return []
    return [_span(sentence, *a.span("name"), "present" if a.group("yes") else "absent") for a in answers]


def _segment(text: str, start: int, place: int) -> str:
    """What stands before a place in its part of a list."""
    begin = place
    while begin > start and text[begin - 1] not in _PARTS:
        begin -= 1
    return text[begin:place]


def _span(sentence: Sentence, start: int, end: int, said: Assertion) -> Signed:
    return Signed(*sentence.token_range(start, end), said)
