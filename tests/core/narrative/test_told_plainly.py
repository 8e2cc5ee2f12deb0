"""What claims nothing, what turns a claim, and what is advised: beside one record, and one in Chinese."""

from __future__ import annotations

import pytest

from core.knowledge.base import default_knowledge
from core.narrative.check import check_sentence
from core.narrative.drug_kinds import drug_kinds
from core.narrative.flags_zh import flags_told
from core.narrative.ground import Ground
from core.narrative.model import Withheld
from core.narrative.plans import advises, laid_down
from core.narrative.sense_words import turning
from core.narrative.told import Told
from core.narrative.wordings import word_key
from tests.core.narrative.cases import recorded

RECORD = """Clinic letter. Mr Owen Bell, 61, postman. Low appetite and poor sleep for three months. PHQ-9 14 (was 20).
Ankle swelling on the left. Similar episode in 2018 on the right. Apixaban 5 mg bd. Ramipril held, bisoprolol 2.5 mg od.
Propranolol not suitable because of asthma. Allergic to codeine (vomiting). MRI brain normal. His brother, 58, has gout.
Daughter informed; she has psoriasis. Haemoglobin 84 from 112. Seen again in six weeks. Repeat bloods in two weeks. Come
back if fever."""
CHINESE = (
    "患者,男,50岁。咳嗽3天。吸烟20年,2019年戒烟。体温36.6℃,空腹血糖12.6 mmol/L。"
    "左下肺湿啰音,右肺陈旧性结核灶。双手无震颤。"
)


@pytest.mark.parametrize(
    "text",
    [
        "He presents with a three-month history of poor appetite.",
        "His PHQ-9 score has fallen from 20 to 14.",
        "He is on anticoagulation with apixaban 5 mg twice daily.",
        "In 2018 he had a comparable episode on the right.",
        "His 58-year-old brother has gout.",
        "Codeine causes vomiting.",
        "His haemoglobin has dropped from 112 to 84.",
        "Bloods should be repeated in two weeks.",
        "His medical history is significant for poor sleep.",
        "Ramipril has been withheld.",
    ],
)
def test_the_record_in_other_words_is_shown(text: str) -> None:
    checked = check_sentence(text, recorded(RECORD))
    assert not isinstance(checked, Withheld), checked.reasons


@pytest.mark.parametrize(
    "text",
    [
        "His PHQ-9 score is now 9.",
        "His haemoglobin has risen from 112 to 84.",
        "His appetite has increased.",
        "He has psoriasis.",
        "He continues to take ramipril.",
        "He takes propranolol.",
        "He has a fever.",
        "The MRI of the brain was abnormal.",
        "In 2018 he had a similar episode on the left.",
        "He should take apixaban 5 mg twice daily.",
        "Bloods should be repeated in five weeks.",
        "He should see a cardiologist.",
        "Apixaban causes ankle swelling.",
        "He takes warfarin as an anticoagulant.",
        "His 68-year-old brother has gout.",
    ],
)
def test_what_turns_the_record_is_withheld(text: str) -> None:
    assert isinstance(check_sentence(text, recorded(RECORD)), Withheld)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("空腹血糖升高,为12.6 mmol/L。", True),
        ("空腹血糖降低,为12.6 mmol/L。", False),
        ("体温正常,为36.6℃。", True),
        ("右肺陈旧性结核灶。", True),
        ("左肺陈旧性结核灶。", False),
        ("患者目前吸烟。", False),
        ("患者2019年已戒烟。", True),
    ],
)
def test_chinese(text: str, shown: bool) -> None:
    assert isinstance(check_sentence(text, recorded(CHINESE)), Withheld) is not shown


def test_flags_of_two_values_are_told_by_neither() -> None:
    record = recorded(CHINESE)
    assert flags_told("空腹血糖12.6 mmol/L,体温36.6℃,均正常。", record) == []
    assert flags_told("体温36.6℃,未见升高。", record) == [(8, 12)]


def test_a_drug_tells_its_kind_and_nothing_else_does() -> None:
    knowledge = default_knowledge()
    assert word_key("anticoagulant") in drug_kinds("drug:apixaban", knowledge)
    assert word_key("antibiotic") not in drug_kinds("drug:apixaban", knowledge)
    assert drug_kinds("cough", knowledge) == drug_kinds("drug:nothing-of-this-name", knowledge) == ()


def test_advice_is_told_again_only_where_it_is_laid_down() -> None:
    knowledge = default_knowledge()
    record = Told(RECORD, knowledge)
    assert advises("Please repeat the bloods.")
    assert not advises("The bloods were repeated.")
    assert laid_down(Told("Bloods should be repeated in two weeks.", knowledge), record)
    assert not laid_down(Told("He should rest his ankle.", knowledge), record)


def test_a_pronoun_of_the_other_sex_is_the_relative_s() -> None:
    def whose(text: str) -> str:
        return Ground(text).at(text.index("gout")).whose

    assert whose("Mr Bell. Daughter informed; she has gout.") == "daughter"
    assert whose("Mrs Bell. Daughter informed; she has gout.") == "patient"
    assert whose("Mrs Bell. Son informed; he has gout.") == "son"
    assert whose("Mr Bell. Mrs Bell rang. Daughter informed; she has gout.") == "patient"


def test_what_turns_is_compared_as_words_are() -> None:
    assert {word_key("increased"), word_key("worse")} <= turning()
