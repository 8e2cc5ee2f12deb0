"""Parts that are left out of what is told, and qualities that are denied inside a name: "sparing the palms and soles",
"palms and soles spared", "uterus soft non tender"."""

from __future__ import annotations

from core.knowledge.base import Knowledge
from core.language.attributes import Named
from core.language.tokens import Sentence

_SPARED = frozenset("spared uninvolved unaffected".split())
_SPARING = frozenset(("sparing", "spares", "spared"))
_NOT = frozenset("involved affected".split())  # behind "not"
_PARTS = frozenset(
    "palm palms sole soles face scalp hand hands foot feet trunk mouth lips eyes eye nails neck limbs arms legs groin "
    "flexures genitals mucosa mucosae mucous membranes membrane torso chest back abdomen buttocks knuckles knees "
    "elbows forehead eyelids cheeks folds web webs spaces ears".split()
)
_LINKS = frozenset("and or & / , the his her both of is are was were all completely entirely nasolabial oral".split())
_NOBODY = frozenset(("no", "nothing", "none", "neither"))
# What is looked for at an examination, and not found where "non" stands before it.
_LOOKED_FOR = frozenset(
    "tender swollen distended enlarged palpable painful inflamed erythematous dilated raised itchy pruritic".split()
)
_OWN_DENIAL = ("non", "not ", "no ", "without", "painless", "spar")


def is_left_out(sentence: Sentence, item: Named, knowledge: Knowledge) -> bool:
    """Does the name say of a part, or of a quality of it, that it is not concerned?"""
    lowers = sentence.lowers
    said = "non" in lowers[max(0, item.first - 2) : item.last]
    spared = not (_SPARING.isdisjoint(lowers) and _SPARED.isdisjoint(lowers) and _NOT.isdisjoint(lowers))
    if not (said or spared) or _denies_itself(item, knowledge):
        return False
    return (said and _is_not_so(lowers, item)) or (spared and _is_spared(lowers, item))


def _is_not_so(lowers: tuple[str, ...] | list[str], item: Named) -> bool:
    """ "Loins non-tender" asked of the tender loins."""
    for place in range(max(0, item.first - 2), item.last - 1):
        if lowers[place] == "non":
            behind = [word for word in lowers[place + 1 : place + 3] if word != "-"]
            if behind and behind[0] in _LOOKED_FOR and behind[0] in lowers[item.first : item.last]:
                return True
    return False


def _is_spared(lowers: tuple[str, ...] | list[str], item: Named) -> bool:
    after = item.last
    while after < len(lowers) and lowers[after] in _LINKS | _PARTS and lowers[after] != ",":
        after += 1
    if after < len(lowers) and lowers[after] in _SPARED and _ends_in_part(lowers, item):
        return lowers[after + 1 : after + 2] != ["no"]
    if lowers[after : after + 1] == ["not"] and not _NOT.isdisjoint(lowers[after + 1 : after + 2]):
        return _ends_in_part(lowers, item)
    place = item.last - 1
    while place >= 0 and lowers[place] in _LINKS | _PARTS:
        place -= 1
    return (
        place >= 0
        and lowers[place] in _SPARING
        and place < item.last - 1
        and _NOBODY.isdisjoint(lowers[place + 1 : place + 2])
        and not _PARTS.isdisjoint(lowers[max(place, item.first) : item.last])
    )


def _ends_in_part(lowers: tuple[str, ...] | list[str], item: Named) -> bool:
    return lowers[item.last - 1] in _PARTS


def _denies_itself(item: Named, knowledge: Knowledge) -> bool:
    """Is a denial part of the finding: "soft non-tender womb"?"""
    entry = knowledge.findings.get(item.term)
    names = entry.names.en if entry is not None else (knowledge.label(item.term).en,)
    return any(denial in name.lower() for name in names for denial in _OWN_DENIAL)
