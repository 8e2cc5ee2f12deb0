"""Liver: fibrosis, and how far a cirrhosis has gone."""

from __future__ import annotations

from dataclasses import replace
from math import log

from core.scores.areas.background import AGE
from core.scores.areas.measures import measure, measures, needs
from core.scores.asked import fit
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import band, equation, from_bound, graded
from core.scores.facts import Fact
from core.scores.inputs import Choice, Option, Told
from core.scores.reading_findings import read_choice
from core.scores.reading_phrases import affirmed, chosen
from core.scores.reading_worded import read_dialysis
from core.scores.situation import Situation
from core.scores.source import Source

_NONE, _MILD, _SEVERE = "none", "mild or controlled", "moderate to severe"
_GRADE_1_2, _GRADE_3_4 = "grade 1 to 2", "grade 3 to 4"
_THREE_FOUR, _ONE_TWO = r"(?:3|4|III|IV)", r"(?:1|2|I|II)"
_CIRRHOSIS = ("HP:0001394",)
DIALYSIS = Told(
    id="dialysis", en="dialysis twice in the last week", zh="近一周透析两次", read=read_dialysis, absent=False
)


# The grade, where it is named, says more than what was seen.
_GRADED = (
    rf"\b(?:West[- ]Haven|encephalopathy|HE)(?:,? (?:of|at|was|is))? \(?(?:grade|stage) {_THREE_FOUR}\b"
    rf"|\b(?:grade|stage) {_THREE_FOUR} (?:hepatic |portosystemic )?encephalopathy"
)
_GRADE = chosen((_GRADE_3_4, _GRADED), (_GRADE_1_2, _GRADED.replace(_THREE_FOUR, _ONE_TWO)))
# Who knows neither place nor time is in grade 3 (West Haven; the ISHEN's operative form).
_DISORIENTED = affirmed(
    r"\boriented only to (?:self|person|name|himself|herself)\b"
    r"|\boriented to (?:self|person|name|himself|herself) (?:only|alone)\b|\bA\s?(?:&|and)\s?O\s?[x×]\s?1\b"
    r"|\bdisorient(?:ed|ated) (?:to|in|for) (?:time and place|place)\b"
)
_SEEN = Choice(
    id="encephalopathy",
    en="",
    zh="",
    options=(
        Option(_NONE, ("BD:alert-and-oriented",)),
        Option(_GRADE_1_2, ("HP:0002480", "HP:0001289", "BD:altered-mental-status", "HP:0012164")),
        Option(_GRADE_3_4, ("BD:severe-hepatic-encephalopathy", "HP:0001259")),
    ),
    denied=("HP:0002480",),
)


def _encephalopathy(source: Source) -> Fact:
    """The grade that is named for the time asked for, or else by what was seen."""
    graded = _GRADE(source)
    if graded.known and fit(source, graded) >= 0:
        return graded
    seen, lost = read_choice(_SEEN, source), _DISORIENTED(source)
    if seen.possible == (_GRADE_1_2,) and lost.known and fit(source, lost) >= 0:
        return replace(lost, possible=(_GRADE_3_4,))
    return seen


def _fib4(age: float, ast: float, alt: float, platelets: float) -> float:
    return float(age * ast / (platelets * alt**0.5))


def _meld_na(creatinine: float, bilirubin: float, inr: float, sodium: float, dialysis: bool) -> float:
    """As the UNOS carries it out: limits first, MELD rounded to a tenth of a hundredth, then the sodium."""
    creatinine = 4.0 if dialysis else min(max(creatinine, 1.0), 4.0)
    plain = 0.957 * log(creatinine) + 0.378 * log(max(bilirubin, 1.0)) + 1.120 * log(max(inr, 1.0)) + 0.643
    meld = round(plain, 1) * 10
    if meld > 11:
        lack = 137 - min(max(sodium, 125.0), 137.0)
        meld += 1.32 * lack - 0.033 * meld * lack
    return min(meld, 40)


def _cirrhosis(case: Situation) -> float:
    return 0.5 if case.ever(*_CIRRHOSIS) else 0


