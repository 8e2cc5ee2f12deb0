"""Drinking told by the number of units: from 35 a week on it is heavy. Higher-risk drinking begins there for women, and
at 50 for men (NICE PH24); the lower bound serves both."""

from __future__ import annotations

import re

from core.language.en.stories import Story

_WEEKLY = r"(?:3[5-9]|[4-9]\d|[1-9]\d\d)(?:\s?(?:-|to)\s?\d+)?"
_DAILY = r"(?:[5-9]|[1-9]\d)(?:\s?(?:-|to)\s?\d+)?"
_UNITS = r"\s?\+?\s?(?:units?|u)\b(?:\s+(?:of\s+)?(?:alcohol|etoh))?"
_DRINK = r"\b(?:alcohol|etoh|drink\w*|drank|booze|wine|beers?|lager|spirits|vodka|whisk(?:e)?y)\b[^.;]{0,40}?"
_EVERY = r"\s*(?:a|per|each|every|/)\s?"

HABITS = (
    Story(
        "heavy alcohol use",
        "units unit u",
        re.compile(
            rf"{_DRINK}\b(?:{_WEEKLY}{_UNITS}{_EVERY}(?:week|wk)|{_DAILY}{_UNITS}(?:{_EVERY}(?:day|night)|\s+daily))\b",
            re.IGNORECASE,
        ),
    ),
)
