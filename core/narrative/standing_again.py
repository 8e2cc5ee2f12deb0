"""Words of standing that need not stand in the record to the letter: "stopped warfarin in March" of "took warfarin
until March", "is to start methotrexate" of "methotrexate is planned"."""

from __future__ import annotations

import re

from core.narrative.model import Span
from core.narrative.search_standing import standings_of
from core.narrative.standing import Kind, stretches
from core.narrative.standing_told import clause_of
from core.narrative.told import Told

_ENDED = re.compile(
    r"\b(?:stopped|discontinued|ceased|came off|(?:has )?come off|no longer|previously|former(?:ly)?|used to|ended)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:(?:is|was) (?:due |going |planned )?to (?:start|begin|commence|receive|take)|will (?:start|begin|receive)"
    r"|(?:is|was) planned|(?:will|is to|is due to) be (?:started|given)(?: on)?)\b",
    re.IGNORECASE,
)
# What was paused may go on, and what was declined or considered is no plan.
_PAUSED = re.compile(r"\b(?:paus\w+|withh\w+|held|hold|suspend\w*|omit\w*|missed|ran|run|out of)\b", re.IGNORECASE)
_NO_PLAN = re.compile(
    r"\b(?:declin\w+|refus\w+|consider\w*|offer\w*|discuss\w*|not|never|if|may|might)\b", re.IGNORECASE
)


def standings_told(said: Told, record: Told, drugs: list[tuple[Span, Kind]]) -> list[Span]:
    """Where the sentence says of a drug that it was stopped or is to begin, as the record does in other words."""
    found = stretches(record.text, tuple(record.ground.segments))
    told: list[Span] = []
    for atom in said.atoms.said:
        homes = record.by_key[atom.key] if atom.key.startswith("drug:") else []
        clause = clause_of(said.text, atom.start, atom.end)
        for marks, kind, unless in ((_ENDED, "over", _PAUSED), (_PLANNED, "ahead", _NO_PLAN)):
            match = marks.search(said.text, *clause)
            if match is None or not homes or said.at[atom].denied:
                continue
            around = [next((s for s in record.ground.segments if s[0] <= h.start < s[1]), (0, 0)) for h in homes]
            if all(kind in standings_of(record.text, h, found, drugs) for h in homes) and not any(
                unless.search(record.text, *segment) for segment in around
            ):
                told.append(match.span())
    return told
