"""Conditions of the past that several scores ask for, declared once."""

from __future__ import annotations

from core.scores.areas.parts import past
from core.scores.inputs import Age, Flag
from core.scores.reading_findings import PREVIOUSLY_HEALTHY

AGE = Age(id="age", en="age", zh="年龄")


def background(key: str, en: str, zh: str, *concepts: str) -> Flag:
    """A condition that counts whether past or present, and that "previously healthy" denies."""
    return Flag(id=key, en=en, zh=zh, concepts=concepts, denied_by=(PREVIOUSLY_HEALTHY,), ever=True)


# How a stroke is called beside its names in the vocabulary.
CEREBROVASCULAR = r"cerebro-?vascular (?:event|accident)|cerebral vascular accident|cerebral isch(?:a)?emia"
HYPERTENSION = past(
    "hypertension",
    "hypertension",
    "高血压",
    "HP:0000822",
    words=r"for (?:his |her |the )?(?:raised |high )?(?:blood pressure|BP)\b|(?:raised|high) BP\b",
)
DIABETES = background("diabetes", "diabetes", "糖尿病", "HP:0000819")
PERIPHERAL = background("peripheral", "peripheral arterial disease", "外周动脉疾病", "HP:0004950")
STROKE = past(
    "stroke",
    "stroke, TIA or systemic embolism",
    "卒中、TIA或体循环栓塞",
    "BD:history-of-stroke",
    "HP:0001297",
    "HP:0002326",
    "BD:systemic-embolism",
    words=rf"{CEREBROVASCULAR}|(?:brachial|femoral|popliteal|mesenteric|arterial|systemic) embol(?:us|ism)",
)
