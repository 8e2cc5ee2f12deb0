"""Parts of the day: "in the evening" tells of 21:00, where the record gives the clock's time and no word."""

from __future__ import annotations

from core.narrative.amount import Amount
from core.narrative.atoms import Atom
from core.narrative.wordings import word_key, wordings

# From and to which hour; of a night beyond midnight.
_HOURS = {"smallhours": (0, 6), "morning": (5, 12), "afternoon": (12, 18), "evening": (17, 23), "night": (20, 30)}


def part_of_day(atom: Atom) -> Amount | None:
    """The hours of a part of the day; None for any other word."""
    hours = _by_key().get(atom.key)
    values = (float(hours[0]), float(hours[1])) if hours else ()
    return Amount(values, "part", atom.start, atom.end, values) if hours else None


def _by_key() -> dict[str, tuple[int, int]]:
    same = wordings().same
    ways = {word: tuple(word_key(part) for part in word.split()) for word in _HOURS}
    return {same.get(way, way)[0]: _HOURS[word] for word, way in ways.items()}
