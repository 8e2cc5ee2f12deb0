"""Kinds of retelling: changes, flags, rounded numbers, what was ruled out, verbs of course, sides beside numbers,
persons, follow-up; each with what bends it."""

from __future__ import annotations

import pytest

from core.narrative.amounts import amounts
from core.narrative.check import check_sentence
from core.narrative.ground import Ground
from core.narrative.model import Withheld
from core.narrative.record import Record
from tests.core.narrative.cases import recorded

NOTE = """Ward letter. Mrs Nora Finch, 67, retired nurse. Admitted 3 May with fever and productive cough; noisy
breathing since 02:00. On arrival: SpO2 88% in air, RR 30, BP 168/98 mmHg, HR 118, T 38.9 °C. 14:00: SpO2 95%, RR 20.
CRP 140 mg/L (210 yesterday), Hb 104 g/L, MCV 70 fL, calcium 2.30 mmol/L, eGFR 38, platelets 1180 x10^9/L. NIHSS 9 on
arrival, 3 at discharge. No DVT on Doppler. CT head: no haemorrhage. She is not on anticoagulation (declined 2022).
Urinary catheter on 4 May drained 600 mL. Two units of red cells transfused. VA: right 6/9, left 6/36. Left loin pain,
uvula deviated to the right, tender right neck nodes. Weight 61.7 kg. Teetotal, never smoked. Half an hour of confusion
afterwards. Allergic to codeine (vomiting). No heavy lifting for six weeks. Review in 48 hours by telephone. Sutures out
in 10 days. Drinks 2 cups of tea. Brother has haemophilia; she carries the gene. Aunt on the mother's side: ovarian
cancer. Took aspirin irregularly. Seen well at noon. Zopiclone stopped; tamsulosin 400 mcg od started. Not on home
oxygen. Sickle cell trait. Type 2 diabetes. Senna did not help. Bisoprolol 2.5 mg daily."""


@pytest.fixture(scope="module")
def note() -> Record:
    return recorded(NOTE)


