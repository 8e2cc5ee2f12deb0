"""Consciousness: the Glasgow coma scale."""

from __future__ import annotations

from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.inputs import Told
from core.scores.reading_coma import read_eye, read_motor, read_stated, read_verbal

STATED = Told(id="stated", en="Glasgow coma scale, as stated", zh="已记录的格拉斯哥昏迷评分", read=read_stated)
RESPONSES = (
    Told(id="eye", en="eye opening", zh="睁眼反应", read=read_eye, absent=4.0),
    Told(id="verbal", en="verbal response", zh="语言反应", read=read_verbal, absent=5.0),
    Told(id="motor", en="motor response", zh="运动反应", read=read_motor, absent=6.0),
)


def coma_scale(values: Values) -> float:
    """The total that is stated, or else that of the three responses."""
    return float(values["stated"]) or sum(float(values[r.id]) for r in RESPONSES)


CALCULATORS = (
    Calculator(
        id="gcs",
        names=("Glasgow coma scale", "Glasgow Coma Score (GCS)", "GCS", "Glasgow coma score"),
        zh="格拉斯哥昏迷评分",
        purpose="Depth of impaired consciousness.",
        population=Population(
            youngest=5,
            exclusions="Young children have a scale of their own; a tube or swelling can make a part untestable.",
            exclusions_zh="幼儿使用专用量表；插管或肿胀可使某项无法评估。",
        ),
        inputs=(STATED, *RESPONSES),
        criteria=(Criterion(("stated", "eye", "verbal", "motor"), coma_scale),),
        categories=(
            Category(3, "severe", "重度", "3 to 8: coma; the airway is at risk.", "3–8分：昏迷，气道有风险。"),
            Category(9, "moderate", "中度", "9 to 12.", "9–12分。"),
            Category(13, "mild or none", "轻度或正常", "13 to 15.", "13–15分。"),
        ),
        unit="points",
        of_the_moment=True,
        source="Teasdale G, Jennett B. Lancet 1974;2:81-84",
        matters=lambda case: 0.4 if case.present("HP:0004372", "HP:0001259") else 0,
    ),
)
