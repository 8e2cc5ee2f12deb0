"""Injuries of the neck: who needs imaging (NEXUS, the Canadian rule)."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.head_injury import ALTERED
from core.scores.areas.mechanisms import NECK
from core.scores.areas.parts import first_met, sign, worded
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import flagged
from core.scores.situation import Situation

_NOT = Category(0, "imaging not needed", "无需影像", "No criterion is met.", "无一项符合。", low=True)
_IMAGE = Category(1, "imaging indicated", "需影像检查", "At least one criterion is met.", "至少一项符合。")


def _neck(case: Situation) -> float:
    return 0.6 if case.present("BD:recent-trauma") and case.present("HP:0030833") else 0


def _cervical(values: Values) -> float:
    """1 where the neck is imaged: a high-risk factor, or no low-risk factor, or no rotation by 45 degrees."""
    high = float(values["age"]) >= 65 or values["mechanism"] or values["paraesthesia"]
    return 1 if high or not values["safe"] or not values["rotation"] else 0


CALCULATORS = (
    Calculator(
        id="nexus",
        names=("NEXUS criteria", "NEXUS", "NEXUS C-spine", "NEXUS low-risk criteria"),
        zh="NEXUS颈椎标准",
        purpose="Who needs no imaging of the neck after a blunt injury.",
        population=Population(
            exclusions="Blunt injury; with care above 65 years and in small children.",
            exclusions_zh="钝性损伤；65岁以上及幼儿慎用。",
        ),
        inputs=(
            sign(
                "midline",
                "midline tenderness of the neck",
                "颈部正中压痛",
                words=r"midline (?:\w+ ){0,2}tender\w*|tender\w* (?:\w+ ){0,4}midline|(?:posterior )?midline cervical",
            ),
            sign(
                "deficit",
                "focal neurological deficit",
                "局灶神经缺损",
                "BD:focal-neurological-deficit",
                denied_by=("BD:normal-neurological-examination",),
            ),
            ALTERED,
            sign(
                "intoxicated", "intoxication", "醉酒或中毒", words=r"intoxicat\w+|drunk|inebriat\w+|smell\w* of alcohol"
            ),
            sign(
                "distracting",
                "painful distracting injury",
                "分散注意的疼痛性损伤",
                words=r"distracting (?:\w+ )?injur\w+",
            ),
        ),
        criteria=(first_met((flagged("midline", "deficit", "altered", "intoxicated", "distracting"),)),),
        categories=(_NOT, _IMAGE),
        render=worded("imaging not needed", "imaging indicated"),
        never_low_while_unknown=True,
        source="Hoffman JR et al. N Engl J Med 2000;343:94-99",
        matters=_neck,
    ),
    Calculator(
        id="canadian-c-spine",
        names=("Canadian C-spine rule", "Canadian cervical spine rule", "CCR", "C-spine rule"),
        zh="加拿大颈椎规则",
        purpose="Which alert, stable patients need imaging of the neck after an injury.",
        population=Population(
            youngest=16, exclusions="Alert (GCS 15) and stable.", exclusions_zh="意识清楚（GCS 15）且生命体征稳定。"
        ),
        inputs=(
            AGE,
            NECK,
            sign(
                "paraesthesia",
                "tingling in the limbs",
                "肢体感觉异常",
                "HP:0003401",
                words=r"paresthesia\w*|paraesthesia\w*|tingling|numbness",
            ),
            sign(
                "safe",
                "a factor that makes testing of movement safe",
                "可安全检查活动度的低危因素",
                words=r"(?<!bus )(?<!truck )(?<!lorry )rear[- ]end\w*(?![^.;]{0,60}(?:oncoming|\bbus\b|truck|lorry))"
                r"|sitting (?:up )?in (?:the )?(?:ED|emergency)|ambulat\w+ (?:at|since)|"
                r"walk\w+ (?:at (?:the )?scene|since)|delayed (?:onset )?(?:of )?neck pain"
                r"|(?:no|without|absent) (?:\w+ ){0,2}midline (?:\w+ ){0,2}tender\w*",
            ),
            sign(
                "rotation",
                "able to turn the neck by 45 degrees to both sides",
                "颈部左右旋转≥45度",
                words=r"(?:rotat\w+|turn\w*) [^.;]{0,40}45|full (?:active )?(?:range of (?:neck )?(?:motion|"
                r"movement)|ROM)|full neck (?:rotation|movement)",
                against=r"(?:un(?:able)|cannot|can't|not able) (?:to )?(?:actively )?(?:rotat|turn)\w*|limited "
                r"(?:neck )?rotation",
            ),
        ),
        criteria=(Criterion(("age", "mechanism", "paraesthesia", "safe", "rotation"), _cervical, {"age": (64, 65)}),),
        categories=(_NOT, _IMAGE),
        render=worded("imaging not needed", "imaging indicated"),
        never_low_while_unknown=True,
        source="Stiell IG et al. JAMA 2001;286:1841-1848",
        matters=lambda case: 0.9 * _neck(case),
    ),
)
