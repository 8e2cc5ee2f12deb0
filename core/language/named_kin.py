"""Relatives whom a text calls by their first names: "her daughter Grace", "Omid (partner)"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAME = r"(?P<name>[A-Z][a-z]{2,})(?!['’])"
# What follows a name that is told something of; "Mother Parkinson disease" names a disease.
_SUBJECT = (
    r"(?=(?:\s+(?:himself|herself|also|still|now|never|recently|previously|currently))?\s+(?:has|had|is|was|takes|took"
    r"|suffers|suffered|died|smokes|smoked|drinks|drank|lives|lived|does|did|gets|got|developed|underwent|uses|used"
    r"|needs|needed|feels|felt|who|with)\b)|(?=:)|(?=['’]s\s)"
)


def named_kin(text: str, kin_of: Mapping[str, str]) -> dict[str, str]:
    """The first names of relatives in a text, each with the relation as `kin_of` has it.

    >>> named_kin("Found by her daughter Grace.", {"daughter": "daughter"})
    {'Grace': 'daughter'}
    """
    return {name: kin_of[kin] for name, (kin, _) in introduced(text, kin_of).items()}


def introduced(text: str, kin_of: Mapping[str, object]) -> dict[str, tuple[str, int]]:
    """Each first name with the word for its bearer, in small letters, and the place of the first mention."""
    kin = "|".join(re.escape(word) for word in kin_of if word.isascii())
    found: dict[str, tuple[str, int]] = {}
    for pattern in (
        *([rf"\b(?P<kin>(?i:twin))\s+(?:brother\s+|sister\s+)?of\s+{_NAME}"] if "twin" in kin_of else []),
        rf"\b(?P<kin>(?i:{kin}))(?:,|\s+is)?\s+(?:called\s+|named\s+)?{_NAME}",
        rf"(?<!Mr )(?<!Mrs )(?<!Ms )\b{_NAME}\s*(?:\(|,\s+(?:his|her|their|the)\s+)(?:\w+\s)?(?P<kin>{kin})\b(?! of)",
    ):
        for match in re.finditer(pattern, text):
            found.setdefault(match["name"], (match["kin"].lower(), match.start()))
    return found


def as_subjects(names: Mapping[str, str]) -> re.Pattern[str] | None:
    """Where one of the names begins what is told of its bearer; None where there are no names."""
    return re.compile(rf"\b(?P<name>{'|'.join(names)})\b(?:{_SUBJECT})") if names else None
