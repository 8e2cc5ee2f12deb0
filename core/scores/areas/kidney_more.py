"""Kidney: filtration by cystatin C and in children, and the risk of failure."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log

from core.scores.areas import kidney
from core.scores.areas.background import AGE
from core.scores.areas.body import SEX
from core.scores.areas.measures import measure, measures, needs, on_request
from core.scores.areas.parts import quantity
from core.scores.calculator import Calculator, Population
from core.scores.criteria import equation
from core.scores.facts import Fact
from core.scores.inputs import Told
from core.scores.reading_phrases import said
from core.scores.source import Source

_CREATININE_2021 = kidney.CALCULATORS[0]  # its population and stages hold for the other equations
_CYSTATIN = quantity("cystatin-c", "cystatin C", "胱抑素C", "mg/L", (0.2, 12))
_BASELINE = {(2, True): 0.9750, (5, True): 0.9240, (2, False): 0.9832, (5, False): 0.9365}  # years, North America
_american = said(r"North America\w*|United States|\bUSA\b|\bCanad(?:a|ian)\b")


def _cystatin(cystatin: float, age: float, sex: str) -> float:
    ratio = cystatin / 0.8
    filtration = 133 * min(ratio, 1) ** -0.499 * max(ratio, 1) ** -1.328 * 0.996**age
    return float(filtration * (0.932 if sex == "female" else 1))


def _combined(creatinine: float, cystatin: float, age: float, sex: str) -> float:
    female = sex == "female"
    ratio, other = creatinine / (0.7 if female else 0.9), cystatin / 0.8
    filtration = 135 * min(ratio, 1) ** (-0.219 if female else -0.144) * max(ratio, 1) ** -0.544
    filtration *= min(other, 1) ** -0.323 * max(other, 1) ** -0.778 * 0.9961**age
    return float(filtration * (0.963 if female else 1))


def _read_american(source: Source) -> Fact:
    """Is the patient from North America? Elsewhere the recalibrated equation holds."""
    fact = _american(source)
    return fact if fact.known else Fact((False,))


def _failure(years: int) -> Callable[..., float]:
    """The chance in % of dialysis or transplantation within so many years; the ratio is in mg/g."""

    def risk(age: float, sex: str, filtration: float, ratio: float, american: bool) -> float:
        line = -0.2201 * (age / 10 - 7.036) + 0.2467 * ((sex == "male") - 0.5642)
        line += -0.5567 * (filtration / 5 - 7.222) + 0.4510 * (log(ratio) - 5.137)
        return float(100 * (1 - _BASELINE[years, bool(american)] ** exp(line)))

    return risk


def _kfre(years: int) -> Calculator:
    return Calculator(
        id=f"kfre-{years}",
        names=(
            f"KFRE ({years} years)",
            f"kidney failure risk equation ({years} years)",
            f"Tangri {years} years",
            f"KFRE {years}",
            *(("KFRE", "kidney failure risk equation", "KFRE 4-variable") if years == 5 else ()),
        ),
        zh=f"肾衰竭风险方程（{years}年）",
        purpose=f"Chance of kidney failure within {years} years in chronic kidney disease, by four variables.",
        population=Population(
            youngest=18,
            exclusions="For chronic kidney disease with a filtration below 60, not after transplantation.",
            exclusions_zh="用于eGFR<60的慢性肾脏病，非移植后。",
        ),
        inputs=(
            AGE,
            SEX,
            quantity("egfr", "filtration rate", "肾小球滤过率", "mL/min/1.73 m²", (3, 60), decimals=0),
            quantity(
                "ratio",
                "urine albumin to creatinine ratio",
                "尿白蛋白/肌酐比",
                "mg/g",
                (1, 25000),
                divisor=1 / 8.84,
                decimals=0,
                analytes=("albumin-creatinine-ratio",),
            ),
            Told(id="american", en="from North America", zh="北美患者", read=_read_american),
        ),
        criteria=(equation(("age", "sex", "egfr", "ratio", "american"), _failure(years)),),
        unit="%",
        decimals=2,
        source="Tangri N et al. JAMA 2011;305:1553-1559; JAMA 2016;315:164-174",
        matters=needs(0.3, "egfr", "albumin-creatinine-ratio") if years == 5 else on_request,
    )


CALCULATORS = (
    Calculator(
        id="ckd-epi-cystatin",
        names=("CKD-EPI cystatin C (2012)", "CKD-EPI cystatin C", "eGFR cystatin C", "eGFRcys"),
        zh="CKD-EPI胱抑素C肾小球滤过率",
        purpose="Estimated filtration rate from cystatin C.",
        population=_CREATININE_2021.population,
        inputs=(_CYSTATIN, AGE, SEX),
        criteria=(equation(("cystatin-c", "age", "sex"), _cystatin),),
        categories=_CREATININE_2021.categories,
        unit="mL/min/1.73 m²",
        decimals=1,
        source="Inker LA et al. N Engl J Med 2012;367:20-29",
        matters=needs(0.25, "cystatin-c"),
    ),
    Calculator(
        id="ckd-epi-combined",
        names=(
            "CKD-EPI creatinine-cystatin C (2021)",
            "CKD-EPI combined",
            "eGFR creatinine and cystatin C",
            "eGFRcr-cys",
        ),
        zh="CKD-EPI肌酐-胱抑素C肾小球滤过率",
        purpose="Estimated filtration rate from creatinine and cystatin C, without race.",
        population=_CREATININE_2021.population,
        inputs=(measure("creatinine"), _CYSTATIN, AGE, SEX),
        criteria=(equation(("creatinine", "cystatin-c", "age", "sex"), _combined),),
        categories=_CREATININE_2021.categories,
        unit="mL/min/1.73 m²",
        decimals=1,
        source="Inker LA et al. N Engl J Med 2021;385:1737-1749",
        matters=needs(0.3, "cystatin-c", "creatinine"),
    ),
    Calculator(
        id="schwartz",
        names=("eGFR (bedside Schwartz)", "bedside Schwartz", "Schwartz equation", "Schwartz", "updated Schwartz"),
        zh="床旁Schwartz肾小球滤过率",
        purpose="Estimated filtration rate of a child.",
        population=Population(
            youngest=1,
            oldest=18,
            exclusions="From 1 to 17 years, enzymatic creatinine, stable kidney function.",
            exclusions_zh="用于1–17岁，酶法肌酐，肾功能稳定。",
        ),
        inputs=measures("height", "creatinine"),
        criteria=(equation(("height", "creatinine"), lambda height, creatinine: 0.413 * height / creatinine),),
        unit="mL/min/1.73 m²",
        decimals=1,
        source="Schwartz GJ et al. J Am Soc Nephrol 2009;20:629-637",
        matters=on_request,
    ),
    _kfre(5),
    _kfre(2),
)
