"""Drugs that are over, denied, asked for or asked about, and hormones by the names that people have for them."""

from __future__ import annotations

import pytest

from tests.core.language.shipped import reading


def statuses(text: str) -> list[tuple[str | None, str]]:
    return [(m.drug, m.status) for m in reading(text).medications]


@pytest.mark.parametrize(
    ("text", "drugs"),
    [
        ("Stopped: colchicine, naproxen.", ["colchicine", "naproxen"]),
        ("Discontinued: atenolol, digoxin", ["atenolol", "digoxin"]),
        ("Naproxen was taken in 2020 for five days.", ["naproxen"]),
        ("Phenelzine was tried in 2015", ["phenelzine"]),
        ("Phenelzine tried and stopped", ["phenelzine"]),
        ("Warfarin withheld. INR 8.", ["warfarin"]),
        ("OCPs in the past", ["ethinyl estradiol"]),
    ],
)
def test_what_is_over_is_stopped(text: str, drugs: list[str]) -> None:
    assert statuses(text) == [(drug, "stopped") for drug in drugs]


@pytest.mark.parametrize(
    "text",
    ["Methotrexate - none.", "Warfarin: no", "Apixaban - nil", "Homocysteine normal", "No warfarin: bleeding risk"],
)
def test_what_is_denied_is_no_drug(text: str) -> None:
    assert statuses(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Should he have apixaban?", 1),
        ("nitrofurantoin or trimethoprim for the UTI?", 2),
        ("Is it safe to give ibuprofen?", 1),
        ("Can she take ramipril?", 1),
        ("Apixaban or edoxaban?", 2),
        ("Wants antibiotics.", 1),
        ("Would like antibiotics.", 1),
        ("Mycophenolate planned.", 1),
        ("Candesartan to be started.", 1),
    ],
)
def test_what_is_asked_about_or_wanted_is_planned(text: str, count: int) -> None:
    assert [status for _, status in statuses(text)] == ["planned"] * count


@pytest.mark.parametrize(
    "text",
    [
        "Should he stop apixaban?",
        "Could amiodarone be the cause of the cough?",
        "Is it due to his ramipril?",
        "Amlodipine was started in 2015 and continues",
        "Ramipril was started yesterday",
        "Aspirin - 75 mg",
    ],
)
def test_what_is_taken_stays_taken(text: str) -> None:
    assert [status for _, status in statuses(text)] == ["current"]


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("34F on COCP, migraine with aura", "ethinyl estradiol"),
        ("30F takes the combined pill", "ethinyl estradiol"),
        ("30F takes the pill", "ethinyl estradiol"),
        ("She is on the OCP", "ethinyl estradiol"),
        ("30F on the mini pill", "desogestrel"),
        ("On the POP", "desogestrel"),
        ("54F on HRT, previous DVT", "estradiol"),
        ("Contraceptive implant last year", "desogestrel"),
    ],
)
def test_hormones_are_drugs_by_their_everyday_names(text: str, drug: str) -> None:
    assert drug in [m.drug for m in reading(text).medications]


@pytest.mark.parametrize(
    "text", ["Not on the pill.", "Mother on HRT.", "took the pill box with her", "POP cast on the left wrist"]
)
def test_these_are_no_hormones_of_the_patient(text: str) -> None:
    assert statuses(text) == []


def test_the_mini_pill_holds_no_oestrogen() -> None:
    assert "oestrogen use" not in {f.label for f in reading("30F on the mini pill").findings}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Meds: labetalol 100 mg bd, aspirin 150 mg. Asthma as a child, still uses salbutamol.", "asthma"),
        ("Meds: amlodipine 5 mg. Chest pain since noon.", "chest pain"),
        ("Drug history: ramipril. Cough started last week.", "cough"),
        ("Medications\nAspirin 75 mg for angina\nSalbutamol inhaler for asthma\nHas chest pain today.", "chest pain"),
    ],
)
def test_the_story_goes_on_behind_the_list_of_drugs(text: str, label: str) -> None:
    assert label in {f.label for f in reading(text).findings if f.assertion == "present"}


def test_what_a_drug_is_for_in_the_list_is_no_finding_of_today() -> None:
    assert reading("Meds: aspirin 75 mg for angina, ramipril. Tramadol for back pain. Insulin.").findings == ()
