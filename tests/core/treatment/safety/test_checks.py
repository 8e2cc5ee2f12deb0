"""Each kind of check on a patient made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge
from core.language.model import AllergyItem, Medication
from core.treatment.circumstances import Circumstances
from core.treatment.model import CHECK_KINDS, SafetyItem
from core.treatment.safety import check_drugs
from tests.core.treatment.ward import drug, finding, measured, ward

CREATININE = {"age_years": 40, "sex": "male", "weight_kg": 70.0}


def items(about: Circumstances, kind: str) -> list[tuple[str, tuple[str, ...]]]:
    _, found = check_drugs(about)
    return [(i.severity, i.drugs) for i in found if i.kind == kind]


def state(about: Circumstances, kind: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    made, _ = check_drugs(about)
    check = next(c for c in made if c.kind == kind)
    return check.status, check.looked_at, check.could_not_judge


def test_every_kind_is_accounted_for(drugs: Knowledge) -> None:
    made, found = check_drugs(ward(drugs, drug("painol")))
    assert tuple(c.kind for c in made) == CHECK_KINDS
    assert not found


def test_without_a_drug_no_check_was_performed(drugs: Knowledge) -> None:
    made, found = check_drugs(ward(drugs))
    assert {c.status for c in made} == {"not-performed"}
    assert not found


def test_what_interrupts_comes_first(drugs: Knowledge) -> None:
    about = ward(drugs, drug("longidone"), drug("painol"), drug("presterol"), patient={"age_years": 5})
    _, found = check_drugs(about)
    assert [i.interruptive for i in found] == sorted((i.interruptive for i in found), reverse=True)
    assert found[0].severity == "contraindicated"


class TestInteraction:
    def test_the_gravest_rule_of_a_pair(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("longidone", start=0, end=9), drug("Painex", drug="painol", start=12, end=18))
        _, found = check_drugs(about)
        assert [(i.severity, i.interruptive, i.drugs, i.spans) for i in found if i.kind == "interaction"] == [
            ("contraindicated", True, ("longidone", "painol (Painex)"), ((0, 9), (12, 18)))
        ]

    def test_a_prodrug_is_no_sensitive_substrate(self, drugs: Knowledge) -> None:
        assert len(items(ward(drugs, drug("longidone"), drug("achol")), "interaction")) == 1

    def test_two_qt_drugs_do_not_interrupt_where_the_rule_says_so(self, drugs: Knowledge) -> None:
        _, found = check_drugs(ward(drugs, drug("longidone"), drug("maybidone")))
        assert [(i.kind, i.severity, i.interruptive) for i in found] == [("qt", "contraindicated", False)]

    def test_an_eye_drop_that_acts_on_the_body(self, drugs: Knowledge) -> None:
        assert items(ward(drugs, drug("dropolol"), drug("presterol")), "interaction") == [
            ("moderate", ("dropolol", "presterol"))
        ]

    def test_a_cream_interacts_with_nothing(self, drugs: Knowledge) -> None:
        assert not items(ward(drugs, drug("longidone", route="topical"), drug("painol")), "interaction")

    def test_an_unknown_drug_is_named(self, drugs: Knowledge) -> None:
        status, looked_at, unjudged = state(
            ward(drugs, Medication(name="Zyxo", drug=None), drug("painol")), "interaction"
        )
        assert (status, looked_at) == ("partial", ("painol",))
        assert unjudged == ("Zyxo: not a known drug",)


class TestDuplicate:
    def test_one_drug_in_two_orders(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("painol", start=0, end=6), drug("Duopain", drug="duopain", start=40, end=47))
        assert items(about, "duplicate") == [("major", ("painol", "painol (Duopain)"))]

    @pytest.mark.parametrize("places", [((0, 6), (8, 14)), ((0, 6), (0, 6))])
    def test_one_order_in_two_names(self, drugs: Knowledge, places: tuple[tuple[int, int], tuple[int, int]]) -> None:
        (a, b), (c, d) = places
        about = ward(drugs, drug("painol", start=a, end=b), drug("Painex", drug="painol", start=c, end=d))
        assert not items(about, "duplicate")

    def test_two_orders_without_a_place(self, drugs: Knowledge) -> None:
        assert items(ward(drugs, drug("painol"), drug("Painex", drug="painol")), "duplicate")

    def test_two_of_a_kind(self, drugs: Knowledge) -> None:
        assert items(ward(drugs, drug("presterol"), drug("mildopril")), "duplicate") == [
            ("moderate", ("presterol", "mildopril"))
        ]

    def test_two_of_a_kind_that_may_stand_together(self, drugs: Knowledge) -> None:
        assert not items(ward(drugs, drug("painol"), drug("achol")), "duplicate")


class TestAllergy:
    def test_the_very_drug(self, drugs: Knowledge) -> None:
        assert items(ward(drugs, drug("painol"), allergies=["painol"]), "allergy") == [("contraindicated", ("painol",))]

    def test_a_relative(self, drugs: Knowledge) -> None:
        assert items(ward(drugs, drug("achol"), allergies=["Painex"]), "allergy") == [("major", ("achol",))]

    @pytest.mark.parametrize("word", ["painkillers", "Killer"])
    def test_a_group_by_its_name(self, drugs: Knowledge, word: str) -> None:
        assert items(ward(drugs, drug("achol"), allergies=[word]), "allergy") == [("major", ("achol",))]

    def test_an_intolerance(self, drugs: Knowledge) -> None:
        listed = AllergyItem(substance="painol", reaction="nausea", start=2, end=8)
        _, found = check_drugs(ward(drugs, drug("painol"), allergies=[listed]))
        assert [(i.severity, i.spans) for i in found if i.kind == "allergy"] == [("minor", ((2, 8),))]

    def test_a_rash_with_nausea_is_an_allergy(self, drugs: Knowledge) -> None:
        listed = AllergyItem(substance="painol", reaction="rash and nausea")
        assert items(ward(drugs, drug("painol"), allergies=[listed]), "allergy")[0][0] == "contraindicated"

    def test_another_drug(self, drugs: Knowledge) -> None:
        assert not items(ward(drugs, drug("presterol"), allergies=["painol"]), "allergy")

    def test_an_unknown_substance(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("painol"), allergies=["moonlight"])
        assert state(about, "allergy")[2] == ("allergy to moonlight: not a known substance",)

    def test_silence_about_allergies(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("painol"), allergy_status="unknown")
        assert state(about, "allergy") == ("partial", ("painol",), ("the record says nothing about allergies",))


class TestRenal:
    def test_by_clearance(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("presterol"), patient=CREATININE, measurements=[measured("creatinine", 300)])
        _, found = check_drugs(about)
        assert [(i.severity, "Cockcroft-Gault" in i.message) for i in found if i.kind == "renal"] == [("major", True)]

    def test_by_egfr_without_a_weight(self, drugs: Knowledge) -> None:
        about = ward(
            drugs,
            drug("presterol"),
            patient={"age_years": 40, "sex": "male"},
            measurements=[measured("creatinine", 300)],
        )
        _, found = check_drugs(about)
        assert ["no weight" in i.message for i in found if i.kind == "renal"] == [True]

    @pytest.mark.parametrize(
        ("egfr", "said"), [(61, []), (60, []), (59.9, ["moderate"]), (30, ["moderate"]), (29, ["major"])]
    )
    def test_bands_of_a_stated_egfr(self, drugs: Knowledge, egfr: float, said: list[str]) -> None:
        about = ward(drugs, drug("presterol"), measurements=[measured("egfr", egfr)])
        assert [severity for severity, _ in items(about, "renal")] == said

    @pytest.mark.parametrize(("dose", "warned"), [("5 mg", False), ("10 mg", True), ("5 units", True)])
    def test_a_dose_that_is_adjusted_already(self, drugs: Knowledge, dose: str, warned: bool) -> None:
        about = ward(drugs, drug("presterol", dose, "bid"), measurements=[measured("egfr", 45)])
        assert bool(items(about, "renal")) is warned

    def test_on_dialysis(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("presterol"), findings=[finding("BD:dialysis", start=1, end=3)])
        assert items(about, "renal") == [("major", ("presterol",))]

    def test_a_child_s_creatinine_is_not_put_into_the_adult_s_formula(self, drugs: Knowledge) -> None:
        about = ward(
            drugs,
            drug("presterol"),
            patient={"age_years": 4, "sex": "male"},
            measurements=[measured("creatinine", 300)],
        )
        assert not items(about, "renal")

    def test_without_a_creatinine(self, drugs: Knowledge) -> None:
        status, looked_at, unjudged = state(ward(drugs, drug("presterol"), drug("painol")), "renal")
        assert (status, looked_at) == ("partial", ("painol",))
        assert unjudged == ("presterol: no creatinine with age and sex, and no eGFR",)


class TestHepatic:
    @pytest.mark.parametrize(("score", "said"), [(5, ["minor"]), (9, ["minor"]), (10, ["contraindicated"])])
    def test_by_child_pugh(self, drugs: Knowledge, score: float, said: list[str]) -> None:
        about = ward(drugs, drug("mildopril"), measurements=[measured("child-pugh", score)])
        assert [severity for severity, _ in items(about, "hepatic")] == said

    def test_by_a_condition(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("mildopril"), drug("Zyxo"), findings=[finding("HP:0001394")])
        assert items(about, "hepatic") == [("minor", ("mildopril",))]

    def test_no_word_of_the_liver(self, drugs: Knowledge) -> None:
        assert not items(ward(drugs, drug("mildopril")), "hepatic")


class TestPregnancy:
    @pytest.mark.parametrize(
        ("text", "warned"),
        [("8 weeks pregnant", False), ("20 weeks pregnant", True), ("30+2 weeks", True), ("third trimester", True),
         ("孕早期", False), ("pregnant", True)],
    )  # fmt: skip
    def test_by_trimester(self, drugs: Knowledge, text: str, warned: bool) -> None:
        about = ward(
            drugs, drug("presterol"), text=text, patient={"pregnant": True}, patient_spans={"pregnant": (0, len(text))}
        )
        assert bool(items(about, "pregnancy")) is warned

    def test_a_trimester_nobody_told(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("presterol"), drug("mildopril"), drug("Zyxo"), patient={"pregnant": True})
        assert items(about, "pregnancy") == [("contraindicated", ("presterol",))]

    def test_lactation(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("mildopril"), patient={"lactating": True})
        assert items(about, "pregnancy") == [("major", ("mildopril",))]

    @pytest.mark.parametrize(
        ("patient", "asked"),
        [({"sex": "female", "age_years": 30}, True), ({"sex": "female"}, True),
         ({"sex": "female", "age_years": 60}, False),
         ({"sex": "male"}, False), ({"sex": "female", "pregnant": False}, False)],
    )  # fmt: skip
    def test_a_pregnancy_nobody_asked_about(self, drugs: Knowledge, patient: dict[str, Any], asked: bool) -> None:
        unjudged = state(ward(drugs, drug("presterol"), drug("mildopril"), patient=patient), "pregnancy")[2]
        assert bool(unjudged) is asked


class TestAge:
    @pytest.mark.parametrize(("age", "said"), [(5, ["major"]), (12, []), (64, []), (65, ["moderate"])])
    def test_limits(self, drugs: Knowledge, age: float, said: list[str]) -> None:
        about = ward(drugs, drug("presterol"), patient={"age_years": age})
        assert [severity for severity, _ in items(about, "age")] == said

    def test_an_unknown_age(self, drugs: Knowledge) -> None:
        status, looked_at, unjudged = state(ward(drugs, drug("presterol"), drug("painol")), "age")
        assert (status, looked_at, unjudged) == ("partial", ("painol",), ("presterol: the age is not known",))


class TestDisease:
    def test_a_condition_of_the_past(self, drugs: Knowledge) -> None:
        about = ward(
            drugs, drug("presterol"), findings=[finding("HP:0100665", temporality="historical", start=1, end=5)]
        )
        _, found = check_drugs(about)
        assert [(i.severity, i.spans, "swelling" in i.message) for i in found if i.kind == "disease"] == [
            ("contraindicated", ((1, 5),), True)
        ]

    @pytest.mark.parametrize(
        "more", [{"experiencer": "family"}, {"assertion": "absent"}, {"assertion": "hypothetical"}]
    )
    def test_what_is_not_the_patient_s(self, drugs: Knowledge, more: dict[str, str]) -> None:
        assert not items(ward(drugs, drug("presterol"), findings=[finding("HP:0100665", **more)]), "disease")

    def test_a_local_drug_says_its_own(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("dropolol"), findings=[finding("HP:0100665")])
        assert items(about, "disease") == [("major", ("dropolol",))]

    def test_a_cream_is_not_forbidden(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("presterol", route="topical"), findings=[finding("HP:0100665")])
        assert not items(about, "disease")

    def test_a_drug_that_may_be_the_cause(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("mildopril"), findings=[finding("HP:0012735", start=4, end=9)])
        assert items(about, "disease") == [("information", ("mildopril",))]

    @pytest.mark.parametrize("more", [{"status": "planned"}, {"route": "topical"}])
    def test_a_drug_that_cannot_be_the_cause(self, drugs: Knowledge, more: dict[str, str]) -> None:
        assert not items(ward(drugs, drug("mildopril", **more), findings=[finding("HP:0012735")]), "disease")


class TestQT:
    @pytest.mark.parametrize(
        ("name", "qtc", "sex", "said"),
        [
            ("longidone", 505, "male", ["contraindicated"]), ("longidone", 500, "male", ["major"]),
            ("longidone", 475, "male", ["major"]), ("longidone", 475, "female", []),
            ("longidone", 475, "unknown", ["major"]),
            ("maybidone", 505, "male", ["major"]), ("longidone", 430, "male", []), ("painol", 505, "male", []),
            ("oftenone", 505, "male", ["moderate"]), ("oftenone", 475, "male", []),
        ],
    )  # fmt: skip
    def test_by_the_ecg(self, drugs: Knowledge, name: str, qtc: float, sex: str, said: list[str]) -> None:
        about = ward(drugs, drug(name), patient={"sex": sex}, measurements=[measured("qtc-interval", qtc)])
        assert [severity for severity, _ in items(about, "qt")] == said

    def test_a_long_qt_in_the_record(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("longidone"), drug("maybidone", route="topical"), findings=[finding("HP:0001657")])
        assert items(about, "qt") == [("contraindicated", ("longidone",))]

    def test_a_drug_that_prolongs_it_under_conditions(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("oftenone"), findings=[finding("HP:0001657")])
        assert items(about, "qt") == [("moderate", ("oftenone",))]

    def test_its_own_entry_has_the_first_word(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("seldomone"), findings=[finding("HP:0001657")])
        assert not items(about, "qt")
        assert items(about, "disease") == [("major", ("seldomone",))]

    @pytest.mark.parametrize(("name", "warned"), [("longidone", True), ("maybidone", False), ("oftenone", False)])
    def test_a_low_potassium(self, drugs: Knowledge, name: str, warned: bool) -> None:
        assert bool(items(ward(drugs, drug(name), findings=[finding("HP:0002900")]), "qt")) is warned


class TestDose:
    def test_a_daily_sum_of_two_orders(self, drugs: Knowledge) -> None:
        about = ward(
            drugs, drug("presterol", "6 mg", "bid"), drug("Prestex", "6 mg", "bid", drug="presterol", start=90, end=97)
        )
        assert items(about, "dose") == [("major", ("presterol", "presterol (Prestex)"))]

    @pytest.mark.parametrize(
        ("dose", "interval", "route", "said"),
        [
            ("10 mg", "bid", None, []), ("11 mg", "bid", None, ["major"]), ("16 mg", "daily", None, ["major"]),
            ("16 mg", "daily", "iv", []), ("16 mg", None, "po", ["major"]), ("10 units", "bid", None, []),
        ],
    )  # fmt: skip
    def test_ceilings(
        self, drugs: Knowledge, dose: str, interval: str | None, route: str | None, said: list[str]
    ) -> None:
        about = ward(drugs, drug("presterol", dose, interval, route=route))
        assert [severity for severity, _ in items(about, "dose")] == said

    def test_by_the_week(self, drugs: Knowledge) -> None:
        assert items(ward(drugs, drug("longidone", "1 g", "daily")), "dose") == [("major", ("longidone",))]
        assert not items(ward(drugs, drug("longidone", "5 g", "weekly")), "dose")

    @pytest.mark.parametrize(("dose", "warned"), [("20 mg", False), ("21 mg", True), ("1.1 mg/kg", True)])
    def test_a_child_s_by_weight(self, drugs: Knowledge, dose: str, warned: bool) -> None:
        about = ward(drugs, drug("presterol", dose, "daily"), patient={"age_years": 5, "weight_kg": 20})
        assert bool(items(about, "dose")) is warned

    def test_a_child_whose_weight_is_not_known(self, drugs: Knowledge) -> None:
        about = ward(drugs, drug("presterol", "20 mg", "daily"), patient={"age_years": 5})
        assert "presterol: the dose goes by weight, which is not known" in state(about, "dose")[2]

    def test_a_dose_nobody_told(self, drugs: Knowledge) -> None:
        status, _, unjudged = state(ward(drugs, drug("presterol")), "dose")
        assert (status, unjudged) == ("not-performed", ("presterol: no dose is given",))

    def test_how_often_nobody_told(self, drugs: Knowledge) -> None:
        assert (
            "presterol: how often it is taken is not given" in state(ward(drugs, drug("presterol", "5 mg")), "dose")[2]
        )


def test_an_item_speaks_both_languages(drugs: Knowledge) -> None:
    _, found = check_drugs(ward(drugs, drug("painol"), allergies=["painol"]))
    only: SafetyItem = next(i for i in found if i.kind == "allergy")
    assert only.message.startswith("The record lists an allergy")
    assert only.message_zh is not None
    assert only.action_zh is not None
    assert only.source == "expert estimate"


def test_the_parts_of_one_product_were_put_together_on_purpose(drugs: Knowledge) -> None:
    text = "Longidone/painol daily"
    both = Medication(name="longidone/painol", drug=None, start=0, end=16)
    assert not items(ward(drugs, both, text=text), "interaction")


def test_a_drug_without_an_entry_is_not_judged_in_pregnancy(drugs: Knowledge) -> None:
    about = ward(drugs, drug("presterol"), drug("zyxo"), patient={"sex": "female", "pregnant": True})
    assert state(about, "pregnancy")[2] == ("zyxo: not in the drug knowledge",)


@pytest.mark.parametrize(("dose", "warned"), [("60 mg", False), ("70 mg", True), ("1 mg/kg", False)])
def test_a_kidney_dose_by_weight(drugs: Knowledge, dose: str, warned: bool) -> None:
    about = ward(drugs, drug("achol", dose, "daily"), patient={"weight_kg": 60}, measurements=[measured("egfr", 20)])
    assert bool(items(about, "renal")) is warned


def test_a_dose_far_above_the_ceiling_is_grave(drugs: Knowledge) -> None:
    assert items(ward(drugs, drug("mildopril", "200 mg", "daily")), "dose") == [("major", ("mildopril",))]
    assert items(ward(drugs, drug("mildopril", "3 mg", "daily")), "dose") == [("moderate", ("mildopril",))]


def test_a_child_s_dose_by_weight_without_a_ceiling_by_weight(drugs: Knowledge) -> None:
    about = ward(drugs, drug("mildopril", "1 mg/kg", "daily"), patient={"weight_kg": 60})
    assert items(about, "dose") == [("major", ("mildopril",))]


def test_a_likely_disease_counts_as_its_condition(drugs: Knowledge) -> None:
    assert "low" in ward(drugs, candidates={"influenza": 0.6}).conditions
    assert "low" not in ward(drugs, candidates={"influenza": 0.4}).conditions


def test_a_long_qt_is_said_once(drugs: Knowledge) -> None:
    about = ward(drugs, drug("longidone"), drug("painol"), findings=[finding("HP:0001657")])
    assert items(about, "qt") == [("contraindicated", ("longidone",))]
    assert items(about, "disease") == [("major", ("painol",))]
