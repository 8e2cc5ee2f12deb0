"""Wordings of the ward that were missed, and words that were taken for what they do not say."""

from __future__ import annotations

import pytest

from tests.core.language.shipped import findings


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Passed 40 ml urine since midnight", "reduced urine output"),
        ("Urine output 15 ml/h", "reduced urine output"),
        ("UO 10 ml/h", "reduced urine output"),
        ("Urine 60 ml over 8 hours", "reduced urine output"),
        ("Septic, chest infection", "Pneumonia"),
        ("Dusky blisters over the thigh, crepitus felt", "crepitus of the skin"),
        ("Crepitus in the swollen leg", "crepitus of the skin"),
        ("dusky patches on the thigh", "skin necrosis or haemorrhagic blisters"),
        ("14 mm mobile mass on the aortic cusp", "vegetation on a heart valve"),
        ("bladder scan 920 ml", "urinary retention"),
        ("pupils 8 mm", "dilated pupils"),
        ("He keeps two cats and a parrot", "keeps birds"),
        ("双眼突出。", "bulging eyes"),
        ("TRAb阳性。", "positive TSH receptor antibody"),
        ("CT head: no bleed", "no haemorrhage on CT head"),
    ],
)
def test_it_is_read(text: str, label: str) -> None:
    assert findings(text)[label].assertion == "present"


@pytest.mark.parametrize("text", ["Headache. CT: no haemorrhage", "CT head: no bleed", "CT brain without haemorrhage"])
def test_a_ct_without_blood_denies_it(text: str) -> None:
    found = findings(text)
    assert found["bleeding in the brain substance"].assertion == "absent"
    assert found["subarachnoid blood on CT"].assertion == "absent"


@pytest.mark.parametrize("text", ["CT abdomen: no bleeding", "CT head: large haemorrhage"])
def test_another_ct_denies_no_blood_in_the_head(text: str) -> None:
    assert "no haemorrhage on CT head" not in findings(text)


@pytest.mark.parametrize(
    "text", ["Prev GI bleed 2018", "h/o GI bleed", "hx of GI bleed", "Prev. GI bleed", "GI bleed treated in 2018"]
)
def test_a_bleed_of_the_past_is_historical(text: str) -> None:
    assert findings(text)["GI bleed"].temporality == "historical"


def test_a_cancer_that_was_treated_is_of_the_past() -> None:
    assert findings("Prostate cancer 2015 treated")["active cancer"].temporality == "historical"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("He keeps two cats and a parrot", "repeats what others say"),
        ("14 mm mobile mass on the aortic cusp", "smooth mobile breast lump"),
        ("Uric acid normal", "heartburn"),
        ("headache worse when I lie down or cough", "chest pain worse with coughing"),
        ("Should I be worried?", "anxiety"),
        ("<script>alert(1)</script> GCS 14", "alert and oriented"),
        ("Husband has chest pain and fever this week", "fever for more than a week"),
        ("Husband has chest pain and fever this week", "chest pain for weeks or months"),
        ("dusky patches on the thigh", "cyanosis"),
        ("Knee crepitus on movement", "crepitus of the skin"),
        ("Passed 400 ml urine since midnight", "reduced urine output"),
        ("Bladder scan 50 ml", "urinary retention"),
        ("Pupils 3 mm", "dilated pupils"),
    ],
)
def test_it_is_not_invented(text: str, label: str) -> None:
    assert label not in findings(text)
