"""Metabolism: LDL cholesterol by Friedewald, insulin resistance."""

from __future__ import annotations

from core.scores.areas.measures import measure, measures, needs
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation

CALCULATORS = (
    Calculator(
        id="ldl-friedewald",
        names=("LDL cholesterol (Friedewald)", "LDL Calculated", "LDL", "Friedewald LDL", "calculated LDL"),
        zh="低密度脂蛋白胆固醇（Friedewald）",
        purpose="LDL cholesterol from total and HDL cholesterol and triglycerides.",
        population=Population(
            exclusions="Not with triglycerides above 400 mg/dL, nor in dysbetalipoproteinaemia.",
            exclusions_zh="甘油三酯>400 mg/dL或III型高脂蛋白血症不适用。",
        ),
        inputs=(
            measure("cholesterol"),
            measure("hdl", beside="cholesterol"),
            measure("triglycerides", beside="cholesterol"),
        ),
        criteria=(equation(("cholesterol", "hdl", "triglycerides"), lambda total, hdl, fat: total - hdl - fat / 5),),
        unit="mg/dL",
        decimals=1,
        caution=(
            "Does not hold with triglycerides above 400 mg/dL (4.5 mmol/L): measure LDL there.",
            "甘油三酯>400 mg/dL（4.5 mmol/L）时不成立：应直接测定。",
        ),
        source="Friedewald WT et al. Clin Chem 1972;18:499-502",
        matters=needs(0.1, "cholesterol", "hdl-cholesterol", "triglycerides"),
    ),
    Calculator(
        id="homa-ir",
        names=("HOMA-IR", "HOMA-IR (Homeostatic Model Assessment for Insulin Resistance)", "HOMA IR"),
        zh="胰岛素抵抗指数（HOMA-IR）",
        purpose="Insulin resistance from fasting glucose and insulin.",
        population=Population(
            exclusions="Fasting values; not under insulin treatment.", exclusions_zh="需空腹值；胰岛素治疗者不适用。"
        ),
        inputs=(measures("glucose", "insulin")),
        criteria=(equation(("glucose", "insulin"), lambda glucose, insulin: glucose * insulin / 405),),
        categories=(
            Category(
                0, "below 2.5", "<2.5", "No insulin resistance by the customary limit.", "按常用界值无胰岛素抵抗。"
            ),
            Category(
                2.5, "2.5 or more", "≥2.5", "Insulin resistance by the customary limit.", "按常用界值存在胰岛素抵抗。"
            ),
        ),
        decimals=2,
        source="Matthews DR et al. Diabetologia 1985;28:412-419",
        matters=needs(0.2, "glucose", "insulin"),
    ),
)
