"""Stroke: ABCD2 after a transient attack, and the NIH stroke scale."""

from __future__ import annotations

import re

from core.scores.areas.background import AGE, DIABETES
from core.scores.areas.measures import measures
from core.scores.areas.parts import answer, answers, likely, scale, tally, upto
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import any_of, at_least, met
from core.scores.facts import Fact
from core.scores.inputs import Told
from core.scores.source import Source

_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_UNITS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
}
_WORDS = {
    "a": 1.0,
    "an": 1.0,
    "half an": 0.5,
    **_UNITS,
    **_TENS,
    **{f"{ten}-{unit}": a + b for ten, a in _TENS.items() for unit, b in _UNITS.items() if b < 10},
}
_COUNT = rf"\d{{1,3}}(?:\.\d)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
_LASTED = re.compile(
    rf"(?:last(?:ed|ing|s)?|for|resolv\w+ (?:\w+ )?(?:in|within|after)|duration(?: of| was|:)?|over|persist\w+)"
    rf"(?: (?:about|around|approximately|roughly|only|just|some|for))*\s*(?:~\s?)?({_COUNT})[- ]?"
    r"(seconds?|sec|minutes?|mins?|hours?|hrs?|h)\b"
    rf"|\b({_COUNT})[- ](minute|hour|min)s?[- ](?:episode|history|spell|period|long|attack)",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"from (\d{1,2}):(\d{2}) (?:to|until|till) (\d{1,2}):(\d{2})", re.IGNORECASE)


def _lasted(source: Source) -> Fact:
    """How long the attack lasted, in points: 0 below 10 minutes, 1 up to 59, 2 from an hour."""
    clock = _FROM_TO.search(source.text)
    found = clock or _LASTED.search(source.text)
    if found is None:
        return Fact((0.0, 1.0, 2.0))
    if clock is not None:
        begin, begin_minute, end, end_minute = (int(group) for group in clock.groups())
        minutes: float = (60 * (end - begin) + end_minute - begin_minute) % (24 * 60)
    else:
        said, unit = (found[1] or found[3]).lower(), (found[2] or found[4]).lower()
        number = _WORDS[said] if said in _WORDS else float(said)
        minutes = number * (60 if unit.startswith("h") else 1 / 60 if unit.startswith("s") else 1)
    return Fact((2.0 if minutes >= 60 else 1.0 if minutes >= 10 else 0.0,), start=found.start(), end=found.end())


def _pressure(values: Values) -> float:
    return 1 if float(values["systolic"]) >= 140 or float(values["diastolic"]) >= 90 else 0


_NIHSS_ITEMS = (
    (
        "1a",
        "level of consciousness",
        "意识水平",
        r"1a\.?(?: level of consciousness)?|level of consciousness|LOC(?! (?:questions|commands))",
        3,
    ),
    ("1b", "questions", "意识提问", r"1b\.?(?: LOC questions)?|LOC questions", 2),
    ("1c", "commands", "意识指令", r"1c\.?(?: LOC commands)?|LOC commands", 2),
    ("2", "gaze", "凝视", r"(?:best )?gaze", 2),
    ("3", "visual fields", "视野", r"visual(?: fields?)?", 3),
    ("4", "facial palsy", "面瘫", r"facial (?:palsy|weakness)|face", 3),
    ("5a", "left arm", "左上肢", r"(?:left arm|motor arm,? left|5a\.?)", 4),
    ("5b", "right arm", "右上肢", r"(?:right arm|motor arm,? right|5b\.?)", 4),
    ("6a", "left leg", "左下肢", r"(?:left leg|motor leg,? left|6a\.?)", 4),
    ("6b", "right leg", "右下肢", r"(?:right leg|motor leg,? right|6b\.?)", 4),
    ("7", "limb ataxia", "肢体共济失调", r"(?:limb )?ataxia", 2),
    ("8", "sensory", "感觉", r"sensory|sensation", 2),
    ("9", "best language", "语言", r"(?:best )?language|aphasia", 3),
    ("10", "dysarthria", "构音障碍", r"dysarthria", 2),
    (
        "11",
        "extinction and inattention",
        "忽视",
        r"(?:extinction|inattention|neglect)(?: (?:and|or) (?:inattention|neglect))?",
        2,
    ),
)
_NIHSS = scale(
    ("nihss", "NIH stroke scale", "NIHSS评分", 42),
    *((k, en, zh, words, upto(top)) for k, en, zh, words, top in _NIHSS_ITEMS),
)

