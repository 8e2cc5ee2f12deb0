"""What no sentence states and the record gives all the same: weeks, a risen creatinine, the day of a drug."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case
from core.diagnosis.gestation import weeks
from core.diagnosis.observations import Observations
from core.knowledge.base import default_knowledge
from core.language import read

KNOWLEDGE = default_knowledge()
LATE, EARLY = "BD:over-20-weeks-pregnant", "BD:under-20-weeks-pregnant"
SEVERE, RISEN = "BD:severely-raised-blood-pressure", "BD:creatinine-rising-over-days"


def observed(text: str) -> Observations:
    return Observations(read(Case(id="t", text=text), KNOWLEDGE), KNOWLEDGE, text)


def assessed(text: str) -> Assessment:
    return assess(Case(id="t", text=text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("G1P0 34+2", 34), ("34 + 2 weeks", 34), ("31/40", 31), ("36w3d", 36), ("32 weeks 2 days", 32),
        ("29 4/7 wks", 29), ("30-week gestation", 30), ("gestation: 27 weeks", 27), ("GA 33+5", 33),
        ("G2P1 at 35 weeks", 35), ("primip 38 wks", 38), ("20/52 pregnant", 20), ("24 weeks gone", 24),
        ("LMP 7 wks ago, UPT positive", 7), ("孕34+2周", 34), ("停经8周", 8), ("妊娠 30 周", 30),
        ("booked at 10+2. Now 38/40", 38), ("dating scan 12+1, now 31+6.", 31),
    ],
)  # fmt: skip
def test_weeks_in_all_usual_writings(text: str, number: int) -> None:
    found = weeks(text)
    assert found is not None
    assert found[0] == number


@pytest.mark.parametrize(
    "text",
    [
        "urine protein 3+1",
        "previous baby born at 32+1",
        "induced at 39+4 last time",
        "headache 6 weeks ago",
        "BP 140/40",
    ],
)
def test_no_weeks_of_another_time_or_thing(text: str) -> None:
    assert weeks(text) is None


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("29F 30+4. BP 162/100, headache.", True),
        ("Woman 29y at 30/40. BP 150/112.", True),
        ("33-year-old woman, pregnant, 38 weeks. BP 160/96.", True),
        ("29F 30+4. BP 158/108, headache.", False),
        ("58F, headache. BP 172/114.", False),
    ],
)
def test_pressure_is_severe_from_160_or_110_in_pregnancy(text: str, present: bool) -> None:
    assert observed(text).present(SEVERE) is present
    denied = [f for f in assessed(text).findings if f.concept == SEVERE and f.assertion == "absent"]
    assert bool(denied) is not present


@pytest.mark.parametrize(("text", "term"), [("28F G2P1 36w3d, heartburn", LATE), ("25F 9/40 pregnant, sick", EARLY)])
def test_the_half_of_the_pregnancy_is_known_and_not_asked(text: str, term: str) -> None:
    assert observed(text).present(term)
    assert "20 weeks" not in " ".join(step.label for step in assessed(text).next_steps)


def test_broken_cells_and_ldh_are_haemolysis_though_there_is_no_anaemia_yet() -> None:
    text = "27F 33+1, RUQ pain. BP 168/112. Hb 121, plt 66, AST 260, LDH 940. Blood film: some fragments."
    assessment = assessed(text)
    assert assessment.differential[0].id == "hellp-syndrome"
    assert not any("haemolysis" in e.label for e in assessment.differential[0].against)
    assert observed(text).present("BD:haemolysis-signs")


@pytest.mark.parametrize("text", ["X-ray film: fragments of bone", "film: no fragments"])
def test_no_broken_cells_in_a_film_of_bones(text: str) -> None:
    assert not observed(text).present("HP:0001981")


@pytest.mark.parametrize(
    "text",
    [
        "Creatinine 140 (baseline 82). 61F, vomiting.",
        "61M, creat 70 -> 132, unwell",
        "70M: creatinine rose from 88 to 190 over two days",
        "66F. Usual creatinine 95, creatinine today 240.",
        "60岁男性，肌酐 312 μmol/L（基线 80）",
    ],
)
def test_a_creatinine_that_has_risen_is_no_chronic_disease(text: str) -> None:
    assert observed(text).present(RISEN)
    assert assessed(text).differential[0].id != "chronic-kidney-disease"


@pytest.mark.parametrize("text", ["61F creatinine 140 (88 in 2016)", "61F creatinine 140, baseline 132", "creat 190"])
def test_a_stable_or_undated_creatinine_has_not_risen(text: str) -> None:
    assert not observed(text).present(RISEN)


def test_a_low_ratio_of_oxygen_under_pressure_finds_the_flooded_lung() -> None:
    text = "58F ventilated, FiO2 0.8, PEEP 10, pO2 9.2 kPa, CXR bilateral infiltrates, normal echo."
    assert "acute-respiratory-distress-syndrome" in [d.id for d in assessed(text).differential[:3]]
    assert not observed("58F pneumonia, on air, pO2 7.0 kPa, FiO2 0.21").present("BD:pf-ratio-below-300")


@pytest.mark.parametrize(
    "text",
    [
        "34F rash, started lamotrigine 18 days ago for epilepsy",
        "50M, commenced allopurinol 3/52 ago. Fever and rash.",
        "40F put on carbamazepine 2 weeks ago",
    ],
)
def test_a_drug_with_the_day_it_was_begun_is_new(text: str) -> None:
    assert observed(text).present("BD:recent-new-drug-within-weeks")


@pytest.mark.parametrize("text", ["started smoking 3 weeks ago", "50M on allopurinol, started 10 months ago. Rash."])
def test_no_new_drug(text: str) -> None:
    assert not observed(text).present("BD:recent-new-drug-within-weeks")
