"""Leaving hospital: LACE, HOSPITAL and the comorbidities of Elixhauser by van Walraven's weights."""

from __future__ import annotations

from core.scores.areas.measures import measure
from core.scores.areas.parts import past, quantity, sign, tally
from core.scores.calculator import Category, Criterion, Population, Values
from core.scores.criteria import any_of, at_least, below, from_bound, met
from core.scores.inputs import Input

_STAY = quantity(
    "stay",
    "length of stay",
    "住院天数",
    "days",
    (0, 400),
    analytes=(),
    decimals=0,
    words=r"(?:length of stay|LOS|stayed|hospitali[sz]ed for|inpatient for|admitted for|stay "
    r"of)\D{0,15}(\d{1,3})[- ]?(?:days?|d\b)"
    r"|(\d{1,3})[- ]day (?:\w+ )?(?:stay|admission|hospitali[sz]ation)",
)
_URGENT = sign(
    "urgent",
    "unplanned admission",
    "非择期入院",
    words=r"(?:emergency|urgent|unplanned|acute|non-?elective) admission|admitted (?:\w+ ){0,3}(?:emergency|"
    r"acutely|urgently)"
    r"|(?:via|through|from) (?:the )?(?:ED|emergency)",
    against=r"elective (?:admission|surgery)|planned admission|admitted electively",
)
_MEDICAL = Population(youngest=18, exclusions="At discharge, for adults.", exclusions_zh="用于成人出院时。")
# Weight, id, names, concepts, words. Conditions that weigh nothing are left out.
_ELIXHAUSER: tuple[tuple[int, str, str, str, tuple[str, ...], str | None], ...] = (
    (7, "heart-failure", "heart failure", "心力衰竭", ("BD:history-of-heart-failure", "HP:0001635"), None),
    (
        5,
        "arrhythmia",
        "arrhythmia",
        "心律失常",
        ("HP:0005110", "HP:0011675"),
        r"arrhythmia|atrial (?:fibrillation|flutter)|pacemaker",
    ),
    (
        -1,
        "valves",
        "valvular disease",
        "心脏瓣膜病",
        ("HP:0001654",),
        r"(?:aortic|mitral|valvular) (?:stenosis|regurgitation|disease)",
    ),
    (
        4,
        "lung-vessels",
        "disease of the pulmonary circulation",
        "肺循环疾病",
        ("HP:0002092",),
        r"pulmonary (?:hypertension|embol\w+)",
    ),
    (2, "peripheral", "peripheral vascular disease", "外周血管病", ("HP:0004950",), None),
    (7, "paralysis", "paralysis", "瘫痪", (), r"paralysis|hemiplegi\w+|paraplegi\w+|quadriplegi\w+|tetraplegi\w+"),
    (
        6,
        "neurological",
        "other neurological disease",
        "其他神经系统疾病",
        ("HP:0001250",),
        r"epilep\w+|seizure disorder|Parkinson\w*|multiple sclerosis",
    ),
    (3, "lung", "chronic lung disease", "慢性肺病", ("BD:chronic-lung-disease", "HP:0006510", "HP:0002099"), None),
    (5, "kidney", "kidney failure", "肾衰竭", ("HP:0012622", "HP:0000083"), r"dialysis|end-stage renal"),
    (11, "liver", "liver disease", "肝病", ("HP:0001394", "HP:0001392"), r"cirrhosis|chronic hepatitis|liver disease"),
    (9, "lymphoma", "lymphoma", "淋巴瘤", (), r"lymphoma|Hodgkin\w*"),
    (12, "metastatic", "metastatic cancer", "转移癌", ("BD:cancer-spread-to-bone",), r"metasta\w+"),
    (4, "tumour", "solid tumour without metastasis", "未转移实体瘤", ("BD:active-cancer",), None),
    (3, "coagulopathy", "coagulopathy", "凝血障碍", ("HP:0003256",), r"coagulopathy|thrombocytopenia"),
    (-4, "obesity", "obesity", "肥胖", ("HP:0001513",), None),
    (6, "weight-loss", "weight loss", "体重下降", ("HP:0001824",), r"malnutrition|cachexia"),
    (
        5,
        "fluids",
        "fluid and electrolyte disorders",
        "水电解质紊乱",
        (),
        r"hypo(?:natr|kal)(?:a)?emia|hyper(?:natr|kal)(?:a)?emia|dehydrat\w+|electrolyte (?:disorder|disturbance)",
    ),
    (
        -2,
        "blood-loss",
        "anaemia of blood loss",
        "失血性贫血",
        (),
        r"blood loss an(?:a)?emia|an(?:a)?emia (?:due to|from) (?:blood loss|bleeding)",
    ),
    (
        -2,
        "deficiency",
        "deficiency anaemia",
        "营养缺乏性贫血",
        (),
        r"(?:iron|B12|folate)[- ]deficiency(?: an(?:a)?emia)?",
    ),
    (-7, "drugs", "drug abuse", "药物滥用", ("BD:intravenous-drug-use", "BD:recreational-drug-use"), None),
    (-3, "depression", "depression", "抑郁", ("HP:0000716",), None),
)


