from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.system.errors import KnownError

CHEST_PAIN, PLEURITIC, MELENA, DIARRHOEA = "HP:0100749", "HP:0033771", "HP:0002249", "HP:0002014"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


def test_the_hierarchy_is_that_of_hpo(knowledge: Knowledge) -> None:
    assert CHEST_PAIN in knowledge.ancestors(PLEURITIC)


def test_a_link_that_does_not_hold_at_the_bedside_is_cut(knowledge: Knowledge) -> None:
    assert DIARRHOEA not in knowledge.ancestors(MELENA)


def test_names_are_found_by_their_rarest_stem(knowledge: Knowledge) -> None:
    rows = [row for rows in knowledge.lexicon(["orthopnea"]).values() for row in rows]
    assert any(row.term == "HP:0012764" for row in rows)
    assert knowledge.lexicon(["no-such-stem"]) == {}


def test_labels_fall_back_to_the_id(knowledge: Knowledge) -> None:
    assert knowledge.label("HP:9999999").en == "HP:9999999"
    assert knowledge.label("HP:0001945").zh == "发热"


def test_old_ids_are_followed(knowledge: Knowledge) -> None:
    assert knowledge.current("HP:0001945") == "HP:0001945"
    assert knowledge.current("HP:9999999") is None


def test_search_finds_diseases_and_parts_of_chinese_names(knowledge: Knowledge) -> None:
    assert ("acute-appendicitis", "disease") in [row[:2] for row in knowledge.search("appendicitis")]
    assert any(row[0] == "acute-appendicitis" for row in knowledge.search("阑尾"))
    assert knowledge.search('" OR 1') == []


def test_packs_name_version_and_review_date(knowledge: Knowledge) -> None:
    assert set(knowledge.packs) == {"bedside", "hpo", "icd10cm", "drug-names", "ansm", "cpic"}
    assert all(len(pack.sha256) == 64 for pack in knowledge.packs.values())


def test_brands_lead_to_the_drug(knowledge: Knowledge) -> None:
    assert knowledge.drug("Coumadin") == knowledge.drug("warfarin")
    assert knowledge.drug("no such drug") is None


def test_the_file_cannot_be_written(knowledge: Knowledge) -> None:
    with pytest.raises(sqlite3.OperationalError):
        knowledge._db.execute("DELETE FROM term")


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="has not been built"):
        Knowledge(tmp_path / "none.sqlite")
