"""Changes: "fell to 1.4" goes the way that the record's two values of the same thing go, "improved to 94%" towards the
normal range. Then the numbers, which are looked for by themselves, say it all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.language.model import Measurement
from core.narrative.amount import Amount
from core.narrative.atoms import Atom
from core.narrative.model import Span
from core.narrative.plain_words import PLAIN
from core.narrative.search import Text
from core.narrative.told import Told

_UP = re.compile(r"r[io]se[ns]?|rising|increased|climbed|gone up|went up|came up|come up|up", re.IGNORECASE)
_DOWN = re.compile(
    r"fallen|fell|falling|dropped|drop|decreased|declined|reduced|come down|came down|gone down|went down|down",
    re.IGNORECASE,
)
_BETTER = re.compile(r"improved|improving|improvement|recovered|settled|settling|better", re.IGNORECASE)
_WORSE = re.compile(r"worsened|worsening|deteriorated|deteriorating|worse", re.IGNORECASE)
_CHANGE_NEAR = 12  # words between "fell" and the second number
_TO = re.compile(r"(?:to|at|now|is|with)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_VALUE_NEAR = 4  # words between a name and its value in the record
_NEXT_NEAR = 7  # words between one value of a thing and the next
# What tells in the record that a value written behind another is the older one.
_OLDER_BEFORE = re.compile(r"\b(?:from|was|previously|baseline|usually|booking)\s*(?:of\s)?$", re.IGNORECASE)
_OLDER_BEHIND = re.compile(
    r"[^\d.,;)]{0,12}\b(?:yesterday|on admission|at presentation|on arrival|before|previously|at baseline"
    r"|pre-?op\w*|at (?:the )?start|at booking|last (?:week|month|year)"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)
# Scores of which less is better, where no reference range tells it.
_LESS_IS_BETTER = frozenset("nihss phq-9 gad-7 pain-score das28 acq news2-stated 4at".split())


def from_to(said: Text, record: Text, atom: Atom) -> bool:
    """Does "fell from 23 to 19", or "rose to 118 from 84", go the way that its own numbers go?"""
    word = said.text[atom.start : atom.end].lower()
    up, down = _UP.fullmatch(word) is not None, _DOWN.fullmatch(word) is not None
    behind = [amount for b, amount in said.amounts if atom.place < b.place <= atom.place + _CHANGE_NEAR]
    between = said.text[atom.end : behind[1].start].lower() if len(behind) > 1 else ""
    if not (up or down) or "from " not in between or not re.search(r"\bto\b", between):
        return False
    first, last = behind[0].values, behind[1].values
    if behind[0].kind != behind[1].kind:  # "to 118 from a baseline of 84 umol/L": the unit stands behind one of them
        if behind[0].kind and behind[1].kind:
            return False
        first, last = behind[0].raw, behind[1].raw
    turned = between.find("from ") > between.find("to ")
    if turned:
        first, last = last, first
    own = len(first) == len(last) and (first < last if up else first > last)
    return own and not _goes_back(said, record, atom, *(reversed(behind[:2]) if turned else behind[:2]))


def _goes_back(said: Text, record: Text, atom: Atom, first: Amount, last: Amount) -> bool:
    """Does the record have the two values of the thing in the other order of time?"""
    if not isinstance(said, Told) or not isinstance(record, Told):
        return False
    for places in _chain(record, [b for a in _things(said, atom) for b in record.by_key[a.key]]):
        series = _series(record, places)
        old = [n for n, amount in enumerate(series) if first.same(amount)]
        new = [n for n, amount in enumerate(series) if last.same(amount)]
        if old and new and min(old) > max(new):
            return True
    return False


def changes_told(said: Told, record: Told, measured: Sequence[Measurement]) -> list[Span]:
    """Words of change in a sentence that go the way of the record's values, and the values that they lead to."""
    found: list[Span] = []
    for atom in said.atoms.said:
        at = said.at[atom]
        if at.denied or at.hedge or at.whose != "patient" or _way(said, atom) is None:
            continue
        last = _told_last(said, atom)
        if last is not None and _goes(said, record, measured, atom, last):
            found += [(atom.start, atom.end), (last.start, last.end)]
        elif from_to(said, record, atom):
            found.append((atom.start, atom.end))
    return found


