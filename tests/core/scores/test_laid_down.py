"""What the asker lays down, what is taken of a drug, and findings of another time or of nobody."""

from __future__ import annotations

import pytest

from core.scores import CALCULATORS
from core.scores.inputs import Flag, Input, Told
from tests.core.scores.notes import KNOWLEDGE, asked

SUGAR = "Girl of 12 with diabetic ketoacidosis. Na 130 mmol/L, glucose 600 mg/dL. "
GAS = "Woman of 30. Na 140, Cl 100, HCO3 10. "
DRY = "Man of 40, weight 80 kg, Na 161 mmol/L. "
LIVER = "Man of 50 with hepatitis C. Platelets 150 x10^9/L. "
BACK = "Man of 55 with back pain. "
THROAT = "Woman of 30 with a sore throat for two days. No cough. "
LEG = "Man of 60. Left calf swollen by 4 cm, no other cause likely. "


@pytest.mark.parametrize(
    ("name", "text", "question", "expected"),
    [
        ("corrected sodium", SUGAR, None, 142),
        ("corrected sodium", SUGAR, "Corrected sodium with a factor of 1.6?", 138),
        ("corrected sodium", SUGAR + "Our protocol adds 2.0 mmol/L for every 100 mg/dL.", None, 140),
        ("corrected sodium", SUGAR + "Please use the Katz correction.", None, 138),
        ("corrected sodium", SUGAR + "Creatinine of 1.6, albumin 2.0.", None, 142),
        ("delta gap", GAS, None, 18),
        ("delta gap", GAS, "Delta gap, as (AG - 12) - (24 - bicarbonate)?", 4),
        ("delta-delta", GAS, None, 4),
        ("free water deficit", DRY, None, 7.2),
        ("free water deficit", DRY, "Free water deficit, taking total body water as 50 % of the weight?", 6),
        ("free water deficit", DRY + "TBW is taken as 0.45 here.", None, 5.4),
        ("APRI", LIVER + "AST 80 U/L.", None, 100 * 80 / 40 / 150),
        ("APRI", LIVER + "AST 80 U/L (ULN 32).", None, 100 * 80 / 32 / 150),
        ("APRI", LIVER + "AST 80 U/L (normal 10-50).", None, 100 * 80 / 50 / 150),
        ("MME", BACK + "Oxycodone 5 mg, two tablets four times a day.", None, 60),
        ("MME", BACK + "Hydrocodone/paracetamol 10/325, 1 tablet tid.", None, 30),
        ("MME", BACK + "Co-codamol 30/500 two tablets qds.", None, 36),
        ("MME", BACK + "Morphine 10 mg as needed, up to 4 tablets a day.", None, 40),
        ("MME", BACK + "Morphine 10 mg prn, up to six a day; he is well.", None, 60),
        ("MME", BACK + "Morphine 10 mg prn, up to six a day, usually two tablets a day.", None, 20),
        ("MME", BACK + "Morphine was 60 mg bd, tapered to 30 mg bd and since June 10 mg bd.", None, 20),
        ("steroid conversion", "Prednisone 60 mg daily, now 20 mg daily.", "The prednisone in hydrocortisone?", 80),
    ],
)  # fmt: skip
def test_values(name: str, text: str, question: str | None, expected: float) -> None:
    assert asked(name, text, question).value == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("FeverPAIN", THROAT + "T 36.9 now; her thermometer showed 39.0 last night.", 3),
        ("FeverPAIN", THROAT + "T 36.9 now; temperature at home this morning 101.8 F.", 3),
        ("FeverPAIN", THROAT + "T 36.9 now; temperature at home this morning 37.4.", 2),
        ("FeverPAIN", THROAT + "She has had a fever since yesterday.", 3),
        ("FeverPAIN", THROAT + "T 36.9. Tonsils covered with pus.", 3),
        ("FeverPAIN", THROAT + "T 36.9. Tonsils red, without pus.", 2),
        ("Centor", THROAT + "T 36.9. The anterior cervical glands are large and tender.", 2),
        ("Centor", THROAT + "T 36.9. Tender posterior cervical lymphadenopathy alone.", 1),
        ("Centor", THROAT + "T 36.9. Tender anterior cervical lymphadenopathy.", 2),
        ("Wells DVT", LEG, 1),
        ("Wells DVT", LEG + "Total hip arthroplasty seven weeks ago.", 2),
        ("Wells DVT", LEG + "Total hip arthroplasty seven months ago.", 1),
        ("Wells DVT", LEG + "He had a sigmoidectomy, now postoperative day 9.", 2),
        ("PERC", "Man of 30, pulse 80, SpO2 98 %. Spinal anaesthesia for a nailing of the tibia 20 days ago.", 1),
        ("PERC", "Man of 30, pulse 80, SpO2 98 %. Nailing of the tibia last month.", 0),
        ("PERC", "Woman of 30, pulse 80, SpO2 98 %. Takes ethinyl estradiol.", 1),
        ("Caprini", "Man of 30, BMI 22. Subtrochanteric fracture after a fall.", 5),
        ("Caprini", "Man of 30, BMI 22. For laparoscopic inguinal hernia repair.", 2),
        ("RCRI", "Man of 70 for hip surgery. Diabetes, on insulin therapy. Creatinine 1.0 mg/dL.", 1),
        ("RCRI", "Man of 70 for hip surgery. Diabetes, takes insulin degludec. Creatinine 1.0 mg/dL.", 1),
        ("CHA2DS2-VASc", "Man turning 75 in March, atrial fibrillation. Seen in the TIA clinic: migraine.", 1),
        ("CHA2DS2-VASc", "Man, a week short of his 65th birthday, atrial fibrillation.", 0),
        ("Child-Pugh", ("Man of 50 with cirrhosis. Bilirubin 1.0 mg/dL, albumin 4.0 g/dL, INR 1.1. No ascites on "
         "ultrasound today. In the 2021 admission he had ascites."), 5),
        ("Padua", "Man of 50 in hospital, walks about freely. Thrombophilia unknown.", 0),
        ("SOFA", "Man of 50, MAP 72. GCS 15. Noradrenaline at 0.2 mcg/kg/min.", 4),
        ("SOFA", "Man of 50, MAP 72. GCS 15. Dobutamine 5 µg/kg/min.", 2),
        ("GCS", "Man of 80, eyes open spontaneously, obeys commands. He thinks he is in a hotel and it's 1962.", 14),
        ("GCS", "Man of 80, eyes open spontaneously, obeys commands, oriented. He thinks he is in pain.", 15),
        ("GCS", "Man of 20. No eye opening to pain, no sound, withdraws from pain.", 6),
        ("ABCD2", ("Woman of 70, BP 120/70. Slurred speech for 20 minutes today, no weakness. In 2012 a stroke with "
         "right arm weakness."), 1 + 1 + 1),
        ("Bishop", "Cervix: os closed, 30 % effaced, station -3, firm, posterior.", 0),
        ("Bishop", "On examination 3 cm/60 %, station -1, soft, anterior.", 2 + 2 + 2 + 2 + 2),
    ],
)  # fmt: skip
def test_points(name: str, text: str, expected: float) -> None:
    assert asked(name, text).value == expected


