"""Whether the patient is pregnant or breast-feeding, as the text says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Any

from core.case.model import Patient
from core.language.cues import near_cues, places_of
from core.language.model import Conflict, Finding

_PREGNANT = re.compile(
    r"\b(?P<yes>(?:\d{1,2}(?:\s?\+\s?\d|\s?[67]/7)?\s?-?(?:weeks?['’]?|wks?|w)(?:\s?(?:and|"
    r",)?\s?\d\s?days?)?\s?-?\s?(?:pregnant|gestation|of gestation|ga\b|into (?:her|the) pregnancy|iup\b|gravid)|"
    r"(?:is|currently|she's|now|\d|old|woman|patient|pt|female|[Ff]|lady|and|,)\s(?:currently |now )?pregnant(?! or|"
    r" with no|cy test)|pregnant (?:woman|female|lady|patient)|(?:first|second|third|1st|2nd|3rd) trimester|"
    r"intrauterine pregnancy|"
    r"G\d{1,2}\s?P\d{1,2}(?:[\d+-]*)\s?(?:,\s?)?(?:at|@|who is at)\s?\d{1,2}(?:\s?\+\s?\d|\s?/\s?40|\s?w(?:ee)?ks?|"
    r"\s[\d/]+)|at \d{1,2}(?:\+\d)?/40|G\d\s?P\d\S{0,6}\s(?:at )?\d{1,2}(?:\+\d)?(?:/40|\s?weeks|\s?wks)|"
    r"(?:[4-9]|[1-3]\d|4[0-3])\s?/\s?40,? (?:weeks? )?(?:pregnant|gestation|gravid)|"
    r"(?<![\d./])(?:[1-3]\d|4[0-3])\s?\+\s?[0-6](?:\s?/\s?40|\s?(?:weeks|wks)(?: (?:pregnant|gestation|gravid))?)\b|"
    r"G\d{1,2}\s?P\d{1,2}\S{0,4},? (?:at )?(?:[1-3]\d|4[0-3])\s?w(?:ks?|eeks?)?(?:\s?[0-6]\s?d)?\b|"
    r"(?:\d\d ?[Ff]|woman|female|lady|G\dP\d),? (?:at )?(?:[1-3]\d|4[0-3])(?:\+[0-6](?![\d+%])|\s?/\s?40\b)|"
    r"(?:primi(?:gravida|gravid|grav|parous|para|p|g)?|multi(?:gravida|gravid|grav|parous|para|p|g)?|"
    r"nullip(?:ara|arous)?|gravida \d{1,2}|para \d{1,2}(?:\+\d)?|P\d{1,2}(?:\+\d)?)[,;:.]?\s"
    r"(?:(?:at|who|is|currently|now|woman|and|gestation)\s){0,3}(?:[4-9]|[1-3]\d|4[0-3])(?:\s?\+\s?[0-6]|"
    r"\s?/\s?40|\s?(?:weeks?|wks?|w)\b(?! (?:ago|old|of|after|later|since|history|hx|bleeding|cough)\b| post))|"
    r"gestation(?:al age)?\s?(?:of |is |[:=]\s?)?(?:[4-9]|[1-3]\d|4[0-3])(?:\s?\+\s?[0-6])?\s?(?:weeks?|wks?|/\s?40)|"
    r"EGA\s?(?:of )?\d{1,2}|positive (?:urine |home )?pregnancy test|"
    r"pregnancy test (?:is |was )?positive|"
    r"missed (?:a |her )?period,? (?:and )?(?:home )?test (?:is |was )?positive|"
    r"(?:urine |serum )?(?:β-?|b-?|beta-?)?hCG (?:is |was )?positive|"
    r"UPT\s?(?:\+|positive)|I['’]?m \d{1,2}\s?(?:weeks|wks)(?! old| post)\b|\d{1,2} (?:weeks|wks) (?:gone|along|"
    r"with (?:my|our|her))|"
    r"I['’]?m (?:expecting|pregnant)))|"
    r"(?P<no>(?:not|isn't|denies (?:being|she is|possibility of being)|is not|unlikely) (?:currently )?pregnan(?:t|"
    r"cy)|denies pregnancy|pregnancy test (?:is |was )?negative|negative (?:urine )?pregnancy test|(?:urine |"
    r"serum )?(?:β-?|b-?|beta-?)?hCG (?:is |was )?(?:negative|neg)\b|UPT (?:is |was )?(?:-|neg(?:ative)?)|"
    r"no chance of pregnancy|post-?menopausal|s/p hysterectomy)|"
    r"(?P<zh_yes>孕\s?\d{1,2}\s?周|妊娠\s?\d{1,2}\s?周|停经\s?\d{1,2}\s?周|已怀孕|孕妇|早孕|妊娠试验阳性|HCG阳性)|"
    r"(?P<zh_no>未孕|未怀孕|妊娠试验阴性|否认妊娠|HCG阴性|绝经)",
    re.IGNORECASE,
)
# In small letters: each match of the costly pattern holds one of these.
_PREGNANCY_CUES = (
    "pregn", "gesta", "trimester", "missed ", "hcg", "upt", "/40", "ega", "gravid", "menopaus", "hysterect", "iup",
    " ga", "-ga", "weeks gone", "primi", "multi", "nullip", "para ",
    "weeks along", "weeks with", "wks gone", "wks along", "wks with",
    "expecting",
    "孕", "妊娠", "停经", "绝经",
)  # fmt: skip
_GRAVIDA_OR_WEEKS = re.compile(r"g\d{1,2}\s?p\d|m \d{1,2}\s?w|\d\s?\+\s?[0-6]")  # "G2P1", "I'm 12 weeks", "30+4"
_TOLD = re.compile(r"\bpregnant\b", re.IGNORECASE)
_YOUNGEST = 10.0  # years: "ex 30+4 weeks" of an infant is its own birth
_LACTATION_CUES = ("breast", "lactat", "nursing", "哺乳", "母乳")
_LACTATING = re.compile(
    r"\b(?P<yes>(?:is |currently |she's |still )?(?:breast-?\s?feeding|lactating|nursing (?:her|"
    r"an?) (?:infant|baby|newborn))|breast-?feeds)\b|(?P<zh>哺乳期|正在哺乳|母乳喂养)",
    re.IGNORECASE,
)
_NOT_LACTATING = re.compile(
    r"(?:\bnot |\bno longer |\bdenies |\bstopped |\bnever |未|停止)(?:currently )?$", re.IGNORECASE
)


def read_childbearing(
    text: str, facts: dict[str, Any], spans: dict[str, tuple[int, int]], conflicts: list[Conflict]
) -> None:
    """Put into `facts` and `spans` what the text says of the patient's own pregnancy and breast-feeding."""
    said: dict[bool, tuple[int, int]] = {}
    lower = text.lower()
    cues = chain(places_of(lower, _PREGNANCY_CUES), (m.start() for m in _GRAVIDA_OR_WEEKS.finditer(lower)))
    for match in near_cues(text, cues, _PREGNANT):
        yes = bool(match.group("yes") or match.group("zh_yes"))
        before = text[max(0, match.start() - 45) : match.start()]
        if yes and (
            re.search(
                r"\b(?:not|denies|no|if|history of|previous|prev|prior|last|sister|wife|mother|daughter|"
                r"when she was|while|could be|might be|may be|whether|her|born|birth at|delivered at|delivery at|"
                r"infant|baby|neonate|newborn|preterm|premature)\b[^.;]{0,30}$",
                before,
                re.IGNORECASE,
            )
            or before.rstrip().endswith(("未", "否认", "born at"))
        ):
            continue
        said.setdefault(yes, match.span())
    if said and facts.get("age_years", _YOUNGEST) >= _YOUNGEST:
        facts["pregnant"] = True in said
        spans["pregnant"] = said[facts["pregnant"]]
        if len(said) == 2 and "sex" in facts and facts["sex"] == "female":
            conflicts.append(Conflict(about="pregnancy", spans=(said[True], said[False])))
    for match in near_cues(text, places_of(lower, _LACTATION_CUES), _LACTATING):
        denied = bool(_NOT_LACTATING.search(text[max(0, match.start() - 20) : match.start()]))
        if re.search(
            r"\b(?:baby|infant|newborn|mother|mom|mum|was|exclusively|daughter|son|history of)\b[^.;]{0,20}$",
            text[max(0, match.start() - 40) : match.start()],
            re.IGNORECASE,
        ):
            continue
        facts["lactating"], spans["lactating"] = not denied, match.span()
        break


def told_pregnant(text: str, findings: Iterable[Finding], patient: Patient) -> tuple[int, int] | None:
    """Where a finding says that the patient is pregnant now, if nothing else said whether she is."""
    if patient.pregnant is not None or patient.sex == "male":
        return None
    for f in findings:
        of_now = (f.assertion, f.experiencer, f.temporality) == ("present", "patient", "recent")
        if not of_now or f.label.startswith("could be") or f.start is None or f.end is None:
            continue
        if _TOLD.search(text, f.start, f.end):
            return f.start, f.end
    return None
