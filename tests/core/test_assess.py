"""The one way through."""

from __future__ import annotations

from datetime import date

from core.assess import SEED, assess, overdue_packs
from core.assessment import Assessment
from core.case.readers import read_text
from core.knowledge.base import default_knowledge


def test_every_step_is_timed_and_the_origin_is_named() -> None:
    knowledge = default_knowledge()
    origin = assess(read_text("Chest pain for 2 hours. No fever."), knowledge).provenance
    assert set(origin.timings_ms) == {"language", "diagnosis", "scores", "treatment"}
    assert set(origin.knowledge) == set(knowledge.packs)
    assert origin.seed == SEED
    assert origin.models == ()
    assert origin.calibrated_on


def test_an_assessment_survives_its_json() -> None:
    assessment = assess(read_text("Chest pain for 2 hours. No fever. BP 90/60."))
    assert Assessment.model_validate_json(assessment.model_dump_json(by_alias=True)) == assessment


def test_packs_past_their_review_date() -> None:
    knowledge = default_knowledge()
    assert overdue_packs(knowledge.packs, date(2026, 1, 1)) == []
    assert set(overdue_packs(knowledge.packs, date(2126, 1, 1))) == set(knowledge.packs)


def test_noise_is_no_next_step() -> None:
    knowledge = default_knowledge()
    assessment = assess(read_text("58-year-old man, chest pain radiating to the left arm, hs-troponin I 860 ng/L."))
    leading = knowledge.diseases[assessment.differential[0].id]
    due = {knowledge.procedures[s.procedure].names.en[0] for s in leading.next if s.first}
    assert all(step.information_bits >= 0.02 or step.label in due for step in assessment.next_steps)


def test_a_drug_alone_is_no_emergency() -> None:
    assert assess(read_text("65-year-old man, takes apixaban.")).triage.level is None


def test_nobody_stays_at_home_with_a_drug_that_must_not_be_taken() -> None:
    cold = "25-year-old man. Runny nose and sneezing for 2 days, mild sore throat, no fever."
    assert assess(read_text(cold)).triage.level == "self-care"
    both = assess(read_text(cold + " Takes sildenafil 50 mg and isosorbide mononitrate 30 mg daily."))
    assert both.triage.level == "one-week"
    assert both.triage.reasons[0] == "a drug is contraindicated"
