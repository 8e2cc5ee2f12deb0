"""Electrocardiogram: the QT interval corrected for the heart rate, by five formulas."""

from __future__ import annotations

from collections.abc import Callable

from core.scores.areas.measures import measure, needs, on_request
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation
from core.scores.reading_words import read_rate_from_rr

_CLASSES = (
    Category(0, "short", "缩短", "Below 350 ms: think of short QT.", "<350 ms：考虑短QT。"),
    Category(350, "not prolonged", "未延长", "350 to 459 ms.", "350–459 ms。"),
    Category(
        460,
        "borderline or prolonged by sex",
        "临界或延长（按性别）",
        "460 to 499 ms: prolonged in men above 450, in women above 460.",
        "460–499 ms：男性>450、女性>460为延长。",
    ),
    Category(
        500,
        "markedly prolonged",
        "显著延长",
        "500 ms or more: risk of torsades de pointes.",
        "≥500 ms：尖端扭转型室速风险。",
    ),
)


def _corrected(key: str, author: str, zh: str, formula: Callable[[float, float], float], source: str) -> Calculator:
    return Calculator(
        id=f"qtc-{key}",
        names=(f"QTc ({author})", f"QTc {author} Calculator", f"QTc {author}", f"{author} QTc"),
        zh=zh,
        purpose="The QT interval that would be expected at a heart rate of 60.",
        population=Population(
            exclusions="Not with a wide QRS or an irregular rhythm without averaging over several beats.",
            exclusions_zh="QRS增宽者不适用；心律不齐时需多次心搏平均。",
        ),
        inputs=(measure("qt"), measure("heart-rate", beside="qt", read=read_rate_from_rr)),
        criteria=(equation(("qt", "heart-rate"), formula),),
        categories=_CLASSES,
        unit="ms",
        decimals=1,
        source=source,
        matters=needs(0.3, "qt-interval", "heart-rate") if key == "bazett" else on_request,
    )


CALCULATORS = (
    _corrected(
        "bazett",
        "Bazett",
        "QTc（Bazett）",
        lambda qt, rate: qt / (60 / rate) ** 0.5,
        "Bazett HC. Heart 1920;7:353-370",
    ),
    _corrected(
        "fridericia",
        "Fridericia",
        "QTc（Fridericia）",
        lambda qt, rate: qt / (60 / rate) ** (1 / 3),
        "Fridericia LS. Acta Med Scand 1920;53:469-486",
    ),
    _corrected(
        "framingham",
        "Framingham",
        "QTc（Framingham）",
        lambda qt, rate: qt + 154 * (1 - 60 / rate),
        "Sagie A et al. Am J Cardiol 1992;70:797-801",
    ),
    _corrected(
        "hodges",
        "Hodges",
        "QTc（Hodges）",
        lambda qt, rate: qt + 1.75 * (rate - 60),
        "Hodges M et al. J Am Coll Cardiol 1983;1:694",
    ),
    _corrected(
        "rautaharju",
        "Rautaharju",
        "QTc（Rautaharju）",
        lambda qt, rate: qt * (120 + rate) / 180,
        "Rautaharju PM et al. J Electrocardiol 1993, as QT × (120 + rate) / 180",
    ),
)
