"""Acid and base: the anion gap, and how it compares with the loss of bicarbonate."""

from __future__ import annotations

from collections.abc import Callable

from core.scores.areas.measures import measure, measures, needs, on_request
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation
from core.scores.inputs import Input, Told
from core.scores.reading_terms import read_difference

_NORMAL_GAP, _NORMAL_BICARBONATE, _NORMAL_ALBUMIN = 12, 24, 4
_UNDEFINED = float("nan")
_INPUTS = measures("sodium", "chloride", "bicarbonate")
# The sodium of the blood that gives an albumin as well, where there are several.
_WITH_ALBUMIN = (measure("albumin"), measure("sodium", beside="albumin"), *measures("chloride", "bicarbonate"))
_POPULATION = Population(
    exclusions="A normal gap of 12 is assumed; laboratories differ. A low albumin hides a raised gap.",
    exclusions_zh="按正常阴离子间隙12计算，各实验室有差异；低白蛋白可掩盖升高。",
)


def _gap(sodium: float, chloride: float, bicarbonate: float) -> float:
    return sodium - chloride - bicarbonate


def _corrected(sodium: float, chloride: float, bicarbonate: float, albumin: float = _NORMAL_ALBUMIN) -> float:
    return _gap(sodium, chloride, bicarbonate) + 2.5 * (_NORMAL_ALBUMIN - albumin)


def _delta(*values: float) -> float:
    return _corrected(*values) - _NORMAL_GAP


def _beyond(*values: float) -> float:
    """The rise of the gap less the fall of bicarbonate, or the rise alone where that is what is asked for."""
    *measured, difference = values
    return _delta(*measured) - (_NORMAL_BICARBONATE - measured[2] if difference else 0)


def _ratio(*values: float) -> float:
    lost = _NORMAL_BICARBONATE - values[2]
    return _delta(*values) / lost if lost else _UNDEFINED


_GAPS = (
    Category(-50, "not raised", "未升高", "12 mmol/L or less.", "≤12 mmol/L。"),
    Category(12.01, "raised", "升高", "Above 12 mmol/L.", ">12 mmol/L。"),
)
_DELTAS = (
    Category(-99, "below -6", "<-6", "A normal-gap acidosis besides.", "合并正常阴离子间隙酸中毒。"),
    Category(
        -6, "-6 to 6", "-6至6", "A raised-gap acidosis alone, if the gap is raised.", "若间隙升高：单纯高间隙酸中毒。"
    ),
    Category(6.01, "above 6", ">6", "A metabolic alkalosis besides.", "合并代谢性碱中毒。"),
)
_RATIOS = (
    Category(-99, "below 0.4", "<0.4", "A normal-gap acidosis.", "正常阴离子间隙酸中毒。"),
    Category(0.4, "0.4 to 0.8", "0.4–0.8", "Raised-gap and normal-gap acidosis.", "高间隙合并正常间隙酸中毒。"),
    Category(0.8, "0.8 to 2", "0.8–2", "A raised-gap acidosis alone.", "单纯高间隙酸中毒。"),
    Category(
        2.001, "above 2", ">2", "A raised-gap acidosis and a metabolic alkalosis.", "高间隙酸中毒合并代谢性碱中毒。"
    ),
)
_DIFFERENCE = Told(
    id="difference",
    en="less the fall of bicarbonate, if so defined",
    zh="按定义减去碳酸氢根下降值",
    assumable=False,
    read=read_difference,
)
_SOURCE_GAP = "Emmett M, Narins RG. Medicine 1977;56:38-54"
_SOURCE_ALBUMIN = "Figge J et al. Crit Care Med 1998;26:1807-1810"
_SOURCE_DELTA = "Wrenn K. Ann Emerg Med 1990;19:1310-1313"


def _calculator(
    key: str, names: tuple[str, ...], zh: str, purpose: str, formula: Callable[..., float], albumin: bool = False
) -> Calculator:
    kind = "ratio" if "ratio" in key else "both" if key == "delta-delta" else "delta" if "delta" in key else "gap"
    inputs: tuple[Input, ...] = _WITH_ALBUMIN if albumin else _INPUTS
    if kind == "delta":
        inputs = (*inputs, _DIFFERENCE)
    weight = {"anion-gap": 0.35, "albumin-corrected-anion-gap": 0.36}.get(key)
    wanted = ("sodium", "chloride", "bicarbonate", *(("albumin",) if albumin else ()))
    return Calculator(
        id=key,
        names=names,
        zh=zh,
        purpose=purpose,
        population=_POPULATION,
        inputs=inputs,
        criteria=(equation((*wanted, *(("difference",) if kind == "delta" else ())), formula),),
        categories={"gap": _GAPS, "delta": (), "both": _DELTAS, "ratio": _RATIOS}[kind],
        unit=None if kind == "ratio" else "mmol/L",
        decimals=3 if kind == "ratio" else 1,
        source="; ".join((_SOURCE_GAP if kind == "gap" else _SOURCE_DELTA, *((_SOURCE_ALBUMIN,) if albumin else ()))),
        matters=needs(weight, *wanted) if weight else on_request,
    )


CALCULATORS = (
    _calculator(
        "anion-gap",
        ("anion gap", "Anion Gap", "AG"),
        "阴离子间隙",
        "Unmeasured anions, from sodium, chloride and bicarbonate.",
        _gap,
    ),
    _calculator(
        "albumin-corrected-anion-gap",
        ("albumin-corrected anion gap", "Albumin Corrected Anion Gap"),
        "白蛋白校正阴离子间隙",
        "The anion gap as it would be at an albumin of 4 g/dL.",
        _corrected,
        True,
    ),
    _calculator(
        "delta-gap",
        ("delta gap", "Delta Gap"),
        "阴离子间隙差值",
        "How far the anion gap is above 12.",
        _beyond,
    ),
    _calculator(
        "delta-delta",
        ("delta-delta", "delta-delta gap", "delta gap (Wrenn)", "bicarbonate gap"),
        "阴离子间隙差值减碳酸氢根差值",
        "The rise of the anion gap above 12 less the fall of bicarbonate below 24: what else there is.",
        lambda *values: _beyond(*values, True),
    ),
    _calculator(
        "delta-ratio",
        ("delta ratio", "Delta Ratio"),
        "Delta比值",
        "The rise of the anion gap for each mmol/L of bicarbonate lost.",
        _ratio,
    ),
    _calculator(
        "albumin-corrected-delta-gap",
        ("albumin-corrected delta gap", "Albumin Corrected Delta Gap"),
        "白蛋白校正阴离子间隙差值",
        "How far the albumin-corrected anion gap is above 12.",
        _beyond,
        True,
    ),
    _calculator(
        "albumin-corrected-delta-ratio",
        ("albumin-corrected delta ratio", "Albumin Corrected Delta Ratio"),
        "白蛋白校正Delta比值",
        "The rise of the albumin-corrected anion gap for each mmol/L of bicarbonate lost.",
        _ratio,
        True,
    ),
)
