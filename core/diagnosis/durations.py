"""Findings that follow from how long another has lasted.

"Cough" with an onset three months ago is a cough for months, in whatever words the record puts it. The limits are those
that the findings' own names state.
"""

from __future__ import annotations

from math import inf

DAY, WEEK, MONTH, YEAR = 1.0, 7.0, 30.4, 365.25
PSYCHOSIS = (
    (0, MONTH, "BD:psychosis-under-one-month"),
    (MONTH, 6 * MONTH, "BD:psychosis-one-to-six-months"),
    (6 * MONTH, inf, "BD:psychosis-over-six-months"),
)
# What follows, with the days (from, to) in which it does; upper bound exclusive.
BY_DURATION: dict[str, tuple[tuple[float, float, str], ...]] = {
    "HP:0012735": (
        (WEEK, 3 * WEEK, "BD:cough-for-one-to-three-weeks"),
        (2 * WEEK, inf, "BD:cough-over-two-weeks"),
        (3 * MONTH, inf, "BD:cough-for-months"),
    ),
    "HP:0002014": ((2 * WEEK, inf, "BD:diarrhoea-over-two-weeks"),),
    "HP:0001945": ((5 * DAY, inf, "BD:fever-five-days"), (WEEK + DAY, inf, "BD:fever-over-one-week")),
    "HP:0012378": ((2 * WEEK, inf, "BD:fatigue-lasting-weeks"),),
    "HP:0001609": ((3 * WEEK, inf, "BD:hoarseness-over-three-weeks"),),
    "HP:0002027": (
        (DAY / 4, 2 * DAY, "BD:abdominal-pain-lasting-more-than-six-hours"),
        (2 * WEEK, inf, "BD:longstanding-abdominal-pain"),
    ),
    "HP:0100749": ((2 * WEEK, inf, "BD:chest-pain-for-weeks"),),
    "HP:0002315": ((WEEK, 8 * WEEK, "BD:persistent-headache-for-weeks"),),
    "HP:0033050": ((WEEK + DAY, inf, "BD:sore-throat-for-over-a-week"),),
    "HP:0000155": ((3 * WEEK, inf, "BD:mouth-ulcer-over-three-weeks"),),
    "HP:0100785": ((3 * MONTH, inf, "BD:insomnia-over-three-months"),),
    "BD:low-mood": ((2 * WEEK, inf, "BD:low-mood-over-two-weeks"),),
    "BD:excessive-worry": ((6 * MONTH, inf, "BD:worry-over-six-months"),),
    "HP:0008765": PSYCHOSIS,
    "BD:persecutory-delusions": PSYCHOSIS,
    "HP:0000746": PSYCHOSIS,
    "HP:0011999": PSYCHOSIS,
    "HP:0025769": PSYCHOSIS,
}


def not_yet(finding: str, days: float) -> list[str]:
    """What a finding that began so many days ago is still too short for.

    >>> not_yet("HP:0001945", 1)
    ['BD:fever-five-days', 'BD:fever-over-one-week']
    """
    return [follows for low, _, follows in BY_DURATION.get(finding, ()) if days < low]


def lasting(finding: str, days: float) -> list[str]:
    """What follows from a finding that began so many days ago.

    >>> lasting("HP:0012735", 100)
    ['BD:cough-over-two-weeks', 'BD:cough-for-months']
    """
    return [follows for low, high, follows in BY_DURATION.get(finding, ()) if low <= days < high]
