"""Classes that a clinician states: ASA, ECOG and Karnofsky."""

from __future__ import annotations

from core.scores.areas.measures import on_request
from core.scores.areas.parts import answer, answers, quantity
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation

_ASA = r"\bASA(?: physical status)?(?: class| grade| PS)?[ :]*"
_STATED = Population(exclusions="As judged by a clinician.", exclusions_zh="由临床医生判断。")

CALCULATORS = (
    Calculator(
        id="asa",
        names=("ASA physical status", "ASA class", "ASA", "ASA classification", "ASA score"),
        zh="ASA体格状态分级",
        purpose="Fitness before anaesthesia.",
        population=_STATED,
        inputs=(
            answer(
                "class",
                "class",
                "分级",
                (6, rf"{_ASA}(?:VI|6)\b"),
                (5, rf"{_ASA}(?:V|5)E?\b"),
                (4, rf"{_ASA}(?:IV|4)E?\b"),
                (3, rf"{_ASA}(?:III|3)E?\b"),
                (2, rf"{_ASA}(?:II|2)E?\b"),
                (1, rf"{_ASA}(?:I|1)E?\b"),
            ),
        ),
        criteria=answers("class"),
        categories=(
            Category(1, "I", "I级", "Healthy.", "健康。"),
            Category(2, "II", "II级", "Mild systemic disease.", "轻度系统性疾病。"),
            Category(3, "III", "III级", "Severe systemic disease.", "重度系统性疾病。"),
            Category(
                4, "IV", "IV级", "Systemic disease that is a constant threat to life.", "持续威胁生命的系统性疾病。"
            ),
            Category(
                5, "V", "V级", "Moribund, not expected to survive without the operation.", "濒死，不手术难以存活。"
            ),
            Category(6, "VI", "VI级", "Brain-dead organ donor.", "脑死亡器官捐献者。"),
        ),
        unit="class",
        source="American Society of Anesthesiologists, Physical Status Classification System, 2020",
        matters=on_request,
    ),
    Calculator(
        id="ecog",
        names=("ECOG performance status", "ECOG", "WHO performance status", "ECOG PS"),
        zh="ECOG体能状态",
        purpose="How far cancer limits daily life.",
        population=_STATED,
        inputs=(quantity("ecog", "ECOG", "ECOG评分", "points", (0, 5), decimals=0),),
        criteria=(equation(("ecog",), float),),
        categories=(
            Category(0, "0", "0级", "Fully active.", "活动自如。"),
            Category(1, "1", "1级", "Restricted in strenuous activity.", "剧烈活动受限。"),
            Category(2, "2", "2级", "Up more than half of the day, unable to work.", "不能工作，白天过半时间可活动。"),
            Category(3, "3", "3级", "In bed or chair more than half of the day.", "白天过半时间卧床或坐椅。"),
            Category(4, "4", "4级", "Completely disabled.", "完全丧失活动能力。"),
            Category(5, "5", "5级", "Dead.", "死亡。"),
        ),
        unit="points",
        source="Oken MM et al. Am J Clin Oncol 1982;5:649-655",
        matters=on_request,
    ),
    Calculator(
        id="karnofsky",
        names=("Karnofsky performance status", "Karnofsky", "KPS", "Karnofsky score"),
        zh="Karnofsky体能状态",
        purpose="How far cancer limits daily life, in per cent.",
        population=_STATED,
        inputs=(quantity("karnofsky", "Karnofsky", "Karnofsky评分", "%", (0, 100), decimals=0),),
        criteria=(equation(("karnofsky",), float),),
        categories=(
            Category(0, "unable to care for self", "不能自理", "Below 50.", "<50。"),
            Category(50, "unable to work", "不能工作", "50 to 70.", "50–70。"),
            Category(80, "normal activity", "可正常活动", "80 to 100.", "80–100。"),
        ),
        unit="%",
        source="Karnofsky DA, Burchenal JH, 1949, in Evaluation of Chemotherapeutic Agents (MacLeod CM)",
        matters=on_request,
    ),
)
