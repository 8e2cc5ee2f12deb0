"""Kinds of wording in which notes were misread, each in wordings of its own."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import extract
from core.language.model import Finding
from core.language.plain import in_plain_words
from tests.core.language.shipped import reading


def _found(text: str, label: str) -> list[Finding]:
    return [f for f in reading(text).findings if label.lower() in f.label.lower()]


@pytest.mark.parametrize(
    ("text", "label", "whose"),
    [
        ("A very anxious grandmother came with him.", "anxiety", "family"),
        ("His deaf, epileptic brother called the ambulance.", "epilepsy", "family"),
        ("The hypertensive uncle was told about it.", "hypertension", "family"),
        ("Her asthmatic flatmate let us in.", "asthma", "other"),
        ("Breathless elderly neighbour gave the history.", "shortness of breath", "other"),
        ("A 45-year-old diabetic teacher with fever.", "diabetes", "patient"),
        ("Anxious. Mother reports a cough.", "anxiety", "patient"),
    ],
)
def test_what_a_relative_is_like_is_the_relatives(text: str, label: str, whose: str) -> None:
    assert {f.experiencer for f in _found(text, label)} == {whose}


@pytest.mark.parametrize(
    ("text", "label", "whose"),
    [
        ("Sister drove her here. She is epileptic herself.", "epilepsy", "family"),
        ("Husband attended; he has COPD himself.", "chronic obstructive", "other"),
        ("Mum called the surgery, she has a cough herself.", "cough", "family"),
        ("The neighbour found him. She has her own migraines.", "migraine", "other"),
        ("Son came along and he has asthma himself.", "asthma", "family"),
        ("His wife has asthma; he has eczema himself.", "atopy", "patient"),
    ],
)
def test_who_came_along_may_be_ill_herself(text: str, label: str, whose: str) -> None:
    assert {f.experiencer for f in _found(text, label)} == {whose}


@pytest.mark.parametrize("by", ["room air", "air", "RA"])
@pytest.mark.parametrize("name", ["SpO2", "Sats"])
def test_what_is_breathed_stands_where_it_is_named(name: str, by: str) -> None:
    text = f"{name} 95% on {by}."
    oxygen = next(f for f in _found(text, "supplemental oxygen"))
    assert oxygen.assertion == "absent"
    assert text[oxygen.start : oxygen.end] == by


@pytest.mark.parametrize("text", ["INR 2.5", "INR 2.5 ratio", "INR (ratio) 2.5", "INR ratio 2.5", "INR: 2.5 (ratio)"])
def test_a_ratio_has_its_unit_or_none(text: str) -> None:
    (inr,) = reading(text).measurements
    assert (inr.analyte, inr.value, inr.unit) == ("inr", 2.5, "ratio")


@pytest.mark.parametrize(
    "said",
    ["rash on the trunk", "maculopapular rash on the trunk", "pink rash on the trunk", "rash began on the trunk",
     "blanching maculopapular rash on trunk"],
)  # fmt: skip
def test_a_rash_of_the_trunk_is_an_infants_in_an_infant_alone(said: str) -> None:
    assert not _found(f"A 34-year-old man with a {said}.", "infant")
    assert _found(f"A 34-year-old man with a {said}.", "rash") or _found(
        f"A 34-year-old man with a {said}.", "exanthem"
    )


@pytest.mark.parametrize(
    "text",
    ["Breathless after the walk.", "Chest pain after the walk to the shop.", "Dizzy after a short walk.",
     "Tired after her walk.", "After the walk he felt sick."],
)  # fmt: skip
def test_what_a_walk_brings_on_is_no_walking(text: str) -> None:
    assert not _found(text, "bear weight")


@pytest.mark.parametrize(
    "text",
    ["No fever. Cough. 发热", "No fever. 患者发热3天。", "患者无发热。咳嗽。发热。", "无胸痛。咳嗽3天。查体：胸痛。",
     "否认头痛、恶心。头痛3天。"],
)  # fmt: skip
def test_what_is_said_twice_differently_is_told_in_either_language(text: str) -> None:
    assert reading(text).conflicts


@pytest.mark.parametrize(
    "text",
    [
        "No fever today. 昨日发热。",
        "左侧胸痛，右侧无胸痛。",
        "既往无胸痛。胸痛2小时。",
        "昨日发热。今日无发热。",
        "No cough. 发热3天。",
    ],
)
def test_what_time_or_side_explains_is_no_contradiction(text: str) -> None:
    assert not reading(text).conflicts


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("BP 150/90 on arrival; now BP 118/70", ["BP 150/90", "BP 118/70"]),
        ("BP 182/101 at 9, BP 140/85 at 10", ["BP 182/101", "BP 140/85"]),
        ("BP 150/90 lying, BP 110/70 standing", ["BP 150/90", "BP 110/70"]),
        ("BP 150/90, 140/80", ["BP 150/90", "140/80"]),
        ("blood pressure 170/95, later blood pressure 130/80", ["blood pressure 170/95", "blood pressure 130/80"]),
    ],
)
def test_a_later_pressure_begins_at_its_own_name(text: str, spans: list[str]) -> None:
    found = [text[m.start : m.end] for m in reading(text).measurements if m.analyte.startswith("systolic")]
    assert found == spans


@pytest.mark.parametrize(
    ("text", "label", "assertion", "written"),
    [
        ("Progressive dysph-\nagia for solids.", "swallow", "present", "dysph-\nagia"),
        ("He den-\nies haemop-\ntysis.", "haemoptysis", "absent", "haemop-\ntysis"),
        ("Shortness of breatb and ank1e swelling, lschaemic ECG.", "shortness of breath", "present", "of breatb"),
        ("No leg swelling comma no haemoptysis full stop He has a cough full stop", "cough", "present", "cough"),
        ("45F with 胸闷 x 3 days.", "chest tightness", "present", "胸闷"),
        ("患者无 fever，有咳嗽。", "fever", "absent", "fever"),
        ("既往 hypertension 10年。", "hypertension", "present", "hypertension"),
    ],
)
def test_what_is_not_in_plain_words_stands_where_it_was_written(
    text: str, label: str, assertion: str, written: str
) -> None:
    found = _found(text, label)
    assert {f.assertion for f in found} == {assertion}
    assert any(written in text[f.start : f.end] for f in found)
    start = text.index(written)
    (asked,) = extract(Case(id="x", text=text), default_knowledge(), [(start, start + len(written))])
    assert (asked.start, asked.end) == (start, start + len(written))
    assert asked.assertion == assertion


@pytest.mark.parametrize(
    "text", ["Follow-\nup in 2 weeks.", "X-\nray normal.", "left-\nsided weakness", "well-\nknown"]
)
def test_two_words_at_the_end_of_a_line_stay_two(text: str) -> None:
    assert in_plain_words(text, "en", default_knowledge()) is None


@pytest.mark.parametrize(
    ("text", "drug", "dose", "route", "status"),
    [
        ("IV furosemide 80 mg bd", "furosemide", "80 mg", "iv", "current"),
        ("Treated with ceftriaxone, then oral amoxicillin.", "ceftriaxone", None, None, "current"),
        ("WARFARIN 3 MG DAILY", "warfarin", "3 MG", None, "current"),
        ("Amitriptyline 25 nocte - stop", "amitriptyline", "25", None, "stopped"),
        ("On sertraline 50 mg, previously citalopram.", "citalopram", None, None, "stopped"),
        ("Plan: continue ramipril 10 mg od.", "ramipril", "10 mg", None, "current"),
        ("takes bisoprolol two point five milligrams daily", "bisoprolol", "2.5 milligrams", None, "current"),
    ],
)
def test_a_drug_as_hurried_notes_have_it(
    text: str, drug: str, dose: str | None, route: str | None, status: str
) -> None:
    found = next(m for m in reading(text).medications if m.drug == drug)
    assert (found.dose, found.route, found.status) == (dose, route, status)


@pytest.mark.parametrize("text", ["ASA 3, MP 2.", "ASA grade II.", "HBsAg neg.", "Ten cigarettes a day."])
def test_what_only_looks_like_a_drug_is_none(text: str) -> None:
    assert reading(text).medications == ()


@pytest.mark.parametrize(
    ("text", "substance", "reaction"),
    [
        ("Allergies: codeine > vomiting", "codeine", "vomiting"),
        ("Allergies: plasters (itch), no drug allergies.", "plasters", "itch"),
        ("I was given trimethoprim, which brought me out in a rash.", "trimethoprim", "rash"),
        ("She had co-codamol and amoxicillin and came out in hives", "amoxicillin", "hives"),
    ],
)
def test_an_allergy_as_it_is_told(text: str, substance: str, reaction: str) -> None:
    items = {(i.substance, i.reaction) for i in reading(text).allergies.items}
    assert (substance, reaction) in items


@pytest.mark.parametrize("text", ["He isn't allergic to anything.", "Not allergic to anything.", "NKDA"])
def test_nothing_is_no_allergen(text: str) -> None:
    allergies = reading(text).allergies
    assert (allergies.status, allergies.items) == ("none-known", ())


def test_columns_under_days_and_the_value_before_it_in_brackets() -> None:
    chart = reading("Test    01/03   03/03   05/03\nHb      92      85      101\nCRP     212     144     38\n")
    assert {(m.analyte, m.value, m.time) for m in chart.measurements if m.analyte == "crp"} == {
        ("crp", 212.0, "01/03"), ("crp", 144.0, "03/03"), ("crp", 38.0, "05/03"),
    }  # fmt: skip
    now, before = reading("CRP 41 (130).").measurements
    assert (now.value, now.temporality, before.value, before.temporality) == (41.0, "recent", 130.0, "historical")
    (alone,) = reading("Na 131 (133-146)").measurements
    assert alone.value == 131.0


def test_segments_of_a_message() -> None:
    message = reading(
        "PID|1||99817^^^HOSP||DOE^SAM||19580312|M\nOBX|1|NM|2951-2^Sodium||128|mmol/L|135-145|L|||F\n"
        "AL1|1|DA|PENICILLIN|SV|HIVES\nDG1|1||I50.9^Heart failure, unspecified^I10\n"
    )
    assert message.patient.sex == "male"
    assert [(m.analyte, m.value, m.flag) for m in message.measurements] == [("sodium", 128.0, "low")]
    assert [(i.substance, i.reaction) for i in message.allergies.items] == [("PENICILLIN", "HIVES")]
    assert not any("dyspnoea" in f.label or "urticaria" in f.label.lower() for f in message.findings)


@pytest.mark.parametrize(
    ("text", "label", "assertion"),
    [
        ("my back doesnt hurt", "back pain", "absent"),
        ("I dont have a fever", "fever", "absent"),
        ("he isnt breathless", "shortness of breath", "absent"),
        ("she hasnt vomited", "vomiting", "absent"),
        ("LIF pain, ?diverticulitis.", "left lower quadrant pain", "present"),
        ("chest pain ?PE", "pulmonary embolism", "possible"),
    ],
)
def test_a_denial_without_its_apostrophe_and_a_question_before_its_word(text: str, label: str, assertion: str) -> None:
    assert {f.assertion for f in _found(text, label)} == {assertion}
