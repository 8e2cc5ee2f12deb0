from __future__ import annotations

from core.case.model import Patient
from core.language.model import Medication, Reading
from core.treatment.checks import checks
from core.treatment.model import CHECK_KINDS


def test_every_kind_is_named_and_none_is_called_done() -> None:
    drugs = (Medication(name="Coumadin", drug="warfarin"), Medication(name="brown tablets", drug=None))
    made = checks(Reading(language="en", patient=Patient(), medications=drugs))
    assert {c.kind for c in made} == set(CHECK_KINDS)
    assert all(c.status == "not-performed" for c in made)
    assert all(c.could_not_judge == ("warfarin", "brown tablets") for c in made)
