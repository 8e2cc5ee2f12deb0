"""Appendicitis: Alvarado and the inflammatory response score."""

from __future__ import annotations

from core.scores.areas.measures import measure
from core.scores.areas.parts import answer, answers, quantity, sign
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import above, any_of, at_least, flagged, from_bound, met
from core.scores.situation import Matters, Situation

_LIKELY = 0.1  # of appendicitis: below that its place alone offers the score
_NEUTROPHILS = quantity(
    "neutrophils",
    "neutrophils",
    "中性粒细胞百分比",
    "%",
    (0, 100),
    analytes=("neutrophil-percentage",),
    assumable=True,
    # "WBC 15.6, N 88%": a share alone is of the neutrophils where a letter stands for them.
    words=r"(?:\b(?:N|NE|neut\w*|poly\w*|PMNs?|segs?)|中性(?:粒细胞)?(?:百分比|比例)?)"
    r"\s?[:：=]?\s?(\d{1,3}(?:\.\d)?) ?%",
)
_RLQ = sign(
    "rlq-pain",
    "pain in the right lower quadrant",
    "右下腹痛",
    "BD:rlq-pain",
    "BD:pain-migrating-to-rlq",
    "BD:rlq-tenderness",
)
_REBOUND = sign("rebound", "rebound tenderness", "反跳痛", "BD:rebound-tenderness", "BD:peritonism")
_STRONG = (
    r"(?:strong|severe|marked) (?:rebound|guarding|muscular defen[cs]e)|board-like|rigidity"
    r"|板状腹|(?:明显|重度)(?:反跳痛|肌紧张)"
)
_NONE = (
    r"no (?:rebound|guarding|peritonism)|without (?:rebound|guarding)|soft abdomen|abdomen (?:is |was )?soft"
    r"|腹(?:部)?(?:平)?软|无(?:压痛、?)?反跳痛"
)
_PROTECTION = answer(
    "rebound",
    "rebound tenderness or guarding",
    "反跳痛或肌紧张",
    (3, _STRONG),
    (2, r"(?:medium|moderate) (?:rebound|guarding|muscular defen[cs]e)|中度(?:反跳痛|肌紧张)"),
    (1, r"(?:light|slight|mild) (?:rebound|guarding|muscular defen[cs]e)|轻(?:度|微)(?:反跳痛|腹?肌紧张)"),
    (0, _NONE),
    absent=0,
)


def _suspected(weight: float) -> Matters:
    """By the chance of appendicitis, and wherever the pain or the tenderness is where it would be."""

    def matters(case: Situation) -> float:
        chance = case.chance("acute-appendicitis", "perforated-appendicitis")
        sided = 0.5 if case.present("BD:rlq-pain", "BD:pain-migrating-to-rlq", "BD:rlq-tenderness") else 0
        return weight * max(chance if chance >= _LIKELY else 0, sided)

    return matters


CALCULATORS = (
    Calculator(
        id="alvarado",
        names=("Alvarado score", "Alvarado", "MANTRELS"),
        zh="Alvarado评分",
        purpose="How likely appendicitis is.",
        population=Population(
            exclusions="Less exact in children, women and the old; it does not replace imaging.",
            exclusions_zh="儿童、女性及老年人准确性较低；不能代替影像。",
        ),
        inputs=(
            sign(
                "migration",
                "migration of the pain",
                "转移性右下腹痛",
                "BD:pain-migrating-to-rlq",
                words=r"(?:moved|shifted|migrat\w+|locali[sz]ed|settled)[^.;]{0,30}(?:RLQ|RIF|right (?:lower|iliac))",
            ),
            sign(
                "anorexia",
                "loss of appetite",
                "食欲减退",
                "HP:0002039",
                "HP:0004396",
                words=r"anorexi\w+|ketonuria|not hungry|off (?:his |her )?food|has not eaten|not wanting to eat",
            ),
            sign("vomiting", "nausea or vomiting", "恶心或呕吐", "HP:0002017"),
            sign("tenderness", "tenderness in the right lower quadrant", "右下腹压痛", "BD:rlq-tenderness"),
            _REBOUND,
            measure("temperature", assumable=True),
            measure("white-cells", assumable=True),
            sign("shift", "left shift", "核左移", "HP:0032239"),
            _NEUTROPHILS,
        ),
        criteria=(
            any_of(("migration",)),
            any_of(("anorexia",)),
            any_of(("vomiting",)),
            any_of(("tenderness",), 2),
            any_of(("rebound",)),
            met(1, at_least("temperature", 37.3)),
            met(2, above("white-cells", 10)),
            met(1, flagged("shift"), above("neutrophils", 75)),
        ),
        categories=(
            Category(0, "unlikely", "可能性小", "0 to 4: appendicitis unlikely.", "0–4分：阑尾炎可能性小。", low=True),
            Category(5, "possible", "可能", "5 or 6: compatible; image or observe.", "5–6分：可能，影像或观察。"),
            Category(7, "probable", "很可能", "7 or 8: probable.", "7–8分：很可能。"),
            Category(9, "very probable", "极可能", "9 or 10: very probable.", "9–10分：极可能。"),
        ),
        unit="points",
        source="Alvarado A. Ann Emerg Med 1986;15:557-564",
        matters=_suspected(0.9),
        never_low_while_unknown=True,
    ),
    Calculator(
        id="air",
        names=("AIR score", "appendicitis inflammatory response score", "AIR"),
        zh="阑尾炎炎症反应评分（AIR）",
        purpose="How likely appendicitis is, by inflammation.",
        population=Population(exclusions="For suspected appendicitis.", exclusions_zh="用于疑似阑尾炎。"),
        inputs=(
            sign("vomiting", "vomiting", "呕吐", "HP:0002013"),
            _RLQ,
            _PROTECTION,
            measure("temperature", assumable=True),
            _NEUTROPHILS,
            measure("white-cells", assumable=True),
            quantity("crp", "C-reactive protein", "C反应蛋白", "mg/L", (0.1, 800), decimals=1, assumable=True),
        ),
        criteria=(
            any_of(("vomiting",)),
            any_of(("rlq-pain",)),
            *answers("rebound"),
            met(1, at_least("temperature", 38.5)),
            from_bound("neutrophils", (70, 1), (85, 2), under=0),
            from_bound("white-cells", (10, 1), (15, 2), under=0),
            from_bound("crp", (10, 1), (50, 2), under=0),
        ),
        categories=(
            Category(
                0, "low", "低", "0 to 4: outpatient follow-up if well.", "0–4分：一般情况好可门诊随访。", low=True
            ),
            Category(5, "indeterminate", "不确定", "5 to 8: observe, image.", "5–8分：观察、影像。"),
            Category(9, "high", "高", "9 to 12: surgical exploration.", "9–12分：手术探查。"),
        ),
        unit="points",
        source="Andersson M, Andersson RE. World J Surg 2008;32:1843-1849",
        matters=_suspected(0.7),
        never_low_while_unknown=True,
    ),
)
