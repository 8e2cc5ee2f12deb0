"""Kinds of rules that once reached too far or not far enough, with the knowledge that is shipped."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.case.model import Case
from core.treatment.model import SafetyItem


def said(text: str, drug: str, *kinds: str) -> list[SafetyItem]:
    """What is said of a drug that is at least moderate."""
    items = assess(Case(id="kind", text=text)).safety
    return [i for i in items if i.rank <= 2 and i.kind in kinds and any(drug in name for name in i.drugs)]


@pytest.mark.parametrize(
    ("text", "drug", "kinds"),
    [
        ("72-year-old woman with COPD. Medications: timolol eye drops.", "timolol", ("disease",)),
        ("60-year-old man with heart failure. Medications: carteolol eye drops.", "carteolol", ("disease",)),
        ("81-year-old woman. Medications: doxepin 25 mg at night.", "doxepin", ("age",)),
        ("66-year-old man. Medications: rosuvastatin 20 mg daily, darolutamide 600 mg bid.", "rosuvastatin",
         ("interaction",)),
        ("70-year-old man, eGFR 20. Medications: nirmatrelvir 150 mg bid, ritonavir 100 mg bid.", "nirmatrelvir",
         ("renal",)),
        ("50-year-old man. Medications: topiroxostat 40 mg bid, azathioprine 150 mg daily.", "topiroxostat",
         ("interaction",)),
        ("67-year-old man, atrial fibrillation, weight 82 kg, creatinine 80 umol/L. Medications: apixaban 2.5 mg bid.",
         "apixaban", ("dose",)),
        ("72-year-old man. Medications: warfarin 5 mg daily, miconazole oral gel.", "warfarin", ("interaction",)),
        ("60-year-old man. Medications: Dysport 2000 units.", "abobotulinumtoxin", ("dose",)),
    ],
)  # fmt: skip
def test_is_said(text: str, drug: str, kinds: tuple[str, ...]) -> None:
    assert said(text, drug, *kinds)


@pytest.mark.parametrize(
    ("text", "drug", "kinds"),
    [
        ("50-year-old man, QTc 490 ms. Medications: isavuconazole 200 mg daily.", "isavuconazonium", ("disease", "qt")),
        ("78-year-old woman. Medications: doxepin 3 mg at night.", "doxepin", ("age",)),
        ("60-year-old woman with breast cancer and earlier deep vein thrombosis. Medications: fulvestrant 500 mg.",
         "fulvestrant", ("disease",)),
        ("60-year-old man. Medications: Dysport 500 units.", "abobotulinumtoxin", ("dose",)),
        ("50-year-old man, earlier DVT, creatinine 80 umol/L. Medications: apixaban 2.5 mg bid.", "apixaban",
         ("dose",)),
        ("60-year-old woman with cirrhosis. Medications: paracetamol 500 mg tds.", "acetaminophen", ("hepatic",)),
        ("60-year-old man. Allergies: egg (hives). Medications: propofol.", "propofol", ("allergy",)),
    ],
)  # fmt: skip
def test_is_not_said(text: str, drug: str, kinds: tuple[str, ...]) -> None:
    assert not said(text, drug, *kinds)


def test_egg_forbids_the_vaccine_against_yellow_fever_alone() -> None:
    vaccines = ("yellow fever vaccine", "influenza vaccine")
    case = Case(id="kind", text="30-year-old woman. Allergies: egg (anaphylaxis).", medications=vaccines)
    found = [i for i in assess(case).safety if i.kind == "allergy"]
    assert [(i.drugs, i.severity) for i in found] == [(("yellow fever vaccine",), "major")]


def test_a_cream_of_two_drugs_is_both() -> None:
    names = {m for c in assess(Case(id="kind", text="患者男，30岁，湿疹。用药：派瑞松。")).checks for m in c.looked_at}
    assert {"triamcinolone cream (派瑞松)", "econazole (派瑞松)"} <= names


def test_an_adjunct_on_a_long_qt_gives_way_to_its_alternative() -> None:
    text = (
        "67-year-old man with fever, productive cough with rusty sputum and right-sided crackles for three days. Chest "
        "X-ray: right lower lobe consolidation. Community-acquired pneumonia. ECG: QTc 510 ms."
    )
    plan = assess(Case(id="kind", text=text)).plan
    meant = "community-acquired-pneumonia"
    assert "azithromycin" in [i.drug for i in plan.excluded if i.disease == meant]
    offered = [i.drug for i in plan.offered if i.disease == meant]
    assert {"amoxicillin", "doxycycline"} <= set(offered)
    assert "levofloxacin" not in offered
