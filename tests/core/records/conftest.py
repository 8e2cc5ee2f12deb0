"""Records made once (the key derivation is slow on purpose) and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.records import Records, vault
from tests.core.records.samples import PASSPHRASE


@dataclass(frozen=True)
class Made:
    folder: Path
    recovery_key: str
    key: bytes


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("made") / "records"
    records, recovery_key = Records.create(folder, PASSPHRASE)
    records.close()
    return Made(folder, recovery_key, bytes(vault.unlock(folder, PASSPHRASE)))


@pytest.fixture
def folder(made: Made, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made.folder, tmp_path / "records"))


@pytest.fixture
def records(made: Made, folder: Path) -> Iterator[Records]:
    with Records.open_with_key(folder, bytearray(made.key)) as opened:
        yield opened
