"""Reads the French national thesaurus of drug interactions (ANSM) from its package.

Two JSON files: an index that says which substances belong to which class, and the thesaurus, whose entries name two
substances or classes, one or more levels with the conditions they hold under, and the mechanism. All text is French.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from core.knowledge.pharmacy_rules import SEVERITIES, Severity
from core.system.errors import KnownError

_LEVELS: dict[str, Severity] = {
    "contre-indication": "contraindicated",
    "association deconseillee": "major",
    "precaution d'emploi": "moderate",
    "a prendre en compte": "minor",
    "il convient de prendre en compte": "minor",
}
# How a text begins that narrows a level to certain drugs, doses, routes or patients; all others say what to do.
_NARROWS = re.compile(
    r"(?:[:\-–]|avec\b|sauf\b|chez\b|entre\b|en cas (?:d'insuffisance|de fonction)|pour\b"
    r"|la contre-indication s'applique|contre-indique sauf|dans l'attente|en dehors)"
)


class Level(NamedTuple):
    """One grade of an entry: `text` (folded French) says when it holds or what to do."""

    severity: Severity
    text: str

    @property
    def narrow(self) -> bool:
        """Whether it holds for certain drugs, doses, routes or patients only."""
        return _NARROWS.match(self.text) is not None


class Pair(NamedTuple):
    """An entry: two substances or classes by their folded French names."""

    left: str
    right: str
    levels: tuple[Level, ...]
    mechanism: str

    @property
    def gravest(self) -> Severity:
        """The gravest of its levels, whether or not its conditions are met."""
        return min((level.severity for level in self.levels), key=SEVERITIES.index)

    @property
    def severity(self) -> Severity:
        """How grave the pair is when nothing is known of dose, route and patient.

        That is its mildest level. Where a graver one waits behind a condition that may be met, it is at least moderate.
        """
        mildest = max((level.severity for level in self.levels), key=SEVERITIES.index)
        if self.gravest not in ("contraindicated", "major"):
            return mildest
        if len(self.levels) == 1:
            return "moderate" if self.levels[0].narrow or _NARROWS.match(self.mechanism) else self.gravest
        return min(mildest, "moderate", key=SEVERITIES.index)


class Thesaurus(NamedTuple):
    """The entries, each pair once, and the substances of each class, all by folded French names."""

    pairs: tuple[Pair, ...]
    members: dict[str, tuple[str, ...]]

    def substances(self, side: str) -> tuple[str, ...]:
        """The substances that one side of a pair means."""
        return self.members.get(side, (side,))


def read_thesaurus(thesaurus: Path, index: Path) -> Thesaurus:
    """Read both files. Raises KnownError for a level that is not one of the four."""
    members: dict[str, list[str]] = {}
    for substance in json.loads(index.read_text(encoding="utf-8")):
        for name in substance["drug_classes"]:
            members.setdefault(fold(name), []).append(fold(substance["substance"]))
    pairs: dict[tuple[str, str], Pair] = {}
    for entry in json.loads(thesaurus.read_text(encoding="utf-8")):
        left, right = sorted((fold(entry["main_drug"]), fold(entry["plus_drug"])))
        levels = tuple(_level(level["level"], level["info"]) for level in entry["severity_levels"])
        pair = Pair(left, right, levels, fold(entry["interaction_mechanism"]))
        known = pairs.setdefault((left, right), pair)
        # Nearly every pair stands in the thesaurus twice, once under each name; the fuller one counts.
        if len(known.levels) < len(levels):
            pairs[left, right] = pair
    return Thesaurus(tuple(pairs.values()), {name: tuple(dict.fromkeys(who)) for name, who in members.items()})


def _level(name: str, text: str) -> Level:
    severity = _LEVELS.get(fold(name))
    if severity is None:
        raise KnownError(f"the interaction thesaurus has a level that is not known: {name}")
    return Level(severity, fold(text))


def fold(text: str) -> str:
    """Lower case without accents, line breaks and the blanks that the type-setting left behind hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.replace("’", "'")) if not unicodedata.combining(c))
    return re.sub(r"(?<=\w)- (?=\w)", "-", " ".join(plain.lower().split()))


def without_parentheses(name: str) -> str:
    """A folded name without what stands in parentheses: "abciximab (c 7e3b fab)" is abciximab."""
    return " ".join(re.sub(r"\([^)]*\)", " ", name).split())


def plain_class(name: str) -> str:
    """A class by its own name where the thesaurus says "the others of it"."""
    return name.removeprefix("autres ")
