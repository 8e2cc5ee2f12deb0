"""A Chinese text taken apart. There are no spaces between its words, so that a sentence is cut where the record's own
strings of characters end."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

from core.narrative.amount import Amount
from core.narrative.amounts import amounts
from core.narrative.atoms import Atom, Atoms
from core.narrative.ground import KIN_OF, At, Ground
from core.narrative.plain_words import PLAIN_ZH
from core.narrative.wordings_zh import canonical

_RUN = re.compile(r"[^\W_]+")
_STEP = 2  # characters of Chinese to a word of English, for distances
_SIDES = "左右双"
_UNSURE = re.compile(r"疑|待|考虑|初步|拟诊|可能|倾向|[?？]|确诊")
_WHOLE = ("上午", "下午", "中午", "晚上", "凌晨", "傍晚")  # of these no part is looked for
_NAME = re.compile(r"(?:^|[。,，\s])(?P<surname>[\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}[,，]\s*(?:男|女)")
_SURNAME = re.compile(r"(?P<surname>[\u4e00-\u9fff])(?=先生|女士|小姐|太太|老人|大爷|阿姨)")
_VALUE = r"\d+(?:\.\d+)?"
_FROM_TO = re.compile(
    rf"[由从]\s*(?P<first>{_VALUE})[^\d,，。;；]{{0,14}}?(?P<verb>降至|缩至|增至|升至)\s*(?P<last>{_VALUE})"
)
_PLAIN = sorted({*PLAIN_ZH, *(kin for kin in KIN_OF if not kin.isascii())}, key=len, reverse=True)


class RecordZh:
    """A Chinese record: whatever string of it is asked for is found."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.text, self._places = canonical(text)
        self.ground = Ground(self.text)
        numbers = amounts(self.text)
        self.amounts: list[tuple[Atom, Amount]] = [(Atom("#", a.start, a.end, a.start // _STEP, a), a) for a in numbers]
        self.by_key: dict[str, list[Atom]] = _Strings(self)
        self.by_kind: dict[str, list[Atom]] = {}
        self.by_family: dict[str, list[Atom]] = {}
        clauses = [Atom("§", a, b, a // _STEP) for a, b in _said_clauses(self.text, self.ground, numbers)]
        self.atoms = Atoms([*clauses, *(atom for atom, _ in self.amounts)], [])
        self.at: dict[Atom, At] = _Places(self.ground)

    @cached_property
    def surname(self) -> str:
        """Of the patient: "沈卫东,男,58岁"; "" where there is no name."""
        name = _NAME.search(self.text)
        return name["surname"] if name is not None else ""

    def gap(self, a: Atom, b: Atom) -> bool:
        """Does a list or a new clause begin between two atoms?"""
        return self.at[a].clause != self.at[b].clause

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where it stands in the text as it was given."""
        return self._places[start], self._places[end - 1] + 1


class _Places(dict[Atom, At]):
    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground

    def __missing__(self, atom: Atom) -> At:
        found = self[atom] = self._ground.at(atom.start)
        return found


class _Strings(dict[str, list[Atom]]):
    def __init__(self, record: RecordZh) -> None:
        super().__init__()
        self._record = record

    def __missing__(self, key: str) -> list[Atom]:
        """Every place at which the record has these characters."""
        found = re.finditer(re.escape(key), self._record.text)
        places = self[key] = [Atom(key, m.start(), m.end(), m.start() // _STEP) for m in found]
        return places


class SentenceZh:
    """A Chinese sentence, cut along the strings that it has in common with a record."""

    def __init__(self, text: str, record: RecordZh) -> None:
        self.text, _ = canonical(text)
        if not _UNSURE.search(record.text):
            self.text = self.text.replace("确诊", "诊断")  # a diagnosis of a record that doubts nothing
        self.ground = Ground(self.text)
        numbers = amounts(self.text)
        said = [Atom("#", a.start, a.end, a.start // _STEP, a) for a in numbers]
        taken = [(a.start, a.end) for a in numbers]
        taken += [m.span("surname") for m in _SURNAME.finditer(self.text) if m["surname"] == record.surname]
        taken += [m.span("verb") for m in _FROM_TO.finditer(self.text) if _goes(m, record)]
        for run in _RUN.finditer(self.text):
            for start, end in _free(run.start(), run.end(), taken):
                said += _cut(self.text, start, end, record)
        self.atoms = Atoms(sorted(said, key=lambda a: a.start), [])
        self.at = {atom: self.ground.at(atom.start) for atom in self.atoms.said}

    @cached_property
    def amounts(self) -> list[tuple[Atom, Amount]]:
        """The numbers."""
        return [(atom, atom.amount) for atom in self.atoms.said if atom.amount is not None]

    def gap(self, a: Atom, b: Atom) -> bool:
        """Does a list or a new clause begin between two atoms?"""
        return self.at[a].clause != self.at[b].clause


def _goes(change: re.Match[str], record: RecordZh) -> bool:
    """Does "由112降至98" go the way of its own numbers, and of their order in the record?"""
    first, last = float(change["first"]), float(change["last"])
    places = [(atom.start, amount.raw) for atom, amount in record.amounts]
    before = min((start for start, raw in places if raw == (first,)), default=len(record.text))
    return (first > last) is (change["verb"] in ("降至", "缩至")) and any(
        start > before for start, raw in places if raw == (last,)
    )


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A run without its numbers."""
    found = []
    for a, b in sorted(taken):
        if a < end and start < b:  # a run may begin inside a number: "1.5厘米"
            found.append((start, max(a, start)))
            start = b
    return [(a, b) for a, b in [*found, (start, end)] if a < b]


def _cut(text: str, start: int, end: int, record: RecordZh) -> list[Atom]:
    """Longest strings of the record first, where they are longer than a plain word; what is neither stands alone."""
    found: list[Atom] = []
    while start < end:
        plain = next((len(word) for word in _PLAIN if text.startswith(word, start) and start + len(word) <= end), 0)
        longest = _longest(text, start, end, record)
        whole = next((len(word) for word in _WHOLE if text.startswith(word, start)), 0)
        if plain and plain >= longest and not whole:
            start += plain
            continue
        length = max(longest, whole, 1)
        found.append(Atom(text[start : start + length], start, start + length, start // _STEP))
        start += length
    return found


def _longest(text: str, start: int, end: int, record: RecordZh) -> int:
    """How many characters from here the record has in a row: two at least, and no side without what it is a side of."""
    last = next((stop for stop in range(end, start + 1, -1) if text[start:stop] in record.text), start)
    while last > start and last < end and text[last - 1] in _SIDES:
        last -= 1
    return last - start if last - start > 1 else 0


def _said_clauses(text: str, ground: Ground, numbers: list[Amount]) -> list[tuple[int, int]]:
    """The clauses that say something beside numbers."""
    by_clause: dict[int, list[int]] = defaultdict(list)
    inside = {place for a in numbers for place in range(a.start, a.end)}
    for place, letter in enumerate(text):
        if letter.isalnum() and place not in inside:
            by_clause[ground.at(place).clause].append(place)
    return [(places[0], places[-1] + 1) for places in by_clause.values()]
