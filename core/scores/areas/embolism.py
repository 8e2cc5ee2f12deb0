"""Suspected pulmonary embolism: the two Geneva scores and YEARS."""

from __future__ import annotations

from core.scores.areas.background import AGE, BROKEN_LEG
from core.scores.areas.measures import measure, on_request
from core.scores.areas.parts import past, quantity, sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import above, any_of, from_bound, met
from core.scores.situation import Situation

_EARLIER = past(
    "earlier",
    "earlier deep vein thrombosis or embolism",
    "既往深静脉血栓或肺栓塞",
    "BD:history-of-venous-thromboembolism",
)
_ACTIVE_CANCER = sign("cancer", "active cancer", "活动性癌症", "BD:active-cancer")
_HAEMOPTYSIS = sign("haemoptysis", "haemoptysis", "咯血", "HP:0002105")
_GENEVA = (
    AGE,
    _EARLIER,
    sign(
        "operation",
        "surgery under general anaesthesia or fracture of a leg in a month",
        "1个月内全麻手术或下肢骨折",
        "BD:recent-surgery",
        words=BROKEN_LEG,
    ),
    _ACTIVE_CANCER,
    sign(
        "pain",
        "pain of one leg",
        "单侧下肢疼痛",
        "BD:calf-pain",
        words=r"(?:right|left|one|unilateral)[- ](?:sided )?(?:leg|calf|lower limb) pain"
        r"|pain in (?:the |his |her )?(?:right|left) (?:leg|calf)",
    ),
    _HAEMOPTYSIS,
    measure("heart-rate"),
    sign(
        "veins",
        "pain on palpation of a deep vein",
        "深静脉触痛",
        words=r"deep[- ]vein(?:ous)? (?:tenderness|palpation)|"
        r"tender(?:ness)? (?:on palpation |to palpation )?(?:of|along|over) the (?:deep v|calf|popliteal|"
        r"femoral v)|calf (?:is )?tender",
    ),
    sign("swelling", "swelling of one leg", "单侧下肢水肿", "BD:unilateral-leg-swelling"),
)
_BOTH = Criterion(("veins", "swelling"), lambda v: 4 if v["veins"] and v["swelling"] else 0)
_BOTH_SIMPLE = Criterion(("veins", "swelling"), lambda v: 1 if v["veins"] and v["swelling"] else 0)
_SUSPECTED = "For suspected embolism, with a D-dimer where it is not likely; not in pregnancy."
_SUSPECTED_ZH = "用于疑似肺栓塞，可能性低时结合D-二聚体；妊娠不适用。"


def _suspicion(case: Situation) -> float:
    """Where a D-dimer is there to be judged; Wells' criteria are offered before it."""
    return 0.5 * case.chance("pulmonary-embolism") if case.measured("d-dimer") else 0


def _years(values: Values) -> float:
    """1 where embolism is not excluded: the limit of D-dimer is 1000 µg/L without an item and 500 with one."""
    items = sum(bool(values[n]) for n in ("leg", "haemoptysis", "likeliest"))
    return 1 if float(values["d-dimer"]) >= (500 if items else 1000) else 0


CALCULATORS = (
    Calculator(
        id="geneva-revised",
        names=("revised Geneva score", "Geneva score (revised)", "Geneva score", "Geneva", "rGeneva"),
        zh="修订版Geneva评分",
        purpose="How likely pulmonary embolism is before any test, from what is objective.",
        population=Population(youngest=18, in_pregnancy=False, exclusions=_SUSPECTED, exclusions_zh=_SUSPECTED_ZH),
        inputs=_GENEVA,
        criteria=(
            met(1, above("age", 65)),
            any_of(("earlier",), 3),
            any_of(("operation",), 2),
            any_of(("cancer",), 2),
            any_of(("pain",), 3),
            any_of(("haemoptysis",), 2),
            from_bound("heart-rate", (75, 3), (95, 5), under=0),
            _BOTH,
        ),
        categories=(
            Category(0, "low", "低", "0 to 3: 8 % had embolism.", "0–3分：肺栓塞8%。", low=True),
            Category(4, "intermediate", "中", "4 to 10: 28 %.", "4–10分：28%。"),
            Category(11, "high", "高", "11 or more: 74 %.", "≥11分：74%。"),
        ),
        unit="points",
        source="Le Gal G et al. Ann Intern Med 2006;144:165-171",
        matters=on_request,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="geneva-simplified",
        names=("simplified Geneva score", "Geneva score (simplified)", "simplified revised Geneva score"),
        zh="简化Geneva评分",
        purpose="How likely pulmonary embolism is before any test, with one point an item.",
        population=Population(youngest=18, in_pregnancy=False, exclusions=_SUSPECTED, exclusions_zh=_SUSPECTED_ZH),
        inputs=_GENEVA,
        criteria=(
            met(1, above("age", 65)),
            *(any_of((n,)) for n in ("earlier", "operation", "cancer", "pain", "haemoptysis")),
            from_bound("heart-rate", (75, 1), (95, 2), under=0),
            _BOTH_SIMPLE,
        ),
        categories=(
            Category(
                0,
                "unlikely",
                "可能性小",
                "0 to 2: unlikely; D-dimer may exclude it.",
                "0–2分：可能性小，可用D-二聚体排除。",
                low=True,
            ),
            Category(3, "likely", "可能性大", "3 or more: likely.", "≥3分：可能性大。"),
        ),
        unit="points",
        source="Klok FA et al. Arch Intern Med 2008;168:2131-2136",
        matters=on_request,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="years",
        names=("YEARS algorithm", "YEARS", "YEARS criteria"),
        zh="YEARS算法",
        purpose="Whether pulmonary embolism is excluded without imaging.",
        population=Population(
            youngest=18,
            in_pregnancy=False,
            exclusions="For suspected embolism without anticoagulants.",
            exclusions_zh="用于未抗凝的疑似肺栓塞。",
        ),
        inputs=(
            sign(
                "leg",
                "clinical signs of deep vein thrombosis",
                "深静脉血栓体征",
                "BD:unilateral-leg-swelling",
                "BD:calf-pain",
                "HP:0002625",
                "BD:red-warm-leg",
            ),
            _HAEMOPTYSIS,
            sign(
                "likeliest",
                "embolism is the likeliest diagnosis",
                "肺栓塞为最可能诊断",
                "BD:pulmonary-embolism-most-likely-diagnosis",
            ),
            quantity("d-dimer", "D-dimer", "D-二聚体", "µg/L", (1, 200000), decimals=0),
        ),
        criteria=(
            Criterion(("leg", "haemoptysis", "likeliest", "d-dimer"), _years, {"d-dimer": (499, 500, 999, 1000)}),
        ),
        categories=(
            Category(0, "excluded", "可排除", "No imaging needed by this rule.", "按此规则无需影像检查。", low=True),
            Category(1, "not excluded", "不能排除", "CT angiography of the pulmonary arteries.", "行CT肺动脉造影。"),
        ),
        source="van der Hulle T et al. Lancet 2017;390:289-297",
        matters=_suspicion,
        never_low_while_unknown=True,
    ),
)
