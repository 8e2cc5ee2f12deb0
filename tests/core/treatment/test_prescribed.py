"""Which drugs are judged, and as what."""

from __future__ import annotations

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.language.model import Medication
from core.treatment.prescribed import prescribed
from tests.core.treatment.ward import drug, measured, ward


def placed(text: str, *names: str) -> list[Medication]:
    """The drugs of a text in order, each at its place, with the dose that follows the last."""
    found, place = [], 0
    for name in names:
        place = text.index(name, place)
        found.append(drug(name, start=place, end=place + len(name)))
        place += len(name)
    return found


def test_a_stopped_drug_is_not_judged(drugs: Knowledge) -> None:
    assert prescribed([drug("painol", status="stopped")], drugs) == ()


def test_a_product_becomes_its_parts_with_their_strengths(drugs: Knowledge) -> None:
    both = prescribed([Medication(name="Duopain", drug=None, dose="5/325 mg", interval="bid")], drugs)
    assert [(d.name, d.shown, d.amount and d.amount.per_day) for d in both] == [
        ("painol", "painol (Duopain)", 10),
        ("achol", "achol (Duopain)", 650),
    ]


def test_a_single_strength_belongs_to_no_part(drugs: Knowledge) -> None:
    assert [d.amount for d in prescribed([Medication(name="Duopain", drug=None, dose="5 mg")], drugs)] == [None, None]


def test_a_name_made_of_its_parts(drugs: Knowledge) -> None:
    assert [d.name for d in prescribed([Medication(name="painol/achol", drug=None)], drugs)] == ["painol", "achol"]


def test_the_bracket_behind_a_brand_is_the_same_order(drugs: Knowledge) -> None:
    text = "Painex (painol) 40 mg daily"
    brand, generic = placed(text, "Painex", "painol")
    brand = brand.model_copy(update={"drug": "painol"})
    generic = generic.model_copy(update={"dose": "40 mg", "interval": "daily"})
    (only,) = prescribed([brand, generic], drugs, text)
    assert (only.shown, only.amount and only.amount.per_day) == ("painol (Painex)", 40)


def test_the_bracket_behind_a_product_adds_nothing(drugs: Knowledge) -> None:
    text = "Duopain (painol/achol)"
    made = prescribed(placed(text, "Duopain", "painol", "achol"), drugs, text)
    assert [(d.name, d.written) for d in made] == [("painol", "Duopain"), ("achol", "Duopain")]


@pytest.mark.parametrize(
    ("text", "names", "orders"),
    [
        ("Duopain painol/achol", ("Duopain", "painol", "achol"), [("painol", "Duopain"), ("achol", "Duopain")]),
        ("Painex painol 5 mg", ("Painex", "painol"), [("painol", "Painex")]),
        ("Painex and painol", ("Painex", "painol"), [("painol", "Painex"), ("painol", "painol")]),
        ("Painex, painol", ("Painex", "painol"), [("painol", "Painex"), ("painol", "painol")]),
    ],
)
def test_what_an_order_is_made_of_named_right_behind_it_adds_nothing(
    drugs: Knowledge, text: str, names: tuple[str, ...], orders: list[tuple[str, str]]
) -> None:
    known = {"Painex": "painol"}
    listed = [m.model_copy(update={"drug": known.get(m.name, m.drug)}) for m in placed(text, *names)]
    assert [(d.name, d.written) for d in prescribed(listed, drugs, text)] == orders


def test_of_two_mentions_the_one_with_a_dose_stays(drugs: Knowledge) -> None:
    (only,) = prescribed([drug("painol"), drug("painol", "5 mg", "bid"), drug("painol")], drugs)
    assert only.amount is not None


@pytest.mark.parametrize(
    ("route", "systemic"), [("po", True), ("iv", True), ("inhaled", True), ("cream", False), ("moonwise", True)]
)
def test_what_acts_on_the_whole_patient(drugs: Knowledge, route: str, systemic: bool) -> None:
    assert [d.systemic for d in prescribed([drug("painol", route=route), drug("zyxo", route=route)], drugs)] == [
        systemic,
        systemic,
    ]


def test_an_egfr_serves_where_the_formula_lacks_the_sex(drugs: Knowledge) -> None:
    about = ward(
        drugs,
        drug("presterol"),
        patient={"age_years": 50},
        measurements=[measured("creatinine", 300), measured("egfr", 20)],
    )
    assert about.kidney is not None
    assert (about.kidney.rate, about.kidney.by) == (20, "stated")


@pytest.mark.parametrize(
    ("name", "text", "way"),
    [("dropinol", "dropinol 5 mg", None), ("painol", "painol 5 mg early", None),
     ("painol", "painol eye drops", "topical"), ("painol", "painol gels", "topical"),
     ("painol", "painol gelatin capsule", None), ("painol", "painol oral gel", "oral")],
)  # fmt: skip
def test_a_word_of_the_way_is_a_whole_word(drugs: Knowledge, name: str, text: str, way: str | None) -> None:
    (only,) = prescribed([drug(name, start=0, end=len(name))], drugs, text)
    assert only.way == way


def test_a_product_in_another_order_than_its_name_is_one_order() -> None:
    knowledge = default_knowledge()
    text = "valsartan/sacubitril, eplerenone"
    first, second, third = prescribed(placed(text, "valsartan", "sacubitril", "eplerenone"), knowledge, text)
    assert first.place == second.place != third.place


def test_two_drugs_with_a_stroke_that_are_no_product_stay_two() -> None:
    text = "warfarin/ibuprofen"
    first, second = prescribed(placed(text, "warfarin", "ibuprofen"), default_knowledge(), text)
    assert first.place != second.place


@pytest.mark.parametrize(
    ("product", "dose", "amounts"),
    [
        ("co-codamol", "30/500 mg", {"acetaminophen": 500, "codeine": 30}),
        ("Tylenol with codeine", "300/30 mg", {"acetaminophen": 300, "codeine": 30}),
        ("Percocet", "5/325 mg", {"oxycodone": 5, "acetaminophen": 325}),
        ("co-codamol", "3/5 mg", {"acetaminophen": 3, "codeine": 5}),
        ("co-codamol", "30/500/8 mg", {"acetaminophen": None, "codeine": None}),
    ],
)
def test_strengths_go_to_the_part_that_can_have_them(product: str, dose: str, amounts: dict[str, float | None]) -> None:
    made = prescribed([Medication(name=product, drug=None, dose=dose, interval="once")], default_knowledge())
    assert {d.name: d.amount and d.amount.each for d in made} == amounts