CALCULATORS = (
    Calculator(
        id="abcd2",
        names=("ABCD2 score", "ABCD2", "ABCD²", "ABCD2 score for TIA"),
        zh="ABCD2评分",
        purpose="Risk of a stroke in the days after a transient ischaemic attack.",
        population=Population(
            youngest=18,
            exclusions="Guidelines no longer let it decide who is seen soon.",
            exclusions_zh="现行指南不再以此决定就诊紧急程度。",
        ),
        inputs=(
            AGE,
            *measures("systolic", "diastolic"),
            answer(
                "features",
                "clinical features",
                "临床表现",
                (
                    2,
                    (
                        r"(?:(?:right|left|one)[- ]?(?:sided|arm|leg|hand|face|facial|upper|lower|hemi)?[^.;"
                        r"]{0,20}|unilateral |hemi|limb |arm |leg |facial |hand )"
                        r"(?:weakness|pare[st]is|paresis|plegia|droop)|weakness (?:of|in) (?:the |his |her "
                        r")?(?:right|left)|facial droop"
                    ),
                ),
                (
                    1,
                    (
                        r"slurred speech|speech (?:disturbance|difficult\w+|impairment)|dysarthri\w+|aphasi\w+|"
                        r"dysphasi\w+|word[- ]finding|(?:unable|could not|couldn't) (?:to )?(?:speak|find "
                        r"(?:\w+ )?words)|gibberish|slurring"
                    ),
                ),
                (0, r"(?:numbness|tingling|vision|visual|amaurosis|vertigo|diplopia|sensory)"),
                absent=0,
            ),
            Told(id="duration", en="how long it lasted", zh="持续时间", read=_lasted, assumable=False),
            DIABETES,
        ),
        criteria=(
            met(1, at_least("age", 60)),
            Criterion(("systolic", "diastolic"), _pressure, {"systolic": (139, 140), "diastolic": (89, 90)}),
            *answers("features", "duration"),
            any_of(("diabetes",)),
        ),
        categories=(
            Category(0, "low", "低风险", "0 to 3: 1.0 % in two days.", "0–3分：2日内1.0%。", low=True),
            Category(4, "moderate", "中风险", "4 or 5: 4.1 % in two days.", "4–5分：2日内4.1%。"),
            Category(6, "high", "高风险", "6 or 7: 8.1 % in two days.", "6–7分：2日内8.1%。"),
        ),
        unit="points",
        source="Johnston SC et al. Lancet 2007;369:283-292",
        matters=likely(0.8, "transient-ischaemic-attack"),
        never_low_while_unknown=True,
    ),
    tally(
        id="nihss",
        names=("NIH stroke scale", "NIHSS", "National Institutes of Health Stroke Scale", "NIHSS score"),
        zh="美国国立卫生研究院卒中量表（NIHSS）",
        purpose="How severe a stroke is.",
        population=Population(
            youngest=18,
            exclusions="What cannot be tested is left out by the rules of the scale.",
            exclusions_zh="无法检查的项目按量表规则处理。",
        ),
        **_NIHSS,
        categories=(
            Category(0, "none", "无", "0: no deficit by the scale.", "0分：量表无缺损。"),
            Category(1, "minor", "轻度", "1 to 4.", "1–4分。"),
            Category(5, "moderate", "中度", "5 to 15.", "5–15分。"),
            Category(16, "moderate to severe", "中重度", "16 to 20.", "16–20分。"),
            Category(21, "severe", "重度", "21 to 42.", "21–42分。"),
        ),
        source="Brott T et al. Stroke 1989;20:864-870",
        matters=likely(0.5, "ischaemic-stroke"),
    ),
)
