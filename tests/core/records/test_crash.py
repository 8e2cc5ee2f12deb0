"""A program that is killed while it writes loses nothing that it said was stored."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.records import Records
from tests.core.records.conftest import Made

ROOT = Path(__file__).parents[3]


def _kill_after(folder: Path, key: bytes, cases: int) -> int:
    """The number of the last case that the child said was stored; it is killed while it goes on."""
    command = [sys.executable, "-m", "tests.core.records.crash_child", str(folder), key.hex()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(cases)]
        child.kill()
        said += child.stdout.readlines()
    return int([line for line in said if line.endswith("\n")][-1])


def _check(folder: Path, key: bytes, last: int) -> None:
    with Records.open_with_key(folder, bytearray(key)) as records:
        made = [records.export_case(line.id) for line in records.list_cases(limit=1000)]
        assert len(made) >= min(last + 1, 50)
        newest = records.export_case(str(last % 50))
        assert {"made": last} in [one["assessment"] for one in newest["assessments"]]
        assert int(newest["case"]["text"].splitlines()[0]) >= last
        with records._engine.connect() as connection:
            cursor = connection.connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the check reads the main file alone
            assert cursor.execute("PRAGMA cipher_integrity_check").fetchall() == []
            assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("cases", [1, 7, 40])
def test_killed_while_writing(folder: Path, made: Made, cases: int):
    _check(folder, made.key, _kill_after(folder, made.key, cases))


@pytest.mark.soak
def test_killed_five_hundred_times(folder: Path, made: Made):
    for turn in range(500):
        _check(folder, made.key, _kill_after(folder, made.key, 1 + turn * 7 % 23))
