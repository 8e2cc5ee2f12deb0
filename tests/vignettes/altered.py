"""Vignettes made harder, so that the chances are fitted on more than what was written with the entries in reach.

A record in real life says what nobody understands, and much that has nothing to do with the matter. A vignette is seen
with two fifths of its sentences gone, with two fifths of another patient's sentences added, and with both; and as the
line that is all there often is: its first sentence in which something is found, and one other. The readings are cut and
joined, nothing is read again.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from core.language.model import Reading

KEPT = 0.6
ADDED = 0.4
ANOTHER = 0.5


class View(NamedTuple):
    """A record as it is seen: its text and what was read in it."""

    text: str
    reading: Reading


def views(own: View, stranger: View, chance: random.Random) -> Iterator[View]:
    """The vignette itself, then its four alterations."""
    yield own
    yield _without(own, _drawn(own, chance, 1 - KEPT))
    more = _with(own, stranger, _drawn(stranger, chance, ADDED))
    yield more
    yield _without(more, _drawn(own, chance, 1 - KEPT))
    yield _without(own, _all_but_a_line(own, chance))


def _all_but_a_line(view: View, chance: random.Random) -> Callable[[int | None], bool]:
    """All sentences but the first that says something of the patient, and one other such, by chance, or none."""
    telling = [
        (start, end)
        for start, end in view.reading.sentences
        if any(f.start is not None and start <= f.start < end for f in view.reading.findings)
    ]
    kept = telling[:1] + (chance.sample(telling[1:], 1) if len(telling) > 1 and chance.random() < ANOTHER else [])
    return lambda place: place is not None and not any(start <= place < end for start, end in kept)


def _drawn(view: View, chance: random.Random, share: float) -> Callable[[int | None], bool]:
    """A random part of the sentences: does a place of the text lie in one of them?"""
    drawn = [span for span in view.reading.sentences if chance.random() < share]
    return lambda place: place is not None and any(start <= place < end for start, end in drawn)


def _without(view: View, gone: Callable[[int | None], bool]) -> View:
    text = "".join(" " if gone(place) else letter for place, letter in enumerate(view.text))
    reading = view.reading
    kept = {
        "findings": tuple(f for f in reading.findings if not gone(f.start)),
        "measurements": tuple(m for m in reading.measurements if not gone(m.start)),
        "medications": tuple(m for m in reading.medications if not gone(m.start)),
    }
    return View(text, reading.model_copy(update=kept))


def _with(view: View, stranger: View, added: Callable[[int | None], bool]) -> View:
    offset = len(view.text) + 1
    text = "".join(letter if added(place) else " " for place, letter in enumerate(stranger.text))
    moved = tuple(
        f.model_copy(update={"start": f.start + offset, "end": f.end + offset})
        for f in stranger.reading.findings
        if added(f.start) and f.start is not None and f.end is not None
    )
    findings = (*view.reading.findings, *moved)
    return View(f"{view.text}\n{text}", view.reading.model_copy(update={"findings": findings}))
