"""Other diseases: the Charlson index."""

from __future__ import annotations

from core.scores.areas.background import AGE, CEREBROVASCULAR, DIABETES
from core.scores.areas.measures import measure
from core.scores.areas.parts import past
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import above, any_of, flagged, from_bound, met
from core.scores.inputs import Told
from core.scores.reading_worded import (
    LOCALISED,
    METASTATIC,
    NO_TUMOUR,
    read_dialysis,
    read_leukaemia,
    read_lymphoma,
    read_solid_tumour,
    worded,
)

_TUMOUR_POINTS = {NO_TUMOUR: 0, LOCALISED: 2, METASTATIC: 6}
_CONNECTIVE = worded(
    r"rheumatoid|lupus|\bSLE\b|\bRA\b|sclero|myositis|connective|polymyalgia|sj[oö]gren|vasculitis|结缔|狼疮|类风湿",
    "BD:autoimmune-disease",
    "BD:connective-tissue-disease",
    "HP:0002725",
    "HP:0001370",
    "BD:history-of-polymyalgia-rheumatica",
)


def _liver(values: Values) -> float:
    return 3 if values["severe-liver"] else 1 if values["mild-liver"] else 0


def _diabetes(values: Values) -> float:
    if values["diabetes"]:
        return 2 if values["end-organ"] else 1
    return 0


CALCULATORS = (
    Calculator(
        id="charlson",
        names=(
            "Charlson comorbidity index",
            "Charlson Comorbidity Index (age-adjusted)",
            "Charlson Comorbidity Index (CCI)",
            "CCI",
            "Charlson index",
            "Charlson",
        ),
        zh="Charlson合并症指数",
        purpose="Burden of other diseases, with age: chance to live ten years.",
        population=Population(youngest=18, exclusions="For adults.", exclusions_zh="用于成人。"),
        inputs=(
            AGE,
            past(
                "infarction",
                "myocardial infarction",
                "心肌梗死",
                "HP:0001658",
                words=r"\b(?:old|previous|prior|earlier|past) (?:MI|STEMI|NSTEMI|infarct(?:ion)?)\b|\bheart attacks?\b",
            ),
            past("failure", "heart failure", "心力衰竭", "BD:history-of-heart-failure", "HP:0001635"),
            past("peripheral", "peripheral vascular disease", "外周血管疾病", "HP:0004950", "HP:0005112", "HP:0004942"),
            past(
                "cerebrovascular",
                "stroke or TIA",
                "卒中或TIA",
                "BD:history-of-stroke",
                "HP:0001297",
                "HP:0002326",
                "BD:cerebrovascular-disease",
                words=CEREBROVASCULAR,
            ),
            past("dementia", "dementia", "痴呆", "HP:0000726"),
            past("lung", "chronic lung disease", "慢性肺病", "HP:0006510", "BD:chronic-lung-disease"),
            Told(id="connective", en="connective tissue disease", zh="结缔组织病", read=_CONNECTIVE, absent=False),
            past(
                "ulcer",
                "peptic ulcer",
                "消化性溃疡",
                "HP:0004398",
                "BD:history-of-peptic-ulcer",
                words=r"\b(?:gastric|duodenal|peptic|stomach) ulcers?\b",
            ),
            past(
                "mild-liver",
                "mild liver disease",
                "轻度肝病",
                "BD:mild-liver-disease",
                "HP:0200123",
                "HP:0001394",
                "HP:0012115",
                words=r"\bchronic (?:viral |active )?hepatitis\b|\bhepatitis [BC] carrier",
            ),
            past(
                "severe-liver",
                "liver disease with portal hypertension",
                "肝病伴门静脉高压",
                "BD:severe-liver-disease",
                "HP:0002040",
                "HP:0001399",
                "HP:0001409",
            ),
            DIABETES,
            past(
                "end-organ",
                "damage by diabetes",
                "糖尿病靶器官损害",
                "HP:0000488",
                "HP:0000112",
                words=r"diabet\w*[^.;]{0,40}(?:result\w* in|caus\w+|complicated by|leading to|led to) (?:\w+ )?"
                r"(?:CKD|chronic kidney|kidney|renal|nephro|neuro|retino)\w*",
            ),
            past("hemiplegia", "hemiplegia", "偏瘫", "HP:0001269", "HP:0002301", "HP:0010550"),
            past("kidney", "chronic kidney disease", "慢性肾脏病", "HP:0012622", "HP:0003774"),
            Told(id="dialysis", en="dialysis", zh="透析", read=read_dialysis, absent=False),
            measure("creatinine", assumable=True),
            Told(id="tumour", en="solid tumour", zh="实体瘤", read=read_solid_tumour, absent=NO_TUMOUR),
            Told(id="leukaemia", en="leukaemia", zh="白血病", read=read_leukaemia, absent=False),
            Told(id="lymphoma", en="lymphoma", zh="淋巴瘤", read=read_lymphoma, absent=False),
            past("aids", "AIDS", "艾滋病", "BD:aids"),
        ),
        criteria=(
            from_bound("age", (50, 1), (60, 2), (70, 3), (80, 4), under=0),
            *(any_of((key,)) for key in ("infarction", "failure", "peripheral", "cerebrovascular", "dementia", "lung")),
            any_of(("connective",)),
            any_of(("ulcer",)),
            Criterion(("mild-liver", "severe-liver"), _liver),
            Criterion(("diabetes", "end-organ"), _diabetes),
            any_of(("hemiplegia",), 2),
            met(2, flagged("kidney", "dialysis"), above("creatinine", 3)),
            Criterion(("tumour",), lambda values: _TUMOUR_POINTS[str(values["tumour"])]),
            any_of(("leukaemia",), 2),
            any_of(("lymphoma",), 2),
            any_of(("aids",), 6),
        ),
        categories=(
            Category(0, "none", "无", "0: 98 % live ten years by the age-adjusted index.", "0分：10年生存率98%。"),
            Category(1, "mild", "轻度", "1 or 2: 96 or 90 %.", "1–2分：96%或90%。"),
            Category(3, "moderate", "中度", "3 or 4: 77 or 53 %.", "3–4分：77%或53%。"),
            Category(5, "severe", "重度", "5 or more: 21 % or less.", "≥5分：≤21%。"),
        ),
        unit="points",
        source="Charlson ME et al. J Chronic Dis 1987;40:373-383; with age, J Clin Epidemiol 1994;47:1245-1251",
        matters=lambda case: 0.05 if case.ever("HP:0000819", "HP:0001635", "HP:0006510", "BD:active-cancer") else 0,
    ),
)
