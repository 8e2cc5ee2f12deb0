"""Conditions of the past that several scores ask for, declared once."""

from __future__ import annotations

from functools import partial

from core.scores.areas.parts import past, sign
from core.scores.facts import Fact
from core.scores.inputs import Age, Flag, Input, Told
from core.scores.reading_findings import PREVIOUSLY_HEALTHY, read_flag
from core.scores.reading_phrases import either, first_known, refuted, said
from core.scores.source import Source

AGE = Age(id="age", en="age", zh="年龄")


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
CEREBROVASCULAR = r"cerebro-?vascular (?:event|accident|insult)|cerebral vascular accident|cerebral isch(?:a)?emia"
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
_LOWERING = (
    "amlodipine", "nifedipine", "felodipine", "nitrendipine", "lisinopril", "enalapril", "ramipril", "perindopril",
    "captopril", "losartan", "valsartan", "candesartan", "irbesartan", "olmesartan", "telmisartan",
    "hydrochlorothiazide", "chlorthalidone", "indapamide", "methyldopa", "clonidine", "hydralazine", "doxazosin",
)  # fmt: skip
_READ_TREATED = either(
    Flag(id="treated", en="", zh="", concepts=("BD:treated-hypertension",)),
    said(
        r"\b(?<!portal )(?<!pulmonary )(?:HTN|hypertension),? (?:is |was )?"
        r"(?:treated with|managed with|controlled with|on|for which (?:he|she) (?:takes|took))\b(?! diet)"
        r"|\b(?:takes?|taking|on|prescribed|receiv(?:es|ing)|treated with)\b[^.;]{1,50}\bfor (?:his |her |the )?"
        r"(?:(?:essential |arterial )?hypertension|(?:high |raised )?blood pressure)\b"
    ),
)


_KNOWN = first_known(
    partial(read_flag, Flag(id="hypertension", en="", zh="", concepts=("HP:0000822",), ever=True)),
    said(r"\bknown hypertensive\b|\bhypertensive (?:for|since)\b"),
)


def _read_treated(source: Source) -> Fact:
    """Treatment as told; or, where nothing is said of it, a known hypertension beside a drug that is taken for little
    else. Basis of the drugs: expert estimate."""
    told = _READ_TREATED(source)
    drug = None if told.possible == (True,) else source.medication(*_LOWERING)
    if drug is None or _KNOWN(source).possible != (True,):
        return told
    return Fact((True,), start=drug.start, end=drug.end)


TREATED = Told(id="treated", en="treatment of high blood pressure", zh="降压治疗", read=_read_treated, absent=False)


# "Smoked regularly up to 20 cigarettes a day" says how many, not until when.
SMOKED_UP_TO = r"\bsmok(?:ed|ing) (?:\w+ )?up to (?:\d{1,2}|twenty|ten|forty) (?:cigarettes|cigs|a day|per day|daily)"


def smoking(key: str) -> Input:
    """Smoking now. The vocabulary holds a smoker for a matter of the history, so that the words decide which it is."""
    flag = Flag(id=key, en="smoking", zh="吸烟", concepts=("BD:smoking",), denied_by=("BD:ex-smoker",))
    now = said(
        r"\bsmokes\b(?! (?:cannabis|marijuana|crack|heroin))|\bsmoking (?:\d+|about|some|twenty|ten|a pack)\b"
        rf"|{SMOKED_UP_TO}"
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
LIVER_DISEASE = past(
    "liver",
    "liver disease",
    "肝病",
    "HP:0001394",
    "HP:0200123",
    "HP:0001399",
    words=r"\b(?<!polycystic )(?:liver|hepatic) diseases?\b(?! (?:clinic|team|unit|screen))",
)
# "Confused over the past week, no change in her mental status at present": the denial of now holds.
_CLEAR_NOW = (
    r"\bno (?:acute |current )?changes? (?:in|of) (?:the |his |her |their )?(?:mental (?:status|state)|mentation) "
    r"(?:at present|now|today|currently|on (?:examination|exam|arrival|admission))\b"
    r"|\bmental (?:status|state) (?:is|was) (?:now |currently )(?:normal|unchanged|clear|at (?:his |her )?baseline)\b"
    r"|\b(?:currently|now|at present),? (?:\w+ ){0,3}mental (?:status|state) (?:is|appears|seems) "
    r"(?:normal|unchanged|clear|intact)\b|\bno longer (?:confused|drowsy|disorient)"
)


def confused(en: str, zh: str) -> Input:
    """Confusion or reduced consciousness of now."""
    concepts = ("HP:0001289", "BD:altered-mental-status", "HP:0004372")
    flag = Flag(id="confusion", en=en, zh=zh, concepts=concepts, denied_by=("BD:alert-and-oriented",))
    return Told(
        id="confusion", en=en, zh=zh, read=first_known(refuted(_CLEAR_NOW), partial(read_flag, flag)), absent=False
    )


PERIPHERAL = past("peripheral", "peripheral arterial disease", "外周动脉疾病", "HP:0004950")
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
