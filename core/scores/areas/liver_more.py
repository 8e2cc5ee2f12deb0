"""Liver: MELD and MELD 3.0, alcoholic hepatitis (Maddrey, Lille), and fibrosis without biopsy (APRI, NAFLD)."""

from __future__ import annotations

from math import exp, log

from core.scores.areas.background import AGE
from core.scores.areas.body import SEX
from core.scores.areas.liver import DIALYSIS
from core.scores.areas.measures import measure, measures, needs
from core.scores.areas.parts import likely, past, quantity
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation
from core.scores.inputs import Told
from core.scores.reading_terms import ast_limit
from core.scores.situation import Situation

_GLUCOSE = past(
    "diabetes",
    "diabetes or impaired fasting glucose",
    "糖尿病或空腹血糖受损",
    "HP:0000819",
    words=r"impaired fasting (?:glucose|glyc(?:a)?emia)|\bIFG\b|空腹血糖受损",
)
_AST_LIMIT = 40  # U/L, as the WHO takes it for APRI
_MICROMOL = 17.104  # µmol/L of bilirubin in a mg/dL
_HEPATITIS = Population(youngest=18, exclusions="For alcohol-associated hepatitis.", exclusions_zh="用于酒精性肝炎。")


def _meld(creatinine: float, bilirubin: float, inr: float, dialysis: bool) -> float:
    """As the UNOS carried it out before 2016: limits, then rounding to a whole number, at most 40."""
    creatinine = 4.0 if dialysis else min(max(creatinine, 1.0), 4.0)
    plain = 9.57 * log(creatinine) + 3.78 * log(max(bilirubin, 1.0)) + 11.20 * log(max(inr, 1.0)) + 6.43
    return min(plain, 40)


def _meld_3(
    creatinine: float, bilirubin: float, inr: float, sodium: float, albumin: float, sex: str, dialysis: bool
) -> float:
    creatinine = log(3.0 if dialysis else min(max(creatinine, 1.0), 3.0))
    bilirubin = log(max(bilirubin, 1.0))
    salt = 137 - min(max(sodium, 125.0), 137.0)
    protein = 3.5 - min(max(albumin, 1.5), 3.5)
    total = 1.33 * (sex == "female") + 4.56 * bilirubin + 0.82 * salt - 0.24 * salt * bilirubin
    total += 9.09 * log(max(inr, 1.0)) + 11.14 * creatinine + 1.85 * protein - 1.83 * protein * creatinine + 6
    return min(total, 40)


def _lille(age: float, albumin: float, before: float, after: float, creatinine: float, time: float) -> float:
    """From 0 to 1. Published for bilirubin in µmol/L and albumin in g/L (0.147 each); above 1.3 mg/dL of creatinine is
    renal insufficiency."""
    before, after = before * _MICROMOL, after * _MICROMOL
    sum_ = 3.19 - 0.101 * age + 1.47 * albumin + 0.0165 * (before - after)
    sum_ += -0.206 * (creatinine > 1.3) - 0.0065 * before - 0.0096 * time
    return exp(-sum_) / (1 + exp(-sum_))


def _nafld(age: float, bmi: float, diabetes: bool, ast: float, alt: float, platelets: float, albumin: float) -> float:
    return -1.675 + 0.037 * age + 0.094 * bmi + 1.13 * diabetes + 0.99 * ast / alt - 0.013 * platelets - 0.66 * albumin


def _cirrhosis(case: Situation) -> float:
    return 0.4 if case.ever("HP:0001394") and case.measured("bilirubin", "inr") == 2 else 0


