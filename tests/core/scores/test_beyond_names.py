"""What the words say where neither the vocabulary nor the reader of measurements holds it, and what they do not say."""

from __future__ import annotations

import pytest

from tests.core.scores.notes import asked


def _input(name: str, text: str, called: str, question: str | None = None) -> object:
    return next((i.value for i in asked(name, text, question).inputs if i.name == called and not i.assumed), None)


@pytest.mark.parametrize(
    ("text", "sodium", "glucose"),
    [
        ("hyperglycemia of 836 mg/dL and hyponatremia of 128 mEq/L", 128, 836),
        ("hyponatraemia (128 mmol/L), hyperglycaemia at 30 mmol/L", 128, 540),
        ("hyponatraemia of long standing, hyperglycaemia of 30 mmol/L", None, 540),
    ],
)
def test_a_value_behind_the_name_of_what_it_shows(text: str, sodium: float | None, glucose: float) -> None:
    note = f"Man of 40. Blood tests showed {text}."
    assert _input("corrected sodium", note, "sodium") == sodium
    assert _input("corrected sodium", note, "glucose") == glucose


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sodium 136 mg/dL, chloride 101 mg/dL, bicarbonate 15 mmol/L", 20.0),
        ("sodium 136 mmol/L, chloride 101 mmol/L, bicarbonate 15 mmol/L", 20.0),
        ("sodium 1360 mg/dL, chloride 101 mg/dL, bicarbonate 15 mmol/L", None),
        ("urine sodium 136 mg/dL, chloride 101 mg/dL, bicarbonate 15 mmol/L", None),
    ],
)
def test_an_impossible_unit_gives_way_to_the_usual_one(text: str, value: float | None) -> None:
    result = asked("anion gap", f"Woman of 50. Serum tests: {text}.")
    assert result.value == value
    assert len(result.cautions) == len(result.cautions_zh)
    assert bool(result.cautions) == ("mg/dL" in text)


def test_the_caution_names_the_unit_that_was_written() -> None:
    result = asked("corrected calcium", "Calcium 8.1 mg/dL, albumin 29 g/dL.")
    assert result.value == pytest.approx(8.98, abs=0.01)
    assert result.cautions == ("The unit written for albumin (g/dL) cannot be: taken as 2.9 g/dL. Check it.",)


def test_a_number_that_two_units_explain_is_not_taken() -> None:
    assert _input("HOMA-IR", "Fasting glucose 130 g/dL, insulin 10 mIU/L.", "glucose") is None


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("We considered pulmonary embolism the most likely diagnosis.", 3),
        ("Pulmonary embolism was considered, but pneumonia was most likely.", 0),
        ("The left calf measured 4 cm more than the right.", 3),
        ("The left calf measured 1 cm more than the right.", 0),
        ("Right calf 34 cm, left calf 38 cm.", 3),
        ("Right calf 36 cm, left calf 38 cm.", 0),
        ("He coughed up a streak of blood.", 1),
        ("He never coughed up any blood.", 0),
        ("He had been in bed for a week.", 1.5),
        ("He had been in bed for two days.", 0),
        ("He had a DVT in his thirties.", 1.5),
        ("His brother had a DVT in his thirties.", 0),
    ],
)
def test_wells_by_its_words(text: str, points: float) -> None:
    assert asked("Wells PE", f"Man of 60, breathless since this morning. Pulse 80/min. {text}").value == points


@pytest.mark.parametrize(
    ("text", "called", "there"),
    [
        ("Below-knee plaster cast.", "paralysis, weakness or plaster of the leg", True),
        ("Non-weight-bearing in a cast.", "paralysis, weakness or plaster of the leg", True),
        ("He is tender along the femoral vein.", "tenderness along the deep veins", True),
        ("He is not tender along the femoral vein.", "tenderness along the deep veins", False),
        ("Dilated superficial veins over the shin.", "collateral superficial veins", True),
        ("Right calf 36 cm, left calf 40 cm.", "calf swollen by 3 cm or more", True),
        ("Right calf 38 cm, left calf 40 cm.", "calf swollen by 3 cm or more", False),
        ("Ankle fusion five weeks ago.", "bedridden for three days, or major surgery in the last twelve weeks", True),
    ],
)
def test_wells_of_the_leg_by_its_words(text: str, called: str, there: bool) -> None:
    assert _input("Wells DVT", f"Man of 60. {text}", called) is there


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("listed for lung cancer resection", 1),
        ("listed for right upper lobectomy", 1),
        ("listed for cataract surgery; cholecystectomy in 2011", 0),
        ("listed for cataract surgery. Previous gastrectomy", 0),
        ("listed for cataract surgery; he had a splenectomy ten years ago", 0),
    ],
)
def test_an_operation_of_now_within_chest_or_belly(text: str, points: int) -> None:
    assert asked("RCRI", f"Man of 60, {text}. Creatinine 0.9 mg/dL.").value == points


