"""Injuries of ankle, foot and knee: the Ottawa rules."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.parts import first_met, likely, sign, worded
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import at_least, flagged
from core.scores.inputs import Input

_WT = r"(?:weight|wt)"
_LAT = r"(?:lat(?:eral)?\.? mall?(?:eolus|eolar|eoli)?\b|distal fibula)"
_MED = r"(?:med(?:ial)?\.? mall?(?:eolus|eolar|eoli)?\b|distal tibia)"
_MTS = r"(?:5th|fifth|v) (?:metatarsal|MT)s?\b"
_NO_BONE = (
    r"no (?:bony |malleolar |bone )+(?:tender\w*|ttp|pain)|no tender\w* (?:over|of|at) (?:the )?(?:either |both )?"
    r"(?:malleol\w+|bon(?:e|es|y)\b)|bones? (?:is |are )?(?:non-?|not )tender"
)
_WALK = sign(
    "weight",
    "unable to take four steps at once and now",
    "伤后及就诊时均不能负重行走4步",
    words=r"(?:un(?:able)|inability|cannot|could not|can't|couldn't|not able|failed|cant|couldnt) (?:to )?(?:\w+ "
    rf")?(?:bear(?:ing)? {_WT}|{_WT}[- ]?b(?:ear)?\w*|walk|take (?:four|4) steps)"
    rf"|non[- ]?{_WT}[- ]?bear\w*|not {_WT}[- ]?bear\w*|\bNWB\b",
    against=rf"(?:able to|can|could|did|managed to|is) (?:\w+ ){{0,2}}(?:bear(?:ing)? {_WT}|{_WT}[- ]?b(?:ear)?\w*|"
    r"walk\w*|take (?:four|4) steps)"
    rf"|bearing {_WT}|(?:takes?|took) (?:four|five|six|[4-9]) steps|four steps here|walk(?:ed|s|ing) (?:\w+ "
    rf"){{0,3}}(?:steps|into|in\b|unaided|with a limp)|full(?:y)? {_WT}[- ]?bear\w*|{_WT}[- ]bear\w*|\b[FP]WB\b",
)
_LATERAL = sign(
    "lateral",
    "tenderness of the posterior edge or tip of the lateral malleolus",
    "外踝后缘或尖端压痛",
    words=rf"(?<!non-)tender\w*[^.;]{{0,60}}{_LAT}"
    rf"|{_LAT}(?:(?!non-?tender|not tender)[^.;]){{0,40}}?(?<!non-)(?<!not )tender\w*",
    against=rf"{_NO_BONE}|{_LAT} (?:is |was )?(?:non-?|not )tender",
)
_MEDIAL = sign(
    "medial",
    "tenderness of the posterior edge or tip of the medial malleolus",
    "内踝后缘或尖端压痛",
    words=rf"(?<!non-)tender\w*[^.;]{{0,60}}{_MED}"
    rf"|{_MED}(?:(?!non-?tender|not tender)[^.;]){{0,40}}?(?<!non-)(?<!not )tender\w*",
    against=rf"{_NO_BONE}|{_MED} (?:is |was )?(?:non-?|not )tender",
)
_NOT = Category(0, "radiograph not needed", "无需X线", "No criterion is met.", "无一项符合。", low=True)
_YES = Category(1, "radiograph indicated", "需行X线", "At least one criterion is met.", "至少一项符合。")
_SPRAIN = Population(
    youngest=5,
    exclusions="Within 10 days of the injury; not when intoxicated, insensible or with other painful injuries.",
    exclusions_zh="伤后10天内；醉酒、感觉减退或合并其他疼痛性损伤者不适用。",
)


def _rule(key: str, names: tuple[str, ...], zh: str, what: str, inputs: tuple[Input, ...], source: str) -> Calculator:
    return Calculator(
        id=key,
        names=names,
        zh=zh,
        purpose=f"Whether an injured {what} needs a radiograph.",
        population=_SPRAIN,
        inputs=inputs,
        criteria=(first_met((flagged(*(i.id for i in inputs)),)),),
        categories=(_NOT, _YES),
        render=worded("no X-ray indicated", f"{what} X-ray indicated"),
        source=source,
        matters=likely(1, "ankle-sprain", "ankle-fracture"),
        never_low_while_unknown=True,
    )


CALCULATORS = (
    _rule(
        "ottawa-ankle",
        ("Ottawa ankle rule", "Ottawa ankle rules", "Ottawa ankle"),
        "渥太华踝规则",
        "ankle",
        (_LATERAL, _MEDIAL, _WALK),
        "Stiell IG et al. Ann Emerg Med 1992;21:384-390; JAMA 1993;269:1127-1132",
    ),
    _rule(
        "ottawa-foot",
        ("Ottawa foot rule", "Ottawa foot rules", "Ottawa foot"),
        "渥太华足规则",
        "foot",
        (
            sign(
                "fifth",
                "tenderness of the base of the fifth metatarsal",
                "第五跖骨基底压痛",
                words=rf"tender\w*[^.;]{{0,90}}{_MTS}|{_MTS}[^.;]{{0,30}}tender\w*",
            ),
            sign(
                "navicular",
                "tenderness of the navicular bone",
                "舟骨压痛",
                words=r"tender\w*[^.;]{0,70}navicular|navicular[^.;]{0,30}tender\w*",
            ),
            _WALK,
        ),
        "Stiell IG et al. Ann Emerg Med 1992;21:384-390; JAMA 1993;269:1127-1132",
    ),
    Calculator(
        id="ottawa-knee",
        names=("Ottawa knee rule", "Ottawa knee rules", "Ottawa knee"),
        zh="渥太华膝规则",
        purpose="Whether an injured knee needs a radiograph.",
        population=Population(youngest=5, exclusions="Within 7 days of a knee injury.", exclusions_zh="膝外伤7天内。"),
        inputs=(
            AGE,
            sign(
                "patella",
                "tenderness of the patella alone",
                "单独髌骨压痛",
                words=r"(?:isolated )?(?:tender\w*[^.;]{0,40}patell\w+|patell\w+[^.;]{0,20}tender\w*)",
            ),
            sign(
                "fibula",
                "tenderness of the head of the fibula",
                "腓骨头压痛",
                words=r"tender\w*[^.;]{0,40}(?:fibular head|head of (?:the )?fibula)|(?:fibular head|head of "
                r"(?:the )?fibula)[^.;]{0,20}tender\w*",
            ),
            sign(
                "flexion",
                "unable to bend the knee to 90 degrees",
                "不能屈膝至90度",
                words=r"(?:un(?:able)|cannot|can't|inability|not able) (?:to )?(?:flex|bend)[^.;]{0,30}90|"
                r"flex\w* (?:limited|only) to [1-8]\d",
                against=r"flex\w* (?:to |beyond )?(?:9\d|1[0-4]\d)|full (?:range|flexion)",
            ),
            _WALK,
        ),
        criteria=(first_met((at_least("age", 55), flagged("patella", "fibula", "flexion", "weight"))),),
        categories=(_NOT, _YES),
        render=worded("no X-ray indicated", "knee X-ray indicated"),
        source="Stiell IG et al. JAMA 1996;275:611-615",
        matters=likely(1, "acl-injury", "meniscal-tear", "knee-ligament-sprain"),
        never_low_while_unknown=True,
    ),
)