_TUMOURS = ("metastatic", "tumour")


def _conditions() -> tuple[Input, ...]:
    return tuple(past(key, en, zh, *concepts, words=words) for _, key, en, zh, concepts, words in _ELIXHAUSER)


def _tumour(values: Values) -> float:
    """A tumour that has spread counts once, as metastatic."""
    return 12 if values["metastatic"] else 4 if values["tumour"] else 0


def _weights() -> tuple[Criterion, ...]:
    single = (any_of((key,), weight) for weight, key, *_ in _ELIXHAUSER if key not in _TUMOURS)
    return (*single, Criterion(_TUMOURS, _tumour))


CALCULATORS = (
    tally(
        id="lace",
        names=("LACE index", "LACE", "LACE score"),
        zh="LACE指数",
        purpose="Risk of death or unplanned readmission within 30 days of discharge.",
        population=Population(
            youngest=18,
            exclusions="At discharge, for adults; the Charlson index without the points of age.",
            exclusions_zh="用于成人出院时；Charlson指数不含年龄分。",
        ),
        inputs=(
            _STAY,
            _URGENT,
            quantity(
                "charlson",
                "Charlson index",
                "Charlson指数",
                "points",
                (0, 37),
                analytes=(),
                decimals=0,
                words=r"Charlson(?: comorbidity)?(?: index| score)*(?: of| is| was|:|=)?\s*(\d{1,2})",
            ),
            quantity(
                "visits",
                "emergency visits in six months",
                "6个月内急诊次数",
                "visits",
                (0, 60),
                analytes=(),
                decimals=0,
                words=r"(\d{1,2}) (?:\w+ )?(?:ED|emergency(?: department| room)?|ER) visits?|(?:ED|"
                r"emergency(?: department)?) visits?[^.;\d]{0,30}(\d{1,2})",
            ),
        ),
        criteria=(
            from_bound("stay", (1, 1), (2, 2), (3, 3), (4, 4), (7, 5), (14, 7), under=0),
            any_of(("urgent",), 3),
            from_bound("charlson", (1, 1), (2, 2), (3, 3), (4, 5), under=0),
            from_bound("visits", (1, 1), (2, 2), (3, 3), (4, 4), under=0),
        ),
        categories=(
            Category(0, "low", "低风险", "0 to 4.", "0–4分。"),
            Category(5, "moderate", "中风险", "5 to 9.", "5–9分。"),
            Category(10, "high", "高风险", "10 or more.", "≥10分。"),
        ),
        source="van Walraven C et al. CMAJ 2010;182:551-557",
    ),
    tally(
        id="hospital",
        names=("HOSPITAL score", "HOSPITAL", "HOSPITAL readmission score"),
        zh="HOSPITAL评分",
        purpose="Risk of an avoidable readmission within 30 days of discharge.",
        population=_MEDICAL,
        inputs=(
            measure("haemoglobin"),
            sign(
                "oncology",
                "discharge from oncology",
                "肿瘤科出院",
                words=r"(?:oncology|cancer) (?:service|ward|unit|team|department)",
            ),
            measure("sodium"),
            sign(
                "procedure",
                "a procedure during the stay",
                "住院期间操作",
                words=r"(?:underwent|procedure|surgery|biopsy|endoscopy|catheteri[sz]ation|operation)",
            ),
            _URGENT,
            quantity(
                "admissions",
                "admissions in the year before",
                "近一年住院次数",
                "admissions",
                (0, 60),
                analytes=(),
                decimals=0,
                words=r"(\d{1,2}) (?:\w+ )?(?:admissions?|hospitali[sz]ations?)|(?:admissions?|"
                r"hospitali[sz]ations?)[^.;\d]{0,30}(\d{1,2})",
            ),
            _STAY,
        ),
        criteria=(
            met(1, below("haemoglobin", 12)),
            any_of(("oncology",), 2),
            met(1, below("sodium", 135)),
            any_of(("procedure",)),
            any_of(("urgent",)),
            from_bound("admissions", (2, 2), (6, 5), under=0),
            met(2, at_least("stay", 5)),
        ),
        categories=(
            Category(0, "low", "低风险", "0 to 4: 5.8 %.", "0–4分：5.8%。"),
            Category(5, "intermediate", "中风险", "5 or 6: about 12 %.", "5–6分：约12%。"),
            Category(7, "high", "高风险", "7 or more: 22.8 %.", "≥7分：22.8%。"),
        ),
        source="Donzé J et al. JAMA Intern Med 2013;173:632-638; admissions in the steps of JAMA Intern Med "
        "2016;176:496-502",
    ),
    tally(
        id="elixhauser",
        names=(
            "Elixhauser comorbidity score (van Walraven)",
            "Elixhauser (van Walraven)",
            "Elixhauser",
            "van Walraven score",
        ),
        zh="Elixhauser共病评分（van Walraven）",
        purpose="Burden of other illness, as it bears on death in hospital.",
        population=_MEDICAL,
        inputs=_conditions(),
        criteria=_weights(),
        source="van Walraven C et al. Med Care 2009;47:626-633",
    ),
)
