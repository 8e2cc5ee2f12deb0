"""Sums of every day: osmolal gap, expected carbon dioxide, shock index, breaths and phenytoin."""

from __future__ import annotations

from core.scores.areas.body import SEX, ideal_weight
from core.scores.areas.measures import measure, measures, needs, on_request
from core.scores.areas.parts import quantity
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation
from core.scores.facts import Fact
from core.scores.inputs import Told
from core.scores.reading_worded import worded
from core.scores.situation import Situation
from core.scores.source import Source


def _ethanol(source: Source) -> Fact:
    """Ethanol in mg/dL; none where the record gives none."""
    own = source.measurements("ethanol-level")
    return (
        Fact((own[0].value,), unit="mg/dL", start=own[0].start, end=own[0].end) if own else Fact((0.0,), unit="mg/dL")
    )


def _osmolal_gap(osmolality: float, sodium: float, urea: float, glucose: float, ethanol: float) -> float:
    """A mg/dL of urea nitrogen is 1/2.8 mmol/L, of glucose 1/18, of ethanol 1/4.6."""
    return osmolality - (2 * sodium + urea / 2.8 + glucose / 18 + ethanol / 4.6)


def _phenytoin(level: float, albumin: float, end_stage: bool) -> float:
    return level / ((0.1 if end_stage else 0.2) * albumin + 0.1)


_read_end_stage = worded(
    r"dialys|h(?:a)?emofiltration|replacement therapy|CRRT|CVVH|end[- ]stage|\bESR[DF]\b|\bESKD\b|stage (?:5|V)\b"
    r"|透析|终末期|尿毒症",
    "HP:0012622",
    "BD:dialysis",
)


# mmol/L: below it bicarbonate is low for a cause of its own, whatever the carbon dioxide does. Expert estimate.
_LOW_BICARBONATE = 18


def _metabolic_acidosis(case: Situation) -> float:
    """Not in an acidosis by retained carbon dioxide, which has no carbon dioxide to expect."""
    if case.present("HP:0012416") and case.least("bicarbonate") >= _LOW_BICARBONATE:
        return 0
    return 0.4 if case.present("HP:0001942") or case.chance("diabetic-ketoacidosis") > 0.3 else 0


