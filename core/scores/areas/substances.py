"""Alcohol and opioids: AUDIT, AUDIT-C, CAGE and the two scales of withdrawal."""

from __future__ import annotations

from core.scores.areas.parts import likely, scale, sign, tally, upto
from core.scores.calculator import Category, Population
from core.scores.criteria import any_of

_FIVE, _LAST_TWO, _SEVEN = upto(4), (0.0, 2.0, 4.0), upto(7)
_SCREEN = Population(youngest=14, exclusions="A screen, not a diagnosis.", exclusions_zh="用于筛查，非诊断。")
_AUDIT = scale(
    ("audit", "AUDIT", "AUDIT总分", 40),
    *(
        (f"q{n}", f"item {n}", f"第{n}项", rf"(?:item|question|Q) ?{n}\b", _FIVE if n < 9 else _LAST_TWO)
        for n in range(1, 11)
    ),
)
_AUDIT_C = scale(
    ("", "AUDIT-C", "AUDIT-C总分", 12),
    ("q1", "how often", "饮酒频率", r"(?:how often|frequency)[^:;,.\d]*|(?:item|question|Q) ?1\b", _FIVE),
    (
        "q2",
        "drinks on a day",
        "每日饮酒量",
        r"(?:drinks? (?:on|per|a) (?:a )?(?:typical )?day|quantity)[^:;,.\d]*|(?:item|question|Q) ?2\b",
        _FIVE,
    ),
    (
        "q3",
        "six or more drinks",
        "单次≥6杯频率",
        r"(?:binge\w*|heavy (?:drinking )?(?:episodes|days)|six or more)[^:;,.\d]*|(?:item|question|Q) ?3\b",
        _FIVE,
    ),
    words=r"AUDIT-C(?: total)?(?: score)?(?: of| was| is|:|=)?\s*(\d{1,2})\b",
)
_CIWA = scale(
    ("ciwa-ar", "CIWA-Ar", "CIWA-Ar总分", 67),
    ("nausea", "nausea and vomiting", "恶心呕吐", r"nausea(?:[ /]*(?:and |or )?vomiting)?", _SEVEN),
    ("tremor", "tremor", "震颤", r"tremors?", _SEVEN),
    ("sweats", "paroxysmal sweats", "阵发性出汗", r"(?:paroxysmal )?sweat\w*|diaphoresis", _SEVEN),
    ("anxiety", "anxiety", "焦虑", r"anxiety", _SEVEN),
    ("agitation", "agitation", "激越", r"agitation", _SEVEN),
    ("tactile", "tactile disturbances", "触觉障碍", r"tactile(?: disturbances?| hallucinations?)?", _SEVEN),
    ("auditory", "auditory disturbances", "听觉障碍", r"auditory(?: disturbances?| hallucinations?)?", _SEVEN),
    ("visual", "visual disturbances", "视觉障碍", r"visual(?: disturbances?| hallucinations?)?", _SEVEN),
    ("headache", "headache, fullness in the head", "头痛头胀", r"headache(?:[ /,]*fullness[^:;,.\d]*)?", _SEVEN),
    ("orientation", "orientation", "定向力", r"orientation[^:;,.\d]*", _FIVE),
)
_COWS = scale(
    ("cows", "COWS", "COWS总分", 48),
    (
        "pulse",
        "resting pulse",
        "静息心率",
        r"(?:resting )?pulse(?: rate)?(?: (?:item|points|score))",
        (0.0, 1.0, 2.0, 4.0),
    ),
    ("sweating", "sweating", "出汗", r"sweating", _FIVE),
    ("restlessness", "restlessness", "坐立不安", r"restlessness", (0.0, 1.0, 3.0, 5.0)),
    ("pupils", "pupil size", "瞳孔大小", r"pupils?(?: size)?", (0.0, 1.0, 2.0, 5.0)),
    ("aches", "bone or joint aches", "骨关节痛", r"(?:bone|joint)[^:;,.\d]*aches?", (0.0, 1.0, 2.0, 4.0)),
    (
        "nose",
        "runny nose or tearing",
        "流涕流泪",
        r"(?:runny nose|tearing|lacrimation)[^:;,.\d]*",
        (0.0, 1.0, 2.0, 4.0),
    ),
    ("gut", "gastrointestinal upset", "胃肠不适", r"(?:GI|gastrointestinal)(?: upset)?", (0.0, 1.0, 2.0, 3.0, 5.0)),
    ("tremor", "tremor", "震颤", r"tremor", (0.0, 1.0, 2.0, 4.0)),
    ("yawning", "yawning", "打哈欠", r"yawning", (0.0, 1.0, 2.0, 4.0)),
    ("anxiety", "anxiety or irritability", "焦虑或易激惹", r"anxiety[^:;,.\d]*", (0.0, 1.0, 2.0, 4.0)),
    ("skin", "gooseflesh", "鸡皮疙瘩", r"gooseflesh(?: skin)?|piloerection", (0.0, 3.0, 5.0)),
)

