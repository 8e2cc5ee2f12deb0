"""What a plan says of others than this patient is left out of it."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.disease import Management
from core.knowledge.schema import Phrase
from core.treatment.planning import make_plan
from core.treatment.planning.oxygen import oxygen_target
from core.treatment.planning.patient_words import for_child, for_patient
from tests.core.treatment.ward import finding, ward

MAN, GIRL, WOMAN = {"sex": "male"}, {"sex": "female", "age_years": 8}, {"sex": "female", "age_years": 30}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


@pytest.mark.parametrize(
    ("en", "zh", "left", "left_zh"),
    [
        ("No statin in pregnancy.", "妊娠禁用他汀。", None, None),
        ("Pregnancy test first; then the scan.", "先查妊娠试验；再检查。", "Then the scan.", "再检查。"),
        ("Doxycycline; azithromycin in pregnancy.", "多西环素；妊娠用阿奇霉素。", "Doxycycline.", "多西环素。"),
        ("Doxycycline; azithromycin in pregnancy.", None, "Doxycycline; azithromycin in pregnancy.", None),
        ("Methotrexate (never in pregnancy).", "甲氨蝶呤（妊娠禁用）。", "Methotrexate (never in pregnancy).",
         "甲氨蝶呤（妊娠禁用）。"),
        ("Suppression for relapses and late in pregnancy.", "抑制。", "Suppression for relapses and late in pregnancy.",
         "抑制。"),
        ("No ACE inhibitor in pregnancy, nor the two together; check kidneys.", "妊娠禁用；查肾。", "Check kidneys.",
         "查肾。"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("patient", [MAN, GIRL, {"sex": "female", "age_years": 60}])
def test_who_cannot_be_pregnant_reads_nothing_of_it(
    knowledge: Knowledge, patient: dict[str, Any], en: str, zh: str | None, left: str | None, left_zh: str | None
) -> None:
    said = for_patient(Phrase(en=en, zh=zh), ward(knowledge, patient=patient))
    assert (said and said.en, said and said.zh) == (left, left_zh)


@pytest.mark.parametrize("patient", [WOMAN, {}, {"sex": "female"}, {**GIRL, "pregnant": True}])
def test_who_may_be_pregnant_reads_it(knowledge: Knowledge, patient: dict[str, Any]) -> None:
    words = Phrase(en="No statin in pregnancy.", zh="妊娠禁用他汀。")
    assert for_patient(words, ward(knowledge, patient=patient)) == words


@pytest.mark.parametrize(("here", "sent"), [((), True), ((finding("HP:0002615"),), False)])
def test_nobody_in_shock_is_sent_to_a_clinic(knowledge: Knowledge, here: tuple[Any, ...], sent: bool) -> None:
    about = ward(knowledge, patient={**WOMAN, "pregnant": True}, findings=here)
    texts = [i.text for i in make_plan(about, {"ectopic-pregnancy": 0.9}).offered]
    assert any("early pregnancy unit" in text for text in texts) is sent
    assert any("immediate surgery" in text for text in texts)


@pytest.mark.parametrize(("age", "drives"), [(1, False), (None, True), (40, True)])
def test_a_child_does_not_drive(knowledge: Knowledge, age: float | None, drives: bool) -> None:
    words = Phrase(en="alertness; no driving until it is clear", zh="警觉度；明确反应前不驾车")
    said = for_child(words, ward(knowledge, patient={"age_years": age}))
    assert said == (words if drives else Phrase(en="alertness", zh="警觉度"))


@pytest.mark.parametrize(("age", "told"), [(1, False), (15, False), (40, True), (None, True)])
def test_thrombosis_is_prevented_in_adults(knowledge: Knowledge, age: float | None, told: bool) -> None:
    plan = make_plan(ward(knowledge, patient={"age_years": age, "sex": "male"}), {"testicular-torsion": 0.9})
    assert plan.offered
    assert any("thrombosis" in risk.what for risk in plan.risks) is told


COPD = finding("HP:0006510")


@pytest.mark.parametrize(
    ("words", "kind", "disease", "findings", "said"),
    [
        ("Oxygen to target and fluids.", "immediate", "community-acquired-pneumonia", (COPD,), True),
        ("Oxygen to target and fluids.", "immediate", "community-acquired-pneumonia", (), False),
        ("Controlled oxygen, 88 to 92%.", "immediate", "copd-exacerbation", (COPD,), False),
        ("Look for low oxygen.", "immediate", "delirium", (COPD,), False),
        ("Ask about oxygen at home.", "advice", "copd-exacerbation", (COPD,), False),
        ("Oxygen by a tight mask.", "immediate", "carbon-monoxide-poisoning", (COPD,), False),
    ],
)
def test_oxygen_has_a_lower_target_in_copd(
    knowledge: Knowledge, words: str, kind: str, disease: str, findings: tuple[Any, ...], said: bool
) -> None:
    entry = knowledge.diseases["delirium"].management[0]
    step = Management.model_validate({**entry.model_dump(), "kind": kind, "do": {"en": words}})
    assert (oxygen_target(disease, step, ward(knowledge, findings=findings)) is not None) is said


def test_the_plan_names_the_target() -> None:
    about = ward(default_knowledge(), patient={"age_years": 66}, findings=(COPD,))
    (step,) = [i for i in make_plan(about, {"community-acquired-pneumonia": 0.8}).offered if "Oxygen to" in i.text]
    assert step.text.endswith("COPD: aim for a saturation of 88 to 92% until blood gases say otherwise.")
    assert "88%至92%" in (step.text_zh or "")
