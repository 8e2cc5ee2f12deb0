from __future__ import annotations

import sqlite3

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.pharmacy_rules import SEVERITIES, InteractionRule
from core.knowledge.pharmacy_sources import read_pharmacy
from core.system.folders import compiled_knowledge, resources
from tests.core.knowledge.interaction_pairs import FORBIDDEN, GRAVE, TOLERATED, pairs

RULES = read_pharmacy(resources() / "knowledge" / "drugs").interactions


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


def gravest(knowledge: Knowledge, one: str, other: str) -> InteractionRule | None:
    """The gravest rule that speaks of two drugs, each by any of its names."""
    names = [knowledge.drug(one), knowledge.drug(other)]
    assert all(names), f"not a known drug: {one if names[0] is None else other}"
    met = knowledge.drugs.interactions([name for name in names if name])
    return min((m.rule for m in met), key=lambda rule: SEVERITIES.index(rule.severity), default=None)


@pytest.mark.parametrize(("one", "other"), pairs(FORBIDDEN))
def test_what_must_not_be_given_together_interrupts(knowledge: Knowledge, one: str, other: str) -> None:
    rule = gravest(knowledge, one, other)
    assert rule is not None
    assert rule.severity == "contraindicated"
    assert rule.interruptive is not False


@pytest.mark.parametrize(("one", "other"), pairs(GRAVE))
def test_what_needs_a_change_or_a_close_watch_is_graded_so(knowledge: Knowledge, one: str, other: str) -> None:
    rule = gravest(knowledge, one, other)
    assert rule is not None
    assert rule.severity in ("contraindicated", "major")


@pytest.mark.parametrize(("one", "other"), pairs(TOLERATED))
def test_what_is_given_together_every_day_does_not_interrupt(knowledge: Knowledge, one: str, other: str) -> None:
    rule = gravest(knowledge, one, other)
    assert rule is None or rule.severity != "contraindicated"


def test_the_lists_are_long_enough_to_mean_something() -> None:
    assert len(pairs(FORBIDDEN)) + len(pairs(GRAVE)) >= 240
    assert len(pairs(TOLERATED)) >= 240
    assert len(RULES) >= 250


@pytest.mark.parametrize("rule", list(RULES.values()), ids=list(RULES))
def test_every_rule_says_what_harms_and_what_to_do_in_both_languages(rule: InteractionRule) -> None:
    assert rule.do is not None
    for phrase in (rule.mechanism, rule.say, rule.do):
        assert phrase.en.endswith(".")
        assert phrase.zh
        assert any("一" <= c <= "鿿" for c in phrase.zh)


def test_a_rule_that_forbids_advises_to_avoid() -> None:
    assert {r.action_class for r in RULES.values() if r.severity == "contraindicated"} == {"avoid"}


def test_every_rule_has_drugs_on_both_sides() -> None:
    db = sqlite3.connect(f"{compiled_knowledge().as_uri()}?mode=ro", uri=True)
    sides = set(db.execute("SELECT DISTINCT rule, side FROM interaction_side"))
    db.close()
    assert [key for key in RULES if not {(key, 0), (key, 1)} <= sides] == []


def test_members_of_a_class_are_caught_without_a_word_in_the_rules(knowledge: Knowledge) -> None:
    assert not any("drug:ramipril" in (*rule.left, *rule.right) for rule in RULES.values())
    rule = gravest(knowledge, "ramipril", "sacubitril")
    assert rule is not None
    assert rule.id == "neprilysin-acei"
