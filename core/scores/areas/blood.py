"""Blood: disseminated coagulation and heparin-induced thrombocytopenia."""

from __future__ import annotations

from core.scores.areas.measures import measure
from core.scores.areas.parts import answer, answers, likely, quantity
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import below, from_bound, graded, met
from core.scores.inputs import LimitMultiple, Option

FIBRINOGEN = quantity("fibrinogen", "fibrinogen", "纤维蛋白原", "g/L", (0.1, 15), assumable=True)
_NOT_RAISED, _MODERATE, _STRONG = "not raised", "moderately raised", "strongly raised"


def _prolonged(values: Values) -> float:
    excess = float(values["prothrombin-time"]) - float(values["control"])
    return 2 if excess >= 6 else 1 if excess >= 3 else 0


def _fall(values: Values) -> float:
    """By the lowest count and the fall of the platelets in %. Where the rows of the table overlap the count decides."""
    fall, nadir = float(values["fall"]), float(values["nadir"])
    if nadir < 20:
        return 1 if nadir >= 10 else 0
    return 2 if fall > 50 else 1 if fall >= 30 else 0


CALCULATORS = (
    Calculator(
        id="isth-dic",
        names=("ISTH DIC score", "ISTH criteria for DIC", "ISTH overt DIC", "ISTH-DIC", "DIC score"),
        zh="ISTH弥散性血管内凝血评分",
        purpose="Whether disseminated intravascular coagulation is overt.",
        population=Population(
            exclusions="Only with a disease that brings it about.", exclusions_zh="须有可致DIC的基础疾病。"
        ),
        inputs=(
            measure("platelets"),
            LimitMultiple(
                id="d-dimer",
                en="D-dimer or degradation products",
                zh="D-二聚体或降解产物",
                analytes=("d-dimer",),
                steps=(3, 7.001),
                options=(
                    Option(_NOT_RAISED, ("BD:d-dimer-negative",)),
                    Option(_MODERATE, ()),
                    Option(_STRONG, ("BD:markedly-raised-d-dimer",)),
                ),
            ),
            quantity("prothrombin-time", "prothrombin time", "凝血酶原时间", "s", (5, 200), decimals=1),
            quantity(
                "control",
                "upper limit or control of the prothrombin time",
                "凝血酶原时间上限或对照",
                "s",
                (8, 18),
                analytes=(),
                decimals=1,
                words=r"(?:control|ULN|upper limit|normal)\D{0,25}?(\d{1,2}(?:\.\d)?)\s?(?:s|sec)",
            ),
            FIBRINOGEN,
        ),
        criteria=(
            from_bound("platelets", (50, 1), (100, 0), under=2),
            graded("d-dimer", {_NOT_RAISED: 0, _MODERATE: 2, _STRONG: 3}),
            Criterion(("prothrombin-time", "control"), _prolonged, {"prothrombin-time": (5, 200), "control": (12,)}),
            met(1, below("fibrinogen", 1)),
        ),
        categories=(
            Category(0, "not overt", "非显性", "Below 5: repeat in one or two days.", "<5分：1–2日后复评。"),
            Category(5, "overt", "显性", "5 or more: compatible with overt coagulation.", "≥5分：符合显性DIC。"),
        ),
        unit="points",
        source="Taylor FB et al. Thromb Haemost 2001;86:1327-1330; D-dimer by Iba T et al. J Thromb Haemost "
        "2025;23:2356-2362",
        matters=likely(0.7, "disseminated-intravascular-coagulation"),
    ),
    Calculator(
        id="4ts",
        names=("4Ts score (HIT)", "4T score", "4Ts", "4Ts score", "4T"),
        zh="4Ts评分（肝素诱导的血小板减少）",
        purpose="How likely heparin-induced thrombocytopenia is before a test.",
        population=Population(exclusions="Under or soon after heparin.", exclusions_zh="使用肝素期间或之后不久。"),
        inputs=(
            quantity(
                "fall",
                "fall of the platelets",
                "血小板下降幅度",
                "%",
                (0, 100),
                analytes=(),
                decimals=0,
                assumable=True,
                words=r"(\d{1,2})\s?% (?:fall|drop|decrease|decline|reduction)|(?:fall|fell|drop\w*|decreas\w+|"
                r"declin\w+)[^.;%]{0,40}?(\d{1,2})\s?%",
            ),
            quantity(
                "nadir",
                "lowest platelets",
                "血小板最低值",
                "10^9/L",
                (1, 1000),
                analytes=("platelets",),
                decimals=0,
                pick="lowest",
            ),
            answer(
                "timing",
                "timing of the fall",
                "下降时间",
                (
                    2,
                    (
                        r"\bdays? (?:[5-9]|10|five|six|seven|eight|nine|ten)\b|\b(?:[5-9]|10|five|six|seven|eight|nine|"
                        r"ten) days (?:after|of|into|on|post|following)"
                        r"|within (?:a|1|one|24) (?:day|h)\w* [^.;]{0,40}(?:prior|previous|recent) (?:heparin "
                        r")?exposure"
                    ),
                ),
                (
                    1,
                    (
                        r"(?:after|beyond) day 10|\bdays? (?:1[1-9]|2\d)\b|\b(?:1[1-9]|2\d) days (?:after|of|into|"
                        r"on|post|following)|unclear (?:onset|timing)"
                    ),
                ),
                (
                    0,
                    (
                        r"\bdays? (?:[1-4]|one|two|three|four)\b|\b(?:[1-4]|one|two|three|four) days? (?:after|of|into|"
                        r"on|post|following)"
                    ),
                ),
            ),
            answer(
                "thrombosis",
                "thrombosis or other sequelae",
                "血栓或其他后遗症",
                (
                    2,
                    (
                        r"new (?:\w+ ){0,3}(?:thrombosis|thrombotic|thrombus|DVT|deep vein|embol\w+)|skin necrosis|"
                        r"(?:developed|acute|confirmed) (?:\w+ ){0,4}(?:DVT|thrombosis|pulmonary embol\w+)|"
                        r"(?:acute systemic|anaphylactoid) reaction"
                    ),
                ),
                (
                    1,
                    (
                        r"(?:progressive|recurrent|suspected) (?:\w+ ){0,2}thrombo(?:sis|tic|embol\w+)|"
                        r"(?:erythematous|red|non-?necroti[sz]ing) skin lesions?"
                    ),
                ),
                (0, r"(?:no|without|denies) (?:\w+ ){0,4}(?:thrombo(?:sis|tic|embol\w+)|DVT|clot)|no (?:new )?skin"),
                absent=0,
            ),
            answer(
                "other",
                "other causes of thrombocytopenia",
                "血小板减少的其他原因",
                (
                    2,
                    (
                        r"no (?:\w+ ){0,4}(?:other|alternative|apparent)[^.;]{0,30}(?:cause|explanation|reason)|no "
                        r"(?:other|alternative) (?:\w+ )?(?:cause|explanation)"
                    ),
                ),
                (0, r"(?:definite|clear|obvious) (?:other|alternative)|explained by (?:sepsis|chemotherapy|DIC)"),
                (
                    1,
                    (
                        r"(?:possible|another|other|alternative|potential)[^.;]{0,30}(?:cause|explanation)|sepsis|"
                        r"DIC|chemotherapy|linezolid|vancomycin"
                    ),
                ),
            ),
        ),
        criteria=(
            Criterion(("fall", "nadir"), _fall, {"fall": (0, 30, 51), "nadir": (5, 10, 20)}),
            *answers("timing", "thrombosis", "other"),
        ),
        categories=(
            Category(0, "low", "低", "0 to 3: unlikely.", "0–3分：可能性小。", low=True),
            Category(4, "intermediate", "中", "4 or 5.", "4–5分。"),
            Category(6, "high", "高", "6 to 8.", "6–8分。"),
        ),
        unit="points",
        source="Lo GK et al. J Thromb Haemost 2006;4:759-765",
        matters=likely(0.8, "heparin-induced-thrombocytopenia"),
        never_low_while_unknown=True,
    ),
)
