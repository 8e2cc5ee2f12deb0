"""Pleural fluid: Light's criteria."""

from __future__ import annotations

from core.language.ranges import reference
from core.scores.areas.parts import first_met, quantity, worded
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import Test
from core.scores.facts import Fact
from core.scores.inputs import Number
from core.scores.reading_phrases import counted
from core.scores.source import Source

_read_limit = counted(r"LDH[^.;\n]{0,60}?(?:upper (?:reference )?limit|ULN)(?: of normal)?\D{0,20}(\d{3})", 100, 700)


def _ldh_limit(source: Source) -> Fact:
    """The upper limit of LDH in blood: the laboratory's own, or that of the knowledge base."""
    fact = _read_limit(source)
    limits = reference(source.knowledge.analytes["ldh"], source.reading.patient)
    if fact.known or limits is None or limits.high is None:
        return fact
    return Fact((limits.high,), unit="U/L")


def _ratio(key: str, other: str, limit: float) -> Test:
    """One criterion of Light's; unknown values stand for all that they could be."""
    span = (0.01, 100_000.0)
    return Test((key, other), lambda v: float(v[key]) / float(v[other]) > limit, {key: span, other: span})


CALCULATORS = (
    Calculator(
        id="lights",
        names=("Light's criteria", "Light criteria", "Lights criteria", "Light's criteria for pleural effusion"),
        zh="Light标准",
        purpose="Whether a pleural effusion is an exudate.",
        population=Population(
            exclusions="Under diuretics a transudate may look like an exudate.",
            exclusions_zh="使用利尿剂时漏出液可呈渗出液表现。",
        ),
        inputs=(
            quantity("pleural-protein", "pleural protein", "胸水蛋白", "g/dL", (0.1, 12), divisor=10, assumable=True),
            quantity(
                "protein",
                "serum protein",
                "血清总蛋白",
                "g/dL",
                (1, 15),
                divisor=10,
                analytes=("total-protein",),
                assumable=True,
            ),
            quantity("pleural-ldh", "pleural LDH", "胸水LDH", "U/L", (1, 100000), decimals=0, assumable=True),
            quantity("ldh", "serum LDH", "血清LDH", "U/L", (20, 30000), decimals=0, assumable=True),
            Number(
                id="ldh-limit",
                en="upper limit of serum LDH",
                zh="血清LDH上限",
                analytes=(),
                unit="U/L",
                limits=(100, 700),
                read=_ldh_limit,
            ),
        ),
        criteria=(
            first_met(
                (
                    _ratio("pleural-protein", "protein", 0.5),
                    _ratio("pleural-ldh", "ldh", 0.6),
                    _ratio("pleural-ldh", "ldh-limit", 2 / 3),
                )
            ),
        ),
        categories=(
            Category(0, "transudate", "漏出液", "No criterion is met.", "无一项符合。"),
            Category(1, "exudate", "渗出液", "At least one criterion is met.", "至少一项符合。"),
        ),
        render=worded("transudate", "exudate"),
        source="Light RW et al. Ann Intern Med 1972;77:507-513",
        matters=lambda case: 0.6 if case.measured("pleural-protein", "pleural-ldh") else 0,
    ),
)
