"""Broken entries are named with file and line, and none of them is lost silently."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from core.knowledge.build import build
from core.knowledge.lint import lint
from core.knowledge.sources import read_sources
from core.system.errors import KnownError
from core.system.folders import resources

# Enough of the tree to break something in; the whole is read once, by the first test.
KEPT = ("migraine.yaml", "tension-type-headache.yaml", "subarachnoid-haemorrhage.yaml")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    def left_out(folder: str, names: list[str]) -> list[str]:
        kept = {"diseases": KEPT, "findings": ("general.yaml", "head.yaml"), "sayings": ()}.get(Path(folder).name)
        return [] if kept is None else [name for name in names if name not in kept]

    return Path(shutil.copytree(resources() / "knowledge", tmp_path / "knowledge", ignore=left_out))


def test_the_shipped_tree_passes() -> None:
    sources = read_sources(resources() / "knowledge")
    assert lint(sources) == []
    assert len(sources.diseases) >= 40


def test_a_broken_entry_is_named_with_its_line(tree: Path) -> None:
    path = tree / "diseases" / "migraine.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("urgency:"))
    lines[number] = "urgency: whenever"
    path.write_text("\n".join(lines), encoding="utf-8")
    problems = lint(read_sources(tree))
    assert any(p.file == "migraine.yaml" and p.line == number + 1 and "urgency" in p.message for p in problems)


def test_a_file_that_is_no_yaml_is_named(tree: Path) -> None:
    (tree / "diseases" / "migraine.yaml").write_text("id: [unclosed", encoding="utf-8")
    assert any(p.file == "migraine.yaml" and "not YAML" in p.message for p in lint(read_sources(tree)))


def test_an_unknown_finding_is_named(tree: Path) -> None:
    path = tree / "diseases" / "migraine.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("HP:0000613", "BD:no-such-finding"), encoding="utf-8")
    assert any("BD:no-such-finding" in p.message for p in lint(read_sources(tree)))


def test_a_sensitivity_below_the_background_is_named(tree: Path) -> None:
    assert not [p for p in lint(read_sources(tree)) if "below the background" in p.message]
    path = tree / "findings" / "head.yaml"
    written = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"background: 0\.\d+", "background: 0.99", written), encoding="utf-8")
    assert any("below the background of 0.99" in p.message for p in lint(read_sources(tree)))


def test_a_name_that_belongs_to_two_findings_is_named(tree: Path) -> None:
    (tree / "findings" / "twice.yaml").write_text(
        "findings:\n"
        "  - {id: 'BD:one', names: {en: [sore elbow], zh: [肘痛]}, kind: symptom, background: 0.1}\n"
        "  - {id: 'BD:two', names: {en: [elbows are sore], zh: [肘部痛]}, kind: symptom, background: 0.1}\n",
        encoding="utf-8",
    )
    assert any("BD:one, BD:two" in p.message for p in lint(read_sources(tree)))


def test_the_build_refuses_without_its_packages(tree: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"dev\.py"):
        build(tree, tmp_path / "nothing", tmp_path / "out.sqlite")
    assert not (tmp_path / "out.sqlite").exists()


def test_sayings_are_names_that_are_never_shown(tree: Path) -> None:
    folder = tree / "sayings"
    folder.mkdir(exist_ok=True)
    (folder / "test.yaml").write_text('sayings: {"HP:0001945": ["burning up like a stove"]}', encoding="utf-8")
    fever = read_sources(tree).findings["HP:0001945"]
    assert "burning up like a stove" in fever.sayings
    assert "burning up like a stove" not in fever.names.en


def test_sayings_for_an_unknown_finding_and_a_name_without_a_word_are_named(tree: Path) -> None:
    folder = tree / "sayings"
    folder.mkdir(exist_ok=True)
    (folder / "test.yaml").write_text('sayings: {"BD:nothing": ["x"], "HP:0001945": ["9;22"]}', encoding="utf-8")
    messages = [p.message for p in lint(read_sources(tree))]
    assert any("sayings for BD:nothing" in m for m in messages)
    assert any("'9;22' has no content word" in m for m in messages)


def test_a_name_of_two_diseases_and_a_mimic_that_is_no_entry_are_named(tree: Path) -> None:
    path = tree / "diseases" / "migraine.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("en: [migraine", "en: [migraine, tension headache", 1).replace(
            "mimics: [", "mimics: [no-such, ", 1
        ),
        encoding="utf-8",
    )
    messages = [p.message for p in lint(read_sources(tree))]
    assert any("'tension headache' belongs to" in m for m in messages)
    assert "names no-such, which is no entry" in messages
