"""Findings told as a story, in words that are no name: pain that comes with walking and goes with standing still."""

from __future__ import annotations

import re
from typing import NamedTuple

_KIND = r"(?:tight|pressing|squeezing|crushing|heavy|constricting|dull)"
_FEELING = (
    rf"(?:{_KIND}\s+(?:feeling|sensation)|(?:{_KIND}\s+)?(?:band|tightness|tightening|pressure|"
    r"squeezing|heaviness|weight|ache|aching|discomfort|pains?|vice|constriction|gripping|twinge))"
)
_CHEST = (
    r"(?:\s+\w+){0,2}\s+(?:across|in|on|over|around|behind)\s+(?:(?:the|his|her|my)\s+)?(?:\w+\s+)?"
    r"(?:chest|sternum|breastbone)"
)
_EFFORT = (
    r"(?:walk\w*|climb\w*|hills?|uphill|stairs|upstairs|exert\w*|effort|run\w*|rush\w*|hurr\w*|exercis\w*|digging|"
    r"mowing|cycl\w*|carr(?:y|ies|ying)|jog\w*|gardening|vacuuming|sweeping|shovel\w*|lift\w*)"
)
_WHEN = (  # as a rule, not once: "came on while he was carrying shopping" is no angina of effort
    r"(?:\W+\w+){0,4}?\W+(?:(?:when|whenever|every time|each time|any time|if|with|upon)\s+(?:\w+\s+){0,4}?|"
    rf"on\s+(?:\w+\s+)?){_EFFORT}\b"
)
# The other way round: the effort first, and what it brings. "When he walks", not "when he was walking".
_DOING = (
    r"(?:walk(?:s|ing)?|climb(?:s|ing)?|rush(?:es|ing)?|hurr(?:y|ies|ying)|runs?|running|exert(?:s|ing|ion)?|"
    r"exercis(?:es?|ing)|dig(?:s|ging)|mow(?:s|ing)|cycl(?:es?|ing)|carr(?:y|ies|ying)|jog(?:s|ging)?|gardening|"
    r"vacuuming|sweeping|shovell?(?:s|ing)|lift(?:s|ing))"
)
_WHENEVER = r"(?:when(?:ever)?|every time|each time|any ?time|if|on)\s+(?:(?!was\b|were\b|had\b)\w+\s+){0,3}?" + _DOING
_BRINGS = (
    r"(?:brings?(?:\s+\w+){0,2}?\s+on|brings?|gives?|causes?|triggers?|provokes?|sets?\s+off|makes?|produces?|"
    r"gets?|feels?|has|have|goes|comes?)"
)
_OF_THE_CHEST = (
    rf"(?:{_FEELING}{_CHEST}|chest\s+{_FEELING}|{_FEELING}\s+in\s+(?:\w+\s+){{0,2}}?(?:middle|centre|center)\s+of\s+"
    r"(?:the|his|her|my)\s+chest|chest\s+(?:goes|gets|feels|becomes|is)\s+(?:all\s+)?(?:tight|heavy|sore|painful)|"
    r"chest\s+(?:tightens|aches|hurts))"
)
_GOES = (
    r"(?:gone|goes|go|going|eas\w+|settl\w+|stops?|stopping|reliev\w+|resolv\w+|better|disappear\w*|pass\w*|subsid\w+|"
    r"wears off|abat\w+|lets up)"
)
_REST = (
    r"(?:rest\b|rests\b|rested\b|resting|stand(?:s|ing)? still|stood still|stops?\b|stopping|stopped|sits?\b|sitting|"
    r"sat down|slows?\b|slowing|paus\w+)"
)


class Story(NamedTuple):
    """The name of the finding that is told; what tells it, and which part of that is its span."""

    name: str
    cues: str  # words of which one stands in every telling: without them the costly pattern is not tried
    pattern: re.Pattern[str]


def told(name: str, cues: str, pattern: str) -> Story:
    """A story by its pattern, in capitals or not."""
    return Story(name, cues, re.compile(pattern, re.IGNORECASE))


STORIES = (
    Story(
        "exertional chest pain",
        "chest",
        re.compile(rf"\b(?:{_FEELING}{_CHEST}|chest\s+{_FEELING}){_WHEN}", re.IGNORECASE),
    ),
    Story(
        "exertional chest pain",
        "chest",
        re.compile(
            rf"\b(?:{_WHENEVER}\b(?:\W+\w+){{0,8}}?\W+|{_DOING}\b(?:\W+\w+){{0,4}}?\s+{_BRINGS}\b"
            rf"(?:\W+\w+){{0,4}}?\W+){_OF_THE_CHEST}\b",
            re.IGNORECASE,
        ),
    ),
    Story(
        "chest pain relieved by rest",
        "chest",
        re.compile(
            rf"\bchest\b[^.;]{{0,90}}?\b(?P<told>(?<!not )(?<!never ){_GOES}\s+(?:\w+\s+){{0,3}}?"
            rf"(?:within|when|once|with|on|after|by|in|if|as soon as)\s+(?:\w+\s+){{0,4}}?{_REST})",
            re.IGNORECASE,
        ),
    ),
)
