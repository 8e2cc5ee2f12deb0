"""Allergies: listed, none known (which is a statement), or not spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from core.language.allergen_list import list_end
from core.language.cues import places_of
from core.language.en.allergens import is_allergen
from core.language.model import Allergies, AllergyItem, Section

_NONE_KNOWN = re.compile(
    r"\b(?:NKDA|NKA|NKFA|no known (?:drug |medication |food |medicine )?(?:or (?:food|drug) )?allerg(?:y|ies)|"
    r"no (?:drug |medication )?allergies|denies (?:any )?(?:drug |medication |known )?allergies|"
    r"allergies\s*[:\-–]\s*(?:none|no known|nil|nka|nkda|denies|no\b)|not allergic to any)|无(?:药物|"
    r"食物)?(?:及食物)?(?:及药物)?过敏史|否认(?:药物|食物)?[、及和]?(?:药物|食物)?过敏史|"
    r"(?:药物)?过敏史\s*[:：]\s*(?:无|否认)",
    re.IGNORECASE,
)
_ALLERGIC_TO = re.compile(
    r"\b(?:allergic to|allergy to|allergies to|anaphyla(?:xis|ctic) to|hypersensitiv(?:e|ity) to|intoleran(?:t of|"
    r"t to|ce to|ce of)|(?:stevens.johnson syndrome|sjs|toxic epidermal necrolysis|dress|angio-?o?edema|hives|"
    r"urticaria|rash) (?:to|from|due to|caused by))\s+"
    r"(?P<items>(?:[^.;\n]|;(?=\s*[\w-]+(?:\s[\w-]+)?\s*(?:[-–:(]|causes\b))){2,120})|"
    r"\ballergic\s*[:\-–]\s*(?P<stated>[^.;\n]{2,120})",
    re.IGNORECASE,
)
# What an allergy did, behind it in Chinese: "青霉素过敏，表现为皮疹".
_DID_ZH = re.compile(r"(?:史)?[，,]?(?:表现为|出现|引起|致|为)(?P<reaction>[\u4e00-\u9fff、]{2,20})")
_ALLERGIC_TO_ZH = re.compile(
    r"(?:对)(?P<zh>[\u4e00-\u9fffA-Za-z]{2,12}?)(?:药物)?过敏|"
    r"(?:药物|食物)?过敏(?:史|药物|原|源)?\s*[:：]\s*(?P<zh_list>[^。\n]{2,80})|"
    r"(?:^|(?<=[\s，。；：、,;:]))(?!(?:药物|食物|花粉季|无|否认|未|有|过))(?P<zh_named>[\u4e00-\u9fffA-Za-z]{2,8})过敏(?!原|性|反应)",
    re.IGNORECASE,
)
# In small letters: one of these stands in every statement that there are none, and in every one that there are some.
_NONE_CUES = ("llerg", "nkda", "nka", "nkfa", "过敏")
_SIGNS_OF = ("johnson syndrome", "sjs", "dress", "ngioedema", "ngiooedema", "ngio-edema", "ngio-oedema", "hives",
             "rticaria", "rash", "epidermal necrolysis")  # fmt: skip
_BY = (" to", " from", " due to", " caused by")
_ALLERGIC_CUES = ("llergic", "llergy to", "llergies to", "naphyla", "ypersens", "ntoleran",
                  *(sign + by for sign in _SIGNS_OF for by in _BY))  # fmt: skip
_NAMED_CUES = (" allergy",)
_REACTED_CUES = ("llergic", "naphyla", "react", "swelling", "wheeze", "bronchospasm", *_SIGNS_OF[1:-1])
_NAMED = re.compile(
    r"\b(?P<item>penicillin|sulfa|latex|peanut|codeine|aspirin|shellfish|iodine|contrast|PCN|"
    r"amoxicillin|nsaid|egg)s? allergy\b(?:\s*[:(–-]\s*(?P<did>[A-Za-z][^.;\n)]{2,60}))?",
    re.IGNORECASE,
)
# "Penicillin - anaphylaxis", "PenV allergic", "severe reaction to penicillin": outside a list the substance must be one
# by the look of its name.
_REACTED = re.compile(
    r"\b(?P<reacted>[A-Za-z][A-Za-z-]{2,25}?)(?:[ -]?allergic\b|"
    r"(?:\s*[-–—:=→]+>?\s*|\s+)(?P<what>anaphyla\w+|rash\b|hives\b)|"
    r"\s*[-–—:=→]+>?\s*(?P<did_so>(?:(?:severe|bad|facial|lip|tongue|itchy|widespread)\s+)?"
    r"(?:rash|hives|urticaria|angio-?o?edema|swelling|wheeze|bronchospasm|sjs|dress)\b))|"
    r"\breact(?:ion|ed|s) (?:badly |severely )?to\s+(?:\w+\s+){0,2}?(?P<reacted_to>[A-Za-z][A-Za-z-]{2,25})\b",
    re.IGNORECASE,
)
_REACTION_ALONE = re.compile(r"(?:reactions?|severity|type)$", re.IGNORECASE)
_WHEN = re.compile(
    r"\s+(?:in (?:19|20)\d\d|as an? (?:child|baby|teenager|infant)|in childhood|years ago|previously)\b.*$", re.I
)
_ITEM = re.compile(r"(?:[^,;.\n。；，、]|\.(?!\s|$))+")
_LEAD = re.compile(
    r"(?:is |was )?(?:allergic|intolerant|sensitive|hypersensitive|allergy|intolerance) (?:to|of)\s+", re.IGNORECASE
)
_REACTION = re.compile(
    r"[(（](?P<bracket>[^)）\n]{2,60})[)）]?|(?:\s[-–—]+>?\s?|\s*:\s?|\s*→\s?|=|\bcauses?\b|\bcausing\b|"
    r"\bwith\b|\bleading to\b|\bgives? (?:him|her|them)\b)\s*(?P<tail>.{2,60})"
)
_EMPTY = re.compile(
    r"^(?:none|no|nil|n/a|unknown|not known|nka|nkda|denies|see (?:list|chart)|not documented|to|"
    r"and|or|known|drug|allerg\w*)\b.{0,12}$|^(?:无|否认|未|不详|没有)",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"(?:\bno|\bnot|\bnon-?|\bdenies(?: being)?|\bdenied|\bwithout|\bnever|否认|无|未)\s*(?:known |"
    r"history of |any |an |drug |food )*$",
    re.IGNORECASE,
)
_KIN_HAS = re.compile(
    r"\b(?:father|mother|brother|sister|son|daughter|sibling|wife|husband|partner|"
    r"(?:younger|older|elder|other) one)s?\b"
    r"(?:\s\w+){0,2}?\s(?:has|have|had|with)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_KIN = re.compile(r"\b(?:father|mother|brother|sister|son|daughter|sibling)s?\b[^.;,\n]{0,30}$", re.IGNORECASE)
# "Penicillin allergy label removed": an allergy that was disproved is none.
_SUFFIX = re.compile(r"^(?:对)?(?P<name>.{2,}?)(?:类)?(?:药物|食物)?(?:过敏(?:史)?|\s+allergy)$", re.IGNORECASE)
Kind = Literal["allergy", "intolerance"]
_LIFTED = re.compile(
    r"[^.\n]{0,12}?\b(?:label )?(?:has been |was |now |is )?"
    r"(?:removed|de-?labell?ed|disproved|ruled out|excluded|refuted)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:but|who|which|and (?:has|is|was|takes|presents|had|he|she)|presents|presented|had|has|"
    r"given|on exam|so|because|that)\b",
    re.IGNORECASE,
)


def read_allergies(text: str, sections: Sequence[Section], given: Sequence[str]) -> Allergies:
    """The allergies of a record, with those given beside it."""
    items = [AllergyItem(substance=name) for name in given if not _EMPTY.match(name)]
    denied = any(_none_known(name) or name.strip().lower() in ("none", "nkda", "nka") for name in given)
    for section in sections:
        if section.kind == "allergies":
            body = text[section.heading_end : section.end]
            if _none_known(text[section.start : section.end]) or re.match(
                r"\s*(?:none|nil|no\b|denies|无|"
                r"否认)",
                body,
                re.IGNORECASE,
            ):
                denied = True
            else:
                first_paragraph = re.split(r"\n\s*\n", body.strip("\n"), maxsplit=1)[0]
                offset = section.heading_end + body.find(first_paragraph)
                heading = text[section.start : section.heading_end]
                items += _items(text, offset, offset + len(first_paragraph), _kind(heading))
    items += _reacted(text)
    for match in _said(text):
        group = next(name for name, found in match.groupdict().items() if found is not None)
        before = text[max(0, match.start() - 40) : match.start()]
        others = _KIN_HAS if group == "item" else _KIN  # "mother reports penicillin allergy" is the patient's
        if _LIFTED.match(text, match.end()) or _DENIAL.search(before) or others.search(before):
            continue
        start, end = match.span(group)
        if group == "item":
            did = (match.group("did") or "").strip() or None
            did = None if did is not None and _EMPTY.match(did) else did
            items.append(AllergyItem(substance=match.group("item"), reaction=did, start=start, end=end))
            continue
        cut = _CLAUSE.search(text, start, end)
        end = list_end(text, start, cut.start() if cut else end)
        listed = list(_items(text, start, end, _kind(match.group()[: start - match.start()])))
        did_zh = _DID_ZH.match(text, match.end()) if group in ("zh", "zh_named") else None
        if did_zh is not None and len(listed) == 1 and listed[0].reaction is None:
            listed[0] = listed[0].model_copy(update={"reaction": did_zh.group("reaction")})
        items += listed
    denied = denied or _none_known(text) is not None
    unique: dict[str, AllergyItem] = {}
    for item in items:
        known = unique.setdefault(item.substance.lower(), item)
        if known.kind == "intolerance" and item.kind == "allergy":
            unique[item.substance.lower()] = item  # of two statements the safer
    if unique:
        return Allergies(status="listed", items=tuple(unique.values()))
    return Allergies(status="none-known" if denied else "unknown")


def _said(text: str) -> Iterator[re.Match[str]]:
    """The phrases that name an allergy outside its section; each costly pattern only where its words stand."""
    if "过敏" in text:
        yield from _ALLERGIC_TO_ZH.finditer(text)
    yield from _near_cues(text, _ALLERGIC_TO, _ALLERGIC_CUES)
    yield from _near_cues(text, _NAMED, _NAMED_CUES)


def _reacted(text: str) -> Iterator[AllergyItem]:
    """What a substance did, told outside any list."""
    for match in _near_cues(text, _REACTED, _REACTED_CUES):
        which = "reacted" if match["reacted"] else "reacted_to"
        start, end = match.span(which)
        before = text[max(0, match.start() - 40) : match.start()]
        if not is_allergen(match[which]) or _DENIAL.search(before) or _KIN.search(before):
            continue
        did = match["what"] or match["did_so"]
        yield AllergyItem(substance=match[which], reaction=did, start=start, end=end)


def _near_cues(text: str, pattern: re.Pattern[str], cues: Sequence[str]) -> Iterator[re.Match[str]]:
    """The matches of a costly pattern, tried only where its words stand."""
    place = 0
    for cue in sorted(places_of(text.lower(), cues)):
        match = pattern.search(text, max(place, cue - 30), min(len(text), cue + 170))
        if match is not None and match.start() <= cue:
            yield match
            place = match.end()


def none_known(text: str) -> tuple[int, int] | None:
    """Where the record says that there are none, for the report of contradictions."""
    match = _none_known(text)
    return match.span() if match else None


def _none_known(text: str) -> re.Match[str] | None:
    """The first statement that there are none; the costly pattern is tried around its words only."""
    done = -1
    for cue in sorted(places_of(text.lower(), _NONE_CUES)):
        if cue < done:
            continue
        done = cue + 20
        match = _NONE_KNOWN.search(text, max(0, cue - 60), min(len(text), done + 40))
        if match is not None:
            return match
    return None


def _kind(said: str) -> Kind:
    """What words that open a list call it: "Intolerances:", but "Allergies and intolerances:" is a list of either."""
    return "intolerance" if "ntoleran" in said.lower() and "llerg" not in said.lower() else "allergy"


def _items(text: str, start: int, end: int, kind: Kind) -> Iterator[AllergyItem]:
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
            if _REACTION_ALONE.match(name):
                continue
            if bare := _SUFFIX.match(name):  # "青霉素过敏", "cefalexin allergy" under the heading of allergies
                lead += bare.start("name")
                name = bare.group("name")
            if not (2 <= len(name) <= 60) or _EMPTY.match(name) or len(name.split()) > 5:
                continue
            at = start + part.start() + offset + lead
            said = (reaction.group("bracket") or reaction.group("tail") or "").strip(" .)") if reaction else ""
            own = _kind(f"{said_so.group() if said_so else ''} {said}") if "ntoleran" in piece.lower() else kind
            yield AllergyItem(substance=name, kind=own, reaction=said or None, start=at, end=at + len(name))


def _split_and(raw: str) -> Iterator[tuple[int, str]]:
    if "(" in raw:
        yield 0, raw
        return
    place = 0
    for match in re.finditer(r"\s(?:and|or|&)\s|\.\s", raw):
        yield place, raw[place : match.start()]
        place = match.end()
    yield place, raw[place:]
