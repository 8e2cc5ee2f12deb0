from __future__ import annotations

import pytest

from core.assessment import Sentence
from core.narrative.check import check_sentence
from core.narrative.model import Withheld
from core.narrative.record import Record
from tests.core.narrative.cases import CHEST_PAIN, recorded

FAITHFUL = [
    "The patient is a 58-year-old man with chest pain for 2 hours.",
    "A fifty-eight-year-old man presents with chest pain.",
    "He has sweating and nausea.",
    "He complains of chest pain radiating to the left arm.",
    "The chest pain came on while he was carrying shopping.",
    "He has no fever, cough or haemoptysis.",
    "He denies fever and cough.",
    "There is no fever.",
    "He has a history of hypertension and type 2 diabetes.",
    "He has hypertension and diabetes.",
    "He takes metformin 500 mg bid and amlodipine 5 mg daily.",
    "He takes metformin 500 mg twice daily.",
    "Current medications include amlodipine as well as metformin.",
    "He is allergic to penicillin.",
    "He has a penicillin allergy.",
    "There is a family history of myocardial infarction.",
    "His father had a myocardial infarction at 50.",
    "He smokes 20 a day.",
    "The heart rate is 104/min and the blood pressure is 152/94 mmHg.",
    "Blood pressure 152/94 mmHg, heart rate 104, respiratory rate 22 and SpO2 95%.",
    "Glucose is elevated at 11.2 mmol/L.",
    "His temperature is normal at 36.7 °C.",
    "There is swelling of the right leg.",
    "Acute myocardial infarction is possible, so consider acute myocardial infarction.",
    "Possible diagnoses include pulmonary embolism and acute myocardial infarction.",
    "The differential includes aortic dissection.",
    "Pulmonary embolism is possible.",
    "He has a history of hypertension, diabetes, smoking, and has been a smoker for 30 years.",
    "A 58-year-old man with a history of hypertension and diabetes presents with chest pain for 2 hours.",
    "The chest pain started 2 hours ago.",
    "He has tachycardia with a heart rate of 104/min.",
    "He smokes 20 a day for 30 years.",
    "He had an appendicectomy in 1989.",
    "He has no signs of fever.",
    "He takes metformin and is allergic to penicillin.",
    "He takes metformin 500 mg twice a day and amlodipine.",
    "There is swelling of the right leg; he has no fever.",
    "He is a man.",
    "The HEART score is 7.",
]
CORRUPTED = [
    ("wrong person", "He had a myocardial infarction at 50."),
    ("wrong person", "He has a history of myocardial infarction."),
    ("wrong person", "The patient has had a heart attack."),
    ("wrong person", "His father has hypertension and diabetes."),
    ("wrong person", "There is a family history of hypertension, type 2 diabetes and smoking."),
    ("wrong person", "His mother had a myocardial infarction at 50."),
    ("wrong side", "He has chest pain radiating to the right arm."),
    ("wrong side", "There is swelling of the left leg."),
    ("wrong side", "He has left-sided chest pain."),
    ("wrong number", "The heart rate is 140/min."),
    ("wrong number", "The blood pressure is 104/94 mmHg."),
    ("wrong number", "The respiratory rate is 104/min."),
    ("wrong number", "Glucose is 96 mmol/L."),
    ("wrong number", "He smokes 40 a day."),
    ("wrong number", "The HEART score is 3."),
    ("wrong number", "The Wells score is 2."),
    ("wrong number", "He has an oxygen saturation of 85%."),
    ("wrong flag", "The temperature is elevated at 36.7 °C."),
    ("dropped negation", "He has fever and cough."),
    ("dropped negation", "He reports haemoptysis."),
    ("added negation", "He has no chest pain."),
    ("added negation", "He does not have hypertension."),
    ("added negation", "The chest pain did not come on while he was carrying shopping."),
    ("invented finding", "He has chest pain and vomiting."),
    ("invented finding", "He has sweating, nausea and hemoptysis."),
    ("invented finding", "He has been diagnosed with a parasitic infection."),
    ("invented finding", "He has chest pain and drinks alcohol."),
    ("invented event", "He has chest pain and was given a stent."),
    ("invented cause", "He has chest pain because of nausea."),
    ("invented judgement", "He has chest pain and is otherwise well."),
    ("invented severity", "He has mild chest pain."),
    ("invented disease", "He has pulmonary embolism."),
    ("invented disease", "He has been diagnosed with acute myocardial infarction."),
    ("too sure", "Pulmonary embolism is certain, the likely pulmonary embolism."),
    ("too sure", "He probably has probable pulmonary embolism."),
    ("not in the differential", "Possible giant cell arteritis with chest pain."),
    ("unlikely", "Consider costochondritis for the chest pain."),
    ("swapped drug", "He takes metoprolol 500 mg bid."),
    ("swapped drug", "He takes penicillin."),
    ("invented drug", "He takes metformin, amlodipine and aspirin."),
    ("invented dose", "He takes metformin 1000 mg bid."),
    ("invented dose", "He takes amlodipine 500 mg daily."),
    ("invented interval", "He takes amlodipine 5 mg twice daily."),
    ("invented route", "He takes metformin 500 mg iv."),
    ("invented status", "He stopped taking metformin."),
    ("advice", "He should be given amlodipine 5 mg daily."),
    ("advice", "He has chest pain and should take aspirin 300 mg."),
    ("advice", "Admit him with chest pain."),
    ("dose of nothing", "He has chest pain and takes 300 mg daily."),
    ("swapped allergy", "He is allergic to metformin."),
    ("swapped allergy", "He has an allergy to codeine."),
    ("wrong sex", "The patient is a 58-year-old woman with chest pain."),
    ("wrong sex", "She has chest pain."),
    ("wrong age", "The patient is a 68-year-old man with chest pain."),
    ("wrong age", "An elderly man has chest pain."),
    ("wrong age", "He is 58 months old and has chest pain."),
    ("wrong time", "He has had chest pain for 2 days."),
    ("wrong time", "He has chest pain for 30 years."),
    ("wrong time", "He has a history of chest pain, now resolved."),
    ("wrong time", "He had nausea in 1989."),
    ("wrong time", "He has had chest pain since yesterday."),
    ("unsure", "He may have chest pain."),
    ("nothing to check", "The patient is here."),
    ("nothing to check", "I am sorry to hear that."),
    ("nothing to check", "Summary:"),
    ("foreign", "He has chest pain 和发热."),
    ("hemophilia", "He has no fever, cough, hemophilia, and has a history of hypertension."),
    ("denial of everything", "He has no fever and no other symptoms."),
    ("denial of everything", "He has no medical history and no fever."),
    ("denial of everything", "He takes no medications and has no fever."),
    ("wrong time", "He previously had nausea."),
    ("wrong time", "He had sweating in the past."),
    ("too sure", "He likely has possible pulmonary embolism."),
    ("too sure", "Pulmonary embolism is likely."),
    ("invented exclusion", "Pulmonary embolism is excluded."),
    ("invented exclusion", "He has no possible pulmonary embolism."),
    ("substance", "He has chest pain and uses cocaine."),
    ("indication", "He takes metformin 500 mg bid for hypertension."),
    ("indication", "He takes amlodipine to treat diabetes."),
    ("hidden in a list", "He has a history of hypertension, cancer, diabetes and smoking."),
    ("hidden in a list", "He has a history of hypertension, asthma, smoking."),
    ("hidden in a name", "He has chest cancer pain."),
    ("type", "He has type 1 diabetes."),
    ("wrong person", "He and his father had a myocardial infarction."),
    ("wrong person", "Like his father, he had a heart attack."),
    ("wrong person", "His father had a myocardial infarction at 58."),
    ("wrong person", "There is a family history of chest pain."),
    ("prescription", "Amlodipine 5 mg daily was started."),
    ("prescription", "Start amlodipine 5 mg daily."),
    ("wrong number", "Blood pressure is 94/152 mmHg."),
    ("wrong number", "The heart rate is 104 and the respiratory rate is 104."),
    ("wrong number", "Creatinine is elevated at 96 umol/L."),
    ("wrong time", "He has had hypertension for 30 years."),
    ("wrong time", "He had an appendicectomy in 2009."),
    ("mixed doses", "He takes metformin 5 mg daily and amlodipine 500 mg bid."),
    ("allergy", "He is allergic to amlodipine and penicillin."),
    ("from the model", "They are taking a placebo."),
    ("from the model", "He has a relative with hypertension, type 2 diabetes, and hyperlipidemia."),
    ("from the model", "He has a history of high blood pressure, including a hypertension of 2.8 mmHg."),
    ("from the model", "He has allergies and has been diagnosed with a parasitic infection."),
]  # fmt: skip


@pytest.fixture(scope="module")
def record() -> Record:
    return recorded(CHEST_PAIN)


@pytest.mark.parametrize("text", FAITHFUL)
def test_a_faithful_sentence_passes(record: Record, text: str) -> None:
    checked = check_sentence(text, record)
    assert isinstance(checked, Sentence), checked.reasons
    assert checked.author == "model"
    assert checked.facts


@pytest.mark.parametrize(("kind", "text"), CORRUPTED)
def test_a_corrupted_sentence_is_withheld(record: Record, kind: str, text: str) -> None:
    checked = check_sentence(text, record)
    assert isinstance(checked, Withheld), f"{kind}: {checked.facts}"
    assert checked.reasons
