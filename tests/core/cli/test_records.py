"""`bedside records` and where its passphrase comes from."""

from __future__ import annotations

import getpass
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.core.cli.conftest import WORD, Bedside

NO_TERMINAL = "give --passphrase-fd N or set BEDSIDE_PASSPHRASE"


class _Terminal:
    @staticmethod
    def isatty() -> bool:
        return True


@pytest.fixture
def stored(note: Path, with_records: Path, bedside: Bedside) -> str:
    return str(bedside("analyse", note, "--no-models", "--store", "--json").document["id"])


def types(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    """Somebody at the terminal, who then presses Ctrl-D."""
    typed = iter(words)

    def ask(_: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(getpass, "getpass", ask)


def test_made_once(own_home: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    types(monkeypatch, WORD, WORD, WORD, WORD)
    document = bedside("records", "init", "--json").document
    assert document["folder"] == str(own_home / "records")
    assert len(document["recovery_key"].replace("-", "")) == 32
    assert "already" in bedside("records", "init").sentence


def test_the_recovery_key_is_shown_once(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDSIDE_PASSPHRASE", WORD)
    said = bedside("records", "init")
    assert said.code == 0
    assert "shown this once" in said.out


@pytest.mark.parametrize(("word", "said"), [("short", "too short"), ("", "too short"), ("\udcff" * 9, "not UTF-8")])
def test_words_that_will_not_do(word: str, said: str, bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDSIDE_PASSPHRASE", word)
    assert said in bedside("records", "init").sentence


def test_nothing_is_made_when_the_two_differ_or_none_is_given(
    own_home: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    types(monkeypatch, WORD, WORD + "!")
    assert "differ" in bedside("records", "init").sentence
    types(monkeypatch)
    assert "no passphrase was given" in bedside("records", "init").sentence
    assert not (own_home / "records").exists()


@pytest.mark.parametrize("action", [("list",), ("show", "x"), ("export", "x", "x.json"), ("init",)])
def test_without_a_passphrase(action: tuple[str, ...], bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert NO_TERMINAL in bedside("records", *action).sentence


@pytest.mark.parametrize("number", [99, -1, 10**12])
def test_a_descriptor_that_is_none(number: int, bedside: Bedside) -> None:
    assert f"file descriptor {number}" in bedside("records", "list", "--passphrase-fd", number).sentence


@pytest.mark.parametrize(
    ("data", "said"),
    [(WORD.encode() + b"\r\n", None), (WORD.encode() + b"\nmore", None), (b"", "wrong"), (b"\xff\xfe", "descriptor")],
)
def test_a_passphrase_through_a_descriptor(
    data: bytes, said: str | None, with_records: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEDSIDE_PASSPHRASE", "not this one")
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    answer = bedside("records", "list", "--passphrase-fd", reading, "--json")
    if said is None:
        assert answer.document == []
    else:
        assert said in answer.sentence


def test_records_that_are_not_there(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDSIDE_PASSPHRASE", WORD)
    for action in (("list",), ("show", "x"), ("export", "x", "x.json")):
        assert "run 'bedside records init'" in bedside("records", *action).sentence


def test_a_wrong_passphrase(with_records: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDSIDE_PASSPHRASE", WORD + "!")
    sentence = bedside("records", "list").sentence
    assert "the passphrase is wrong" in sentence
    assert WORD not in sentence


@pytest.mark.parametrize("place", ["note.txt", "note.txt/below"])
def test_a_data_folder_that_cannot_be(
    place: str, note: Path, tmp_path: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path / place))
    monkeypatch.setenv("BEDSIDE_PASSPHRASE", WORD)
    commands = (("records", "init"), ("records", "list"), ("doctor",), ("models", "list"))
    for command in (*commands, ("analyse", note, "--no-models", "--store")):
        assert "set BEDSIDE_HOME" in bedside(*command).sentence
    assert bedside("analyse", note, "--no-models").code == 0


def test_listed_and_searched(stored: str, bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.cli.records._PAGE", 1)
    assert stored in bedside("records", "list").out
    assert [c["id"] for c in bedside("records", "list", "--search", "chest", "--json").document] == [stored]
    assert bedside("records", "list", "--search", "\udcff").out == "No case matches.\n"


def test_an_empty_list(with_records: Path, bedside: Bedside) -> None:
    assert bedside("records", "list").out == "No case yet.\n"
    assert bedside("records", "list", "--json").document == []


def test_shown(stored: str, note: Path, bedside: Bedside) -> None:
    document = bedside("records", "show", stored, "--json").document
    assert document["case"]["text"] == note.read_text(encoding="utf-8")
    assert document["assessment"]["id"] == stored
    said = bedside("records", "show", stored)
    assert "Chest pain for 2 hours" in said.out
    assert "Urgency: " in said.out


def test_a_case_without_an_assessment(
    note: Path, with_records: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.records.store.Records.save_assessment", lambda *_: None)
    key = bedside("analyse", note, "--no-models", "--store", "--json").document["id"]
    assert bedside("records", "show", key, "--json").document["assessment"] is None
    assert "Urgency" not in bedside("records", "show", key).out


@pytest.mark.parametrize("key", ["nope", "患者", "\udcff", "' OR 1=1 --"])
def test_an_unknown_case(key: str, with_records: Path, tmp_path: Path, bedside: Bedside) -> None:
    assert "no case with this id" in bedside("records", "show", key).sentence
    assert "no case with this id" in bedside("records", "export", key, tmp_path / "x.json").sentence
    assert not (tmp_path / "x.json").exists()


def test_exported(stored: str, tmp_path: Path, bedside: Bedside) -> None:
    target = tmp_path / "case.json"
    assert bedside("records", "export", stored, target, "--json").document == {"id": stored, "file": str(target)}
    assert "Chest pain" in json.dumps(json.loads(target.read_text(encoding="utf-8")))
    assert os.name != "posix" or stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "not encrypted" in bedside("records", "export", stored, target).out
    for place in (tmp_path, tmp_path / "none" / "x.json", "/dev/null"):
        assert bedside("records", "export", stored, place).sentence


def test_an_export_that_the_disk_refuses(
    stored: str, tmp_path: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.cli.records.write_atomically", full)
    assert "No space left" in bedside("records", "export", stored, tmp_path / "x.json").sentence
