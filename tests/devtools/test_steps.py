"""Nothing is done again while nothing has changed: the rule that makes a second `dev.py` call quick."""

from __future__ import annotations

from pathlib import Path

import pytest

from devtools import console, steps
from devtools.console import DevError, Watch
from devtools.stamps import Stamps, digest, digest_of_files, sha256
from devtools.steps import Step, bring_up_to_date, stale_steps


class Bench:
    """Steps that only count how often they were run, over fingerprints and results that a test can change."""

    def __init__(self, folder: Path) -> None:
        self.environment = folder
        self.prints = {"environment": "1", "libraries": "a", "knowledge": "x"}
        self.there = dict.fromkeys(self.prints, True)
        self.ran: list[str] = []

    def step(self, name: str) -> Step:
        return Step(
            name=name,
            title=name,
            fingerprint=lambda: self.prints[name],
            present=lambda: self.there[name],
            run=lambda watch: self.ran.append(name),
            starts_afresh=name == "environment",
        )

    def call(self) -> list[str]:
        return bring_up_to_date([self.step(name) for name in self.prints], self.environment)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    for module in (console, steps):
        monkeypatch.setattr(module, "LOGS", tmp_path / "logs")
    (tmp_path / "venv").mkdir()
    return Bench(tmp_path / "venv")


def test_a_second_call_does_nothing_and_says_nothing(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.call() == ["environment", "libraries", "knowledge"]
    assert "[2/3] libraries" in capsys.readouterr().out
    assert bench.call() == []
    assert capsys.readouterr().out == ""
    assert bench.ran == ["environment", "libraries", "knowledge"]


def test_only_what_changed_is_done_again(bench: Bench) -> None:
    bench.call()
    bench.prints["knowledge"] = "y"
    assert bench.call() == ["knowledge"]
    assert bench.call() == []


def test_a_result_that_went_away_is_made_again(bench: Bench) -> None:
    bench.call()
    bench.there["libraries"] = False
    assert bench.call() == ["libraries"]


def test_a_new_environment_is_filled_from_the_start(bench: Bench) -> None:
    bench.call()
    bench.there["environment"] = False
    assert bench.call() == ["environment", "libraries", "knowledge"]


def test_a_failed_step_is_tried_again_and_the_finished_ones_are_not(bench: Bench) -> None:
    def fail(watch: Watch) -> None:
        raise DevError("Check the network.")

    good, bad = bench.step("environment"), bench.step("libraries")
    failing = Step(bad.name, bad.title, bad.fingerprint, bad.present, fail)
    with pytest.raises(DevError):
        bring_up_to_date([good, failing], bench.environment)
    assert [step.name for step in stale_steps([good, bad], Stamps(bench.environment))] == ["libraries"]


def test_notes_come_after_all_steps(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    first = bench.step("environment")
    noting = Step(first.name, first.title, first.fingerprint, first.present, lambda watch: watch.notes.append("Mind."))
    bring_up_to_date([noting, bench.step("libraries")], bench.environment)
    assert capsys.readouterr().out.splitlines()[-1] == "NOTE: Mind."


@pytest.mark.parametrize("torn", ["", "{", "[]", "null"])
def test_torn_stamps_mean_that_everything_is_looked_at(tmp_path: Path, torn: str) -> None:
    (tmp_path / "bedside-setup.json").write_text(torn, encoding="utf-8")
    stamps = Stamps(tmp_path)
    assert stamps.get("libraries") is None
    stamps.set("libraries", "a")
    assert Stamps(tmp_path).get("libraries") == "a"


def test_two_writers_keep_each_others_stamps(tmp_path: Path) -> None:
    one, other = Stamps(tmp_path), Stamps(tmp_path)
    one.set("libraries", "a")
    other.set("knowledge", "x")
    assert Stamps(tmp_path).get("libraries") == "a"


def test_a_digest_sees_names_and_contents_but_neither_times_nor_byte_code(tmp_path: Path) -> None:
    def write(name: str, text: str) -> None:
        path = tmp_path / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def now() -> str:
        return digest_of_files([tmp_path / "tree"], tmp_path)

    write("a.yaml", "one")
    before = now()
    write("a.yaml", "one")
    write("__pycache__/a.pyc", "compiled")
    assert now() == before
    write("b.yaml", "")
    assert now() != before
    (tmp_path / "tree" / "b.yaml").rename(tmp_path / "tree" / "c.yaml")
    renamed = now()
    write("b.yaml", "")
    assert now() != renamed


def test_a_digest_of_parts_knows_where_one_ends() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", b"b") == digest(b"a", "b")


def test_the_sum_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    assert sha256(path).startswith("e3b0c44298fc1c14")
