"""Lists of what is not tolerated under headings that are lists of other things as well: "Alerts:", "ADRs:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.knowledge.base import Knowledge
from core.language.allergen_list import list_end
from core.language.allergen_names import drug_meant
from core.language.allergy_items import items_of, kind_of_list
from core.language.cues import places_of
from core.language.en.allergens import is_allergen_alone, is_antibiotic, is_suspect
from core.language.en.reaction_words import IS_REACTION
from core.language.model import AllergyItem

_CUES = ("allerg", "alert", "sensitivit", "adr", "adverse", "drug reaction", "wristband", "bracelet", "intoleran")
_HEADING = re.compile(
    r"(?:^|[.;!?\n|])[ \t*#-]*(?P<name>(?P<alert>(?:(?:medical|clinical|patient|safety|important|red|medic)[ -]?)*"
    r"(?:alerts?(?: (?:bracelet|tag|band|card))?|wristband|bracelet))|"
    r"(?:known |previous |past )?(?:drug |medication |medicine )?(?:hyper)?sensitivit(?:y|ies)|adrs?|"
    r"(?:known |previous |past )?adverse (?:drug )?(?:reactions?|events?)|(?:known |previous |past )?drug reactions?|"
    r"(?:drug )?intolerances?|(?:known |drug |medication |true )*allerg(?:y|ies|ens?)(?:/\w+| and \w+)?"
    r"(?: status| history| list| info\w*)?)[ \t]*[:=–-][ \t]*(?P<body>[^\n]{2,200})",
    re.IGNORECASE,
)
# Of germs, not of people: "Sensitivities: trimethoprim S, amoxicillin R".
_OF_GERMS = re.compile(
    r"\b(?:cultur\w*|grew|grown|growth|isolat\w*|organism\w*|coli|aureus|mrsa|pseudomonas|klebsiella|proteus|"
    r"enterococc\w*|"
    r"strep\w*|staph\w*|msu|csu|swab|sputum|mic|resistant|intermediate|susceptib\w*|sensitive)\b|"
    r"\b[A-Za-z-]{5,} ?[(:=-]? ?[SRI]\b(?![a-z-])"
)


def is_of_germs(text: str, heading: int, end: int) -> bool:
    """Is a list of sensitivities one of a culture?"""
    return _OF_GERMS.search(text, max(0, heading - 80), end) is not None


def items_under_headings(text: str, knowledge: Knowledge) -> Iterator[AllergyItem]:
    """The substances of such lists; under alerts only what is told with a reaction, or is hardly listed for another
    reason: warfarin is an alert because it is taken."""
    done = -1
    for cue in sorted(places_of(text.lower(), _CUES)):
        heading = _HEADING.search(text, max(0, cue - 40, done), min(len(text), cue + 240))
        if cue < done or heading is None or not heading.start("name") <= cue <= heading.end("name"):
            continue
        start, end = heading.span("body")
        done = end
        if "ensitiv" in heading["name"].lower() and is_of_germs(text, heading.start(), end):
            continue
        end = list_end(text, start, end)
        for item in items_of(text, start, end, kind_of_list(heading["name"])):
            item = _without_reaction(item)
            words = item.substance.split()
            did = item.reaction is not None and IS_REACTION.search(item.reaction) is not None
            known = is_allergen_alone(item.substance) or any(drug_meant(knowledge, word) for word in words)
            if not (known or did):  # with a reaction it is one, be its name ever so strange
                continue
            if heading["alert"] and item.reaction is None and not any(is_antibiotic(w) or is_suspect(w) for w in words):
                continue
            yield item


def _without_reaction(item: AllergyItem) -> AllergyItem:
    """ "penicillin rash" is penicillin, with a rash."""
    did = IS_REACTION.search(item.substance)
    if did is None or did.start() < 3 or item.start is None:
        return item
    name = item.substance[: did.start()].rstrip()
    return item.model_copy(update={"substance": name, "reaction": did.group(), "end": item.start + len(name)})
