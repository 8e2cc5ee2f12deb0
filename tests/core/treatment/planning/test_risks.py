"""What a plan may bring on, in a patient and from a knowledge made by hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.pharmacy_lint import lint_pharmacy
from core.knowledge.pharmacy_risks import EffectRisk, RiskFactor
from core.treatment.model import Plan, PlanRisk
from core.treatment.planning import make_plan
from tests.core.treatment.ward import drug, finding, make_knowledge, measured, pharmacy, ward

LOW, VOMITING, COMA, LIVER = "HP:0002615", "HP:0002013", "HP:0001259", "HP:0001394"
DISEASES: dict[str, dict[str, Any]] = {
    "gout": {
        "complications": ("measles", "never ending cough", "something new"),
        "steps": (
            ("procedure", "Do a splenectomy"),
            ("monitoring", "Look again."),
            ("monitoring", "And again."),
            ("referral", "Refer for a cut"),
        ),
    },
    "measles": {"complications": (), "steps": (("procedure", "Avoid to cut; prick it"),)},
    "influenza": {"complications": ("death",), "steps": (("advice", "Drink"),)},
}


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """The handmade drugs with three diseases."""
    folder = tmp_path_factory.mktemp("risks")
    make_knowledge(folder).close()
    with sqlite3.connect(folder / "knowledge.sqlite") as db:
        for key, made in DISEASES.items():
            disease = default_knowledge().diseases[key]
            step = disease.management[0].model_copy(update={"when": None, "basis": "expert-estimate", "source": None})
            steps = tuple(
                step.model_copy(update={"kind": kind, "do": step.do.model_copy(update={"en": text, "zh": None})})
                for kind, text in (*made["steps"], ("advice", "Rest"))
            )
            entry = disease.model_copy(update={"management": steps, "complications": made["complications"]})
            row = (entry.id, key, key, entry.urgency, entry.harm_if_missed, entry.model_dump_json())
            db.execute("INSERT INTO disease VALUES (?, ?, ?, ?, ?, ?)", row)
    db.close()
    knowledge = Knowledge(folder / "knowledge.sqlite")
    yield knowledge
    knowledge.close()


def planned(clinic: Knowledge, *taken: Any, disease: str = "gout", **more: Any) -> Plan:
    return make_plan(ward(clinic, *taken, **more), {disease: 0.9})


def risks(clinic: Knowledge, kind: str, *taken: Any, grade: str = "dangerous", **more: Any) -> list[PlanRisk]:
    return [r for r in planned(clinic, *taken, **more).risks if (r.kind, r.grade) == (kind, grade)]


class TestDrugs:
    def test_a_strong_danger_is_said_of_everybody(self, clinic: Knowledge) -> None:
        (risk,) = risks(clinic, "adverse")
        assert (risk.what, risk.why, risk.check, risk.when) == ("bleeding", "countol", "blood count", "first")
        assert (risk.what_zh, risk.why_zh, risk.check_zh, risk.when_zh) == ("出血", "数醇", "血常规", "首剂前")
        assert (risk.drugs, risk.basis, risk.source) == (("countol",), "expert-estimate", "expert estimate")

    @pytest.mark.parametrize(
        ("taken", "more", "why"),
        [
            ((), {"patient": {"age_years": 76}}, "countol, painol; age 76"),
            ((), {"patient": {"age_years": 74}}, "countol"),
            ((), {"measurements": [measured("egfr", 20)]}, "countol, painol; kidneys clear 20 mL/min"),
            ((), {"measurements": [measured("egfr", 30)]}, "countol"),
            ((), {"findings": [finding(LOW)]}, "countol, painol; low pressure"),
            (("maybidone",), {}, "countol, painol; maybidone is taken"),
            (("achol",), {}, "countol, painol; achol is taken"),
        ],
    )
    def test_what_makes_it_likelier(
        self, clinic: Knowledge, taken: tuple[str, ...], more: dict[str, Any], why: str
    ) -> None:
        assert [r.why for r in risks(clinic, "adverse", *map(drug, taken), **more)] == [why]

    def test_a_danger_of_a_class(self, clinic: Knowledge) -> None:
        (risk,) = risks(clinic, "adverse", disease="measles")
        assert (risk.what, risk.what_zh, risk.drugs) == ("rash", "rash", ("presterol",))
        assert (risk.basis, risk.source) == ("guideline", "A guideline")

    def test_a_drug_that_the_record_plans(self, clinic: Knowledge) -> None:
        about = ward(clinic, drug("countol", status="planned"), drug("dropolol", status="planned"))
        made = make_plan(about, {"influenza": 0.9})
        assert {r.drugs for r in made.risks if r.what == "bleeding"} == {("countol",)}

    def test_what_is_not_offered_brings_nothing(self, clinic: Knowledge) -> None:
        assert not risks(clinic, "adverse", findings=[finding(LIVER)])

    def test_the_usual_with_its_monitoring(self, clinic: Knowledge) -> None:
        usual = risks(clinic, "adverse", grade="common")
        assert [(r.what, r.check) for r in usual] == [("HP:0002018", "count it; count the blood")]
        assert usual[0].check_zh == "计数；查血"

    def test_a_drug_without_monitoring_or_complaints(self, clinic: Knowledge) -> None:
        (cough,) = risks(clinic, "adverse", grade="common", disease="measles")
        assert (cough.drugs, cough.what, cough.check) == (("presterol",), "HP:0012735", "ask for them")
        made = make_plan(ward(clinic, drug("maybidone", status="planned")), {"influenza": 0.9})
        assert not [r for r in made.risks if "maybidone" in r.drugs]


class TestComplications:
    def test_in_both_languages_with_the_monitoring_of_the_entry(self, clinic: Knowledge) -> None:
        (risk,) = risks(clinic, "complication")
        assert risk.what == "measles, never ending cough, something new"
        assert risk.what_zh == "麻疹、久咳、something new"
        assert (risk.check, risk.disease) == ("Look again. And again", "gout")

    def test_without_monitoring(self, clinic: Knowledge) -> None:
        (risk,) = risks(clinic, "complication", disease="influenza")
        assert risk.check.startswith("new or worse symptoms")

    def test_of_a_disease_without_any(self, clinic: Knowledge) -> None:
        assert not risks(clinic, "complication", disease="measles")


class TestProcedures:
    def test_scores_that_fit_the_patient(self, clinic: Knowledge) -> None:
        values = [measured("creatinine", 90)]
        (risk,) = risks(clinic, "procedure", patient={"age_years": 60, "sex": "male"}, measurements=values)
        assert risk.why.startswith("Do a splenectomy; revised cardiac risk index at least 0 (not known: ")
        assert "Padua prediction score" in risk.why
        assert "PECARN" not in risk.why
        assert " more)" in risk.why
        assert (risk.score, risk.disease) == ("rcri", "gout")

    def test_a_score_that_is_settled(self, clinic: Knowledge) -> None:
        patient = {"age_years": 60, "weight_kg": 70, "height_cm": 175}
        (risk,) = risks(clinic, "procedure", patient=patient)
        assert risk.why.endswith("body mass index 22.86, normal")
        assert risk.why_zh.endswith("体重指数 22.86，正常")

    def test_no_score_without_an_age(self, clinic: Knowledge) -> None:
        (risk,) = risks(clinic, "procedure")
        assert (risk.why, risk.score) == ("Do a splenectomy", None)

    def test_no_score_that_pregnancy_forbids(self, clinic: Knowledge) -> None:
        patient = {"age_years": 30, "pregnant": True, "sex": "female", "weight_kg": 70, "height_cm": 175}
        (risk,) = risks(clinic, "procedure", patient=patient)
        assert "body mass index" not in risk.why
        assert risk.score == "rcri"

    def test_only_where_somebody_is_prone_to_it_and_not_what_is_to_be_avoided(self, clinic: Knowledge) -> None:
        assert not risks(clinic, "procedure", disease="measles")
        (risk,) = risks(clinic, "procedure", disease="measles", findings=[finding(LOW)])
        assert (risk.what, risk.why, risk.score) == ("bleeding", "Avoid to cut; prick it; low pressure", None)


class TestTheMouth:
    def test_who_vomits_is_shown_the_other_way_too(self, clinic: Knowledge) -> None:
        made = planned(clinic, disease="measles", findings=[finding(VOMITING)])
        texts = [i.text for i in made.offered if i.drug]
        assert any(t.startswith("presterol") and "only if it stays down" in t for t in texts)
        assert any(t.startswith("painol 5 mg iv") for t in texts)

    def test_who_is_unconscious_is_given_nothing_by_mouth(self, clinic: Knowledge) -> None:
        made = planned(clinic, disease="measles", findings=[finding(COMA)])
        assert [(i.drug, i.because) for i in made.excluded] == [
            ("presterol", "by mouth: the record tells of reduced consciousness")
        ]
        assert [i.drug for i in made.offered if i.drug] == ["painol"]

    def test_where_there_is_no_other_way_the_mouth_stays(self, clinic: Knowledge) -> None:
        made = planned(clinic, findings=[finding(VOMITING)])
        assert not any("stays down" in i.text for i in made.offered)

    def test_another_way_that_is_forbidden_is_none(self, clinic: Knowledge) -> None:
        made = planned(clinic, disease="measles", findings=[finding(COMA)], allergies=["painol"])
        assert [i.drug for i in made.offered if i.drug] == ["presterol"]


class TestProducts:
    def test_all_parts_are_named_and_one_part_is_enough_to_forbid(self, clinic: Knowledge) -> None:
        assert any(i.text.startswith("countol + painol 5 mg oral") for i in planned(clinic).offered)
        made = planned(clinic, allergies=["painol"])
        (item,) = [i for i in made.excluded if i.drug == "countol"]
        assert item.because is not None
        assert item.because.startswith("painol: The record lists an allergy")
        assert item.text_zh is not None
        assert item.text_zh.startswith("数醇 + 痛醇")


def test_all_grave_reasons_are_given(clinic: Knowledge) -> None:
    made = planned(clinic, allergies=["countol"], findings=[finding(LIVER)])
    (item,) = [i for i in made.excluded if i.drug == "countol"]
    assert item.because is not None
    assert "lists an allergy" in item.because
    assert "; countol: Said of the liver" in item.because


class TestKnowledge:
    @pytest.mark.parametrize("given", [{}, {"from_years": 70, "conditions": ["low"]}])
    def test_a_factor_is_of_one_kind(self, given: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="give one of"):
            RiskFactor.model_validate(given)

    @pytest.mark.parametrize("given", [{}, {"load": "bleeding", "classes": ["killers"]}])
    def test_an_effect_is_of_a_load_or_of_classes(self, given: dict[str, Any]) -> None:
        said = {"id": "x", "what": {"en": "x"}, "check": {"en": "x"}, "when": {"en": "x"}, "basis": "expert-estimate"}
        with pytest.raises(ValueError, match="give a load or classes"):
            EffectRisk.model_validate({**said, **given})

    def test_what_does_not_exist_is_a_problem(self) -> None:
        made = pharmacy()
        said = {"id": "x", "what": {"en": "x"}, "check": {"en": "x"}, "when": {"en": "x"}, "basis": "expert-estimate"}
        wrong = {"classes": ["nobodies"], "findings": ["BD:nothing"], "factors": [{"conditions": ["nowhere"]}]}
        effect = EffectRisk.model_validate({**said, **wrong})
        problems = [p.message for p in lint_pharmacy(made._replace(effects={"x": effect}), (), ())]
        assert {"x: no class nobodies", "x: no finding BD:nothing", "x: no condition nowhere"} <= set(problems)