@pytest.mark.parametrize(
    ("text", "points"), [("in bed for five days", 5), ("confined to bed since yesterday", 4), ("up and about", 3)]
)
def test_bed_rest_counts_less_than_three_days_in_bed(text: str, points: int) -> None:
    # 3 of age alone.
    assert asked("Caprini", f"Woman of 80 with a cold, {text}.").value == points


@pytest.mark.parametrize(
    ("text", "diabetes"),
    [
        ("Takes metformin.", True),
        ("No diabetes; metformin for polycystic ovaries.", False),
        ("Takes bisoprolol.", None),
    ],
)
def test_a_treatment_stands_for_its_disease_unless_that_is_denied(text: str, diabetes: bool | None) -> None:
    assert _input("CHA2DS2-VASc", f"Woman of 40 with atrial fibrillation. {text}", "diabetes") is diabetes


@pytest.mark.parametrize(
    ("text", "stroke"),
    [
        ("He lives with his wife, who is in a wheelchair after a stroke.", None),
        ("He lives with his wife, who says that he had a stroke.", True),
        ("He had a stroke.", True),
    ],
)
def test_a_clause_about_somebody_else(text: str, stroke: bool | None) -> None:
    name = "stroke, TIA or systemic embolism"
    assert _input("CHA2DS2-VASc", f"Man of 70 with atrial fibrillation. {text}", name) is stroke


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Drinks half a bottle of vodka a day.", 1),
        ("Keeps a bottle of vodka in the cupboard.", 0),
        ("Drank half a bottle of whisky every night.", 1),
    ],
)
def test_bottles_a_day_are_heavy_drinking(text: str, points: int) -> None:
    assert asked("HAS-BLED", f"Man of 50 with atrial fibrillation. {text}").value == points


@pytest.mark.parametrize(
    ("question", "points"),
    [("GCS on the ward round?", 12), ("GCS at the scene?", 7)],
)
def test_the_coma_scale_of_the_occasion_that_is_asked_for(question: str, points: int) -> None:
    text = (
        "At the scene he was E1V2M4. On the ward round two days later: opening eyes to speech, inappropriate words, "
        "obeying commands."
    )
    assert asked("GCS", text, question).value == points


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Birth weight 3.2 kg, now 7.8 kg.", 7.8),
        ("Weight 12 st 4 lb.", 78.02),
        ("A man of 70 kg and 165 cm.", 70),
    ],
)
def test_the_weight_of_now(text: str, weight: float) -> None:
    assert _input("maintenance fluids", text, "weight") == weight


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("tapentadol 50 mg, 3 doses per day", 60),
        ("oxycodone modified release 20 mg twice daily", 60),
        ("morphine 10 mg every four hours", 60),
        ("morphine 10 mg prn, used three times in the last 24 hours", 30),
    ],
)
def test_how_often_a_dose_is_taken(text: str, amount: float) -> None:
    assert asked("MME", f"Takes {text}.").value == pytest.approx(amount)


def test_a_dose_of_the_past_in_brackets_is_not_the_next_step() -> None:
    text = "Prednisolone 15 mg once daily since June (she had taken 20 mg for a month)."
    assert asked("steroid conversion", text, "Equivalent dose of hydrocortisone?").value == pytest.approx(60)


def test_the_value_in_brackets_is_of_the_time_behind_them() -> None:
    text = (
        "Man of 51. The kidneys had been well (serum creatinine 0.95 mg/dL) a year before. Serum creatinine 1.23 mg/dL."
    )
    assert _input("MDRD", text, "creatinine") == 1.23


def test_sodium_and_albumin_of_one_sample() -> None:
    text = (
        "Sodium 130 mmol/L, chloride 90 mmol/L. The second sample gave: sodium 129 mmol/L, chloride 95 mmol/L, "
        "albumin 2.6 g/dL. The gas gave a bicarbonate of 15 mmol/L."
    )
    assert asked("albumin-corrected anion gap", text).value == pytest.approx(129 - 95 - 15 + 2.5 * 1.4)


@pytest.mark.parametrize(
    ("text", "points"),
    [("West Haven grade III", 7), ("grade 1 encephalopathy", 6), ("alert and oriented", 5), ("drowsy since Monday", 6)],
)
def test_the_grade_of_encephalopathy(text: str, points: int) -> None:
    note = f"Cirrhosis, {text}. Bilirubin 1.0 mg/dL, albumin 4.0 g/dL, INR 1.0, no ascites."
    assert asked("Child-Pugh", note).value == points


def test_the_consciousness_of_the_time_asked_for() -> None:
    note = "On admission she was alert and oriented. On day 3 she became confused. Bilirubin 1 mg/dL, no ascites."
    assert _input("Child-Pugh", note, "hepatic encephalopathy", "Child-Pugh on admission?") == "none"


def test_a_list_that_denies_each_item_by_itself_ends_with_what_is_there() -> None:
    assert _input("Wells PE", "No fever, no cough, left leg swollen.", "clinical signs of deep vein thrombosis") is True
    assert (
        _input("Wells PE", "No fever, no cough, or left leg swelling.", "clinical signs of deep vein thrombosis")
        is not True
    )