CALCULATORS = (
    Calculator(
        id="meld",
        names=("MELD (original)", "MELD", "MELD score", "model for end-stage liver disease"),
        zh="MELD评分（原版）",
        purpose="Risk of death within three months in end-stage liver disease, without sodium.",
        population=Population(
            youngest=12,
            exclusions="From 12 years; the OPTN lists by MELD 3.0 since 2023.",
            exclusions_zh="适用于12岁以上；2023年起OPTN使用MELD 3.0。",
        ),
        inputs=(*measures("creatinine", "bilirubin", "inr"), DIALYSIS),
        criteria=(equation(("creatinine", "bilirubin", "inr", "dialysis"), _meld),),
        unit="points",
        source="Kamath PS et al. Hepatology 2001;33:464-470, as the UNOS carried it out",
        matters=lambda case: 0.7 * _cirrhosis(case),
    ),
    Calculator(
        id="meld-3",
        names=("MELD 3.0", "MELD3.0", "MELD 3"),
        zh="MELD 3.0评分",
        purpose="Risk of death within three months in end-stage liver disease; the rule of the OPTN since 2023.",
        population=Population(
            youngest=18,
            exclusions="For adults; those of 12 to 17 years get the points of women.",
            exclusions_zh="用于成人；12–17岁另加女性分值。",
        ),
        inputs=(*measures("creatinine", "bilirubin", "inr", "sodium", "albumin"), SEX, DIALYSIS),
        criteria=(equation(("creatinine", "bilirubin", "inr", "sodium", "albumin", "sex", "dialysis"), _meld_3),),
        unit="points",
        source="Kim WR et al. Gastroenterology 2021;161:1887-1895",
        matters=_cirrhosis,
    ),
    Calculator(
        id="maddrey",
        names=("Maddrey discriminant function", "Maddrey's discriminant function", "Maddrey", "mDF"),
        zh="Maddrey判别函数",
        purpose="Whether alcohol-associated hepatitis is severe.",
        population=_HEPATITIS,
        inputs=(
            quantity("prothrombin-time", "prothrombin time", "凝血酶原时间", "s", (5, 150), decimals=1),
            quantity(
                "control",
                "control prothrombin time",
                "凝血酶原时间对照",
                "s",
                (8, 18),
                analytes=(),
                decimals=1,
                words=r"(?:control|对照)\D{0,25}?(\d{1,2}(?:\.\d)?)\s?(?:s|sec|秒)",
            ),
            measure("bilirubin"),
        ),
        criteria=(
            equation(("prothrombin-time", "control", "bilirubin"), lambda pt, control, b: 4.6 * (pt - control) + b),
        ),
        categories=(
            Category(-1000, "not severe", "非重度", "Below 32.", "<32。"),
            Category(32, "severe", "重度", "32 or more: high risk of death in a month.", "≥32：1个月死亡风险高。"),
        ),
        decimals=1,
        source="Maddrey WC et al. Gastroenterology 1978;75:193-199; Carithers RL et al. Ann Intern Med 1989;"
        "110:685-690",
        matters=likely(0.7, "alcoholic-hepatitis"),
    ),
    Calculator(
        id="lille",
        names=("Lille model", "Lille score", "Lille"),
        zh="Lille评分",
        purpose="Whether steroids work in alcohol-associated hepatitis, after seven days.",
        population=_HEPATITIS,
        inputs=(
            AGE,
            *measures("albumin", "bilirubin"),
            quantity(
                "later",
                "bilirubin on day 7",
                "第7天胆红素",
                "mg/dL",
                (0.05, 80),
                analytes=(),
                words=r"day (?:7|seven)\D{0,30}?(\d{1,2}(?:\.\d{1,2})?)\s?mg/dL|bilirubin (?:on|at) day (?:7|"
                r"seven)\D{0,15}(\d{1,2}(?:\.\d{1,2})?)",
            ),
            measure("creatinine"),
            quantity("prothrombin-time", "prothrombin time", "凝血酶原时间", "s", (5, 150), decimals=1),
        ),
        criteria=(equation(("age", "albumin", "bilirubin", "later", "creatinine", "prothrombin-time"), _lille),),
        categories=(
            Category(0, "response", "有反应", "Below 0.45: go on with steroids.", "<0.45：继续激素。"),
            Category(0.45, "no response", "无反应", "0.45 or more: steroids do not help.", "≥0.45：激素无效。"),
        ),
        decimals=3,
        source="Louvet A et al. Hepatology 2007;45:1348-1354",
        matters=likely(0.3, "alcoholic-hepatitis"),
    ),
    Calculator(
        id="apri",
        names=("APRI", "AST to platelet ratio index", "APRI score"),
        zh="APRI肝纤维化指数",
        purpose="Whether fibrosis of the liver is likely, from AST (upper limit 40 U/L unless stated) and platelets.",
        population=Population(
            youngest=18,
            exclusions="Made for hepatitis C; not in acute hepatitis.",
            exclusions_zh="源自丙型肝炎；急性肝炎不适用。",
        ),
        inputs=(
            *measures("ast", "platelets"),
            Told(id="limit", en="upper limit of AST", zh="AST正常上限", assumable=False, read=ast_limit(_AST_LIMIT)),
        ),
        criteria=(
            equation(("ast", "platelets", "limit"), lambda ast, platelets, limit: 100 * ast / limit / platelets),
        ),
        categories=(
            Category(
                0, "low", "低", "0.5 or less: significant fibrosis unlikely.", "≤0.5：显著纤维化可能性小。", low=True
            ),
            Category(0.5001, "indeterminate", "不确定", "0.5 to 1.5.", "0.5–1.5。"),
            Category(1.5001, "high", "高", "Above 1.5: significant fibrosis likely.", ">1.5：显著纤维化可能。"),
        ),
        decimals=3,
        source="Wai CT et al. Hepatology 2003;38:518-526",
        matters=needs(0.2, "ast", "platelets"),
    ),
    Calculator(
        id="nafld-fibrosis",
        names=("NAFLD fibrosis score", "NAFLD", "NFS"),
        zh="NAFLD纤维化评分",
        purpose="Whether advanced fibrosis is likely in fatty liver disease.",
        population=Population(
            youngest=18,
            exclusions="For adults with fatty liver; from 65 years the lower limit is 0.12.",
            exclusions_zh="用于脂肪肝成人；65岁以上下限为0.12。",
        ),
        inputs=(AGE, *measures("weight", "height", "bmi"), _GLUCOSE, *measures("ast", "alt", "platelets", "albumin")),
        criteria=(equation(("age", "bmi", "diabetes", "ast", "alt", "platelets", "albumin"), _nafld),),
        categories=(
            Category(
                -100,
                "low",
                "低",
                "Below -1.455: advanced fibrosis unlikely.",
                "<-1.455：进展期纤维化可能性小。",
                low=True,
            ),
            Category(-1.455, "indeterminate", "不确定", "-1.455 to 0.675.", "-1.455至0.675。"),
            Category(0.676, "high", "高", "0.676 or more: advanced fibrosis likely.", "≥0.676：进展期纤维化可能。"),
        ),
        decimals=3,
        source="Angulo P et al. Hepatology 2007;45:846-854",
        matters=needs(0.2, "ast", "alt", "platelets", "albumin", "bmi"),
    ),
)
