"""The substances of a list of allergies, each with what it did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from core.language.en.allergens import GAVE, NOT_TOLERATED, UPSET
from core.language.model import AllergyItem

_REACTION_ALONE = re.compile(r"(?:reactions?|severity|type)$", re.IGNORECASE)
_OF_KIN = re.compile(
    r"(?:(?:his|her|my|their) )?(?:mum|mom|mother|dad|father|parents?|brother|sister|son|daughter|wife|husband|"
    r"partner)\s(?:is |has |was )?(?:also )?(?:allerg|anaphyl|intoleran)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\s+(?:(?:in|during|at|when|while|last|since|aged?|as an?)\s\w.*|(?:19|20)\d\d\b.*|(?:\w+ )?years ago|"
    r"previously)$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[^,;.\n。；，、]|\.(?!\s|$))+")
_LEAD = re.compile(
    r"(?:that )?(?:(?:he|she|they|i|pt|patient) )?(?:(?:is |was )?(?:allergic|intolerant|sensitive|hypersensitive|"
    rf"allergy|intolerance) (?:to|of)|{NOT_TOLERATED})\s+|that\s+",
    re.IGNORECASE,
)
_REACTION = re.compile(
    r"[(（](?P<bracket>[^)）\n]{2,60})[)）]?|(?:\s(?:[-–—]+>?|>+)\s?|\s*:\s?|\s*→\s?|=|\bcauses?\b|\bcausing\b|"
    rf"\bwith\b|\bleading to\b|{GAVE})\s*(?P<tail>.{{2,60}})|{UPSET}"
)
EMPTY = re.compile(
    r"^(?:none|no|nil|n/a|unknown|not known|nka|nkda|denies|see (?:list|chart)|not documented|to|"
    r"and|or|known|drug|anything|nothing|allerg\w*)\b.{0,12}$|^(?:无|否认|未|不详|没有)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"^(?:对)?(?P<name>.{2,}?)(?:类)?(?:药物|食物)?(?:过敏(?:史)?|\s+allergy)$", re.IGNORECASE)
Kind = Literal["allergy", "intolerance"]


def kind_of_list(said: str) -> Kind:
    """What words that open a list call it: "Intolerances:", but "Allergies and intolerances:" is a list of either."""
    return "intolerance" if "ntoleran" in said.lower() and "llerg" not in said.lower() else "allergy"


def items_of(text: str, start: int, end: int, kind: Kind) -> Iterator[AllergyItem]:
    """The substances of a list of one kind, each with its reaction, and with its own kind where it says so itself."""
    depth_safe = re.sub(
        r"\(([^)\n]*)\)", lambda m: m.group().replace(",", "\x00").replace(";", "\x00"), text[start:end]
    )
    for part in _ITEM.finditer(depth_safe):
        raw = text[start + part.start() : start + part.end()]
        for offset, piece in _split_and(raw):
            reaction = _REACTION.search(piece)
            substance = piece[: reaction.start()] if reaction else piece
            lead = len(substance) - len(substance.lstrip(" \t-*•.:0123456789)"))
            said_so = _LEAD.match(substance, lead)
            lead = said_so.end() if said_so else lead
            name = _WHEN.sub("", substance[lead:]).strip(" \t.-*•:\"'")
            if _REACTION_ALONE.match(name) or _OF_KIN.match(name):
                continue
            if bare := _SUFFIX.match(name):  # "青霉素过敏", "cefalexin allergy" under the heading of allergies
                lead += bare.start("name")
                name = bare.group("name")
            if not (2 <= len(name) <= 60) or EMPTY.match(name) or len(name.split()) > 5:
                continue
            at = start + part.start() + offset + lead
            said = _closed(next((told for told in reaction.groups() if told), "")) if reaction else ""
            own = kind_of_list(f"{said_so.group() if said_so else ''} {said}") if "ntoleran" in piece.lower() else kind
            own = "intolerance" if said_so and "tolerat" in said_so.group().lower() else own
            yield AllergyItem(substance=name, kind=own, reaction=said or None, start=at, end=at + len(name))


def _closed(told: str) -> str:
    """A reaction with the brackets that belong to it, and no other: "anaphylaxis (age 6)".

    >>> _closed("anaphylaxis (age 6)"), _closed("rash)."), _closed("rash (mild")
    ('anaphylaxis (age 6)', 'rash', 'rash (mild)')
    """
    said = told.strip(" .")
    while said.endswith(")") and said.count(")") > said.count("("):
        said = said[:-1].rstrip(" .")
    return f"{said})" if said.count("(") > said.count(")") else said


def _split_and(raw: str) -> Iterator[tuple[int, str]]:
    if "(" in raw:
        yield 0, raw
        return
    place = 0
    for match in re.finditer(r"\s(?:and|or|&)\s|\.\s", raw, re.IGNORECASE):
        yield place, raw[place : match.start()]
        place = match.end()
    yield place, raw[place:]