@pytest.mark.parametrize(
    "text",
    [
        "Her oxygen saturation rose to 95% and her respiratory rate fell to 20.",
        "Her CRP has fallen to 140.",
        "Her CRP fell from 210 to 140.",
        "Her NIHSS improved from 9 to 3.",
        "Her NIHSS had improved to 3 at discharge.",
        "She was hypertensive at 168/98 mmHg and tachycardic at 118.",
        "Her calcium was within the normal range at 2.30 mmol/L.",
        "She has a microcytic anaemia with a haemoglobin of 104 and an MCV of 70.",
        "Kidney function is impaired with an eGFR of 38.",
        "Doppler ruled out a deep vein thrombosis.",
        "A CT head excluded haemorrhage.",
        "She is not anticoagulated, having declined it in 2022.",
        "A urinary catheter was inserted on 4 May and drained 600 mL.",
        "She received two units of packed red cells.",
        "Visual acuity was 6/9 on the right and 6/36 on the left.",
        "The uvula was deviated to the right.",
        "Her weight is nearly 62 kg.",
        "She does not smoke or drink alcohol.",
        "She was confused for about thirty minutes afterwards.",
        "She did not tolerate codeine, which caused vomiting.",
        "She should avoid heavy lifting for six weeks.",
        "She will be followed up by phone in two days.",
        "Her sutures come out in 10 days.",
        "She drinks a couple of cups of tea.",
        "There is ovarian cancer on her mother's side.",
        "She did not take her aspirin regularly.",
        "She was last seen well at noon.",
        "She is in her late sixties.",
        "The platelet count was just under 1200.",
    ],
)
def test_true(note: Record, text: str) -> None:
    checked = check_sentence(text, note)
    assert not isinstance(checked, Withheld), checked.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Her oxygen saturation fell to 95%.",
        "Her respiratory rate rose to 20.",
        "Her CRP has risen to 140.",
        "Her CRP climbed to 140.",
        "Her CRP rose from 210 to 140.",
        "Her NIHSS worsened to 3 at discharge.",
        "Her NIHSS improved to 9.",
        "Her mother's CRP has fallen to 140.",
        "She was hypotensive at 168/98 mmHg.",
        "Her brother was hypertensive at 168/98 mmHg.",
        "Her calcium was raised at 2.30 mmol/L.",
        "She has a macrocytic anaemia with an MCV of 70.",
        "Kidney function is normal with an eGFR of 38.",
        "Doppler showed a deep vein thrombosis.",
        "A deep vein thrombosis was not excluded.",
        "A CT head showed haemorrhage.",
        "She is anticoagulated.",
        "She did not decline anticoagulation in 2022.",
        "The urinary catheter was removed on 4 May.",
        "A urinary catheter was not inserted on 4 May.",
        "A chest drain was inserted on 4 May.",
        "She received three units of packed red cells.",
        "Visual acuity was 6/9 on the left and 6/36 on the right.",
        "Visual acuity was 6/36 on the right.",
        "The uvula was deviated to the left.",
        "She has right loin pain.",
        "She has tender left neck nodes.",
        "Her weight is just over 62 kg.",
        "Her weight is about 70 kg.",
        "She drinks alcohol.",
        "She was confused for about two hours afterwards.",
        "She tolerated codeine.",
        "She should do heavy lifting for six weeks.",
        "She should avoid heavy lifting for ten weeks.",
        "She will be followed up by phone in five days.",
        "Her sutures come out in 20 days.",
        "She has haemophilia.",
        "Her brother carries the gene.",
        "There is ovarian cancer on her father's side.",
        "She took her aspirin regularly.",
        "She was last seen unwell at noon.",
        "She was last seen well at ten.",
        "She was not last seen well at noon.",
        "She is in her early sixties.",
        "The platelet count was just over 1200.",
        "Her symptoms started at 14:00.",
        "She passed blood.",
        "She is on home oxygen.",
        "Tamsulosin has been stopped.",
        "She has sickle cell disease.",
        "She has type 4 diabetes.",
        "She lives with her son.",
        "Senna was effective.",
        "She takes bisoprolol 2.5 mg weekly.",
        "She was admitted before the fever.",
    ],
)
def test_bent(note: Record, text: str) -> None:
    assert isinstance(check_sentence(text, note), Withheld)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("nearly 16 thousand", "15.7 K/µL", True),
        ("nearly 15 thousand", "15.7 K/µL", False),
        ("16 thousand", "16000", True),
        ("16 thousand", "17 K/µL", False),
        ("about 60", "57", True),
        ("about 60", "70", False),
        ("just over 60", "57", False),
        ("2 litres per minute", "2 L/min", True),
        ("a couple of beers", "2 beers", True),
        ("thirty minutes", "half an hour", True),
        ("fifty per cent", "50%", True),
        ("half of normal", "50%", True),
        ("inside an hour", "1 h", True),
        ("two units of blood", "2 units PRBC", True),
        ("nine out of ten", "9/10", True),
        ("one out of ten", "10/10", False),
    ],
)
def test_numbers_in_words(one: str, other: str, same: bool) -> None:
    assert amounts(one)[0].same(amounts(other)[0]) is same


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("No DVT on Doppler.", "DVT", True),
        ("No DVT on Doppler.", "Doppler", False),
        ("CT excluded a bleed.", "bleed", True),
        ("A bleed was excluded by CT.", "bleed", True),
        ("A bleed was excluded by CT.", "CT", False),
        ("Not anticoagulated (declined 2021).", "declined", False),
        ("Should avoid driving.", "driving", True),
        ("No change in position.", "position", False),
        ("排除了出血。", "出血", True),
        ("不排除出血。", "排除", True),
    ],
)
def test_how_far_a_denial_reaches(text: str, word: str, denied: bool) -> None:
    assert Ground(text).at(text.index(word)).denied is denied


def test_whose_a_family_history_is() -> None:
    text = "There is a family history of gout in her daughter and of cancer in an aunt."
    ground = Ground(text)
    assert [ground.at(text.index(word)).whose for word in ("gout", "cancer")] == ["daughter", "aunt"]
    assert Ground("Epilepsy on his father's side.").at(0).whose == "family"


CHINESE = "患者,女,50岁。咳嗽3天,乏力。右颈部触及1.5cm淋巴结。头颅CT未见出血。阿莫西林400mg每日两次。白细胞2.0×10⁹/L。"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("头部CT排除了出血。", True),
        ("头部CT提示出血。", False),
        ("右侧颈部可摸到1.5厘米的淋巴结。", True),
        ("左侧颈部可摸到1.5厘米的淋巴结。", False),
        ("阿莫西林400毫克,一天两次。", True),
        ("阿莫西林400毫克,一天三次。", False),
        ("患者为50岁女性,咳嗽3天。", True),
        ("患者为50岁男性,咳嗽3天。", False),
        ("患者全身无力。", True),
    ],
)
def test_chinese(text: str, shown: bool) -> None:
    assert isinstance(check_sentence(text, recorded(CHINESE)), Withheld) is not shown
