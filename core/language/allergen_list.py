"""Where a list of allergies ends: a note goes on with the story without a heading, and none of that is an allergen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.language.allergy_items import items_of
from core.language.en.allergens import (
    is_allergen_alone,
    is_no_allergen,
    is_side_effect,
    names_allergen,
    says_reaction,
    tells_reaction,
)
from core.language.model import AllergyItem

_CUT = re.compile(r"(?P<weak>[,;])|(?P<strong>\.(?=\s|$)|\n)")
_BULLET = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s")
# Behind "no known drug allergies": what makes an exception of it, and where the statement itself is over.
_EXCEPT = re.compile(
    r"[^.;\n]{0,25}?\b(?:but|al?though|though|however|except(?:ing|ion)?(?: (?:for|of))?|apart from|other than|"
    r"aside from|bar|save),?\s(?!no\b)(?:for\s|that\s)?",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"[^.;,\n]{0,30}?[.;,\n]")
_TAKEN = re.compile(r"\b(?:doses?|given|takes|taken|started|stopped)\b", re.IGNORECASE)
_AFTER_NONE = 160  # characters behind the statement
_BLANK_LINE = re.compile(r"[ \t]*\n")


def list_end(text: str, start: int, end: int) -> int:
    """The place where the list that begins at `start` is over, `end` at the latest.

    A comma goes on with the list unless what follows can be no allergen; a full stop does so only before another
    substance, or a reaction; a new line does in a list that stands in lines of its own, or behind a bullet.

    >>> text = "aspirin. Central chest pain, BP 80/40"
    >>> text[: list_end(text, 0, len(text))]
    'aspirin.'
    """
    in_lines = not text[start:end].split("\n", 1)[0].strip()
    seen = False
    for begin, finish, after in _pieces(text, start, end):
        piece = text[begin:finish]
        if not piece.strip():
            if seen and after == "\n" and _BLANK_LINE.match(text, begin, end):
                return begin
            continue
        bullet = after == "\n" and (in_lines or _BULLET.match(piece) is not None)
        if is_no_allergen(piece) or (seen and after in ("\n", ".") and not bullet and not names_allergen(piece)):
            return begin
        seen = True
    return end


def items_after_none(text: str, end: int) -> Iterator[AllergyItem]:
    """What is listed although the statement that ends here says that there are none.

    "NKDA. Latex (rash)", "NKDA except penicillin", "no allergies but ibuprofen upsets his stomach". A drug alone is one
    that is taken; one with a reaction, or behind "except", is not tolerated. What many have of it who are not allergic
    is an intolerance.
    """
    except_for = _EXCEPT.match(text, end, end + 60)
    lead = _UP_TO.match(text, end, end + 40)
    start = except_for.end() if except_for else lead.end() if lead else end
    stop = min(len(text), start + _AFTER_NONE)
    if lead is None and except_for is None:
        return
    for begin, finish, _ in _pieces(text, start, stop):
        piece = text[begin:finish]
        if not piece.strip():
            continue
        told = tells_reaction(piece) or (says_reaction(piece) and names_allergen(piece.split("(")[0]))
        if (
            is_no_allergen(piece)
            or _TAKEN.search(piece)
            or not (told or is_allergen_alone(piece) or (except_for and names_allergen(piece)))
        ):
            return
        for found in items_of(text, begin, finish, "allergy"):
            yield found.model_copy(update={"kind": "intolerance"}) if is_side_effect(found.reaction) else found


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The items between the cuts, each with the cut before it; what stands in brackets is not cut."""
    place, after, depth_end = start, "", start
    for match in _CUT.finditer(text, start, end):
        if match.start() < depth_end:
            continue
        opened = text.find("(", place, match.start())
        if opened >= 0 and text.find(")", opened, match.start()) < 0:
            closed = text.find(")", opened, min(end, opened + 80))
            if closed >= 0 and "\n" not in text[opened:closed]:
                depth_end = closed
                continue
        yield place, match.start(), after
        place, after = match.end(), match.group()
    yield place, end, after
