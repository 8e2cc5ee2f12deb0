"""The command line inside this process: a data folder of its own, and what it says and returns."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from core.cli import main
from core.records import Records

WORD = "correct horse battery"


class Said(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one plain sentence that bad input gets."""
        assert self.code == 2, self
        assert self.out == "", self
        assert len(self.err.splitlines()) == 1, self
        assert self.err.startswith("bedside: "), self
        return self.err.removeprefix("bedside: ").strip()

    @property
    def document(self) -> Any:
        """The one JSON document that `--json` promises."""
        assert self.code == 0, self
        return json.loads(self.out)


Bedside = Callable[..., Said]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("BEDSIDE_PASSPHRASE", raising=False)
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return tmp_path / "home"


@pytest.fixture
def bedside(capfd: pytest.CaptureFixture[str]) -> Bedside:
    def run(*words: object) -> Said:
        capfd.readouterr()
        code = main([str(word) for word in words])
        return Said(code, *capfd.readouterr())

    return run


@pytest.fixture
def note(tmp_path: Path) -> Path:
    file = tmp_path / "note.txt"
    file.write_text(
        "58-year-old man. Chest pain for 2 hours, sweating. No fever. BP 152/94, HR 104.\n", encoding="utf-8"
    )
    return file


@pytest.fixture(scope="session")
def made_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "records"
    Records.create(folder, WORD)[0].close()
    return folder


@pytest.fixture
def with_records(made_records: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Records that are set up, and the passphrase in the environment."""
    monkeypatch.setenv("BEDSIDE_PASSPHRASE", WORD)
    own_home.mkdir()
    return Path(shutil.copytree(made_records, own_home / "records"))


def lines_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