CALCULATORS = (
    tally(
        id="audit",
        names=("AUDIT", "Alcohol Use Disorders Identification Test"),
        zh="酒精使用障碍筛查量表（AUDIT）",
        purpose="Hazardous and harmful drinking.",
        population=_SCREEN,
        **_AUDIT,
        categories=(
            Category(0, "low", "低风险", "0 to 7.", "0–7分。"),
            Category(8, "hazardous", "危险饮酒", "8 to 15: advice.", "8–15分：建议减量。"),
            Category(16, "harmful", "有害饮酒", "16 to 19: counselling.", "16–19分：咨询干预。"),
            Category(20, "dependence likely", "可能依赖", "20 or more: specialist assessment.", "≥20分：专科评估。"),
        ),
        source="Saunders JB et al. Addiction 1993;88:791-804 (WHO)",
    ),
    tally(
        id="audit-c",
        names=("AUDIT-C", "AUDIT C", "AUDIT-Consumption"),
        zh="AUDIT-C饮酒量表",
        purpose="Hazardous drinking, by three questions.",
        population=_SCREEN,
        **_AUDIT_C,
        categories=(
            Category(0, "negative", "阴性", "0 to 2.", "0–2分。"),
            Category(3, "positive in women", "女性阳性", "3: positive in women.", "3分：女性阳性。"),
            Category(4, "positive", "阳性", "4 or more: positive.", "≥4分：阳性。"),
        ),
        source="Bush K et al. Arch Intern Med 1998;158:1789-1795",
    ),
    tally(
        id="cage",
        names=("CAGE", "CAGE questionnaire", "CAGE questions"),
        zh="CAGE问卷",
        purpose="Screening for alcohol dependence by four questions.",
        population=_SCREEN,
        inputs=(
            sign("cut", "felt the need to cut down", "觉得应减少饮酒", words=r"cut(?:ting)? (?:down|back)"),
            sign("annoyed", "annoyed by criticism", "因他人批评而恼怒", words=r"annoyed"),
            sign("guilty", "felt guilty about drinking", "因饮酒内疚", words=r"guilt\w*"),
            sign(
                "eye-opener",
                "a drink first thing in the morning",
                "晨起饮酒",
                words=r"eye[- ]?opener|drink\w* (?:first thing )?in the morning|morning drink\w*",
            ),
        ),
        criteria=tuple(any_of((n,)) for n in ("cut", "annoyed", "guilty", "eye-opener")),
        categories=(
            Category(0, "negative", "阴性", "0.", "0分。", low=True),
            Category(1, "not excluded", "未排除", "1: ask further.", "1分：进一步询问。"),
            Category(2, "positive", "阳性", "2 or more: look closer.", "≥2分：进一步评估。"),
        ),
        source="Ewing JA. JAMA 1984;252:1905-1907",
        never_low_while_unknown=True,
    ),
    tally(
        id="ciwa-ar",
        names=("CIWA-Ar", "CIWA", "Clinical Institute Withdrawal Assessment for Alcohol"),
        zh="酒精戒断评估量表（CIWA-Ar）",
        purpose="How severe alcohol withdrawal is.",
        population=Population(youngest=16, exclusions="For those who can answer.", exclusions_zh="用于可交流者。"),
        **_CIWA,
        categories=(
            Category(0, "minimal", "极轻", "Below 8.", "<8分。"),
            Category(8, "mild to moderate", "轻中度", "8 to 14.", "8–14分。"),
            Category(15, "severe", "重度", "15 or more: risk of delirium.", "≥15分：谵妄风险。"),
        ),
        source="Sullivan JT et al. Br J Addict 1989;84:1353-1357",
        matters=likely(0.6, "alcohol-withdrawal"),
    ),
    tally(
        id="cows",
        names=("COWS", "Clinical Opiate Withdrawal Scale", "clinical opioid withdrawal scale"),
        zh="阿片戒断量表（COWS）",
        purpose="How severe opioid withdrawal is.",
        population=Population(
            youngest=16, exclusions="For adults who use opioids.", exclusions_zh="用于使用阿片类者。"
        ),
        **_COWS,
        categories=(
            Category(0, "none", "无", "Below 5.", "<5分。"),
            Category(5, "mild", "轻度", "5 to 12.", "5–12分。"),
            Category(13, "moderate", "中度", "13 to 24.", "13–24分。"),
            Category(25, "moderately severe", "中重度", "25 to 36.", "25–36分。"),
            Category(37, "severe", "重度", "Above 36.", ">36分。"),
        ),
        source="Wesson DR, Ling W. J Psychoactive Drugs 2003;35:253-259",
        matters=likely(0.6, "opioid-withdrawal"),
    ),
)