CALCULATORS = (
    Calculator(
        id="fib-4",
        names=("FIB-4", "Fibrosis-4 (FIB-4) Index for Liver Fibrosis", "Fibrosis-4", "FIB4"),
        zh="FIB-4肝纤维化指数",
        purpose="Whether advanced fibrosis of the liver is likely.",
        population=Population(
            youngest=35,
            exclusions="From 35 to 65 years; above 65 the lower limit is 2.0. Not in acute hepatitis.",
            exclusions_zh="适用于35–65岁；65岁以上下限为2.0。急性肝炎不适用。",
        ),
        inputs=(AGE, measure("ast"), measure("alt", beside="ast"), measure("platelets")),
        criteria=(equation(("age", "ast", "alt", "platelets"), _fib4),),
        categories=(
            Category(
                0, "low", "低风险", "Below 1.45: advanced fibrosis unlikely.", "<1.45：进展期纤维化可能性小。", low=True
            ),
            Category(1.45, "indeterminate", "不确定", "1.45 to 3.25: another test decides.", "1.45–3.25：需其他检查。"),
            Category(
                3.2501, "high", "高风险", "Above 3.25: advanced fibrosis likely.", ">3.25：进展期纤维化可能性大。"
            ),
        ),
        decimals=3,
        source="Sterling RK et al. Hepatology 2006;43:1317-1325",
        matters=needs(0.25, "ast", "alt", "platelets"),
    ),
    Calculator(
        id="child-pugh",
        names=(
            "Child-Pugh score",
            "Child-Pugh Score for Cirrhosis Mortality",
            "Child-Pugh",
            "Child-Turcotte-Pugh",
            "CTP",
        ),
        zh="Child-Pugh评分",
        purpose="How severe a cirrhosis is.",
        population=Population(
            exclusions="For known cirrhosis; in cholestatic disease other limits of bilirubin hold.",
            exclusions_zh="用于已知肝硬化；胆汁淤积性疾病胆红素界值不同。",
        ),
        inputs=(
            *measures("bilirubin", "albumin", "inr", assumable=True),
            Choice(
                id="ascites",
                en="ascites",
                zh="腹水",
                options=(
                    Option(_NONE, ()),
                    Option(_MILD, ("HP:0001541",)),
                    Option(_SEVERE, ("BD:large-ascites",)),
                ),
                denied=("HP:0001541",),
            ),
            Told(id="encephalopathy", en="hepatic encephalopathy", zh="肝性脑病", read=_encephalopathy, absent=_NONE),
        ),
        criteria=(
            band("bilirubin", (1.999, 1), (3, 2), above=3),
            from_bound("albumin", (2.8, 2), (3.501, 1), under=3),
            band("inr", (1.699, 1), (2.3, 2), above=3),
            graded("ascites", {_NONE: 1, _MILD: 2, _SEVERE: 3}),
            graded("encephalopathy", {_NONE: 1, _GRADE_1_2: 2, _GRADE_3_4: 3}),
        ),
        categories=(
            Category(5, "class A", "A级", "5 or 6: compensated.", "5–6分：代偿期。"),
            Category(7, "class B", "B级", "7 to 9: function notably impaired.", "7–9分：功能明显受损。"),
            Category(10, "class C", "C级", "10 to 15: decompensated.", "10–15分：失代偿。"),
        ),
        unit="points",
        source="Pugh RNH et al. Br J Surg 1973;60:646-649, with INR in place of prothrombin time",
        matters=_cirrhosis,
    ),
    Calculator(
        id="meld-na",
        names=("MELD-Na", "MELD-Na (2016)", "MELD Na (UNOS/OPTN)", "MELD Na", "MELDNa"),
        zh="MELD-Na评分",
        purpose="Risk of death within three months in end-stage liver disease.",
        population=Population(
            youngest=12,
            exclusions="From 12 years. The rule of 2016; since 2023 the OPTN lists by MELD 3.0.",
            exclusions_zh="适用于12岁以上。为2016年规则；2023年起OPTN使用MELD 3.0。",
        ),
        inputs=(*measures("creatinine", "bilirubin", "inr", "sodium"), DIALYSIS),
        criteria=(equation(("creatinine", "bilirubin", "inr", "sodium", "dialysis"), _meld_na),),
        unit="points",
        source="Kim WR et al. N Engl J Med 2008;359:1018-1026, as the OPTN carried it out from 2016",
        matters=lambda case: 0.45 if case.ever(*_CIRRHOSIS) and case.measured("bilirubin", "inr") == 2 else 0,
    ),
)
