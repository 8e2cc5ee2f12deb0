from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.knowledge.ansm import Level, Pair, Thesaurus, fold, plain_class, read_thesaurus, without_parentheses
from core.knowledge.ansm_tables import read_tables
from core.system.errors import KnownError
from core.system.folders import resources

CI, AVOID, CARE, MIND = "CONTRE-INDICATION", "Association DECONSEILLEE", "Précaution d'emploi", "A prendre en compte"


def entry(main: str, plus: str, *levels: tuple[str, str], mechanism: str = "") -> dict[str, Any]:
    return {
        "main_drug": main,
        "plus_drug": plus,
        "severity_levels": [{"level": level, "info": info} for level, info in levels],
        "interaction_mechanism": mechanism,
    }


def read(folder: Path, entries: list[dict[str, Any]], index: dict[str, list[str]]) -> Thesaurus:
    (folder / "t.json").write_text(json.dumps(entries), encoding="utf-8")
    substances = [{"substance": name, "drug_classes": classes} for name, classes in index.items()]
    (folder / "i.json").write_text(json.dumps(substances), encoding="utf-8")
    return read_thesaurus(folder / "t.json", folder / "i.json")


def only(folder: Path, *levels: tuple[str, str], mechanism: str = "") -> Pair:
    return read(folder, [entry("A", "B", *levels, mechanism=mechanism)], {}).pairs[0]


def test_folding_takes_accents_line_breaks_and_stray_blanks_away() -> None:
    assert fold("Bêta- bloquants\n(sauf ESMOLOL)  l’un") == "beta-bloquants (sauf esmolol) l'un"
    assert fold("- avec la darifénacine") == "- avec la darifenacine"
    assert without_parentheses("abciximab (c 7e3b fab)") == "abciximab"
    assert plain_class("autres diuretiques") == "diuretiques"


def test_a_class_means_its_members_and_a_substance_itself(tmp_path: Path) -> None:
    read_in = read(tmp_path, [], {"Énalapril": ["IEC"], "ramipril": ["iec", "Hypotenseurs"]})
    assert read_in.substances("iec") == ("enalapril", "ramipril")
    assert read_in.substances("ramipril") == ("ramipril",)


def test_a_pair_that_stands_twice_is_kept_once_and_the_fuller_one_counts(tmp_path: Path) -> None:
    short, full = entry("A", "B", (CARE, "")), entry("B", "A", (CARE, ""), (MIND, ""))
    pairs = read(tmp_path, [short, full, short], {}).pairs
    assert [len(pair.levels) for pair in pairs] == [2]


@pytest.mark.parametrize(
    ("levels", "severity"),
    [
        ([(CI, "")], "contraindicated"),
        ([(CI, "Utiliser un autre antibiotique.")], "contraindicated"),
        ([(CI, "avec la rosuvastatine 40 mg")], "moderate"),
        ([(AVOID, ": - chez les patients insuffisants rénaux")], "moderate"),
        ([(CARE, "- avec la forme orale")], "moderate"),
        ([(MIND, "")], "minor"),
        ([(CI, "par voie IV"), (AVOID, "par voie orale")], "major"),
        ([(CI, "avec des doses élevées"), (MIND, "à faible dose")], "moderate"),
        ([(CARE, ""), (MIND, "")], "minor"),
    ],
)
def test_a_grade_that_hangs_on_a_condition_is_not_taken_for_granted(
    tmp_path: Path, levels: list[tuple[str, str]], severity: str
) -> None:
    assert only(tmp_path, *levels).severity == severity


def test_a_condition_may_stand_in_the_mechanism(tmp_path: Path) -> None:
    assert only(tmp_path, (CI, ""), mechanism="Avec le dantrolène administré par perfusion").severity == "moderate"
    assert only(tmp_path, (CI, ""), mechanism="Risque hémorragique").severity == "contraindicated"


def test_a_level_that_nobody_knows_is_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="level that is not known"):
        only(tmp_path, ("Interdit", ""))


def test_a_level_knows_whether_it_is_narrow() -> None:
    assert Level("major", fold(": - avec la doxazosine")).narrow
    assert not Level("major", fold("Surveillance clinique.")).narrow


def test_our_tables_are_whole() -> None:
    tables = read_tables(resources() / "knowledge" / "ansm")
    assert len(tables.substances) > 150
    assert all(phrase.zh and phrase.en for phrase in tables.classes.values())
    assert all(phrase.zh and phrase.en.endswith(".") for _, phrase in tables.texts)
    vka = tables.name_of_class("antivitamines k")
    assert vka is not None
    assert vka.en == "vitamin K antagonists"
    assert tables.name_of_class("autres antiarythmiques") == tables.name_of_class("antiarythmiques")
    assert tables.name_of_class("warfarine") is None


def test_the_longest_beginning_of_a_text_counts() -> None:
    tables = read_tables(resources() / "knowledge" / "ansm")
    short = tables.text(fold("Diminution des concentrations plasmatiques de la substance"))
    longer = tables.text(fold("Diminution de l'efficacité contraceptive du traitement"))
    assert short is not None
    assert longer is not None
    assert "Contraception" in longer.en
    assert "Levels" in short.en
    assert tables.text("ceci n'est traduit nulle part") is None


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"substances\.yaml"):
        read_tables(tmp_path)
