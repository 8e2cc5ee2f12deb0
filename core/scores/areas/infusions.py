"""Fluids and drips: burns, drip rates and pumps."""

from __future__ import annotations

from core.scores.areas.measures import measure, on_request
from core.scores.areas.parts import quantity
from core.scores.calculator import Calculator, Population
from core.scores.criteria import equation

_ANYBODY = Population(exclusions="None.", exclusions_zh="无。")
_NUMBER = r"(\d{1,5}(?:,\d{3})*(?:\.\d+)?)"
_VOLUME = quantity("volume", "volume", "体积", "mL", (1, 10000), analytes=(), words=rf"{_NUMBER}\s?(?:mL|ml|millilit)")
_HOURS = quantity(
    "hours",
    "duration",
    "时间",
    "h",
    (0.05, 72),
    analytes=(),
    words=r"(\d{1,2}(?:\.\d+)?)\s?(?:-\s?)?(?:h\b|hours?\b|hrs?\b)",
)
_BURN = quantity(
    "burn",
    "burned surface",
    "烧伤面积",
    "%",
    (0.5, 100),
    analytes=(),
    decimals=1,
    words=r"(\d{1,3}(?:\.\d)?)\s?(?:%|percent)\s?(?:of (?:the |his |her )?)?(?:\w+ ){0,3}?(?:TBSA|total body "
    r"surface|body surface|BSA|burns?)"
    r"|(?:TBSA|total body surface area|burns?)[^.;\n\d]{0,40}(\d{1,3}(?:\.\d)?)\s?(?:%|percent)",
)

CALCULATORS = (
    Calculator(
        id="parkland",
        names=("Parkland formula", "Parkland", "Parkland formula for burns"),
        zh="Parkland公式",
        purpose="Ringer's lactate in the first 24 hours of a burn, half of it in the first 8 hours from the burn.",
        population=Population(
            exclusions="A start: fluids follow the urine output. Only burns deeper than superficial count.",
            exclusions_zh="仅为起始量，按尿量调整；浅表烧伤不计。",
        ),
        inputs=(measure("weight"), _BURN),
        criteria=(equation(("weight", "burn"), lambda weight, burn: 4 * weight * burn),),
        unit="mL",
        source="Baxter CR, Shires T. Ann N Y Acad Sci 1968;150:874-894",
        matters=on_request,
    ),
    Calculator(
        id="drip-rate",
        names=("drip rate", "infusion drip rate", "drops per minute", "gtt/min"),
        zh="滴速（滴/分）",
        purpose="Drops a minute of an infusion.",
        population=_ANYBODY,
        inputs=(
            _VOLUME,
            _HOURS,
            quantity(
                "factor",
                "drop factor",
                "滴系数",
                "gtt/mL",
                (5, 100),
                analytes=(),
                decimals=0,
                words=r"(\d{1,3})\s?(?:gtts?|drops?)\s?(?:/|per )\s?m[lL]|drop factor\D{0,12}(\d{1,3})",
            ),
        ),
        criteria=(equation(("volume", "hours", "factor"), lambda v, h, f: v * f / (60 * h)),),
        unit="gtt/min",
        decimals=1,
        source="Volume × drops per mL / minutes",
        matters=on_request,
    ),
    Calculator(
        id="infusion-rate",
        names=("infusion rate", "infusion rate (mL/h)", "pump rate"),
        zh="输液速度（mL/h）",
        purpose="The rate of a pump.",
        population=_ANYBODY,
        inputs=(_VOLUME, _HOURS),
        criteria=(equation(("volume", "hours"), lambda v, h: v / h),),
        unit="mL/h",
        decimals=1,
        source="Volume / hours",
        matters=on_request,
    ),
)
