"""Injuries of the head: who needs a CT (the Canadian rule, PECARN)."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.measures import on_request
from core.scores.areas.mechanisms import CHILD, HEAD, INFANT
from core.scores.areas.parts import answer, first_met, sign, worded
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import at_least, below, flagged
from core.scores.inputs import Input, Number
from core.scores.situation import Situation

_GCS = Number(
    id="gcs",
    en="Glasgow coma scale",
    zh="格拉斯哥昏迷评分",
    assumable=True,
    analytes=("gcs",),
    unit="points",
    pick="lowest",
    limits=(3, 15),
    decimals=0,
)
_BASE_WORDS = (
    r"h(?:a)?emotympanum|raccoon eyes?|periorbital (?:ecchymos\w+|bruis\w+)|Battle'?s? sign|CSF (?:leak|oto|rhino)\w*"
    r"|bas(?:al|ilar) skull fracture|base of (?:the )?skull fracture"
)
_SKULL = sign(
    "skull",
    "open or depressed skull fracture",
    "开放性或凹陷性颅骨骨折",
    words=r"(?:open|depressed)(?: (?:or|and/or) (?:open|depressed))? (?:skull )?fracture|(?:palpable|boggy) "
    r"skull|skull (?:defect|step)",
)
_BASE = sign("base", "sign of a fracture of the base of the skull", "颅底骨折体征", words=_BASE_WORDS)
_MANY = r"(?:two|three|four|five|several|multiple|repeated|recurrent|[2-9])"
_VOMITING = answer(
    "vomiting",
    "vomiting twice or more",
    "呕吐≥2次",
    (
        1,
        (
            rf"vomit\w*\s+(?:\w+\s+){{0,3}}(?:twice|repeatedly|{_MANY} (?:times|episodes))|twice vomited|{_MANY} "
            rf"(?:\w+ )?(?:episodes? of )?"
            r"(?:\w+ )?(?:vomit\w*|emesis)|persistent vomiting|vomit\w* x ?[2-9]"
        ),
    ),
    (
        0,
        (
            r"vomit\w*\s+(?:\w+\s+){0,2}once|(?:one|a single|1) (?:episode of )?(?:vomit\w*|emesis)|(?:no|without|"
            r"denies|not) vomit\w*"
            r"|no nausea (?:or|and) vomiting|has not vomited|did not vomit"
        ),
    ),
    absent=0,
)
_AMNESIA = answer(
    "amnesia",
    "amnesia of 30 minutes or more before the injury",
    "伤前≥30分钟的遗忘",
    (
        1,
        (
            r"(?:retrograde |amnes\w+ (?:to|for|of) )[^.;]{0,60}?(?:[3-9]\d|\d{3})[- ]?min|(?:retrograde |amnes\w+ "
            r"(?:to|for|of) )[^.;]{0,40}(?:hour|day)"
        ),
    ),
    (0, r"amnes\w+[^.;]{0,60}?\b(?:[1-9]|1\d|2\d)[- ]?min|(?:no|without|denies) (?:\w+ )?amnes\w+|no amnesia"),
    absent=0,
)
ALTERED = sign(
    "altered",
    "altered mental state",
    "精神状态改变",
    "BD:altered-mental-status",
    "HP:0001289",
    "HP:0004372",
    denied_by=("BD:alert-and-oriented",),
    words=r"agitat\w+|somnolen\w+|slow to respond|repetitive question\w+|acting (?:un|ab)normal",
    against=r"alert(?: and)?|normal mental stat\w+|GCS (?:of )?15",
)
_LOC_WORDS = r"loss of consciousness|\bLOC\b|unconscious\w*|knocked out|blacked out|passed out"


def _levels(middle: float, high: float) -> tuple[Category, ...]:
    """PECARN's three levels with their shares of important brain injuries, in per cent."""
    return (
        Category(0, "very low", "极低风险", "CT is not recommended.", "不建议CT。", low=True),
        Category(
            1,
            "intermediate",
            "中等",
            f"About {middle} %: observe, or CT by experience and course.",
            f"约{middle}%：观察或CT。",
        ),
        Category(2, "high", "高", f"About {high} %: CT is recommended.", f"约{high}%：建议CT。"),
    )


def _head(case: Situation) -> float:
    return 0.7 if case.present("BD:recent-head-injury") else 0


_CHILD_SIGNS: tuple[Input, ...] = (_GCS, ALTERED)
_PECARN_SOURCE = "Kuppermann N et al. Lancet 2009;374:1160-1170"