def test_a_gas_from_a_vein_is_not_an_arterial_one() -> None:
    text = "Man of 40, room air. Venous gas: pO2 38, pCO2 52. Arterial: PaO2 71, PaCO2 40."
    assert asked("A-a gradient", text).value == pytest.approx(0.21 * 713 - 50 - 71, abs=0.2)


def test_before_asks_for_what_was_before() -> None:
    text = "Man of 40. BP 92/60, then after 500 mL of fluid BP 110/70; during intubation BP 70/40."
    assert asked("MAP", text, "Mean arterial pressure before fluid?").value == pytest.approx(70.7, abs=0.1)


def _flags(wanted: Input) -> list[Flag]:
    if isinstance(wanted, Flag):
        return [wanted]
    closure = getattr(wanted.read, "__closure__", None) if isinstance(wanted, Told) else None
    return [c.cell_contents for c in closure or () if isinstance(c.cell_contents, Flag)]


DRUGS = sorted({d for c in CALCULATORS.values() for i in c.inputs for f in _flags(i) for d in f.drugs})


def test_every_drug_that_a_score_names_is_known_by_that_name() -> None:
    assert len(DRUGS) > 20
    assert [drug for drug in DRUGS if (KNOWLEDGE.drug(drug) or "").lower() != drug] == []
