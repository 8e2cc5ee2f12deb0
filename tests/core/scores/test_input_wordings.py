"""Inputs that a record words in its own way: each kind of wording in several forms, and what it must
not catch."""

from __future__ import annotations

import pytest

from tests.core.scores.notes import asked


def _shown(score: str, text: str, name: str) -> object:
    return next((i.value for i in asked(score, text).inputs if i.name == name), None)


@pytest.mark.parametrize(
    ("score", "name", "text", "expected"),
    [
        # A liver disease that is not named further.
        ("psi", "liver disease", "A 70-year-old man with a history of liver disease.", True),
        ("psi", "liver disease", "A 55-year-old woman. Long-standing hepatic disease is known.", True),
        ("psi", "liver disease", "He has alcohol-related liver disease.", True),
        ("psi", "liver disease", "She has no kidney or liver disease.", False),
        ("psi", "liver disease", "It was unclear whether he had any liver disease.", False),
        ("psi", "liver disease", "She has polycystic liver disease.", False),
        # The denial of now goes before what was told of the days before.
        ("psi", "altered mental status", "Confused at home all week. No change in mental status at present.", False),
        ("curb-65", "new confusion", "Confusion last night; her mental status is now normal.", False),
        ("psi", "altered mental status", "He had been confused on Monday. He is no longer confused.", False),
        ("curb-65", "new confusion", "An 80-year-old man with pneumonia is confused.", True),
        # What a differential diagnosis includes is not there.
        (
            "wells-pe",
            "malignancy (treated in the last six months or palliative)",
            "The differential diagnosis included lymphoma and sarcoidosis.",
            False,
        ),
        (
            "wells-pe",
            "malignancy (treated in the last six months or palliative)",
            "Our differential also includes lung cancer and tuberculosis.",
            False,
        ),
        (
            "wells-pe",
            "malignancy (treated in the last six months or palliative)",
            "The differential at that time comprised pneumonia, lymphoma and fungal disease.",
            False,
        ),
        # A tumour that has come back.
        (
            "wells-pe",
            "malignancy (treated in the last six months or palliative)",
            "The nodes were once negative for malignancy. CT now shows local recurrence of the tumour.",
            True,
        ),
        (
            "wells-pe",
            "malignancy (treated in the last six months or palliative)",
            "All margins were free of cancer. The scan is consistent with relapse of her lymphoma.",
            True,
        ),
        (
            "wells-dvt",
            "malignancy (treated in the last six months or palliative)",
            "The first nodes were negative for malignancy. He now has recurrent rectal carcinoma.",
            True,
        ),
        (
            "wells-pe",
            "malignancy (treated in the last six months or palliative)",
            "There was no recurrence of the tumour.",
            False,
        ),
        # A pressure that a drug has raised is no hypertension of the patient's.
        ("heart", "hypertension", "Hypertension after phenylephrine administration settled by itself.", False),
        ("heart", "hypertension", "There was hypertension due to an adrenaline infusion.", False),
        ("heart", "hypertension", "Hypertension and bradycardia caused by noradrenaline bolus were brief.", False),
        ("heart", "hypertension", "He has hypertension and asthma.", True),
        # "Sore" of a pressure sore is not the pain of a leg.
        ("wells-dvt", "another diagnosis at least as likely", "He has a pressure sore over the left knee.", True),
        ("wells-dvt", "another diagnosis at least as likely", "A bed sore over her right ankle is dressed.", True),
        ("wells-dvt", "another diagnosis at least as likely", "Amputated for a pressure sore over right knee.", True),
        # The highest temperature says whether there was a fever.
        ("feverpain", "fever in the last 24 hours", "Fever for 2 days. Highest temperature was 37.4 °C.", False),
        ("feverpain", "fever in the last 24 hours", "He felt a fever; the maximum recorded temperature 99.3 F.", False),
        ("feverpain", "fever in the last 24 hours", "Sore throat, fever, peak measured temperature of 37.7.", False),
        ("feverpain", "fever in the last 24 hours", "Fever; highest temperature was 39.1 °C.", True),
        # Positive pressure by a mask.
        ("sofa", "mechanical ventilation or positive pressure", "She is on CPAP with 50 % oxygen.", True),
        ("sofa", "mechanical ventilation or positive pressure", "Continuous positive airway pressure was begun.", True),
        ("sofa", "mechanical ventilation or positive pressure", "He receives non-invasive ventilation.", True),
        ("sofa", "mechanical ventilation or positive pressure", "He uses CPAP at night for sleep apnoea.", False),
        # An INR that wavers.
        ("has-bled", "labile INR", "Her INR has been unstable this year.", True),
        ("has-bled", "labile INR", "INRs were erratic on warfarin.", True),
        ("has-bled", "labile INR", "The INR fluctuates between 1.5 and 5.", True),
        ("has-bled", "labile INR", "His INR was stable without fluctuation.", False),
        (
            "has-bled",
            "uncontrolled hypertension",
            "The readings were normal, ruling out any case of uncontrolled hypertension.",
            False,
        ),
        # Treatment of a known hypertension by a drug that is taken for little else.
        ("framingham-hard-chd", "treatment of high blood pressure", "Known hypertensive. Takes ramipril 5 mg.", True),
        ("framingham-hard-chd", "treatment of high blood pressure", "Hypertension. Medication: amlodipine 5 mg.", True),
        (
            "framingham-hard-chd",
            "treatment of high blood pressure",
            "He has been hypertensive for ten years. He takes losartan daily.",
            True,
        ),
        ("framingham-hard-chd", "treatment of high blood pressure", "Takes ramipril 5 mg for heart failure.", False),
        # How many a day, not until when.
        ("heart", "smoking now or in the last 90 days", "He smoked regularly up to 20 cigarettes a day.", True),
        ("heart", "smoking now or in the last 90 days", "She smoked up to ten a day.", True),
        ("framingham-hard-chd", "smoking", "Smoking up to 30 cigs daily.", True),
        ("heart", "smoking now or in the last 90 days", "He smoked up to 2001.", False),
        # A value of an age or a year that is past.
        (
            "framingham-hard-chd",
            "total cholesterol",
            "By age 30 total cholesterol 310 mg/dL. Now total cholesterol 150 mg/dL.",
            150,
        ),
        (
            "framingham-hard-chd",
            "total cholesterol",
            "By 2012 total cholesterol 290 mg/dL. Current total cholesterol 170 mg/dL.",
            170,
        ),
        (
            "framingham-hard-chd",
            "total cholesterol",
            "By the age of 41, cholesterol 280 mg/dL. Today cholesterol 160 mg/dL.",
            160,
        ),
        # A value within the normal range is a value.
        ("ckd-epi-2021", "creatinine", "Creatinine is within the normal range at 0.9 mg/dL.", 0.9),
        ("psi", "sodium", "Sodium at the lower limit of normal at 136 mEq/L.", 136),
        ("psi", "blood urea nitrogen", "Blood urea nitrogen was within normal limits at 15 mg/dL.", 15),
        # Vital signs behind the name of what they show.
        ("apache-ii", "heart rate", "She presented with tachycardia to 130 and a rash.", 130),
        ("apache-ii", "temperature", "He was found with hypothermia (33.8C).", 33.8),
        ("apache-ii", "heart rate", "Bradycardia of 38, no syncope.", 38),
        ("apache-ii", "heart rate", "Tachycardia of 20 minutes.", None),
        # The gradient that a record states.
        ("apache-ii", "A-a gradient, as stated", "On 60 % FiO2 the A-a gradient was 410 mmHg.", 410),
        ("apache-ii", "A-a gradient, as stated", "An A-a-gradient of 365 on 55 % FiO2.", 365),
        ("apache-ii", "A-a gradient, as stated", "a_a_gradient of 510, FiO2 70 %.", 510),
        ("apache-ii", "eye opening", "Eye movements to verbal command only.", 3),
        ("apache-ii", "eye opening", "Eye response to speech.", 3),
        ("apache-ii", "eye opening", "Eye movement on command.", 3),
        # An organ that failed long ago.
        (
            "apache-ii",
            "severe chronic organ failure or immunosuppression",
            "Known to have severe chronic heart failure.",
            True,
        ),
        ("apache-ii", "severe chronic organ failure or immunosuppression", "History of severe hepatic failure.", True),
        (
            "apache-ii",
            "severe chronic organ failure or immunosuppression",
            "Long-standing severe respiratory insufficiency.",
            True,
        ),
        # Neither place nor time.
        ("child-pugh", "hepatic encephalopathy", "He is confused, oriented only to person.", "grade 3 to 4"),
        ("child-pugh", "hepatic encephalopathy", "Altered mental status, A&Ox1.", "grade 3 to 4"),
        ("child-pugh", "hepatic encephalopathy", "Confused and disoriented to time and place.", "grade 3 to 4"),
        ("child-pugh", "hepatic encephalopathy", "Mildly confused this morning.", "grade 1 to 2"),
        ("cha2ds2-vasc", "coronary disease or myocardial infarction", "He had COPD, coronary artery disease.", True),
    ],
)
def test_a_wording_of_its_own(score: str, name: str, text: str, expected: object) -> None:
    value = _shown(score, text, name)
    assert value == (pytest.approx(expected) if isinstance(expected, float) else expected)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("operation", "After elective lower extremity arthroplasty.", "joint replacement"),
        ("operation", "Day 3 after TKR.", "joint replacement"),
        ("operation", "A lower limb joint replacement is planned.", "joint replacement"),
        ("operation", "The fracture needed a major surgical intervention.", "major"),
        ("central venous catheter", "She needs central venous access for antibiotics.", True),
        ("central venous catheter", "A PICC was placed.", True),
        ("central venous catheter", "The central line is in use.", True),
        ("central venous catheter", "There is no central venous access.", False),
        ("swollen legs", "There is swelling of both lower extremities.", True),
        ("swollen legs", "Her lower limbs appear swollen.", True),
        ("swollen legs", "Swelling in the legs since Monday.", True),
        ("swollen legs", "The lower extremities show no swelling.", False),
        ("thrombosis in the family", "Family history of DVT.", True),
        ("thrombosis in the family", "A positive family history of thrombosis is noted.", True),
        ("thrombosis in the family", "Family history is positive for venous thromboembolism.", True),
        ("thrombosis in the family", "There is no family history of blood clots.", False),
        ("stroke in the last month", "She had a recent stroke.", True),
        ("stroke in the last month", "History of sepsis and a stroke 3 weeks ago.", True),
        ("stroke in the last month", "A cerebrovascular accident one month ago.", True),
        ("stroke in the last month", "Stroke eight years ago.", False),
        ("multiple trauma in the last month", "A victim of polytrauma.", True),
        ("multiple trauma in the last month", "Multi-trauma two weeks ago.", True),
        ("multiple trauma in the last month", "Multiple trauma from a fall.", True),
        ("confined to bed", "She was confined to her bed.", "at bed rest"),
        ("confined to bed", "He has spent over 72 hours confined to bed, no plaster.", "over three days"),
        ("confined to bed", "In bed for more than 72 h.", "over three days"),
        ("confined to bed", "Confined to his bed at least 72 hours.", "over three days"),
        ("factor V Leiden", "She carries factor V Leiden.", True),
        ("factor V Leiden", "Factor V Leiden mutation is not present.", False),
        ("factor V Leiden", "Lupus anticoagulant and factor V Leiden mutation are negative.", False),
        ("lupus anticoagulant", "She is positive for lupus anticoagulant.", True),
        ("other thrombophilia", "He has protein C deficiency.", True),
        ("other thrombophilia", "Known antithrombin deficiency and factor V Leiden.", True),
        ("other thrombophilia", "She has an inherited thrombophilia.", True),
        ("other thrombophilia", "Factor V Leiden was found: she has a thrombophilia.", False),
        ("other thrombophilia", "There is no other history of congenital or acquired thrombophilia.", False),
    ],
)
def test_the_items_of_caprini(name: str, text: str, expected: object) -> None:
    assert _shown("caprini", text, name) == expected


def test_a_stated_gradient_counts_from_half_oxygen_on() -> None:
    low = asked("apache-ii", "A 30-year-old man on 60 % FiO2 with an A-a gradient of 150 mmHg.").value
    high = asked("apache-ii", "A 30-year-old man on 60 % FiO2 with an A-a gradient of 400 mmHg.").value
    assert (low, high) == (0, 3)
