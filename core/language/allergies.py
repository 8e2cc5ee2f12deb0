"""Allergies: listed, none known (which is a statement), or not spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.knowledge.base import Knowledge
from core.language.allergen_list import items_after_none, list_end
from core.language.allergy_headings import is_of_germs, items_under_headings
from core.language.allergy_items import EMPTY, items_of, kind_of_list
from core.language.allergy_mentions import Mentions, mentions
from core.language.cues import places_of
from core.language.en.allergens import UPSET, is_allergen
from core.language.en.reaction_words import IS_REACTION, THEN
from core.language.model import AllergyItem, Section
from core.language.no_allergies import first_none_known, nones_known
from core.language.told_reactions import is_of_kin, told_reactions
from core.language.zh.reactions import is_denied, parted, reaction_behind, reactions_zh, without_lead
from core.language.zh.told_reactions import told_reactions_zh

_ALLERGIC_TO = re.compile(
    r"\b(?:allergic to|allergy to|allergies to|anaphyla(?:xis|ctic) to|hypersensitiv(?:e|ity) to|intoleran(?:t of|"
    r"t to|ce to|ce of)|(?:stevens.johnson syndrome|sjs|toxic epidermal necrolysis|dress|angio-?o?edema|hives|"
    r"urticaria|rash) (?:to|from|due to|caused by))\s+"
    r"(?P<items>(?:[^.;\n]|;(?=\s*[\w-]+(?:\s[\w-]+)?\s*(?:[-–:(]|causes\b))){2,120})|"
    r"\ballergic\s*[:\-–]\s*(?P<stated>[^.;\n]{2,120})",
    re.IGNORECASE,
)
_ALLERGIC_TO_ZH = re.compile(
    r"(?:对)(?!光|症|答|本病|于|"
    r"侧)(?P<zh>[\u4e00-\u9fffA-Za-z]{2,12}?(?:、[\u4e00-\u9fffA-Za-z]{2,8}){0,4}?)(?:药物)?过敏|"
    r"(?:药物|食物)?过敏(?:史|药物|原|源)?\s*[:：]\s*(?P<zh_list>[^。\n]{2,80})|"
    r"(?:^|(?<=[\s，。；：、,;:]))(?!(?:药物|食物|花粉季|无|否认|未|有|过))"
    r"(?P<zh_named>[\u4e00-\u9fffA-Za-z]{2,8})过敏(?!原|性|反应)",
    re.IGNORECASE,
)
_SIGNS_OF = ("johnson syndrome", "sjs", "dress", "ngioedema", "ngiooedema", "ngio-edema", "ngio-oedema", "hives",
             "rticaria", "rash", "epidermal necrolysis")  # fmt: skip
_BY = (" to", " from", " due to", " caused by")
_ALLERGIC_CUES = ("llergic", "llergy to", "llergies to", "naphyla", "ypersens", "ntoleran",
                  *(sign + by for sign in _SIGNS_OF for by in _BY))  # fmt: skip
_NAMED_CUES = (" allergy",)
_REACTED_CUES = ("llergic", "naphyla", "react", "swelling", "wheeze", "bronchospasm", *_SIGNS_OF[1:-1])
_NAMED = re.compile(
    r"\b(?P<item>penicillin|sulfa|latex|peanut|codeine|aspirin|shellfish|iodine|contrast|PCN|"
    r"amoxicillin|nsaid|egg)s? allergy\b(?!\s?\?(?!\s*(?:yes|y)\b))"
    r"(?:\s*[:(–-]\s*(?P<did>[A-Za-z](?:[^.;\n()]|\([^()\n]*\)){2,60}))?",
    re.IGNORECASE,
)
_ASIDE = r"(?:\s?\([^()\n]{2,40}\))?"  # when and how badly
# "Penicillin - anaphylaxis", "PenV allergic", "severe reaction to penicillin": outside a list the substance must be one
# by the look of its name.
_REACTED = re.compile(
    r"\b(?P<reacted>[A-Za-z][A-Za-z-]{2,25}?)(?:[ -]?allergic\b|"
    rf"(?:\s*[-–—:=→]+>?\s*|\s+)(?P<what>anaphyla\w+{_ASIDE}|(?:rash|hives)\b{_ASIDE})|"
    r"\s*[-–—:=→]+>?\s*(?P<did_so>(?:(?:severe|bad|facial|lip|tongue|itchy|widespread)\s+)?"
    rf"(?:rash|hives|urticaria|angio-?o?edema|swelling|wheeze|bronchospasm|sjs|dress)\b{_ASIDE}))|"
    r"\breact(?:ion|ed|s) (?:badly |severely )?to\s+(?:\w+\s+){0,2}?(?P<reacted_to>[A-Za-z][A-Za-z-]{2,25})\b",
    re.IGNORECASE,
)
# A substance with what it did, before the statement that there is nothing else.
_LISTED_FIRST = re.compile(
    r"\s*(?P<items>(?!nkda|nka\b|no\b|none|nil)[A-Za-z][^.;\n]{1,80}?\([^)\n]{2,40}\))[,;.]\s*(?:but\s|otherwise\s)?"
    r"(?:no|nil|nkda|nka)\b",
    re.IGNORECASE,
)
_NONE_LISTED = re.compile(r"\s*(?:none|nil|no\b|denies|无|否认)", re.IGNORECASE)
_DENIAL = re.compile(
    r"(?:\bno|\bnot|\bnon-?|\bdenies(?: being)?|\bdenied|\bwithout|\bnever|否认|无|未)\s*(?:known |"
    r"history of |any |an |a |had |having |previous |drug |food )*$",
    re.IGNORECASE,
)
# "Asked whether she is allergic to penicillin: says no."
_ANSWERED_NO = re.compile(
    r"[:?–-]\s*(?:(?:he|she|they|pt|patient)\s)?(?:(?:says?|said|answers?|answered)\s)?(?:no|nil|denie[sd]|"
    r"negative)\b(?!\s\w)",
    re.IGNORECASE,
)
_KIN_HAS = re.compile(
    r"\b(?:father|mother|brother|sister|son|daughter|sibling|wife|husband|partner|"
    r"(?:younger|older|elder|other) one)s?\b"
    r"(?:\s\w+){0,2}?\s(?:has|have|had|with)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:nobody|no one|none)\b[^.;,\n]{0,40}$", re.IGNORECASE)
# "Penicillin allergy label removed": an allergy that was disproved is none.
_LIFTED = re.compile(
    r"[^.\n]{0,12}?\b(?:label )?(?:has been |was |now |is )?"
    r"(?:removed|de-?labell?ed|disproved|ruled out|excluded|refuted)\b|\s*:\s?(?:nil|none|no)\b(?!\s\w)",
    re.IGNORECASE,
)
# Where what is told of a drug is a plan, advice, or of somebody else.
_NOT_HERE = ("plan", "instructions", "family-history", "differential")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_IS_GRAVE = re.compile(
    r"(?:anaphyla\w+|stevens.johnson syndrome|sjs|toxic epidermal necrolysis|dress|angio-?o?edema|hives|urticaria|rash)"
    r"(?=\s(?:to|from|due to|caused by)\s)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:but|who|which|and (?:has|is|was|takes|presents|had|he|she)|presents|presented|had|has|"
    r"given|on exam|so|because|that)\b",
    re.IGNORECASE,
)


# "Ibuprofen upsets my stomach": not tolerated, wherever it stands.
_UPSETS = re.compile(rf"\b(?P<reacted>[A-Za-z][A-Za-z-]{{2,25}}),?(?: which| that)? {UPSET}", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:tak(?:es?|ing)|on|us(?:es?|ing)|needs?)\s(?:\w+\s)?$", re.IGNORECASE)  # it is a drug of now
_UPSETS_CUES = (" upset", " irritat", " disagree", "t agree", "t suit")


def read_allergies(text: str, sections: Sequence[Section], given: Sequence[str], knowledge: Knowledge) -> Mentions:
    """The allergies of a record, with those given beside it."""
    items = [AllergyItem(substance=name) for name in given if not EMPTY.match(name)]
    denied = any(first_none_known(name) or name.strip().lower() in ("none", "nkda", "nka") for name in given)
    for section in sections:
        if section.kind == "allergies":
            heading = text[section.start : section.heading_end]
            body = text[section.heading_end : section.end]
            if "ensitiv" in heading.lower() and is_of_germs(text, section.start, section.end):
                continue
            none = first_none_known(text[section.start : section.end])
            before_none = _LISTED_FIRST.match(body) if none is not None else None
            if before_none is not None:  # "plasters (itch), no drug allergies"
                end = section.heading_end + before_none.end("items")
                items += items_of(text, section.heading_end, end, kind_of_list(heading))
            elif none is not None:
                denied = True
            elif bare := _NONE_LISTED.match(body):
                denied = True
                items += items_after_none(text, section.heading_end + bare.end())
            else:
                first_paragraph = re.split(r"\n\s*\n", body.strip("\n"), maxsplit=1)[0]
                offset = section.heading_end + body.find(first_paragraph)
                items += items_of(text, offset, offset + len(first_paragraph), kind_of_list(heading))
    for match in nones_known(text):
        items += items_after_none(text, match.end())
    items += _reacted(text)
    items += items_under_headings(text, knowledge)
    stood: list[tuple[tuple[int, int], bool]] = []
    for told in told_reactions(text, knowledge, [(s.start, s.end) for s in sections if s.kind in _NOT_HERE]):
        items.append(told.item)
        stood += [(told.did, told.past)] if told.did is not None else []
    if _CHINESE.search(text):
        items += told_reactions_zh(text, knowledge)
    if "过敏" in text or "曾" in text or "史" in text or "年前" in text:
        items += reactions_zh(text)
    for match in _said(text):
        group = next(name for name, found in match.groupdict().items() if found is not None)
        before = text[max(0, match.start() - 40) : match.start()]
        # "Mother reports penicillin allergy" is the patient's, and so is what she says he has.
        others = _KIN_HAS.search(before) if group == "item" else _NOBODY.search(before) or is_of_kin(before)
        if _LIFTED.match(text, match.end()) or _DENIAL.search(before) or others:
            continue
        if group in ("items", "stated") and _ANSWERED_NO.search(match[group]):
            continue
        if group in ("zh", "zh_named") and is_denied(text, match.start(), match.end()):
            continue
        start, end = match.span(group)
        if group == "item":
            did = (match.group("did") or "").strip() or None
            if did is not None and EMPTY.match(did):
                if _NONE_LISTED.match(did):
                    continue
                did = None
            items.append(AllergyItem(substance=match.group("item"), reaction=did, start=start, end=end))
            continue
        cut = _CLAUSE.search(text, start, end)
        end = list_end(text, start, cut.start() if cut else end)
        listed = list(items_of(text, start, end, kind_of_list(match.group()[: start - match.start()])))
        did_zh = reaction_behind(text, match.start(), match.end()) if group in ("zh", "zh_named") else None
        if group in ("zh", "zh_named"):
            listed = [part for item in listed for part in parted(without_lead(item))]
        if did_zh is not None and len(listed) == 1 and listed[0].reaction is None:
            listed[0] = listed[0].model_copy(update={"reaction": did_zh})
        lead = _IS_GRAVE.match(match.group()) if group == "items" else None
        if lead is not None:  # "anaphylaxis to amoxicillin 2015 (ITU)": what it did stands before it
            listed = [_with_reaction(item, lead.group()) for item in listed]
            stood.append(
                ((match.start(), match.start() + lead.end()), THEN.search(text, start, match.end()) is not None)
            )
        items += listed
    denied = denied or first_none_known(text) is not None
    return mentions(text, items, stood, denied)


def _with_reaction(item: AllergyItem, did: str) -> AllergyItem:
    """An item with what the words before it say that it did, where those behind it say nothing as clear."""
    if item.reaction is not None and IS_REACTION.search(item.reaction):
        return item
    return item.model_copy(update={"reaction": did})


def _said(text: str) -> Iterator[re.Match[str]]:
    """The phrases that name an allergy outside its section; each costly pattern only where its words stand."""
    if "过敏" in text:
        yield from _ALLERGIC_TO_ZH.finditer(text)
    yield from _near_cues(text, _ALLERGIC_TO, _ALLERGIC_CUES)
    yield from _near_cues(text, _NAMED, _NAMED_CUES)


def _reacted(text: str) -> Iterator[AllergyItem]:
    """What a substance did, told outside any list."""
    for match in _near_cues(text, _REACTED, _REACTED_CUES):
        said = match.groupdict()
        which = "reacted" if said["reacted"] else "reacted_to"
        start, end = match.span(which)
        before = text[max(0, match.start() - 40) : match.start()]
        if not is_allergen(match[which]) or _DENIAL.search(before) or is_of_kin(before):
            continue
        did = said["what"] or said.get("did_so")
        yield AllergyItem(substance=match[which], reaction=did, start=start, end=end)
    for match in _near_cues(text, _UPSETS, _UPSETS_CUES):
        before = text[max(0, match.start() - 40) : match.start()]
        if is_allergen(match["reacted"]) and not (is_of_kin(before) or _TAKES.search(before)):
            start, end = match.span("reacted")
            yield AllergyItem(
                substance=match["reacted"], kind="intolerance", reaction=match["did"].strip(), start=start, end=end
            )


def _near_cues(text: str, pattern: re.Pattern[str], cues: Sequence[str], before: int = 30) -> Iterator[re.Match[str]]:
    """The matches of a costly pattern, tried only where its words stand, `before` characters in front of them."""
    place = 0
    for cue in sorted(places_of(text.lower(), cues)):
        match = pattern.search(text, max(place, cue - before), min(len(text), cue + 170))
        if match is not None and match.start() <= cue:
            yield match
            place = match.end()
