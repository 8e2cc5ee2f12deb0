from __future__ import annotations

import pytest

from core.diagnosis.red_flags import ALARMS, REFERRAL, SAME_DAY, TYPICAL, haste
from core.knowledge.base import default_knowledge

KNOWLEDGE = default_knowledge()
FEVER, WEIGHT_LOSS, STRIDOR, RETAINED = "HP:0001945", "HP:0001824", "HP:0010307", "HP:0000016"


def test_a_flag_is_in_one_class_and_some_entry_names_it() -> None:
    assert not ALARMS & SAME_DAY
    assert not (ALARMS | SAME_DAY) & REFERRAL
    named = {flag for disease in KNOWLEDGE.diseases.values() for flag in disease.red_flags}
    assert named >= ALARMS | SAME_DAY | REFERRAL


@pytest.mark.parametrize(
    ("flag", "disease", "level"),
    [
        (STRIDOR, "infectious-mononucleosis", "emergent"),  # an alarm in a disease that can wait
        (FEVER, "acute-cystitis", "one-day"),  # no emergency, though the cystitis is itself one for today
        (WEIGHT_LOSS, "irritable-bowel-syndrome", "one-week"),
        (RETAINED, "multiple-sclerosis", "one-day"),  # of no class: the day's matter in what can wait …
        (RETAINED, "acute-prostatitis", "emergent"),  # … and an emergency in what is the day's matter
    ],
)
def test_how_soon_a_flag_asks(flag: str, disease: str, level: str) -> None:
    entry = KNOWLEDGE.diseases[disease]
    assert flag in entry.red_flags
    assert haste(flag, entry) == level


def test_what_most_patients_with_a_disease_have_makes_theirs_no_worse() -> None:
    keratitis = KNOWLEDGE.diseases["keratitis"]
    contact_lenses = "BD:contact-lens-wear"
    stated = next(w for w in keratitis.findings if w.id == contact_lenses)
    assert contact_lenses in keratitis.red_flags
    assert stated.sensitivity is not None
    assert stated.sensitivity >= TYPICAL
    assert haste(contact_lenses, keratitis) is None


def test_coma_slow_breathing_and_a_cold_limb_are_emergencies_in_whatever_disease() -> None:
    assert {"HP:0001259", "BD:respiratory-depression", "BD:pale-cold-limb"} <= ALARMS
    assert haste("BD:pale-cold-limb", KNOWLEDGE.diseases["toe-fracture"]) == "emergent"
