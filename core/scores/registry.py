"""All calculators: one file a clinical area, joined here."""

from __future__ import annotations

from core.scores.areas import acute, arrhythmia, chest_pain, haemodynamics, kidney, respiratory, thrombosis
from core.scores.calculator import Calculator

_AREAS = (acute, chest_pain, arrhythmia, respiratory, thrombosis, kidney, haemodynamics)

CALCULATORS: dict[str, Calculator] = {c.id: c for area in _AREAS for c in area.CALCULATORS}


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


_BY_NAME = {_plain(name): c for c in CALCULATORS.values() for name in (c.id, c.zh, *c.names)}


def find(name: str) -> Calculator | None:
    """A calculator by its id or any of its names, whatever the capitals."""
    return _BY_NAME.get(_plain(name))