def _way(said: Told, atom: Atom) -> re.Pattern[str] | None:
    """Up, down, better or worse; None of a word that tells of no change."""
    word = said.text[atom.start : atom.end]
    return next((way for way in (_UP, _DOWN, _BETTER, _WORSE) if way.fullmatch(word)), None)


def _goes(said: Told, record: Told, measured: Sequence[Measurement], atom: Atom, last: Amount) -> bool:
    way = _way(said, atom)
    things = [b for a in _things(said, atom) for b in record.by_key[a.key]]
    series = [_series(record, places) for places in _chain(record, things)]
    return any(way is not None and _series_goes(measured, one, last, way) for one in series)


def _told_last(said: Told, atom: Atom) -> Amount | None:
    """The value that the sentence ends at: the number behind "to" or "at", else of "from 8 to 6" the second."""
    behind = [amount for b, amount in said.amounts if atom.place < b.place <= atom.place + _CHANGE_NEAR]
    return next((a for a in behind if _TO.search(said.text, 0, a.start)), None)


def _things(said: Told, atom: Atom) -> list[Atom]:
    """What changed: the nearest things before the word, in its clause if there are any."""
    before = [a for a in said.atoms.said if a.place < atom.place and a.amount is None and a.key not in PLAIN]
    return ([a for a in before if not said.gap(a, atom)] or before)[-2:]


def _chain(record: Told, things: list[Atom]) -> list[list[Atom]]:
    """Every place of each thing, with what is said of the patient alone and not denied."""
    by_key: dict[str, list[Atom]] = {}
    for b in things:
        if record.at[b].whose == "patient" and not record.at[b].denied:
            by_key.setdefault(b.key, []).append(b)
    return [sorted(places, key=lambda b: b.place) for places in by_key.values()]


def _series(record: Told, places: list[Atom]) -> list[Amount]:
    """The values of a thing from the oldest to the newest."""
    older: list[Amount] = []
    newer: list[Amount] = []
    for place in places:
        row = _row(record, place)
        for number, amount in enumerate(row):
            late = number and (
                _OLDER_BEFORE.search(record.text, 0, amount.start) or _OLDER_BEHIND.match(record.text, amount.end)
            )
            (older if late else newer).append(amount)
    return [*older, *newer]


def _row(record: Told, place: Atom) -> list[Amount]:
    """The values behind one mention of a thing, up to the next thing that has a value of its own."""
    row: list[tuple[Atom, Amount]] = []
    for b, amount in record.amounts:
        if b.place <= place.place or record.at[b].sentence != record.at[place].sentence:
            continue
        last = row[-1][0].place if row else place.place
        if b.place - last > (_NEXT_NEAR if row else _VALUE_NEAR) or amount.kind in ("clock", "date", "time", "months"):
            break
        if row and (row[0][1].kind != amount.kind and amount.kind and row[0][1].kind):
            break
        if row and _named_between(record, row[-1][0], b):
            break
        row.append((b, amount))
    return [amount for _, amount in row]


def _named_between(record: Told, first: Atom, second: Atom) -> bool:
    """Does something else stand right before the second number, so that it is the value of that?"""
    between = record.text[first.end : second.start]
    return ")" in between or ";" in between or re.search(r"[A-Za-z]\w*\s*$", _OLDER_BEFORE.sub("", between)) is not None


def _series_goes(measured: Sequence[Measurement], series: list[Amount], last: Amount, way: re.Pattern[str]) -> bool:
    places = [n for n, amount in enumerate(series) if last.same(amount)]
    for n in places:
        for earlier in series[:n]:
            first, second = earlier.values, series[n].values
            if len(first) != len(second) or first == second:
                continue
            if way is _UP or way is _DOWN:
                if (first < second) is (way is _UP):
                    return True
            elif (good := _good(measured, earlier, series[n])) is not None and good is (way is _BETTER):
                return True
    return False


def _good(measured: Sequence[Measurement], earlier: Amount, later: Amount) -> bool | None:
    """Is the later value better than the earlier one, by what their range tells; None where nothing tells it."""
    fell = later.values < earlier.values
    votes: set[bool] = set()
    for amount in (earlier, later):
        for known in (m for m in measured if m.start <= amount.start and amount.end <= m.end + 1):
            flag = (known.flag or "").removeprefix("critical-")
            if known.analyte in _LESS_IS_BETTER:
                votes.add(fell)
            elif flag in ("high", "low"):
                votes.add(fell is (flag == "high"))
    return votes.pop() if len(votes) == 1 else None
