"""No plaintext on the disk, wherever one looks; each search is first shown to find what it looks for."""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.records import Records
from core.records.founding import DATABASE
from tests.core.records.samples import MARKER, MARKER_ZH, PASSPHRASE, TEXT, a_case, a_summary

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "unicode_escape")
LARGE = TEXT * 200


def _marked(content: bytes) -> bool:
    return any(marker.encode(encoding) in content for marker in (MARKER, MARKER_ZH) for encoding in ENCODINGS)


def _leaks(folder: Path) -> set[str]:
    return {
        str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file() and _marked(file.read_bytes())
    }


def _open_files() -> Iterator[Path]:
    """Files that this process holds, also those that no folder shows any more."""
    for entry in Path("/proc/self/fd").iterdir():
        if entry.is_file():
            yield entry


def test_the_search_finds_a_plain_database_and_its_log(tmp_path: Path):
    plain = sqlite3.connect(tmp_path / DATABASE)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("CREATE TABLE t (x)")
    plain.execute("INSERT INTO t VALUES (?)", (LARGE,))
    plain.commit()
    assert f"{DATABASE}-wal" in _leaks(tmp_path)
    plain.close()
    assert DATABASE in _leaks(tmp_path)


def test_the_search_finds_every_encoding():
    assert all(_marked(b"x" + MARKER_ZH.encode(encoding)) for encoding in ENCODINGS)
    assert not _marked(b"x")


def test_no_file_shows_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    folder = tmp_path / "records"
    records, _ = Records.create(folder, PASSPHRASE)
    with records:
        for number in range(20):
            records.save_case(a_case(f"{MARKER}-{number}", LARGE))
            records.save_assessment(f"{MARKER}-{number}", f'{{"x": "{MARKER}"}}', a_summary(top_name=MARKER_ZH))
        records.list_cases(MARKER)
        records.delete_case(f"{MARKER}-3")
        names = {file.name for file in folder.iterdir()}
        assert names == {"vault.json", DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"}
        assert _leaks(tmp_path) == set()
    assert {file.name for file in folder.iterdir()} == {"vault.json", DATABASE}
    assert _leaks(tmp_path) == set()
    assert list(temporary.iterdir()) == []


def test_a_rollback_journal_shows_nothing(records: Records, folder: Path):
    records.save_case(a_case(text=LARGE))
    with records._engine.connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA journal_mode = DELETE")
        cursor.execute("PRAGMA cache_size = 1")
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("UPDATE case_record SET case_json = case_json || case_json")
        assert (folder / f"{DATABASE}-journal").stat().st_size > 0
        assert _leaks(folder) == set()
        cursor.execute("ROLLBACK")


@pytest.mark.skipif(sys.platform != "linux", reason="looks into unlinked files through /proc")
def test_temporary_tables_stay_in_memory(records: Records):
    records.save_case(a_case(text=LARGE))

    def spill(cursor: Any) -> bool:
        cursor.execute("PRAGMA temp.cache_size = 1")
        cursor.execute("CREATE TEMP TABLE copied AS SELECT a.case_json FROM case_record a, json_each('[1,2,3,4,5,6]')")
        found = any(_marked(file.read_bytes()) for file in _open_files())
        cursor.execute("DROP TABLE copied")
        return found

    with records._engine.connect() as connection:
        cursor = connection.connection.cursor()
        assert not spill(cursor)
        cursor.execute("PRAGMA temp_store = FILE")  # what would happen without our setting
        assert spill(cursor)
