"""How an injury happened: the dangerous mechanisms of the rules for head and neck, by their words."""

from __future__ import annotations

from core.scores.areas.parts import sign
from core.scores.inputs import Input


def _fall(feet: str, metres: str) -> str:
    """A fall from so many feet or metres."""
    return (
        r"(?:\bfall|\bfell|\bdropped)\b[^.;]{0,40}?(?<![\d.])"
        rf"(?:(?:{feet})(?:\.\d+)?[- ]?(?:feet|foot|ft)|(?:{metres})[- ]?(?:m|met(?:er|re)s?))\b"
    )


_ALWAYS = (
    r"eject(?:ed|ion)(?! fraction)|pedestrian (?:was )?(?:struck|hit)"
    r"|(?:struck|hit|knocked down|run over) by (?:a |an )?(?:car|vehicle|motor|bus|truck|lorry|van)"
    r"|fell (?:from |off )?(?:a |the )?(?:ladder|roof|height)"
)
_THREE_FEET = _fall(r"[3-9]|\d\d|three|four|five|six|seven|eight|nine|ten", r"0\.9\d?|[1-9]\d?(?:\.\d+)?")
_FIVE_FEET = _fall(r"[5-9]|\d\d|five|six|seven|eight|nine|ten", r"1\.[5-9]\d?|[2-9](?:\.\d+)?|\d\d")
_STAIRS = r"\b(?:[5-9]|\d\d|five|six|seven|eight|nine|ten|twelve|a flight of) (?:stairs|steps)"
_ADULT = f"{_ALWAYS}|{_THREE_FEET}|{_STAIRS}"
_CHILD = rf"{_ALWAYS}|roll(?:ed)?[- ]?over|death of (?:another|a) passenger|struck by (?:a )?high[- ]impact"
# Struck pedestrians and falls from a horse are not in the table of 2001; they count, for the higher is the safer.
_NECK = (
    rf"{_ADULT}|roll(?:ed)?[- ]?over|high[- ]speed|\b1\d\d ?km/?h|\b(?:6[2-9]|[7-9]\d|1\d\d) ?mph"
    r"|axial load\w*|\bdiv(?:ed?|ing)\b|motorcycl\w+|quad ?bike|\bATV\b|all-terrain vehicle|snowmobile|jet[- ]?ski"
    r"|(?:bicycle|bike) (?:crash|collision|accident)|cyclist (?:was )?(?:struck|hit)"
    r"|(?:thrown|fell|came) (?:from|off) (?:a|the|his|her) (?:bicycle|bike|horse)"
)
_LEVEL = r"(?:ground|standing)[- ](?:level|height)|tripped"


def _mechanism(en: str, zh: str, words: str, against: str) -> Input:
    return sign("mechanism", en, zh, words=words, against=f"{_LEVEL}|{against}")


def _severe(fall: str) -> Input:
    harmless = r"low[- ]height|fell off (?:the |a )?(?:sofa|couch|bed)"
    return _mechanism("severe mechanism of injury", "严重致伤机制", f"{_CHILD}|{fall}", harmless)


HEAD = _mechanism("dangerous mechanism", "危险致伤机制", _ADULT, r"slipped|same[- ]level")
"""Of the Canadian CT head rule: thrown out, struck by a vehicle, or a fall from 3 feet (0.9 m) or five stairs."""

NECK = _mechanism("dangerous mechanism", "危险致伤机制", _NECK, r"slipped|same[- ]level")
"""Of the Canadian C-spine rule: besides a load on the head, speed, rolling over, motor sports, and bicycles."""

INFANT = _severe(_THREE_FEET)
"""Of PECARN below two years, with a fall from above 3 feet (0.9 m)."""

CHILD = _severe(_FIVE_FEET)
"""Of PECARN from two years, with a fall from above 5 feet (1.5 m)."""