CALCULATORS = (
    Calculator(
        id="canadian-ct-head",
        names=("Canadian CT head rule", "Canadian CT Head Injury Rule", "CCHR", "Canadian head CT rule"),
        zh="加拿大头颅CT规则",
        purpose="Which adults with a minor head injury need a CT.",
        population=Population(
            youngest=16,
            exclusions="Minor injury (GCS 13 to 15) with loss of consciousness, amnesia or disorientation; not under"
            " anticoagulants, after a seizure or with a focal deficit.",
            exclusions_zh="轻型颅脑损伤（GCS 13–15）伴意识丧失、遗忘或定向障碍；抗凝、癫痫发作后或局灶缺损者不适用。",
        ),
        inputs=(_GCS, _SKULL, _BASE, _VOMITING, AGE, _AMNESIA, HEAD),
        criteria=(
            first_met(
                (below("gcs", 15), flagged("skull", "base", "vomiting"), at_least("age", 65)),
                (flagged("amnesia", "mechanism"),),
            ),
        ),
        categories=(
            Category(0, "CT not needed", "无需CT", "No criterion is met.", "无一项符合。", low=True),
            Category(1, "medium risk", "中危", "Risk of a brain injury on CT.", "有CT所见脑损伤风险。"),
            Category(2, "high risk", "高危", "Risk of needing neurosurgery.", "有需神经外科干预的风险。"),
        ),
        render=worded("CT not indicated", "CT indicated (medium risk)", "CT indicated (high risk)"),
        never_low_while_unknown=True,
        source="Stiell IG et al. Lancet 2001;357:1391-1396",
        matters=_head,
    ),
    Calculator(
        id="pecarn-under-2",
        names=("PECARN (under 2 years)", "PECARN under 2", "PECARN <2"),
        zh="PECARN规则（<2岁）",
        purpose="Which children under two years with a head injury need a CT.",
        population=Population(
            oldest=2,
            exclusions="Under 2 years, GCS 14 or 15, within 24 hours.",
            exclusions_zh="<2岁，GCS 14–15，24小时内。",
        ),
        inputs=(
            *_CHILD_SIGNS,
            sign(
                "skull",
                "palpable skull fracture",
                "可触及颅骨骨折",
                words=r"palpable (?:skull )?(?:fracture|defect|step)|skull fracture",
            ),
            sign(
                "haematoma",
                "haematoma of the scalp, not frontal",
                "非额部头皮血肿",
                words=r"(?:occipital|parietal|temporal)[^.;]{0,25}(?:h(?:a)?ematoma|swelling)",
                against=r"frontal (?:scalp )?h(?:a)?ematoma",
            ),
            sign("loss", "loss of consciousness of 5 seconds or more", "意识丧失≥5秒", words=_LOC_WORDS),
            sign(
                "behaviour",
                "not acting normally",
                "行为异常",
                words=r"not acting (?:normally|like|herself|himself|right)|acting (?:ab|un)normal\w*",
                against=r"acting normally|behaving normally|normal behaviou?r",
            ),
            INFANT,
        ),
        criteria=(
            first_met(
                (below("gcs", 15), flagged("altered", "skull")),
                (flagged("haematoma", "loss", "behaviour", "mechanism"),),
            ),
        ),
        categories=_levels(0.9, 4.4),
        render=worded("CT not recommended", "observation or CT", "CT recommended"),
        source=_PECARN_SOURCE,
        matters=on_request,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="pecarn",
        names=("PECARN (2 years and older)", "PECARN", "PECARN head injury", "PECARN 2-18"),
        zh="PECARN规则（≥2岁）",
        purpose="Which children of two years or more with a head injury need a CT.",
        population=Population(
            youngest=2,
            oldest=18,
            exclusions="2 to 17 years, GCS 14 or 15, within 24 hours.",
            exclusions_zh="2–17岁，GCS 14–15，24小时内。",
        ),
        inputs=(
            *_CHILD_SIGNS,
            _BASE,
            sign("loss", "loss of consciousness", "意识丧失", words=_LOC_WORDS),
            sign("vomiting", "vomiting", "呕吐", "HP:0002013"),
            sign("headache", "severe headache", "剧烈头痛", "BD:severe-headache", denied=("HP:0002315",)),
            CHILD,
        ),
        criteria=(
            first_met(
                (below("gcs", 15), flagged("altered", "base")),
                (flagged("loss", "vomiting", "headache", "mechanism"),),
            ),
        ),
        categories=_levels(0.8, 4.3),
        render=worded("CT not recommended", "observation or CT", "CT recommended"),
        source=_PECARN_SOURCE,
        matters=on_request,
        never_low_while_unknown=True,
    ),
)
