"""Conditions of the past that several scores ask for, declared once."""

from __future__ import annotations

from functools import partial

from core.scores.areas.parts import past, sign
from core.scores.inputs import Age, Flag, Input, Told
from core.scores.reading_findings import PREVIOUSLY_HEALTHY, read_flag
from core.scores.reading_phrases import first_known, said

AGE = Age(id="age", en="age", zh="年龄")


def background(key: str, en: str, zh: str, *concepts: str) -> Flag:
    """A condition that counts whether past or present, and that "previously healthy" denies."""
    return Flag(id=key, en=en, zh=zh, concepts=concepts, denied_by=(PREVIOUSLY_HEALTHY,), ever=True)


def oestrogens(en: str, zh: str) -> Input:
    """Oestrogen, for contraception or after the menopause."""
    return sign(
        "hormones",
        en,
        zh,
        "BD:oestrogen-use",
        drugs=("estrogen", "estrogens", "contraceptive agents"),
        words=r"\b(?:ethinyl ?)?o?estradiol(?! levels?)\b|\bcontraceptive (?:patch|ring)\b",
    )


# How a stroke is called beside its names in the vocabulary.
CEREBROVASCULAR = r"cerebro-?vascular (?:event|accident)|cerebral vascular accident|cerebral isch(?:a)?emia"
_BONE = r"(?:femur|femoral|tibia\w*|fibula\w*|hip|pelvi[sc]|ankle|leg|acetabul\w+)"
# A broken hip, pelvis or leg as it is said.
BROKEN_LEG = (
    rf"\b(?:{_BONE}(?: (?:neck|shaft|plateau|head))?|(?:inter|sub|per)trochanteric|neck of femur) fractures?\b"
    rf"|\bfractured? (?:of )?(?:the |her |his |a )?(?:(?:left|right|proximal|distal|neck of(?: the)?) ){{0,2}}{_BONE}\b"
)

HYPERTENSION = past(
    "hypertension",
    "hypertension",
    "高血压",
    "HP:0000822",
    words=r"for (?:his |her |the )?(?:raised |high )?(?:blood pressure|BP)\b|(?:raised|high) BP\b"
    r"|\bhigh blood pressure,? (?:that|which|is|was|for|since|treated|controlled|on)\b"
    r"|(?<!portal )(?<!pulmonary )(?<!ocular )(?<!intracranial )hypertension (?:for|since|treated|on)\b"
    r"|(?:long-?standing|chronic|known|essential|arterial) (?:arterial )?hypertension\b",
)
TREATED = sign(
    "treated",
    "treatment of high blood pressure",
    "降压治疗",
    "BD:treated-hypertension",
    words=r"\b(?<!portal )(?<!pulmonary )(?:HTN|hypertension),? (?:is |was )?"
    r"(?:treated with|managed with|controlled with|on|for which (?:he|she) (?:takes|took))\b(?! diet)"
    r"|\b(?:takes?|taking|on|prescribed|receiv(?:es|ing)|treated with)\b[^.;]{1,50}\bfor (?:his |her |the )?"
    r"(?:(?:essential |arterial )?hypertension|(?:high |raised )?blood pressure)\b",
)


def smoking(key: str) -> Input:
    """Smoking now. The vocabulary holds a smoker for a matter of the history, so that the words decide which it is."""
    flag = Flag(id=key, en="smoking", zh="吸烟", concepts=("BD:smoking",), denied_by=("BD:ex-smoker",))
    now = said(
        r"\bsmokes\b(?! (?:cannabis|marijuana|crack|heroin))|\bsmoking (?:\d+|about|some|twenty|ten|a pack)\b"
        r"|(?<!ex-)(?<!ex )(?<!former )(?<!past )(?<!previous )(?<!one-time )(?<!non-)(?<!non )\bsmoker\b"
    )
    return Told(id=key, en="smoking", zh="吸烟", read=first_known(partial(read_flag, flag), now), absent=False)


_GLUCOSE_LOWERING = (
    "metformin", "gliclazide", "glipizide", "glyburide", "glimepiride", "sitagliptin", "linagliptin", "vildagliptin",
    "saxagliptin", "pioglitazone", "insulin glargine", "insulin detemir", "insulin degludec",
)  # fmt: skip


def treated_condition(key: str, en: str, zh: str, concepts: tuple[str, ...], drugs: tuple[str, ...]) -> Told:
    """A condition of the past or now, or one for which the record says nothing but names its usual treatment. A denial
    goes before the drug (metformin is taken for other reasons too)."""
    named = Flag(id=key, en=en, zh=zh, concepts=concepts, denied_by=(PREVIOUSLY_HEALTHY,), ever=True)
    treated = Flag(id=key, en=en, zh=zh, concepts=concepts, drugs=drugs)
    return Told(
        id=key, en=en, zh=zh, read=first_known(partial(read_flag, named), partial(read_flag, treated)), absent=False
    )


# Basis of the drugs: expert estimate. Those with other common uses (SGLT2 inhibitors, incretins by injection, insulin
# in the course of an illness) do not count.
DIABETES = treated_condition("diabetes", "diabetes", "糖尿病", ("HP:0000819",), _GLUCOSE_LOWERING)
PERIPHERAL = background("peripheral", "peripheral arterial disease", "外周动脉疾病", "HP:0004950")
STROKE = past(
    "stroke",
    "stroke, TIA or systemic embolism",
    "卒中、TIA或体循环栓塞",
    "BD:history-of-stroke",
    "HP:0001297",
    "HP:0002326",
    "BD:systemic-embolism",
    "HP:0025722",
    words=rf"{CEREBROVASCULAR}|(?:brachial|femoral|popliteal|mesenteric|arterial|systemic) embol(?:us|ism)",
)
