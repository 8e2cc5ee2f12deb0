"""Questionnaires of mood: PHQ-9, GAD-7 and the Edinburgh scale."""

from __future__ import annotations

from core.scores.areas.parts import likely, scale, tally, upto
from core.scores.calculator import Category, Population

_FOUR = upto(3)
_PHQ = scale(
    ("phq-9", "PHQ-9", "PHQ-9总分", 27),
    (
        "q1",
        "little interest",
        "兴趣减退",
        r"little interest|anhedonia|(?:loss of )?interest|(?:item|question|Q) ?1\b",
        _FOUR,
    ),
    ("q2", "feeling down", "情绪低落", r"feeling down|depressed(?: mood)?|low mood|(?:item|question|Q) ?2\b", _FOUR),
    ("q3", "sleep", "睡眠", r"sleep(?: \w+)?|insomnia|(?:item|question|Q) ?3\b", _FOUR),
    ("q4", "tiredness", "疲倦", r"tired(?:ness)?|(?:little |low )?energy|fatigue|(?:item|question|Q) ?4\b", _FOUR),
    ("q5", "appetite", "食欲", r"appetite|overeating|(?:item|question|Q) ?5\b", _FOUR),
    (
        "q6",
        "feeling bad about oneself",
        "自我评价低",
        r"feeling bad[^:;,.\d]*|guilt|failure|worthless\w*|self-?esteem|(?:item|question|Q) ?6\b",
        _FOUR,
    ),
    ("q7", "concentration", "注意力", r"concentrat\w+|(?:item|question|Q) ?7\b", _FOUR),
    (
        "q8",
        "moving or speaking slowly, or restless",
        "动作迟缓或坐立不安",
        r"psychomotor[^:;,.\d]*|moving[^:;,.\d]*|restless\w*|slow\w*|(?:item|question|Q) ?8\b",
        _FOUR,
    ),
    (
        "q9",
        "thoughts of death or self-harm",
        "轻生念头",
        r"(?:suicid\w+|self-?harm|better off dead|thoughts of death|death)[^:;,.\d]*|(?:item|question|Q) ?9\b",
        _FOUR,
    ),
)
_GAD = scale(
    ("gad-7", "GAD-7", "GAD-7总分", 21),
    ("q1", "feeling nervous", "紧张", r"nervous\w*[^:;,.\d]*|(?:item|question|Q) ?1\b", _FOUR),
    (
        "q2",
        "not able to stop worrying",
        "无法停止担忧",
        r"(?:not able to stop|uncontrolled|stop\w*|control\w*) worry\w*|(?:item|question|Q) ?2\b",
        _FOUR,
    ),
    (
        "q3",
        "worrying too much",
        "过度担忧",
        r"worry\w* too much[^:;,.\d]*|excessive worry|(?:item|question|Q) ?3\b",
        _FOUR,
    ),
    ("q4", "trouble relaxing", "难以放松", r"(?:trouble )?relax\w*|(?:item|question|Q) ?4\b", _FOUR),
    ("q5", "restlessness", "坐立不安", r"restless\w*[^:;,.\d]*|(?:item|question|Q) ?5\b", _FOUR),
    ("q6", "irritability", "易怒", r"irritab\w*|annoyed[^:;,.\d]*|(?:item|question|Q) ?6\b", _FOUR),
    ("q7", "feeling afraid", "害怕", r"afraid[^:;,.\d]*|(?:item|question|Q) ?7\b", _FOUR),
)
_SCREEN = Population(
    youngest=12, exclusions="A screen and a measure, not a diagnosis.", exclusions_zh="用于筛查与评估，非诊断。"
)
_EPDS = scale(
    ("edinburgh-postnatal", "Edinburgh postnatal depression scale", "爱丁堡产后抑郁量表总分", 30),
    *((f"q{n}", f"item {n}", f"第{n}项", rf"(?:item|question|Q) ?{n}\b", _FOUR) for n in range(1, 11)),
)

CALCULATORS = (
    tally(
        id="phq-9",
        names=("PHQ-9", "PHQ9", "patient health questionnaire 9", "Patient Health Questionnaire-9"),
        zh="PHQ-9抑郁量表",
        purpose="How severe depression is.",
        population=_SCREEN,
        **_PHQ,
        categories=(
            Category(0, "minimal", "极轻", "0 to 4.", "0–4分。"),
            Category(5, "mild", "轻度", "5 to 9.", "5–9分。"),
            Category(10, "moderate", "中度", "10 to 14.", "10–14分。"),
            Category(15, "moderately severe", "中重度", "15 to 19.", "15–19分。"),
            Category(20, "severe", "重度", "20 to 27.", "20–27分。"),
        ),
        caution=(
            "Any answer but 'not at all' to the ninth question needs a look at the risk of suicide.",
            "第9项非“完全没有”者须评估自杀风险。",
        ),
        source="Kroenke K, Spitzer RL, Williams JBW. J Gen Intern Med 2001;16:606-613",
        matters=likely(0.5, "major-depressive-disorder"),
    ),
    tally(
        id="gad-7",
        names=("GAD-7", "GAD7", "generalised anxiety disorder 7", "generalized anxiety disorder 7"),
        zh="GAD-7焦虑量表",
        purpose="How severe anxiety is.",
        population=_SCREEN,
        **_GAD,
        categories=(
            Category(0, "minimal", "极轻", "0 to 4.", "0–4分。"),
            Category(5, "mild", "轻度", "5 to 9.", "5–9分。"),
            Category(10, "moderate", "中度", "10 to 14.", "10–14分。"),
            Category(15, "severe", "重度", "15 to 21.", "15–21分。"),
        ),
        source="Spitzer RL et al. Arch Intern Med 2006;166:1092-1097",
        matters=likely(0.5, "generalised-anxiety-disorder"),
    ),
    tally(
        id="epds",
        names=("EPDS", "Edinburgh Postnatal Depression Scale", "Edinburgh postnatal depression scale"),
        zh="爱丁堡产后抑郁量表",
        purpose="Screening for depression in pregnancy and after birth.",
        population=Population(
            exclusions="Items 3 and 5 to 10 are scored in reverse on the form; here they count as scored.",
            exclusions_zh="第3、5–10项在表格中为反向计分，此处按已计分处理。",
        ),
        **_EPDS,
        categories=(
            Category(0, "unlikely", "可能性小", "0 to 9.", "0–9分。"),
            Category(10, "possible", "可能", "10 to 12.", "10–12分。"),
            Category(13, "likely", "很可能", "13 or more.", "≥13分。"),
        ),
        caution=(
            "Any answer but 'never' to the tenth question needs a look at the risk of suicide.",
            "第10项非“从未”者须评估自杀风险。",
        ),
        source="Cox JL, Holden JM, Sagovsky R. Br J Psychiatry 1987;150:782-786",
    ),
)
