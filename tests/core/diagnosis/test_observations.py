from __future__ import annotations

from core.diagnosis.durations import BY_DURATION
from core.diagnosis.observations import Observations
from core.knowledge.base import default_knowledge
from core.language.model import Finding
from tests.core.diagnosis.readings import CHEST_PAIN, COUGH, FEVER, INFARCTION, PLEURITIC, finding, reading

KNOWLEDGE = default_knowledge()


def observed(*findings: Finding) -> Observations:
    return Observations(reading(*findings), KNOWLEDGE)


def test_a_special_finding_makes_the_general_one_present() -> None:
    seen = observed(finding(PLEURITIC)).get(CHEST_PAIN)
    assert seen is not None
    assert seen.present
    assert not seen.stated
    assert seen.spans == ((10, 20),)


def test_denying_the_general_denies_the_special() -> None:
    seen = observed(finding(CHEST_PAIN, "absent")).get(PLEURITIC)
    assert seen is not None
    assert not seen.present


def test_denying_the_special_says_nothing_of_the_general() -> None:
    assert observed(finding(PLEURITIC, "absent")).get(CHEST_PAIN) is None


def test_presence_outranks_denial() -> None:
    assert observed(finding(FEVER, "absent"), finding(FEVER)).present(FEVER)
    assert observed(finding(FEVER), finding(FEVER, "absent")).present(FEVER)


def test_a_special_presence_outranks_nothing_that_was_said_outright() -> None:
    seen = observed(finding(CHEST_PAIN, "absent"), finding(PLEURITIC)).get(CHEST_PAIN)
    assert seen is not None
    assert not seen.present


def test_a_contradicted_denial_is_not_handed_down() -> None:
    seen = observed(finding("HP:0012531", "absent"), finding(CHEST_PAIN))
    assert seen.get(PLEURITIC) is None
    assert seen.present(CHEST_PAIN)


def test_hypothetical_findings_and_other_people_do_not_count() -> None:
    for quiet in (
        finding(FEVER, "hypothetical"),
        finding(FEVER, "conditional"),
        finding(FEVER, experiencer="other"),
        finding(FEVER, experiencer="family"),
        finding(FEVER, temporality="historical"),
    ):
        assert observed(quiet).get(FEVER) is None


def test_a_possible_finding_is_half_a_finding() -> None:
    seen = observed(finding(FEVER, "possible")).get(FEVER)
    assert seen is not None
    assert seen.strength == 0.5


def test_a_relatives_infarction_is_a_family_history_and_not_an_infarction() -> None:
    seen = observed(finding(INFARCTION, experiencer="family"))
    assert seen.get(INFARCTION) is None
    carriers = [f.id for f in KNOWLEDGE.findings.values() if INFARCTION in f.family_of]
    assert carriers
    assert seen.present(carriers[0])


def test_a_chronic_condition_of_the_past_is_one_of_now() -> None:
    hypertension = "HP:0000822"
    assert observed(finding(hypertension, temporality="historical")).present(hypertension)


def test_the_spans_of_all_mentions_are_kept() -> None:
    seen = observed(finding(FEVER, start=1, end=2), finding(FEVER, start=5, end=6))
    assert seen.spans(FEVER) == ((1, 2), (5, 6))
    assert seen.spans("HP:0000001") == ()


def test_what_has_resolved_was_there() -> None:
    entry = next(f for f in KNOWLEDGE.findings.values() if f.past_of)
    gone = observed(finding(entry.past_of[0], "absent", temporality="resolved"))
    assert gone.present(entry.id)


def test_how_long_it_has_lasted_is_a_finding_of_its_own() -> None:
    long = Observations(reading(finding(COUGH, onset_days=100)), KNOWLEDGE)
    assert long.present("BD:cough-for-months")
    assert "BD:cough-for-months" not in long.stated()
    assert not Observations(reading(finding(COUGH, onset_days=3)), KNOWLEDGE).present("BD:cough-over-two-weeks")
    denied = Observations(reading(finding(COUGH, "absent", onset_days=100)), KNOWLEDGE)
    assert not denied.present("BD:cough-for-months")


def test_every_duration_joins_known_findings() -> None:
    known = {f for follows in BY_DURATION.values() for _, _, f in follows} | set(BY_DURATION)
    assert known <= set(KNOWLEDGE.findings)
