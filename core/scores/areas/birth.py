"""Birth and childhood: Bishop, Apgar and the paediatric early warning score of Brighton."""

from __future__ import annotations

from core.scores.areas.parts import answer, answers, quantity, scale, tally, upto
from core.scores.calculator import Category, Criterion, Population, Values
from core.scores.criteria import from_bound

_DILATATION = quantity(
    "dilatation",
    "dilatation of the cervix",
    "宫口扩张",
    "cm",
    (0, 10),
    divisor=10,
    decimals=1,
    analytes=("cervical-dilatation",),
    words=r"(?:cervix|cervical|os|dilat\w+)[^.;\d]{0,12}\b(closed)\b"
    r"|(\d{1,2}(?:\.\d)?)\s?cm\s*(?:,|/|and)\s*\d{1,3}\s?%"
    r"|(\d{1,2}(?:\.\d)?)\s?(?:cm|centimet\w+)\s?(?:dilat\w+|open)|(?:dilat\w+|cervix)[^.;"
    r"\d]{0,30}?(\d{1,2}(?:\.\d)?)\s?(?:cm|centimet\w+)",
)
_EFFACEMENT = quantity(
    "effacement",
    "effacement",
    "宫颈消退",
    "%",
    (0, 100),
    analytes=(),
    decimals=0,
    words=r"\d\s?cm\s*(?:,|/|and)\s*(\d{1,3})\s?%|(\d{1,3})\s?(?:%|percent)\s?(?:effac\w+)|effac\w+[^.;\d]{0,20}?(\d{1,3})\s?(?:%|percent)",
)
_STATION = answer(
    "station",
    "station of the head",
    "胎头位置",
    (
        0,
        (
            r"three (?:cm )?above the spines|(?:station[^.;\d]{0,20}|at |head )[-−–]\s?3\b|[-−–]\s?3 station|minus "
            r"(?:3|three)"
        ),
    ),
    (1, r"(?:station[^.;\d]{0,20}|at |head )[-−–]\s?2\b|[-−–]\s?2 station|minus (?:2|two)"),
    (
        2,
        (
            r"(?:station[^.;\d]{0,20}|at |head )(?:[-−–]\s?1|0)\b|(?:[-−–]\s?1|\b0) station|minus (?:1|one)|zero "
            r"station|station (?:is |of )?zero"
        ),
    ),
    (3, r"(?:station[^.;\d]{0,20}|at |head )\+\s?[12]\b|\+\s?[12] station|plus (?:1|2|one|two)"),
)
_SOFT = answer(
    "consistency",
    "consistency of the cervix",
    "宫颈硬度",
    (0, r"(?:consistency (?:is )?|cervix (?:is )?)?\bfirm\b"),
    (1, r"\bmedium\b|moderately (?:firm|soft)"),
    (2, r"\bsoft\b"),
)
_FRONT = answer(
    "position",
    "position of the cervix",
    "宫颈位置",
    (0, r"\bposterior(?:ly)?\b"),
    (1, r"\bmid-?(?:position|posed|line)?\b|\bmiddle\b|\bcentral\b|\bintermediate\b"),
    (2, r"\banterior(?:ly)?\b"),
)
_APGAR_PARTS = (
    answer(
        "appearance",
        "colour",
        "肤色",
        (
            1,
            (
                r"acrocyanosis|(?:pink (?:body|trunk|centrally)?[^.;]{0,40}|body pink[^.;]{0,25})blue|blue "
                r"(?:extremities|hands|limbs|feet)|extremities (?:are |were )?(?:blue|cyan\w+)|bluish "
                r"(?:extremities|hands|feet|limbs)|peripheral cyanosis"
            ),
        ),
        (2, r"(?:completely |pink all over|all )?pink\b"),
        (0, r"(?:pale|blue|cyano\w+)"),
    ),
    answer(
        "pulse",
        "pulse",
        "脉搏",
        (
            2,
            (
                r"(?:HR|heart(?: rate|beat)?|pulse)[^.;\d]{0,30}?(?:1\d\d|2\d\d)\b|(?:HR|heart rate|pulse) "
                r"(?:above|over|>|≥) ?100"
            ),
        ),
        (
            1,
            (
                r"(?:HR|heart(?: rate|beat)?|pulse)[^.;\d]{0,30}?\d{2}\b|(?:HR|heart rate|pulse) (?:below|under"
                r"|<) ?100|"
                r"bradycardi\w+"
            ),
        ),
        (0, r"(?:no|absent) (?:pulse|heart ?beat|heart rate)|pulse absent|asystol\w+"),
    ),
    answer(
        "grimace",
        "response to stimulation",
        "反射",
        (
            2,
            (
                r"(?:cough\w*|sneez\w*|pull\w* away|withdraw\w*|vigorous(?:ly)? (?:cry|respon)\w*|cries? (?:on|to|"
                r"when|with))"
            ),
        ),
        (1, r"grimac\w+|feeble cry"),
        (0, r"(?:no|absent|without) (?:\w+ ){0,2}(?:response|reflex|grimace)|unresponsive"),
    ),
    answer(
        "activity",
        "muscle tone",
        "肌张力",
        (
            2,
            (
                r"active(?:ly)? kick\w*|good flexion|active (?:motion|movement\w*)|moving (?:all|actively|"
                r"vigorously)|active(?:ly)? mov\w+|good tone|well[- ]flexed"
            ),
        ),
        (1, r"some flexion|(?:arms and legs|limbs|extremities) (?:slightly )?flexed|slight(?:ly)? flex\w+|flexion"),
        (0, r"limp|flaccid|floppy|no (?:muscle )?tone"),
    ),
    answer(
        "respiration",
        "breathing",
        "呼吸",
        (
            1,
            (
                r"slow[^.;]{0,20}irregular|irregular (?:breath\w*|respir\w*)|weak (?:cry|respir\w*)|gasping|"
                r"shallow|hypoventilat\w+"
            ),
        ),
        (
            2,
            (
                r"(?:good|strong|vigorous|lusty|loud) (?:cry|respirat\w*|breath\w*)|cr(?:ying|ies|ied) "
                r"(?:vigorously|lustily|strongly|loudly|well)|vigorous cry"
            ),
        ),
        (0, r"apn(?:o)?ea|apn(?:o)?eic|not breathing|no (?:respir\w+|breath\w+)"),
    ),
)
_PEWS = scale(
    ("", "paediatric early warning score", "儿童早期预警评分", 13),
    ("behaviour", "behaviour", "行为", r"behaviou?r", upto(3)),
    ("circulation", "circulation", "循环", r"cardiovascular|circulation|colou?r", upto(3)),
    ("breathing", "breathing", "呼吸", r"respiratory|breathing", upto(3)),
    ("nebulisers", "nebulisers every 15 minutes", "每15分钟雾化", r"nebuli[sz]er\w*", (0.0, 2.0)),
    ("vomiting", "persistent vomiting after surgery", "术后持续呕吐", r"(?:persistent )?vomiting", (0.0, 2.0)),
    words=r"PEWS(?: score)?(?: of| was| is|:|=)?\s*(\d{1,2})\b",
)
_PEWS_LEVELS = (
    Category(0, "low", "低", "0 to 2.", "0–2分。"),
    Category(3, "raised", "升高", "3: tell a doctor and look again soon.", "3分：报告医生，尽快复评。"),
    Category(4, "high", "高", "4 or more, or 3 for one part: senior review now.", "≥4分或单项3分：立即上级评估。"),
)


