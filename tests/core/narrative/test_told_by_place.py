"""A thing is told of the day, person, side, drug and way that the record gives it, and of no neighbour's."""

from __future__ import annotations

import pytest

from core.narrative.check import check_sentence
from core.narrative.model import Withheld
from core.narrative.record import Record
from tests.core.narrative.cases import recorded

_NOTE = (
    "Acute medical unit, 6 May, day 3, Dr Hale. Mrs Orla Keane, 71, retired cook, twin of Ivy. On 3 May at 22:30 "
    "sudden central chest pain at home, her husband Tom called the ambulance; arrived 23:20. "
    "Since Tuesday cough with green "
    "sputum, since yesterday ankle swelling. Ivy had a heart attack in March. Known peanut allergy; her daughter is "
    "allergic to latex. PMH: COPD, left knee replacement 2015, right cataract surgery 2019. Takes ramipril 5 mg daily; "
    "bisoprolol changed to diltiazem 120 mg. Codeine makes her sick. Troponin 45 (12 on admission), Hb 104 (from 118). "
    "VA right 6/6, left 6/24. CT KUB: no stone. MSU: nitrites negative, leucocytes positive. Vomited twice. No fever, "
    "bowels not open. Echo on 5 May: LVEF 45%. For angiogram on Friday; home Monday if well."
)
_NOTE_ZH = (
    "急诊留观记录。赵建国，男，66岁，退休工人，由女儿赵敏送来。昨晚10点半突发左侧胸痛，持续二十分钟，伴大汗。"
    "既往高血压十二年。女儿赵敏40岁，对海鲜过敏；弟弟赵建民60岁，上周患流感；妻子有哮喘。"
    "血红蛋白术前112 g/L，术后98 g/L。尿酮体阴性。无发热。"
)


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    return {"en": recorded(_NOTE), "zh": recorded(_NOTE_ZH)}


@pytest.mark.parametrize(
    "sentence",
    [
        "She had a heart attack in March.",
        "She is allergic to latex.",
        "She has an egg allergy.",
        "She has had a cough since yesterday.",
        "Her ankles have been swollen since Tuesday.",
        "She goes home on Friday.",
        "The chest pain came on in the morning.",
        "The chest pain began at half past nine on 3 May.",
        "An echocardiogram on 3 May showed an LVEF of 45%.",
        "Diltiazem was replaced by bisoprolol.",
        "Troponin fell from 45 to 12.",
        "Haemoglobin had risen to 118 from 104.",
        "Visual acuity was 6/6 on the left and 6/24 on the right.",
        "Visual acuity was 6/6 in both eyes.",
        "Both knees have been replaced.",
        "The bladder was palpable.",
        "She has been sick five times.",
        "She has opened her bowels.",
        "Her daughter called the ambulance.",
        "She has mitral regurgitation.",
    ],
)
def test_what_belongs_elsewhere_is_withheld(records: dict[str, Record], sentence: str) -> None:
    assert isinstance(check_sentence(sentence, records["en"]), Withheld)


@pytest.mark.parametrize(
    "sentence",
    [
        "On 3 May she had sudden central chest pain at half past ten in the evening.",
        "She has had a productive cough since Tuesday.",
        "Bisoprolol has been replaced by diltiazem 120 mg.",
        "Troponin had risen to 45 from 12.",
        "Haemoglobin fell from 118 to 104.",
        "Visual acuity was 6/6 on the right and 6/24 on the left.",
        "There were no nitrites in the urine.",
        "She has not been feverish.",
        "She has not opened her bowels.",
        "She has been sick twice.",
        "Codeine makes her vomit.",
        "An angiogram is booked for Friday.",
    ],
)
def test_what_stands_there_is_shown(records: dict[str, Record], sentence: str) -> None:
    assert not isinstance(check_sentence(sentence, records["en"]), Withheld)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("患者上周患流感。", False),
        ("患者对海鲜过敏。", False),
        ("患者由妻子送来。", False),
        ("昨晚九点半突发左侧胸痛。", False),
        ("血红蛋白由112升至98 g/L。", False),
        ("血红蛋白由98升至112 g/L。", False),
        ("尿中有酮体。", False),
        ("王先生突发左侧胸痛。", False),
        ("昨晚十点半突然出现左侧胸痛，持续20分钟。", True),
        ("高血压病史12年。", True),
        ("术后血红蛋白由112降到98 g/L。", True),
        ("尿中没有酮体。", True),
        ("赵先生没有发烧。", True),
    ],
)
def test_so_in_chinese(records: dict[str, Record], sentence: str, shown: bool) -> None:
    assert isinstance(check_sentence(sentence, records["zh"]), Withheld) is not shown
