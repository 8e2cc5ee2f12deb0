"""Consciousness and confusion: the FOUR score and the confusion assessment method."""

from __future__ import annotations

from core.scores.areas.parts import likely, scale, sign, tally, upto
from core.scores.calculator import Calculator, Category, Criterion, Population, Values

_FOUR = scale(
    ("four-score", "FOUR score", "FOUR总分", 16),
    ("eye", "eye response", "睁眼反应", r"(?:eyes?(?: response)?|\bE)", upto(4)),
    ("motor", "motor response", "运动反应", r"(?:motor(?: response)?|\bM)", upto(4)),
    ("brainstem", "brainstem reflexes", "脑干反射", r"(?:brain ?stem(?: reflexes)?|\bB)", upto(4)),
    ("respiration", "respiration", "呼吸", r"(?:respiration|breathing|\bR)", upto(4)),
)


def _delirious(values: Values) -> float:
    """Acute and fluctuating, with inattention, and disorganised thinking or an altered level of consciousness."""
    return 1 if values["acute"] and values["inattention"] and (values["disorganised"] or values["level"]) else 0


CALCULATORS = (
    tally(
        id="four",
        names=("FOUR score", "FOUR", "Full Outline of UnResponsiveness"),
        zh="FOUR昏迷评分",
        purpose="Depth of coma, also under a tube.",
        population=Population(exclusions="Not under deep sedation.", exclusions_zh="深度镇静者不适用。"),
        **_FOUR,
        of_the_moment=True,
        source="Wijdicks EFM et al. Ann Neurol 2005;58:585-593",
    ),
    Calculator(
        id="cam",
        names=("CAM", "confusion assessment method", "Confusion Assessment Method"),
        zh="意识模糊评估法（CAM）",
        purpose="Whether delirium is present.",
        population=Population(
            youngest=18, exclusions="After a formal test of attention.", exclusions_zh="须先行注意力测试。"
        ),
        inputs=(
            sign(
                "acute",
                "acute onset and fluctuating course",
                "急性起病且波动",
                words=r"fluctuat\w+|acute (?:onset|change)[^.;]{0,30}|waxing and waning|acutely confused",
            ),
            sign(
                "inattention",
                "inattention",
                "注意力不集中",
                words=r"inattenti\w+|(?:un(?:able)|difficulty) (?:to )?(?:focus|sustain|concentrat)\w*|"
                r"distractible|poor attention",
                against=r"attentive|attention (?:is |was )?(?:intact|normal)",
            ),
            sign(
                "disorganised",
                "disorganised thinking",
                "思维紊乱",
                words=r"disorgani[sz]ed (?:thinking|speech)|incoherent|rambling|illogical",
            ),
            sign(
                "level",
                "altered level of consciousness",
                "意识水平改变",
                "HP:0004372",
                "HP:0001259",
                "HP:0002329",
                "HP:0001254",
                denied_by=("BD:alert-and-oriented",),
                words=r"hyper-?vigilant|letharg\w+|stupor\w*|drows\w+|somnolen\w+|agitat\w+",
            ),
        ),
        criteria=(Criterion(("acute", "inattention", "disorganised", "level"), _delirious),),
        categories=(
            Category(0, "negative", "阴性", "The criteria are not met.", "未达标准。", low=True),
            Category(1, "positive", "阳性", "Delirium: look for its cause.", "谵妄：寻找原因。"),
        ),
        source="Inouye SK et al. Ann Intern Med 1990;113:941-948",
        matters=likely(0.5, "delirium"),
        never_low_while_unknown=True,
    ),
)
