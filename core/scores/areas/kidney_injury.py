"""Acute kidney injury: its stage, and the urea that is excreted."""

from __future__ import annotations

from core.scores.areas.measures import measure, measures, needs
from core.scores.areas.parts import answer, likely, quantity
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import equation
from core.scores.inputs import Number, Told
from core.scores.reading_baseline import read_baseline
from core.scores.reading_worded import read_dialysis
from core.scores.situation import Situation

# A duration is as often given as its lower bound.
_OVER = r"(?:≥ ?|over |more than |at least )?"
_HALF_DAY, _DAY = rf"{_OVER}(?:1[2-9]|[2-9]\d) ?h", rf"{_OVER}(?:2[4-9]|[3-9]\d) ?h"


def _injury(values: Values) -> float:
    """The worst of creatinine, urine and dialysis. A creatinine of 4 is stage 3 where it has risen as in stage 1."""
    now, before = float(values["creatinine"]), float(values["baseline"])
    # In binary, 1.2 - 0.9 falls short of 0.3, and 3.3 / 1.1 of 3.
    times, rise = round(now / before, 6), round(now - before, 6)
    risen = rise >= 0.3 or times >= 1.5
    stage = 3 if times >= 3 or (risen and now >= 4) else 2 if times >= 2 else 1 if risen else 0
    return 3 if values["dialysis"] else max(stage, float(values["urine"]))


_BY_DISEASE = likely(0.4, "prerenal-acute-kidney-injury", "acute-tubular-necrosis")


def _matters(case: Situation) -> float:
    """Whatever the disease: a raised creatinine asks whether it has risen (without a baseline nothing is said)."""
    return max(_BY_DISEASE(case), 0.3 if case.present("HP:0003259") else 0)


CALCULATORS = (
    Calculator(
        id="kdigo-aki",
        names=("KDIGO AKI stage", "KDIGO AKI", "AKI stage", "KDIGO acute kidney injury stage"),
        zh="KDIGO急性肾损伤分期",
        purpose="Whether the kidney is acutely injured, and how badly.",
        population=Population(
            youngest=18,
            exclusions="A rise of 0.3 mg/dL must be within 48 hours, one of half within 7 days.",
            exclusions_zh="肌酐升高0.3 mg/dL须在48小时内，升高50%须在7天内。",
        ),
        inputs=(
            measure("creatinine", pick="highest"),
            Number(
                id="baseline",
                en="baseline creatinine",
                zh="基线肌酐",
                assumable=False,
                analytes=(),
                unit="mg/dL",
                limits=(0.1, 12),
                decimals=2,
                read=read_baseline,
            ),
            answer(
                "urine",
                "urine output",
                "尿量",
                (3, rf"anuri[ac] (?:for )?{_HALF_DAY}|<? ?0\.3 ?mL/kg/h\w* for {_DAY}"),
                (2, rf"<? ?0\.5 ?mL/kg/h\w* for {_HALF_DAY}"),
                (1, rf"<? ?0\.5 ?mL/kg/h\w* for {_OVER}(?:[6-9]|1[01])|oliguria"),
                (0, r"(?:good|normal|adequate|preserved) urine output|non-?oliguric"),
                absent=0,
            ),
            Told(id="dialysis", en="dialysis begun", zh="开始透析", read=read_dialysis, absent=False),
        ),
        criteria=(Criterion(("creatinine", "baseline", "urine", "dialysis"), _injury),),
        categories=(
            Category(0, "none", "无", "Not met.", "未达标准。", low=True),
            Category(1, "stage 1", "1期", "1.5 to 1.9 times, or 0.3 mg/dL more.", "1.5–1.9倍或升高≥0.3 mg/dL。"),
            Category(2, "stage 2", "2期", "2.0 to 2.9 times.", "2.0–2.9倍。"),
            Category(3, "stage 3", "3期", "3 times, 4.0 mg/dL, or dialysis.", "≥3倍、≥4.0 mg/dL或透析。"),
        ),
        unit="stage",
        source="KDIGO Clinical Practice Guideline for Acute Kidney Injury. Kidney Int Suppl 2012;2:1-138",
        matters=_matters,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="feurea",
        names=("fractional excretion of urea", "FEUrea", "FE urea", "Fractional Excretion of Urea (FEUrea)"),
        zh="尿素排泄分数",
        purpose="The share of filtered urea that is lost, where diuretics make sodium useless.",
        population=Population(
            exclusions="In acute kidney injury with little urine.", exclusions_zh="用于少尿型急性肾损伤。"
        ),
        inputs=(
            quantity("urine-urea", "urine urea", "尿尿素", "mmol/L", (1, 1500), decimals=1),
            quantity("urea", "blood urea", "血尿素", "mmol/L", (0.3, 120), analytes=("urea", "blood-urea-nitrogen")),
            *measures("urine-creatinine", "creatinine"),
        ),
        criteria=(
            equation(
                ("urine-urea", "urea", "urine-creatinine", "creatinine"), lambda uu, u, uc, c: 100 * uu * c / (u * uc)
            ),
        ),
        categories=(
            Category(0, "35 % or less", "≤35%", "Points to too little flow to the kidney.", "提示肾前性。"),
            Category(
                35.001,
                "35 to 50 %",
                "35%–50%",
                "Undecided; damage of the tubules is possible.",
                "不能确定；肾小管损伤可能。",
            ),
            Category(50.001, "above 50 %", ">50%", "Points to damage of the tubules.", "提示肾小管损伤。"),
        ),
        unit="%",
        decimals=2,
        source="Carvounis CP et al. Kidney Int 2002;62:2223-2229",
        matters=needs(0.35, "urine-urea", "urine-creatinine", "creatinine"),
    ),
)
