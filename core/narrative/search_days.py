"""Days of a sentence in the record: what is told of Monday the record tells of Monday."""

from __future__ import annotations

from core.narrative.atoms import Atom
from core.narrative.plain_words import speaks
from core.narrative.search import Search
from core.narrative.wordings import word_key

WRONG_DAY = "the record says this of another day"
_DAYS = frozenset(
    word_key(word)
    for word in (
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight "
        "january february march april may june july august september october november december"
    ).split()
)
_KINDS = frozenset(("clock", "date", "time", "months"))
_TODAY = word_key("today")
_REACH = 20  # words between a day and what happened on it
_LEADING = frozenset("since until before after during about around only first last next this that".split())
_FEW = 2  # things that are the day's as likely as not
_BESIDE = 3  # words between a day and a plain word that may be what happened: "admitted on Monday"


def find_days(search: Search) -> None:
    """Look for each day beside what it is the day of. Today is the day of whatever the record gives no other."""
    for day in search.said.atoms.said:
        days = [b for b in search.record.by_key[day.key] if b.amount is None] if day.key in _DAYS else []
        if not days or any(_of_the_day(search, b, c) for b in days for c in _told_plainly(search, day)):
            continue
        homes = [home for thing in _nearest(search, day) for home in _by_its_name(search, thing)]
        if not homes or any(_of_the_day(search, b, c) for b in days for c in homes):
            continue
        if day.key != _TODAY or all(_has_another(search, c) for c in homes):
            search.object(WRONG_DAY, day)


def _told_plainly(search: Search, day: Atom) -> list[Atom]:
    """Where the record has the plain words that stand right beside the day here."""
    said = search.said
    words = [a for a in said.atoms.said if a.amount is None and a not in search.content and a.key not in _DAYS]
    beside = [a for a in words if abs(a.place - day.place) <= _BESIDE and _tells(said.text[a.start : a.end])]
    return [b for a in beside for b in search.find(a)]


def _tells(word: str) -> bool:
    """Does a plain word tell what happened, rather than lead to the day?"""
    return speaks(word) and word.lower() not in _LEADING


def _nearest(search: Search, day: Atom) -> list[Atom]:
    """What the sentence tells nearest to the day, in its clause if there is anything."""
    said = search.said
    things = [a for a in search.told() if a.amount is None and a.key not in _DAYS]
    mine = [a for a in things if not said.gap(a, day)] or things
    return sorted(mine, key=lambda a: abs(a.place - day.place))[:_FEW]


def _by_its_name(search: Search, thing: Atom) -> list[Atom]:
    """Where the record has it, by its own name if anywhere: a finding stands on other words, too."""
    homes = search.homes[thing]
    return [home for home in homes if home.key == thing.key] or homes


def _of_the_day(search: Search, day: Atom, thing: Atom) -> bool:
    """Does the record tell the thing of the day: in one sentence, with no other time between them, or behind a day
    that stands over all that follows?"""
    record = search.record
    if record.text[day.end : day.end + 1] == ":" and day.start < thing.start:
        return True
    if record.at[day].sentence != record.at[thing].sentence or abs(day.place - thing.place) > _REACH:
        return False
    clause = record.at[thing].clause
    if clause != record.at[day].clause and any(
        b.key in _DAYS and record.at[b].clause == clause for b in record.atoms.said
    ):
        return False  # of "since Tuesday cough, since yesterday swelling" the cough has its own
    first, last = sorted((day.place, thing.place))
    return not any(first < b.place < last and _is_time(b) for b in record.atoms.said)


def _has_another(search: Search, thing: Atom) -> bool:
    """Does the record give the thing a day in its own sentence?"""
    at = search.record.at
    here = [b for b in search.record.atoms.said if at[b].sentence == at[thing].sentence]
    return any(b.key in _DAYS for b in here)


def _is_time(atom: Atom) -> bool:
    return atom.key in _DAYS or (atom.amount is not None and atom.amount.kind in _KINDS)
