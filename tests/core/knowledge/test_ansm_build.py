from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.knowledge.ansm_build import write_ansm
from core.knowledge.base import default_knowledge
from core.knowledge.drug_base import DrugBase, Meeting
from core.knowledge.drugs import DrugName
from core.knowledge.pharmacy_build import write_pharmacy
from core.knowledge.pharmacy_rules import InteractionRule
from core.knowledge.pharmacy_sources import read_pharmacy

TABLES = {
    "substances": 'substances: {"millepertuis": ["st john\'s wort", "no such herb"]}',
    "classes": 'classes: {"antivitamines k": {en: vitamin K antagonists, zh: 维生素K拮抗剂}}',
    "texts": 'texts: {"augmentation du risque": {en: "Bleeding.", zh: 出血。}, "controle": {en: "INR.", zh: 查INR。}}',
    "decisions": "decisions: [{left: alpha, right: beta, severity: minor, why: a test}]",
}
INDEX = {"warfarine": ["antivitamines K"], "fluindione": ["Antivitamines K"], "miconazole": [], "inconnu": []}
THESAURUS = [
    ("antivitamines k", "miconazole", "CONTRE-INDICATION", "", "Augmentation du risque hémorragique"),
    ("antivitamines k", "millepertuis", "Précaution d'emploi", "Contrôle de l'INR", "Mécanisme sans traduction"),
    ("antivitamines k", "inconnu", "CONTRE-INDICATION", "", ""),
    ("alpha", "beta", "CONTRE-INDICATION", "", ""),
    ("antivitamines k", "autres antivitamines k", "Association DECONSEILLEE", "", ""),
]
NAMES = ["warfarin", "fluindione", "miconazole", "st john's wort", "alpha", "beta"]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    published = [*(DrugName(n, n, False) for n in NAMES), DrugName("warfarine", "warfarin", False)]
    write_pharmacy(connection, read_pharmacy(tmp_path / "none"), published)
    yield connection
    connection.close()


def write(db: sqlite3.Connection, folder: Path) -> DrugBase:
    for name, text in TABLES.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    entries: list[dict[str, Any]] = [
        {
            "main_drug": a,
            "plus_drug": b,
            "severity_levels": [{"level": level, "info": info}],
            "interaction_mechanism": m,
        }
        for a, b, level, info, m in THESAURUS
    ]
    index = [{"substance": name, "drug_classes": classes} for name, classes in INDEX.items()]
    index += [{"substance": name, "drug_classes": ["autres antivitamines K"]} for name in ("warfarine", "fluindione")]
    (folder / "t.json").write_text(json.dumps(entries), encoding="utf-8")
    (folder / "i.json").write_text(json.dumps(index), encoding="utf-8")
    write_ansm(db, folder / "t.json", folder / "i.json", folder)
    return DrugBase(db)


def one(meetings: list[Meeting]) -> InteractionRule:
    assert len(meetings) == 1
    return meetings[0].rule


def test_a_class_meets_a_substance_by_our_names(db: sqlite3.Connection, tmp_path: Path) -> None:
    rule = one(write(db, tmp_path).interactions(["warfarin", "miconazole"]))
    assert rule.id == "ansm-antivitamines-k-miconazole"
    assert (rule.severity, rule.interruptive) == ("contraindicated", False)
    assert rule.mechanism.en == "vitamin K antagonists with miconazole (ANSM: contraindicated)"
    assert (rule.say.en, rule.say.zh) == ("Bleeding.", "出血。")
    assert rule.source is not None
    assert "ANSM" in rule.source


def test_what_is_not_translated_says_level_and_names_only(db: sqlite3.Connection, tmp_path: Path) -> None:
    rule = one(write(db, tmp_path).interactions(["fluindione", "st john's wort"]))
    assert rule.say.en == "The French thesaurus grades vitamin K antagonists with st john's wort: precaution."
    assert rule.do is not None
    assert rule.do.en == "INR."


def test_a_pair_that_we_grade_otherwise_still_tells_the_graver_grade(db: sqlite3.Connection, tmp_path: Path) -> None:
    rule = one(write(db, tmp_path).interactions(["alpha", "beta"]))
    assert rule.severity == "minor"
    assert "contraindicated" in rule.say.en


def test_two_of_one_class_are_named_as_two(db: sqlite3.Connection, tmp_path: Path) -> None:
    rule = one(write(db, tmp_path).interactions(["warfarin", "fluindione"]))
    assert rule.mechanism.en == "two vitamin K antagonists (ANSM: not recommended)"


def add_rule(db: sqlite3.Connection, *left: str) -> None:
    entry = json.dumps({"left": list(left), "right": ["load:bleeding>=2"]})
    db.execute("INSERT INTO interaction VALUES ('ours', ?)", (entry,))
    db.executemany("INSERT INTO interaction_side VALUES (?, 'ours', ?)", [("warfarin", 0), ("miconazole", 1)])


def rules_of(db: sqlite3.Connection, drug: str) -> set[str]:
    return {row[0] for row in db.execute("SELECT rule FROM interaction_side WHERE drug = ?", (drug,))}


def test_a_rule_of_ours_silences_the_thesaurus_for_its_pairs_only(db: sqlite3.Connection, tmp_path: Path) -> None:
    add_rule(db, "drug:warfarin")
    write(db, tmp_path)
    assert "ansm-antivitamines-k-miconazole" not in rules_of(db, "warfarin")
    assert "ansm-antivitamines-k-miconazole" in rules_of(db, "fluindione")
    assert "ansm-antivitamines-k-millepertuis" in rules_of(db, "warfarin")


def test_a_rule_of_ours_on_effects_alone_does_not_silence_it(db: sqlite3.Connection, tmp_path: Path) -> None:
    add_rule(db, "inhibits:CYP2C9>=moderate")
    write(db, tmp_path)
    assert "ansm-antivitamines-k-miconazole" in rules_of(db, "warfarin")


def test_the_thesaurus_speaks_of_drugs_without_an_entry() -> None:
    knowledge = default_knowledge()
    assert knowledge.drugs.get("fluindione") is None
    met = knowledge.drugs.interactions(["fluindione", "miconazole"])
    assert {m.rule.severity for m in met} == {"contraindicated"}
    assert not any(m.rule.interruptive for m in met)
