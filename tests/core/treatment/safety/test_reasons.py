"""Several reasons against one drug, limits that overlap, and rules that count, go by the way or by the body."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge
from core.language.model import AllergyItem, Measurement
from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.safety import check_drugs
from tests.core.treatment.ward import drug, finding, measured, ward

INTOLERANCE = AllergyItem(substance="painol", kind="intolerance", reaction="muscle pain")
LIVER, LOW, SWELLING, VALVE = "HP:0001394", "HP:0002615", "HP:0100665", "BD:prosthetic-valve"


def of_kind(about: Circumstances, kind: str) -> list[SafetyItem]:
    return [i for i in check_drugs(about)[1] if i.kind == kind]


def unjudged(about: Circumstances, kind: str) -> tuple[str, ...]:
    return next(c.could_not_judge for c in check_drugs(about)[0] if c.kind == kind)


class TestTogether:
    def test_the_gravest_reason_comes_first_and_the_others_are_said(self, drugs: Knowledge) -> None:
        findings = [finding(LOW, start=1, end=4), finding(LIVER, start=8, end=9)]
        (item,) = of_kind(ward(drugs, drug("countol"), findings=findings), "disease")
        assert item.severity == "major"
        assert item.message == "Said of the liver. The record: cirrhosis. Also: Said of low. The record: low pressure."
        assert item.message_zh == "肝。病历所载：肝硬化。另：低。"
        assert item.spans == ((8, 9), (1, 4))

    def test_one_rule_names_all_its_conditions_once(self, drugs: Knowledge) -> None:
        (item,) = of_kind(ward(drugs, drug("countol"), findings=[finding(LOW), finding(SWELLING)]), "disease")
        assert item.message == "Said of low. The record: low pressure, swelling."

    def test_what_is_slight_is_not_said_beside_what_is_grave(self, drugs: Knowledge) -> None:
        (item,) = of_kind(ward(drugs, drug("countol"), findings=[finding(LIVER), finding(VALVE)]), "disease")
        assert "valve" not in item.message

    def test_two_listed_allergies_are_both_said(self, drugs: Knowledge) -> None:
        (item,) = of_kind(ward(drugs, drug("painol"), allergies=["painol", "achol"]), "allergy")
        assert item.severity == "contraindicated"
        assert '"painol"' in item.message
        assert '"achol"' in item.message

    @pytest.mark.parametrize(
        ("age", "said"), [(7, ["Not below eight."]), (10, ["Not below twelve."]), (70, ["From sixty-five."]),
                          (81, ["From eighty."])],
    )  # fmt: skip
    def test_of_overlapping_ages_one_is_said(self, drugs: Knowledge, age: float, said: list[str]) -> None:
        about = ward(drugs, drug("countol"), patient={"age_years": age})
        assert [i.message for i in of_kind(about, "age")] == said


class TestIntolerance:
    def test_what_the_record_calls_an_intolerance_is_no_allergy(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("painol"), allergies=[INTOLERANCE])
        assert [i.severity for i in of_kind(about, "allergy")] == ["minor"]

    def test_a_true_reaction_is_an_allergy_whatever_it_is_called(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("painol"), allergies=[INTOLERANCE.model_copy(update={"reaction": "angioedema"})])
        assert [i.severity for i in of_kind(about, "allergy")] == ["contraindicated"]


class TestAnotherThing:
    @pytest.mark.parametrize(
        ("text", "held"),
        [("Has a prosthetic heart valve.", True), ("Has a bioprosthetic heart valve.", False),
         ("Has a heart valve (bioprosthesis).", False)],
    )  # fmt: skip
    def test_the_words_beside_a_finding(self, drugs: Knowledge, text: str, held: bool) -> None:
        about = ward(drugs, text=text, findings=[finding(VALVE, start=6, end=12)])
        assert ("whole" in about.conditions) is held


class TestRoute:
    @pytest.mark.parametrize(("route", "warned"), [("iv", True), (None, True), ("po", False)])
    def test_a_kidney_band_of_one_way(self, drugs: Knowledge, route: str | None, warned: bool) -> None:
        about = ward(drugs, drug("countol", route=route), measurements=[measured("egfr", 20)])
        assert bool(of_kind(about, "renal")) is warned


class TestCounted:
    @pytest.mark.parametrize(
        ("patient", "creatinine", "dose", "interval", "warned"),
        [
            ({"age_years": 80, "weight_kg": 60}, 90, "5 mg", "bid", True),
            ({"age_years": 85, "weight_kg": 61}, 132, "5 mg", "bid", False),
            ({"age_years": 85, "weight_kg": 61}, 133, "5 mg", "bid", True),
            ({"age_years": 79, "weight_kg": 50}, 200, "5 mg", "bid", True),
            ({"age_years": 80, "weight_kg": 60}, 200, "2.5 mg", "bid", False),
            ({"age_years": 80, "weight_kg": 60}, 200, "5 mg", None, False),
            ({"age_years": 80, "weight_kg": 60}, 200, "5 mL", "bid", False),
        ],
    )
    def test_two_of_three(
        self,
        drugs: Knowledge,
        patient: dict[str, Any],
        creatinine: float,
        dose: str,
        interval: str | None,
        warned: bool,
    ) -> None:
        about = ward(
            drugs, drug("countol", dose, interval), patient=patient, measurements=[measured("creatinine", creatinine)]
        )
        assert bool(of_kind(about, "dose")) is warned

    def test_what_was_counted_is_said(self, drugs: Knowledge) -> None:
        (item,) = of_kind(
            ward(drugs, drug("countol", "5 mg", "bid"), patient={"age_years": 80, "weight_kg": 60}), "dose"
        )
        assert item.message == "Halve it. The record: 80 years, 60 kg."
        assert item.message_zh == "减半。病历所载：80岁、体重60 kg。"

    def test_what_is_missing_to_count_is_said(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("countol", "5 mg", "bid"), patient={"age_years": 85})
        assert "countol: whether the dose must be reduced hangs on weight and creatinine, not known" in unjudged(
            about, "dose"
        )

    def test_nothing_is_missing_where_no_answer_would_count(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("countol", "5 mg", "bid"), patient={"age_years": 50, "weight_kg": 80})
        assert not unjudged(about, "dose")

    def test_another_indication_has_a_dose_of_its_own(self, drugs: Knowledge) -> None:
        patient = {"age_years": 85, "weight_kg": 50}
        about = ward(drugs, drug("countol", "5 mg", "bid"), patient=patient, findings=[finding(LIVER)])
        assert not of_kind(about, "dose")


def level(analyte: str, value: float, flag: str) -> Measurement:
    return measured(analyte, value, "mg/L").model_copy(update={"flag": flag})

    @pytest.mark.parametrize(
        ("weight", "dose", "warned"), [(50, "40 mg", True), (51, "40 mg", False), (50, "40 mg/m2", False)]
    )
    def test_one_of_one(self, drugs: Knowledge, weight: float, dose: str, warned: bool) -> None:
        about = ward(drugs, drug("surfacine", dose, "daily"), patient={"weight_kg": weight, "height_cm": 150})
        assert ("Light. The record: 50 kg." in [i.message for i in of_kind(about, "dose")]) is warned


class TestLevels:
    @pytest.mark.parametrize(
        ("analyte", "flag", "said"),
        [
            ("countol-level", "high", ["major"]), ("countol-trough", "critical-high", ["contraindicated"]),
            ("countol-level", "normal", []), ("painol-level", "high", []),
        ],
    )  # fmt: skip
    def test_a_level_above_its_range(self, drugs: Knowledge, analyte: str, flag: str, said: list[str]) -> None:
        about = ward(drugs, drug("countol"), measurements=[level(analyte, 3, flag)])
        assert [i.severity for i in of_kind(about, "dose")] == said

    def test_the_last_level_counts(self, drugs: Knowledge) -> None:
        later = level("countol-level", 1, "normal").model_copy(update={"start": 20, "end": 22})
        about = ward(drugs, drug("countol"), measurements=[level("countol-level", 3, "high"), later])
        assert not of_kind(about, "dose")

    def test_a_level_is_looked_for_without_an_entry_too(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("zyxo"), measurements=[level("zyxo-level", 3, "high")])
        assert [i.severity for i in of_kind(about, "dose")] == ["major"]


class TestSurface:
    @pytest.mark.parametrize(
        ("dose", "patient", "warned"),
        [
            ("60 mg/m2", {}, False), ("61 mg/m²", {}, True),
            ("110 mg", {"height_cm": 180, "weight_kg": 80}, False),
            ("125 mg", {"height_cm": 180, "weight_kg": 80}, True),
            ("70 mg/m2", {"height_cm": 180, "weight_kg": 80}, True),
        ],
    )  # fmt: skip
    def test_a_ceiling_by_surface(self, drugs: Knowledge, dose: str, patient: dict[str, Any], warned: bool) -> None:
        assert bool(of_kind(ward(drugs, drug("surfacine", dose, "once"), patient=patient), "dose")) is warned

    def test_both_by_surface_are_compared_as_they_are(self, drugs: Knowledge) -> None:
        (item,) = of_kind(ward(drugs, drug("surfacine", "61 mg/m2", "once")), "dose")
        assert item.message == "61 mg/m² per dose is above the most of 60 mg/m²."

    def test_and_so_are_both_by_weight(self, drugs: Knowledge) -> None:
        (item,) = of_kind(ward(drugs, drug("presterol", "2 mg/kg", "daily"), patient={"age_years": 5}), "dose")
        assert item.message == "2 mg/kg per day is above the most of 1 mg/kg."

    def test_without_height_and_weight_an_amount_is_not_judged(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("surfacine", "100 mg"))
        assert "surfacine: the dose goes by body surface, which is not known" in unjudged(about, "dose")

    def test_the_text_says_what_the_reading_left_out(self, drugs: Knowledge) -> None:
        text = "Surfacine 61 mg/m2 once"
        about = ward(drugs, drug("surfacine", "61 mg", "once", start=0, end=9), text=text)
        assert of_kind(about, "dose")

    def test_a_kidney_dose_by_surface_is_not_taken_for_the_right_one(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("presterol", "5 mg/m2", "daily"), measurements=[measured("egfr", 40)])
        assert of_kind(about, "renal")
