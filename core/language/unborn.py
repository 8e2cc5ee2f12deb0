"""Whose heart a rate is of: on a CTG, by a Doppler or a Pinard it is the child's, and never the mother's pulse."""

from __future__ import annotations

import re

PULSE, FETAL = "heart-rate", "fetal-heart-rate"
# In small letters: where none of these stands nobody speaks of a child that is to be born.
_CUES = ("fetal", "foetal", "fetus", "foetus", "fh", "ctg", "cardiotoco", "baby", "doppler", "sonicaid",
         "pinard", "twin")  # fmt: skip
_CHILD = (
    r"(?:f(?:o)?etal(?: heart)?|f(?:o)?etus|FHR?|FHH|FHTs?|CTG|cardiotocogra\w+|sonicaid|pinard|"
    r"twin (?:[12AB]|one|two)|baby(?:['’]?s)?(?: heart)?|(?<!duplex )(?<!leg )(?<!venous )doppler)"
)
# From the word for the child to its rate nothing stands that is a value, another person's or another pulse.
_OF_CHILD = re.compile(
    rf"\b{_CHILD}\b(?:(?!\b(?:maternal|mother\w*|mat|mum\w*|mom|MHR|her|she|pulse|BP|RR|temp|sats|SpO2|HR)\b)"
    r"[^.;\d\n]){0,60}(?:\d{2,3}\s?[-–]\s?)?$",
    re.IGNORECASE,
)
_ON_TRACE = re.compile(
    r"\s?(?:bpm|beats per minute|/\s?min)?\s?\(?(?:on|by|with|via|from|heard with) (?:the |an? )?"
    r"(?:CTG|cardiotoco|doppler|sonicaid|pinard|f(?:o)?etal)",
    re.IGNORECASE,
)
_MOTHER = re.compile(r"\b(?:maternal|mother\w*|mat|mum\w*|mom|MHR|her)\b[^.;,\n]{0,20}$", re.IGNORECASE)
_NAMED = re.compile(rf"\b{_CHILD}['’]?s?\W{{1,3}}(?:(?:baseline|heart|rate|mean)\W{{1,2}}){{0,3}}$", re.IGNORECASE)
# A baby is one to be born where the record speaks of a pregnancy or a labour; else the baby may be the patient.
_CARRIED = re.compile(
    r"\b(?:pregnan\w+|gestation\w*|antenatal|labou?r|contract(?:ing|ions?)|CTG|f(?:o)?etal|f(?:o)?etus|FHR?|uterus|uterine|"
    r"midwi\w+|obstetric\w*|trimester|gravida|G\d\s?P\d|\d\d\s?\+\s?\d|\d\d/40|placenta\w*|liquor|membranes|kicks?|"
    r"fetal movements|in utero|womb|doppler|sonicaid|bump)\b",
    re.IGNORECASE,
)
_BABY = re.compile(r"\bbaby", re.IGNORECASE)


def speaks_of_unborn(text: str) -> bool:
    """May a text speak of the heart of a child that is to be born?"""
    lower = text.lower()
    return any(cue in lower for cue in _CUES)


def is_of_unborn(text: str, start: int, end: int, named: bool) -> bool:
    """Is the rate of a heart between these places that of a child to be born, by what stands before it? `named`: it
    bears a name of its own ("HR", "pulse"), which only a word for the child right before it makes the child's."""
    before = text[max(0, start - 90) : start]
    found = (_NAMED if named else _OF_CHILD).search(before)
    if found is None:
        return _ON_TRACE.match(text, end) is not None and _MOTHER.search(before) is None
    return _BABY.match(found.group()) is None or _CARRIED.search(text) is not None
