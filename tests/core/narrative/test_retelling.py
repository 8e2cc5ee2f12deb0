"""Sentences that no finding of the reader's carries, but the record's own words do; and those that bend them."""

from __future__ import annotations

import pytest

from core.assessment import Sentence
from core.narrative.amounts import amounts
from core.narrative.check import check_sentence
from core.narrative.record import Record
from tests.core.narrative.cases import recorded

ENGLISH = """Clinic. Mrs Ada Brook, 64-year-old woman. Three days of cough; sudden left loin pain since 02:00.
No haemoptysis, no rash. PMH: right knee replacement 2011, asthma. Never smoked.
FH: father died of gastric cancer at 66; maternal aunt - ovarian cancer at 61.
Allergy: codeine (vomiting). Meds: ramipril 5 mg od, metformin 500 mg bd.
O/E: BP 138/82 mmHg, HR 118. Left calf 41 cm, right calf 37 cm. Possible small pleural effusion. Cannot bear a sock.
Magnesium 4 g IV then 1 g/h. Pain 2/10. CT: 5 mm nodule left upper lobe."""
CHINESE = """患者，男，61岁。因胸痛4小时就诊，向左肩放射，无咳嗽、咯血。否认糖尿病。母亲患帕金森病；父亲70岁患脑梗死。
对青霉素过敏（皮疹）。体温38.5℃，SpO2 96%。左卵巢囊肿可能。予阿司匹林300 mg口服。2020年左肾结石碎石术。"""
TRUE = [
    "Her father died of stomach cancer at the age of 66.",
    "A maternal aunt had ovarian cancer at 61.",
    "Her right knee was replaced in 2011.",
    "She had sudden pain in the left loin at two in the morning.",
    "She has never smoked.",
    "She vomits with codeine.",
    "A small pleural effusion is possible.",
    "The left calf measured 41 cm and the right calf 37 cm.",
    "She was given 4 g of intravenous magnesium, then 1 g per hour.",
    "Her pain was 2 out of 10.",
    "A 5 mm nodule was seen in the left upper lobe.",
    "Her aunt had ovarian cancer, but she does not smoke.",
]
BENT = [
    "Her mother died of stomach cancer at the age of 66.",
    "A maternal aunt had ovarian cancer at 66.",
    "Her left knee was replaced in 2011.",
    "She had sudden pain in the left loin at two in the afternoon.",
    "She has smoked.",
    "She takes codeine.",
    "There is a small pleural effusion.",
    "The right calf measured 41 cm.",
    "She was given 1 g of codeine.",
    "Her pain was 7 out of 10.",
    "A nodule was seen in the right upper lobe.",
    "She can bear a sock.",
    "She has haemoptysis and a rash.",
    "She takes ramipril 500 mg.",
    "She takes ramipril twice daily.",
    "She is allergic to ramipril.",
    "Give ramipril 5 mg daily.",
    "Her aunt had ovarian cancer, but she does not.",
    "She may have asthma.",
    "She has no asthma.",
]
TRUE_ZH = [
    "患者为61岁男性，因胸痛4小时就诊。",
    "患者没有咳嗽，也没有糖尿病。",
    "他的母亲患有帕金森病。",
    "患者对青霉素过敏，表现为皮疹。",
    "血氧饱和度96%。",
    "左侧卵巢囊肿可能。",
    "他2020年因左侧肾结石做过碎石治疗。",
]
BENT_ZH = [
    "患者患有帕金森病。",
    "患者有咳嗽。",
    "因胸痛6小时就诊。",
    "左侧卵巢囊肿。",
    "因右侧肾结石做过碎石治疗。",
    "他服用青霉素。",
    "他服用华法林。",
    "母亲70岁时患脑梗死。",
]


@pytest.fixture(scope="module")
def english() -> Record:
    return recorded(ENGLISH)


@pytest.fixture(scope="module")
def chinese() -> Record:
    return recorded(CHINESE)


@pytest.mark.parametrize("text", TRUE)
def test_a_retelling_passes(english: Record, text: str) -> None:
    checked = check_sentence(text, english)
    assert isinstance(checked, Sentence), checked.reasons
    assert checked.spans


@pytest.mark.parametrize("text", BENT)
def test_a_bent_one_does_not(english: Record, text: str) -> None:
    assert not isinstance(check_sentence(text, english), Sentence)


@pytest.mark.parametrize("text", TRUE_ZH)
def test_a_chinese_retelling_passes(chinese: Record, text: str) -> None:
    checked = check_sentence(text, chinese)
    assert isinstance(checked, Sentence), checked.reasons
    assert checked.spans


@pytest.mark.parametrize("text", BENT_ZH)
def test_a_bent_chinese_one_does_not(chinese: Record, text: str) -> None:
    assert not isinstance(check_sentence(text, chinese), Sentence)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("0.5 g", "500 mg", True),
        ("500 mcg", "0.5 mg", True),
        ("6.4 mg/dL", "6.4 mmol/L", False),
        ("at half past ten in the evening", "22:30", True),
        ("6 p.m.", "18:00", True),
        ("for a week", "7 days", True),
        ("twelve months", "1 year", True),
        ("9 out of 10", "9/10", True),
        ("94/152", "152/94", False),
        ("1 g per hour", "1 g/h", True),
        ("晚上10点", "22:00", True),
    ],
)
def test_amounts_in_other_words(one: str, other: str, same: bool) -> None:
    assert amounts(one)[0].same(amounts(other)[0]) is same
