"""Whole records of acute illness in somebody who takes lasting medicines, with the knowledge that is shipped."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case


def assessed(text: str) -> Assessment:
    return assess(Case(id="sick", text=text))


def held(assessment: Assessment) -> str:
    return " ".join(i.text for i in assessment.plan.offered if i.text.startswith("What the patient takes"))


@pytest.mark.parametrize(
    ("text", "drugs"),
    [
        (("72M on ramipril 10 mg, metformin 1 g bd, indapamide 2.5 mg, ibuprofen 400 mg tds. Diarrhoea and vomiting "
         "4 days, dry, BP 92/54, HR 110, creatinine 288 umol/L (baseline 90), K 5.9."),
         ("ramipril", "metformin", "indapamide", "ibuprofen")),
        (("65F septic shock from pneumonia, BP 78/42, lactate 5.2, fever 39.5, on losartan 50 mg, bisoprolol 5 mg, "
         "empagliflozin 10 mg, metformin 500 mg bd."), ("losartan", "bisoprolol", "empagliflozin", "metformin")),
        (("58M type 2 diabetes on dapagliflozin 10 mg and metformin. Vomiting, abdominal pain, RR 30, glucose 11.8, "
         "pH 7.12, ketones 6.2, bicarbonate 9."), ("dapagliflozin", "metformin")),
        (("70F on lisinopril and furosemide, spironolactone; gastroenteritis with profuse diarrhoea; drowsy, oliguria, "
         "creatinine 310, eGFR 14, K 6.4."), ("lisinopril", "furosemide", "spironolactone")),
        (("80M acute kidney injury stage 2 after three days of poor intake, urinary retention excluded; drugs: "
         "valsartan/sacubitril, eplerenone, dapagliflozin."), ("valsartan", "eplerenone", "dapagliflozin")),
        ("患者，男，70岁，腹泻呕吐3天，血压88/50mmHg，肌酐320μmol/L，平素服用缬沙坦、二甲双胍、布洛芬、呋塞米。",
         ("valsartan", "metformin", "ibuprofen", "furosemide")),
    ],
)  # fmt: skip
def test_the_plan_says_first_what_to_hold(text: str, drugs: tuple[str, ...]) -> None:
    assessment = assessed(text)
    assert assessment.plan.offered[0].text == held(assessment)
    for drug in drugs:
        assert drug in held(assessment)
        warnings = [i for i in assessment.safety if i.kind == "disease" and drug in i.drugs[0]]
        assert min(i.rank for i in warnings) <= 2


@pytest.mark.parametrize(
    "text",
    [
        "44F type 2 diabetes, on canagliflozin, influenza with fever, not eating, vomiting since yesterday.",
        "68M for elective CT with contrast, eGFR 28, metformin 1 g bd, candesartan.",
    ],
)
def test_the_checks_say_so_where_there_is_no_plan(text: str) -> None:
    assessment = assessed(text)
    orders = [i.action.lower() for i in assessment.safety if i.kind == "disease"]
    assert any("hold" in order or "stop" in order for order in orders)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("70F on lisinopril; gastroenteritis with profuse diarrhoea; oliguria, creatinine 310, eGFR 14, K 6.4.",
         "Stop or hold NSAID"),
        (("70F severe sepsis from pyelonephritis, eGFR 18, allergy to penicillin, BP 84/50, lactate 4. Known chronic "
         "kidney disease stage 4, takes ramipril."), "Pause ACE inhibitor"),
        ("49F cirrhosis Child-Pugh B, hepatorenal syndrome, ascites, creatinine 260, oliguria.", "Stop diuretics"),
    ],
)  # fmt: skip
def test_a_step_that_tells_to_stop_is_never_taken_away(text: str, step: str) -> None:
    assert not [i.text for i in assessed(text).plan.excluded if i.text.startswith(step)]


@pytest.mark.parametrize(
    "text",
    [
        "70M known heart failure, EF 25%, acute gout of the big toe, red hot swollen MTP joint, urate 560.",
        "74M HFrEF (LVEF 28%), on bisoprolol, ramipril. Podagra since yesterday: red, tender first MTP joint.",
        "29F, 33 weeks pregnant, low back pain since lifting a box, no red flags.",
        "Pregnant at 35 weeks with acute lower back strain and sciatica down the left leg, 31-year-old woman.",
        "38M heart transplant on ciclosporin and azathioprine, gout attack big toe, urate 640, creatinine 150.",
    ],
)
def test_an_anti_inflammatory_drug_by_any_name_is_judged(text: str) -> None:
    plan = assessed(text).plan
    named = [i for i in plan.offered if "anti-inflammatory" in i.text.lower() and not i.text.startswith("No ")]
    assert plan.offered
    assert all("Not: " in i.text and "NSAID" in i.text for i in named)


def test_a_warning_stays_where_a_drug_in_it_falls_away() -> None:
    plan = assessed("38M heart transplant on ciclosporin and azathioprine, gout attack big toe, urate 640.").plan
    (warning,) = [i for i in plan.offered if i.text.startswith("No anti-inflammatory drug")]
    assert "Not: allopurinol" in warning.text


def test_what_porphyria_forbids_is_not_offered_and_then_taken_back() -> None:
    plan = assessed("35F acute intermittent porphyria, abdominal pain, seizure, hyponatraemia 121, dark urine.").plan
    (step,) = [i for i in plan.offered if "safe in porphyria" in i.text]
    assert "Not: " not in step.text


def test_the_two_parts_of_one_product_are_no_interaction() -> None:
    text = "80M heart failure. Drugs: valsartan/sacubitril 97/103 mg bd, eplerenone 25 mg."
    assert not [i for i in assessed(text).safety if set(i.drugs) == {"sacubitril", "valsartan"}]


def test_a_thyroid_is_not_scanned_in_pregnancy() -> None:
    plan = assessed("33F 12 weeks pregnant, Graves disease, TSH <0.01, FT4 48, tremor, HR 118, goitre.").plan
    scans = [i for i in plan.offered if "uptake scan" in i.text]
    assert scans
    assert all("No radioactive iodine" in i.text and "放射性碘" in (i.text_zh or "") for i in scans)