CALCULATORS = (
    Calculator(
        id="osmolal-gap",
        names=("Osmolal gap", "osmolar gap", "serum osmolal gap"),
        zh="渗透压间隙",
        purpose="Whether something unmeasured is dissolved in the blood (methanol, ethylene glycol).",
        population=Population(
            exclusions="A normal gap does not exclude poisoning.", exclusions_zh="间隙正常不能排除中毒。"
        ),
        inputs=(
            quantity("osmolality", "measured osmolality", "实测渗透压", "mOsm/kg", (150, 600), decimals=1),
            *measures("sodium", "urea-nitrogen", "glucose"),
            Told(id="ethanol", en="ethanol", zh="乙醇", read=_ethanol),
        ),
        criteria=(equation(("osmolality", "sodium", "urea-nitrogen", "glucose", "ethanol"), _osmolal_gap),),
        categories=(
            Category(-500, "not raised", "未升高", "10 or less.", "≤10。"),
            Category(
                10.001, "raised", "升高", "Above 10: look for alcohols and other solutes.", ">10：寻找醇类等溶质。"
            ),
        ),
        unit="mOsm/kg",
        decimals=1,
        source="Calculated osmolality as in Smithline N, Gardner KD. JAMA 1976;236:1594-1597",
        matters=needs(0.5, "osmolality", "sodium", "glucose"),
    ),
    Calculator(
        id="winters",
        names=("Winter's formula (expected pCO2)", "Winter's formula", "Winters formula", "Winter's", "expected pCO2"),
        zh="Winter公式（预计pCO2）",
        purpose="The carbon dioxide that a metabolic acidosis should bring about (± 2 mmHg).",
        population=Population(exclusions="For metabolic acidosis alone.", exclusions_zh="用于代谢性酸中毒。"),
        inputs=(measure("bicarbonate"),),
        criteria=(equation(("bicarbonate",), lambda bicarbonate: 1.5 * bicarbonate + 8),),
        unit="mmHg",
        decimals=1,
        caution=("Two mmHg more or less; outside it a second disorder is likely.", "±2 mmHg；超出提示合并其他紊乱。"),
        source="Albert MS et al. Ann Intern Med 1967;66:312-322",
        matters=_metabolic_acidosis,
    ),
    Calculator(
        id="shock-index",
        names=("shock index", "SI (shock index)"),
        zh="休克指数",
        purpose="Hidden shock: the pulse over the systolic pressure.",
        population=Population(youngest=16, exclusions="For adults.", exclusions_zh="用于成人。"),
        inputs=measures("heart-rate", "systolic"),
        criteria=(equation(("heart-rate", "systolic"), lambda rate, pressure: rate / pressure),),
        categories=(
            Category(0, "usual", "正常", "Below 0.7 as a rule.", "通常<0.7。"),
            Category(0.7, "raised", "升高", "0.7 to 0.9.", "0.7–0.9。"),
            Category(
                0.9001,
                "high",
                "高",
                "Above 0.9: look for shock; 1.0 is shock impending.",
                ">0.9：警惕休克；1.0提示休克先兆。",
            ),
        ),
        decimals=2,
        of_the_moment=True,
        source="Allgöwer M, Burri C. Dtsch Med Wochenschr 1967;92:1947-1950; above 0.9, Rady MY et al. "
        "Ann Emerg Med 1994;24:685-690",
        matters=on_request,
    ),
    Calculator(
        id="tidal-volume",
        names=(
            "tidal volume (6 mL/kg)",
            "lung-protective tidal volume",
            "ARDSNet tidal volume",
            "predicted body weight tidal volume",
        ),
        zh="肺保护性潮气量（6 mL/kg）",
        purpose="A protective breath: 6 mL for each kg of predicted weight.",
        population=Population(
            youngest=18,
            exclusions="For adults under ventilation; 4 to 8 mL/kg by plateau pressure.",
            exclusions_zh="用于机械通气成人；按平台压4–8 mL/kg。",
        ),
        inputs=(measure("height"), SEX),
        criteria=(equation(("height", "sex"), lambda height, sex: 6 * ideal_weight(height, sex)),),
        unit="mL",
        source="ARDS Network. N Engl J Med 2000;342:1301-1308",
        matters=on_request,
    ),
    Calculator(
        id="corrected-phenytoin",
        names=(
            "corrected phenytoin",
            "phenytoin correction",
            "Sheiner-Tozer equation",
            "phenytoin correction for albumin",
        ),
        zh="校正苯妥英浓度",
        purpose="The phenytoin level that a normal albumin would give.",
        population=Population(
            exclusions="An estimate: the free level decides. The factor is 0.1 in end-stage kidney disease, or below a "
            "creatinine clearance of 20 mL/min.",
            exclusions_zh="仅为估计，以游离浓度为准；终末期肾病或肌酐清除率<20 mL/min时系数为0.1。",
        ),
        inputs=(
            quantity("phenytoin", "phenytoin", "苯妥英", "mg/L", (0.5, 100), analytes=("phenytoin-level",), decimals=1),
            measure("albumin"),
            Told(
                id="end-stage",
                en="end-stage kidney disease or dialysis",
                zh="终末期肾病或透析",
                read=_read_end_stage,
                absent=False,
            ),
        ),
        criteria=(equation(("phenytoin", "albumin", "end-stage"), _phenytoin),),
        categories=(
            Category(0, "below range", "低于范围", "Below 10 mg/L.", "<10 mg/L。"),
            Category(10, "in range", "范围内", "10 to 20 mg/L.", "10–20 mg/L。"),
            Category(20.001, "above range", "高于范围", "Above 20 mg/L.", ">20 mg/L。"),
        ),
        unit="mg/L",
        decimals=1,
        source="Sheiner LB, Tozer TN, in Clinical Pharmacology (Melmon KL, Morrelli HF), 1978",
        matters=needs(0.4, "phenytoin-level", "albumin"),
    ),
)
