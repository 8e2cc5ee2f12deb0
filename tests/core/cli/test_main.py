"""What every verb shares: exit codes, one sentence, one document, UTF-8, no network, no words of the record."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import core.cli
from core.cli import VERBS, main
from core.system.errors import BugError, KnownError
from core.system.network import network_forbidden
from tests.core.cli.conftest import Bedside

MARKER = "Xylophonitis-4711"


def _raises(error: BaseException) -> object:
    def run(given: list[str]) -> int:
        raise error

    return run


def test_without_a_verb_it_lists_them(bedside: Bedside) -> None:
    said = bedside()
    assert said.code == 0
    assert all(verb in said.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str, bedside: Bedside, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        bedside(verb, "--help")
    assert ended.value.code == 0
    assert f"usage: bedside {verb}" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "invalid choice: 'nonsense'"),
        (["analyse"], "FILE"),
        (["analyse", "x.txt", "--no-model"], "--no-model"),
        (["analyse", "x.txt", "--top", "0"], "at least 1"),
        (["analyse", "x.txt", "--top", "ten"], "at least 1"),
        (["analyse", "x.txt", "--lang", "fr"], "'fr'"),
        (["batch", "in.jsonl"], "OUT.jsonl"),
        (["batch", "in.jsonl", "out.jsonl", "--jobs", "-1"], "at least 1"),
        (["records"], "ACTION"),
        (["library", "nothing"], "'nothing'"),
        (["score"], "--list"),
    ],
)
def test_a_wrong_command_gets_one_sentence(words: list[str], said: str, bedside: Bedside) -> None:
    assert said in bedside(*words).sentence


def test_a_record_pasted_onto_the_command_line_is_not_repeated(bedside: Bedside) -> None:
    assert MARKER not in bedside("analyse", "-", MARKER, f"{MARKER} and fever").sentence


def test_a_message_over_several_lines_becomes_one(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.cli, "_run", _raises(KnownError("it is\nwrong")))
    assert bedside().sentence == "it is wrong"


def test_stopped(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.cli, "_run", _raises(KeyboardInterrupt()))
    assert bedside() == (130, "", "bedside: stopped\n")


def test_a_defect_is_named_by_kind_and_place_and_never_by_its_message(
    note: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError(note.read_text(encoding="utf-8"))

    monkeypatch.setattr("core.cli.check.read", broken)
    said = bedside("check", note)
    assert said.code == 1
    assert said.out == ""
    assert "a defect in Bedside stopped this (ValueError at check.py:" in said.err
    assert "Chest pain" not in said.err
    assert "Traceback" not in said.err


def test_the_network_is_refused_inside_a_verb(note: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[BaseException] = []

    def calls_home(*_: object) -> None:
        with socket.socket() as out:
            try:
                out.connect(("127.0.0.1", 9))
            except BaseException as error:
                seen.append(error)
                raise

    monkeypatch.setattr("core.cli.check.read", calls_home)
    said = bedside("check", note)
    assert isinstance(seen[0], BugError)
    assert said.code == 1
    assert "BugError" in said.err
    assert network_forbidden()


def test_a_reader_that_went_away_is_fine(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert main(["check", str(note)]) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_disk_behind_standard_output(
    note: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(["check", str(note), "--json"]) == 2
    assert "cannot be written to standard output" in capfd.readouterr().err


def test_without_any_standard_stream(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert main(["check", str(note), "--json"]) == 0
    assert main(["check", "-"]) == 2


def test_messages_never_get_among_the_results_when_there_is_no_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["check", str(tmp_path / "missing.txt")]) == 2
    assert out.getvalue() == ""


def test_results_are_utf8_in_any_locale(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert main(["analyse", str(note), "--no-models", "--lang", "zh"]) == 0
    assert "紧急程度" in raw.getvalue().decode("utf-8")


@pytest.mark.parametrize("frozen", [False, True])
def test_the_worker_is_dispatched_before_anything_else(frozen: bool) -> None:
    program = f"""
import sys, types
sys.frozen = {frozen}
sys.argv = ["bedside", "--model-worker", "1", "processor", "llama"]
worker = types.ModuleType("core.models.worker")
def main(arguments):
    print(arguments, "argparse" in sys.modules)
    raise SystemExit(0)
worker.main = main
sys.modules["core.models.worker"] = worker
import core.cli
print("went on")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=_ROOT)
    assert done.stdout == "['1', 'processor', 'llama'] False\n", done.stderr


def test_a_bundle_starts_its_processes_through_itself(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[bool] = []
    monkeypatch.setattr("multiprocessing.freeze_support", lambda: called.append(True))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert bedside().code == 0
    assert called == [True]


_ROOT = Path(__file__).resolve().parents[3]
