"""What a plan must never fall into, each from a record as it is written, with the knowledge that is shipped."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case


def assessed(text: str) -> Assessment:
    return assess(Case(id="trap", text=text))


def warned(assessment: Assessment, drug: str, *kinds: str) -> bool:
    """Is there a contraindicated or major warning of this kind that names the drug?"""
    return any(
        item.kind in kinds and item.rank <= 1 and any(drug in name for name in item.drugs) for item in assessment.safety
    )


def offered(assessment: Assessment, *drugs: str) -> list[str]:
    return [i.drug for i in assessment.plan.offered if i.drug in drugs]


@pytest.mark.parametrize(
    ("text", "drug", "kinds"),
    [
        ("60-year-old man with inferior STEMI and right ventricular infarction, BP 92/60. Plan: GTN spray.",
         "nitroglycerin", ("disease",)),
        ("28-year-old man, chest pain after cocaine last night. HR 120, BP 170/100. Plan: start metoprolol 25 mg.",
         "metoprolol", ("disease",)),
        ("34-year-old woman, acute asthma exacerbation with wheeze. Plan: start propranolol 40 mg bid.",
         "propranolol", ("disease",)),
        ("72-year-old man, weight 70 kg, creatinine 210 umol/L. Medications: metformin 1 g bid. For contrast CT.",
         "metformin", ("renal",)),
        ("30-year-old woman, 32 weeks pregnant, back pain. Plan: ibuprofen 400 mg tds.", "ibuprofen", ("pregnancy",)),
        ("75-year-old man with heart failure on furosemide. Start naproxen 500 mg bid for knee pain.",
         "naproxen", ("disease",)),
        ("68-year-old woman, QTc 520 ms. Start ciprofloxacin 500 mg bid.", "ciprofloxacin", ("qt",)),
        ("68-year-old woman, QTc 520 ms. Start clarithromycin 500 mg bid.", "clarithromycin", ("qt",)),
        ("70-year-old man, ischaemic stroke 2 hours ago. Intracranial haemorrhage last year. Plan: alteplase.",
         "alteplase", ("disease",)),
        ("45-year-old man. Takes Panadol 1 g four times daily and Percocet 5/325 mg 1 tab every 6 hours.",
         "acetaminophen", ("dose",)),
        ("患者女，30岁，孕32周，腰痛。予布洛芬 0.4 g 每日三次。", "ibuprofen", ("pregnancy",)),
    ],
)  # fmt: skip
def test_the_prescription_is_warned_of(text: str, drug: str, kinds: tuple[str, ...]) -> None:
    assert warned(assessed(text), drug, *kinds)


def test_no_nitrate_is_offered_to_an_infarcted_right_ventricle() -> None:
    text = (
        "60-year-old man, sudden crushing chest pain for one hour. ECG: ST elevation in II, III, aVF and V4R, right "
        "ventricular infarction. BP 92/60."
    )
    assessment = assessed(text)
    assert assessment.plan.offered
    assert not offered(assessment, "nitroglycerin", "isosorbide dinitrate", "isosorbide mononitrate")


def test_no_beta_blocker_is_offered_in_asthma() -> None:
    text = "34-year-old woman with known asthma, sudden palpitations, ECG: regular narrow complex tachycardia 180."
    assessment = assessed(text)
    assert offered(assessment, "adenosine", "verapamil", "diltiazem") or assessment.plan.excluded
    assert not offered(assessment, "propranolol", "metoprolol", "atenolol", "esmolol")


def test_no_thrombolysis_is_offered_after_a_bleed_in_the_brain() -> None:
    text = (
        "70-year-old man with sudden right-sided weakness and aphasia for 2 hours, CT shows no haemorrhage. "
        "Intracranial haemorrhage last year."
    )
    assessment = assessed(text)
    assert {"alteplase", "tenecteplase"} & {i.drug for i in assessment.plan.excluded}
    assert not offered(assessment, "alteplase", "tenecteplase")


def test_a_pregnancy_test_comes_before_any_ct() -> None:
    text = "25-year-old woman, right lower quadrant pain since yesterday with fever. Last period 6 weeks ago."
    labels = [step.label.lower() for step in assessed(text).next_steps]
    test = next(n for n, label in enumerate(labels) if "pregnancy test" in label)
    assert all(n > test for n, label in enumerate(labels) if "ct " in f"{label} " or "tomography" in label)


@pytest.mark.parametrize(
    "text",
    [
        "60-year-old man with hypertension. Takes amlodipine 5 mg daily and lisinopril 10 mg daily. NKDA.",
        "45-year-old woman with penicillin allergy (rash as a child). Furosemide 40 mg daily for oedema.",
        "30-year-old woman, 20 weeks pregnant, takes paracetamol 500 mg as needed and folic acid 400 mcg daily.",
        "65-year-old man after a stent: aspirin 75 mg daily and clopidogrel 75 mg daily, atorvastatin 80 mg nightly.",
    ],
)
def test_everyday_prescriptions_interrupt_nobody(text: str) -> None:
    assert not [i for i in assessed(text).safety if i.rank <= 1]


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("28-year-old woman, 12 weeks pregnant. Podophyllotoxin cream twice daily for warts.",
         {("pregnancy", "podophyllotoxin")}),
        ("8-year-old girl, eczema. Clobetasol ointment twice daily.", {("age", "clobetasol")}),
        ("28-year-old woman, 12 weeks pregnant. Clotrimazole cream, ibuprofen gel.", set()),
    ],
)  # fmt: skip
def test_what_is_put_on_the_skin_is_judged_by_its_own_entry(text: str, warned: set[tuple[str, str]]) -> None:
    found = {(i.kind, i.drugs[0]) for i in assessed(text).safety if i.kind in ("pregnancy", "age")}
    assert found == warned


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("82-year-old woman, generalised convulsive seizure for 15 minutes that does not stop, status epilepticus.",
         "lorazepam"),
        ("6-year-old boy, fever and petechial rash on wrists and ankles, tick bite 5 days ago in North Carolina.",
         "doxycycline"),
    ],
)  # fmt: skip
def test_what_saves_life_is_not_taken_away(text: str, drug: str) -> None:
    assessment = assessed(text)
    assert drug in {i.drug for i in assessment.plan.offered}


def test_what_the_patient_takes_speaks_against_the_options() -> None:
    text = (
        "66-year-old man, crushing chest pain for one hour. ECG: ST elevation in V1 to V4. Takes warfarin 3 mg daily, "
        "INR 4.8."
    )
    assessment = assessed(text)
    assert {"alteplase", "tenecteplase"} & {i.drug for i in assessment.plan.excluded}
    assert not offered(assessment, "tenecteplase", "alteplase")


@pytest.mark.parametrize(
    ("text", "drug", "kinds"),
    [
        ("Takes ibuprofen 400 mg tds. Allergies: aspirin - bronchospasm.", "ibuprofen", ("allergy",)),
        ("用药：阿莫西林0.5g 每日三次。过敏史：青霉素过敏（皮疹）。", "amoxicillin", ("allergy",)),
        ("Takes ibuprofen 400 mg tds. PMH: duodenal ulcer bleed 2 months ago.", "ibuprofen", ("disease",)),
        ("78-year-old woman on warfarin 3 mg daily, INR 7.2 today.", "warfarin", ("disease",)),
        ("84-year-old woman, 47 kg, creatinine 130 umol/L. Takes metformin 1 g bid.", "metformin", ("renal",)),
    ],
)
def test_what_a_first_user_found(text: str, drug: str, kinds: tuple[str, ...]) -> None:
    assert warned(assessed(text), drug, *kinds)


def test_a_bruise_is_no_bleeding_disorder() -> None:
    assert not warned(assessed("78-year-old woman on warfarin 3 mg daily. Bruise on the arm."), "warfarin", "disease")


@pytest.mark.parametrize(
    ("text", "drugs"),
    [
        ("28-year-old man, crushing chest pain for an hour after snorting cocaine. HR 120. ECG: ST elevation V1-V4.",
         ("metoprolol", "propranolol", "atenolol", "bisoprolol", "esmolol")),
        ("30-year-old woman, 32 weeks pregnant, sudden colicky flank pain to the groin, haematuria, kidney stone.",
         ("ketorolac", "diclofenac", "ibuprofen", "naproxen")),
        ("70-year-old man with heart failure, sudden red hot swollen big toe, urate crystals, gout.",
         ("naproxen", "ibuprofen", "indomethacin", "diclofenac")),
        ("68-year-old woman, fever, purulent sputum, consolidation on chest x-ray, pneumonia. QTc 520 ms.",
         ("azithromycin", "clarithromycin", "levofloxacin", "moxifloxacin")),
        ("65-year-old man, 70 kg, creatinine 300 umol/L, diabetes, polyuria, glucose 18 mmol/L. For contrast CT.",
         ("metformin",)),
    ],
)  # fmt: skip
def test_no_plan_offers_what_a_prescription_would_be_warned_of(text: str, drugs: tuple[str, ...]) -> None:
    assessment = assessed(text)
    assert assessment.plan.offered
    assert not offered(assessment, *drugs)


def test_a_class_that_is_forbidden_altogether_is_named_in_the_step() -> None:
    text = "30-year-old woman, 32 weeks pregnant, colicky right flank pain to the groin, haematuria, kidney stone."
    assert any("Not: NSAIDs: " in item.text for item in assessed(text).plan.offered)


@pytest.mark.parametrize(
    ("text", "drug", "kinds", "severity"),
    [
        ("82-year-old woman, 55 kg, atrial fibrillation, takes apixaban 5 mg bid.", "apixaban", ("dose",), "major"),
        ("Takes digoxin 250 mcg daily. Digoxin level 3.1 ng/mL.", "digoxin", ("dose",), "contraindicated"),
        ("Takes lithium carbonate 400 mg daily. Lithium level 1.4 mmol/L.", "lithium", ("dose",), "major"),
        ("Has a mechanical valve. Takes dabigatran 150 mg bid.", "dabigatran", ("disease",), "contraindicated"),
        ("Height 170 cm, weight 70 kg. Doxorubicin 90 mg/m2 iv once.", "doxorubicin", ("dose",), "major"),
        ("7-year-old boy. Takes doxycycline 100 mg bid.", "doxycycline", ("age",), "major"),
        ("72-year-old man, eGFR 40. Plan: acyclovir 10 mg/kg iv every 8 hours, weight 80 kg.", "acyclovir", ("renal",),
         "moderate"),
    ],
)  # fmt: skip
def test_doses_levels_and_valves(text: str, drug: str, kinds: tuple[str, ...], severity: str) -> None:
    found = [i for i in assessed(text).safety if i.kind in kinds and any(drug in name for name in i.drugs)]
    assert [i.severity for i in found] == [severity]


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("82-year-old woman, 75 kg, creatinine 80 umol/L, atrial fibrillation, takes apixaban 5 mg bid.", "apixaban"),
        ("Has a bioprosthetic valve since 2019. Takes apixaban 5 mg bid.", "apixaban"),
        ("72-year-old man, eGFR 40. Takes acyclovir 800 mg po five times daily.", "acyclovir"),
        ("72-year-old man, eGFR 30. Takes vancomycin 500 mg po qid for C. difficile.", "vancomycin"),
        ("Takes digoxin 125 mcg daily. Digoxin level 0.8 ng/mL.", "digoxin"),
    ],
)
def test_doses_that_are_right(text: str, drug: str) -> None:
    items = [i for i in assessed(text).safety if i.kind in ("dose", "renal", "disease")]
    assert not [i for i in items if i.rank <= 1 and any(drug in name for name in i.drugs)]


def test_the_risks_of_a_plan_are_those_of_this_patient() -> None:
    text = (
        "78-year-old woman, 58 kg, creatinine 150 umol/L, takes warfarin 3 mg daily. Right lower quadrant pain "
        "migrating from the umbilicus, fever, rebound tenderness. Appendicitis on CT."
    )
    risks = assessed(text).plan.risks
    assert {r.kind for r in risks} == {"adverse", "complication", "procedure"}
    assert {"rcri", "caprini"} <= {r.score for r in risks}
    assert any(r.kind == "procedure" and "warfarin is taken" in r.why for r in risks)
    assert any("perforation" in r.what and "穿孔" in r.what_zh for r in risks)
    assert all(r.check and r.when and r.source and r.what_zh and r.why_zh and r.check_zh and r.when_zh for r in risks)


@pytest.mark.parametrize(
    "text",
    [
        "58F massive pulmonary embolism, BP 78/40, HR 130, craniotomy for meningioma 10 days ago, CTPA saddle embolus.",
        "65M STEMI anterior 1 h, ST elevation V1-V4; haemorrhagic stroke 2 years ago. No PCI within 2 hours.",
    ],
)
def test_a_step_that_names_fibrinolysis_says_why_not_here(text: str) -> None:
    steps = [i for i in assessed(text).plan.offered if "lysis" in i.text and i.kind == "procedure"]
    assert steps
    assert all("Not: thrombolytics" in i.text and "溶栓药" in (i.text_zh or "") for i in steps)


def test_an_option_with_a_partner_that_is_forbidden_says_so() -> None:
    text = "72F community-acquired pneumonia, fever 39, cough, crackles right base, QTc 520 ms. RR 24 BP 110/70."
    (beta_lactam,) = [i for i in assessed(text).plan.offered if i.drug == "ceftriaxone"]
    assert "Not: azithromycin" in beta_lactam.text


def test_a_low_pressure_takes_nitrate_and_beta_blocker_away_in_an_infarction() -> None:
    text = "A 71-year-old woman with sudden chest tightness. ECG: inferior STEMI. BP 92/55. Chest clear."
    assessment = assessed(text)
    assert assessment.plan.offered
    assert not offered(assessment, "nitroglycerin", "metoprolol", "ramipril")


def test_insulin_waits_for_potassium() -> None:
    text = "22M type 1 diabetes, vomiting, glucose 31, pH 7.05, ketones 6.5, K 3.0."
    assessment = assessed(text)
    assert offered(assessment, "potassium chloride")
    assert "insulin regular" in [i.drug for i in assessment.plan.excluded]


def test_alcohol_withdrawal_with_cirrhosis_gets_lorazepam() -> None:
    text = "56M acute alcohol withdrawal: tremor, sweating, hallucinations, HR 120, cirrhosis, last drink 2 days ago."
    assert offered(assessed(text), "lorazepam", "diazepam", "chlordiazepoxide") == ["lorazepam"]


def test_embolism_after_heparin_induced_thrombocytopenia_gets_argatroban() -> None:
    text = "46F acute pulmonary embolism, heparin-induced thrombocytopenia last month. Dyspnoea, CTPA positive."
    assessment = assessed(text)
    assert offered(assessment, "argatroban")
    assert not offered(assessment, "heparin", "enoxaparin")


def test_what_two_drugs_do_alike_is_said_once() -> None:
    text = "40M HIV on darunavir and ritonavir, new asthma attack; wheeze and cough at night."
    (steroid,) = [i for i in assessed(text).plan.offered if i.drug == "prednisone"]
    assert steroid.text.count("Steroid effects are stronger") == 1


def test_the_plan_asks_for_a_pregnancy_test_before_ct() -> None:
    steps = assessed("27-year-old woman, colicky flank pain to the groin with haematuria.").plan.offered
    (scan,) = [i for i in steps if "CT" in i.text and i.kind == "test"]
    assert scan.text.endswith("A pregnancy test first, unless there is no time.")
    assert "妊娠试验" in (scan.text_zh or "")