def _rate_pews(total: float, points: tuple[float, ...]) -> Category:
    """High as well with 3 for one of behaviour, circulation and breathing, the addends behind the stated total."""
    return _PEWS_LEVELS[2 if total >= 4 or 3 in points[1:4] else 1 if total >= 3 else 0]


def _effaced(values: Values) -> float:
    """The table names 0 to 30, 40 to 50, 60 to 70 and from 80 %; what lies between gets the lower points."""
    share = float(values["effacement"])
    return 3 if share >= 80 else 2 if share >= 60 else 1 if share >= 40 else 0


CALCULATORS = (
    tally(
        id="bishop",
        names=("Bishop score", "Bishop", "cervix score"),
        zh="Bishop宫颈评分",
        purpose="Whether labour is likely to follow induction.",
        population=Population(exclusions="At term, before induction.", exclusions_zh="足月引产前。"),
        inputs=(_DILATATION, _EFFACEMENT, _STATION, _SOFT, _FRONT),
        criteria=(
            from_bound("dilatation", (0.5, 1), (2.5, 2), (5, 3), under=0),
            Criterion(("effacement",), _effaced, {"effacement": (30, 40, 60, 80)}),
            *answers("station", "consistency", "position"),
        ),
        categories=(
            Category(0, "unripe", "未成熟", "6 or less: ripen first.", "≤6分：先促宫颈成熟。"),
            Category(7, "undecided", "不确定", "7.", "7分。"),
            Category(
                8,
                "ripe",
                "成熟",
                "8 or more: induction is as likely to succeed as spontaneous labour.",
                "≥8分：引产成功率与自然临产相当。",
            ),
        ),
        source="Bishop EH. Obstet Gynecol 1964;24:266-268",
    ),
    tally(
        id="apgar",
        names=("Apgar score", "Apgar", "APGAR"),
        zh="Apgar评分",
        purpose="How a newborn does one and five minutes after birth.",
        population=Population(
            exclusions="Newborns; it does not decide whether to resuscitate.",
            exclusions_zh="用于新生儿；不决定是否复苏。",
        ),
        inputs=_APGAR_PARTS,
        criteria=answers(*(p.id for p in _APGAR_PARTS)),
        categories=(
            Category(0, "low", "低", "0 to 3.", "0–3分。"),
            Category(4, "moderately abnormal", "中度异常", "4 to 6.", "4–6分。"),
            Category(7, "reassuring", "良好", "7 to 10.", "7–10分。"),
        ),
        source="Apgar V. Curr Res Anesth Analg 1953;32:260-267",
    ),
    tally(
        id="pews",
        names=("Brighton PEWS", "PEWS", "paediatric early warning score", "pediatric early warning score"),
        zh="Brighton儿童早期预警评分（PEWS）",
        purpose="How ill a child in hospital is.",
        population=Population(
            exclusions="Children in hospital; each ward has its own chart as well.",
            exclusions_zh="住院儿童；各病区另有图表。",
        ),
        **_PEWS,
        categories=_PEWS_LEVELS,
        rate=_rate_pews,
        of_the_moment=True,
        source="Monaghan A, 2005 (Brighton); points as Solevåg AL et al. PLoS ONE 2013;8(8):e72534",
    ),
)
