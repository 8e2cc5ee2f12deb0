"""Scales of care: Braden, Morse, Barthel and Katz."""

from __future__ import annotations

from core.scores.areas.parts import scale, tally
from core.scores.calculator import Category, Population

_ANYBODY = Population(youngest=16, exclusions="For adults.", exclusions_zh="用于成人。")
_FOUR = (1.0, 2.0, 3.0, 4.0)
_TEN, _FIFTEEN = (0.0, 5.0, 10.0), (0.0, 5.0, 10.0, 15.0)
_BRADEN = scale(
    ("braden", "Braden scale", "Braden总分", 23),
    ("sensory", "sensory perception", "感知", r"sensory(?: perception)?", _FOUR),
    ("moisture", "moisture", "潮湿", r"moisture", _FOUR),
    ("activity", "activity", "活动", r"activity", _FOUR),
    ("mobility", "mobility", "移动", r"mobility", _FOUR),
    ("nutrition", "nutrition", "营养", r"nutrition", _FOUR),
    (
        "friction",
        "friction and shear",
        "摩擦力和剪切力",
        r"friction(?: (?:and|&|/) ?shear)?|friction/shear",
        (1.0, 2.0, 3.0),
    ),
)
_MORSE = scale(
    ("morse-fall", "Morse fall scale", "Morse总分", 125),
    ("history", "falls before", "跌倒史", r"history of fall\w*|fall history", (0.0, 25.0)),
    ("second", "secondary diagnosis", "次要诊断", r"secondary diagnosis", (0.0, 15.0)),
    ("aid", "walking aid", "行走辅助", r"(?:ambulatory|walking) aid", (0.0, 15.0, 30.0)),
    ("line", "intravenous line", "静脉通路", r"(?:IV|intravenous)[^:;,.\d]*", (0.0, 20.0)),
    ("gait", "gait", "步态", r"gait[^:;,.\d]*", (0.0, 10.0, 20.0)),
    ("mental", "mental status", "精神状态", r"mental status", (0.0, 15.0)),
)
_BARTHEL = scale(
    ("barthel", "Barthel index", "Barthel总分", 100),
    ("feeding", "feeding", "进食", r"feeding", _TEN),
    ("bathing", "bathing", "洗澡", r"bathing", (0.0, 5.0)),
    ("grooming", "grooming", "修饰", r"grooming", (0.0, 5.0)),
    ("dressing", "dressing", "穿衣", r"dressing", _TEN),
    ("bowels", "bowels", "大便控制", r"bowels?", _TEN),
    ("bladder", "bladder", "小便控制", r"bladder", _TEN),
    ("toilet", "toilet use", "如厕", r"toilet(?: use|ing)?", _TEN),
    ("transfers", "transfers", "转移", r"transfers?[^:;,.\d]*", _FIFTEEN),
    ("mobility", "mobility", "活动", r"mobility[^:;,.\d]*", _FIFTEEN),
    ("stairs", "stairs", "上下楼梯", r"stairs", _TEN),
)
_KATZ = scale(
    ("", "Katz index", "Katz总分", 6),
    *(
        (key, en, zh, words, (0.0, 1.0))
        for key, en, zh, words in (
            ("bathing", "bathing", "洗澡", r"bathing"),
            ("dressing", "dressing", "穿衣", r"dressing"),
            ("toileting", "toileting", "如厕", r"toilet\w*"),
            ("transferring", "transferring", "转移", r"transfer\w*"),
            ("continence", "continence", "控制大小便", r"continence"),
            ("feeding", "feeding", "进食", r"feeding"),
        )
    ),
    words=r"Katz(?: ADL)?(?: index)?(?: score)?(?: of| was| is|:|=)?\s*([0-6])\b",
)

CALCULATORS = (
    tally(
        id="braden",
        names=("Braden scale", "Braden", "Braden score"),
        zh="Braden压疮风险量表",
        purpose="Risk of pressure injury; fewer points are more risk.",
        population=_ANYBODY,
        **_BRADEN,
        categories=(
            Category(0, "very high", "极高风险", "9 or less.", "≤9分。"),
            Category(10, "high", "高风险", "10 to 12.", "10–12分。"),
            Category(13, "moderate", "中风险", "13 or 14.", "13–14分。"),
            Category(15, "mild", "低风险", "15 to 18.", "15–18分。"),
            Category(19, "not at risk", "无风险", "19 to 23.", "19–23分。"),
        ),
        source="Bergstrom N et al. Nurs Res 1987;36:205-210",
    ),
    tally(
        id="morse-fall",
        names=("Morse fall scale", "Morse", "Morse fall score", "MFS"),
        zh="Morse跌倒量表",
        purpose="Risk of falling in hospital.",
        population=_ANYBODY,
        **_MORSE,
        categories=(
            Category(0, "low", "低风险", "0 to 24.", "0–24分。"),
            Category(25, "moderate", "中风险", "25 to 44.", "25–44分。"),
            Category(45, "high", "高风险", "45 or more.", "≥45分。"),
        ),
        source="Morse JM, Morse RM, Tylko SJ. Can J Aging 1989;8:366",
    ),
    tally(
        id="barthel",
        names=("Barthel index", "Barthel", "Barthel ADL index"),
        zh="Barthel指数",
        purpose="How far somebody manages everyday activities.",
        population=_ANYBODY,
        **_BARTHEL,
        categories=(
            Category(0, "total dependence", "完全依赖", "0 to 20.", "0–20分。"),
            Category(21, "severe dependence", "重度依赖", "21 to 60.", "21–60分。"),
            Category(61, "moderate dependence", "中度依赖", "61 to 90.", "61–90分。"),
            Category(91, "slight dependence", "轻度依赖", "91 to 99.", "91–99分。"),
            Category(100, "independent", "独立", "100.", "100分。"),
        ),
        source="Mahoney FI, Barthel DW. Md State Med J 1965;14:61-65; classes as Shah S et al. J Clin Epidemiol "
        "1989;42:703-709",
    ),
    tally(
        id="katz",
        names=("Katz index", "Katz ADL", "Katz index of independence", "Katz"),
        zh="Katz指数",
        purpose="How many of six everyday activities somebody manages alone.",
        population=_ANYBODY,
        **_KATZ,
        categories=(
            Category(0, "severe impairment", "重度受损", "0 to 3.", "0–3分。"),
            Category(4, "moderate impairment", "中度受损", "4 or 5.", "4–5分。"),
            Category(6, "full function", "功能完好", "6.", "6分。"),
        ),
        source="Katz S et al. JAMA 1963;185:914-919",
    ),
)
