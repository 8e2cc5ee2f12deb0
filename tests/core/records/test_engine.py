import sqlite3
import sys
import traceback
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import IntegrityError

from core.records import Records
from core.records.engine import make_engine
from core.records.failures import plain_failures
from core.records.founding import DATABASE
from core.system.errors import KnownError
from tests.core.records.conftest import Made
from tests.core.records.samples import MARKER, a_case


def test_how_a_connection_is_set_up(records: Records):
    with records._engine.connect() as connection:

        def pragma(name: str) -> object:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

        assert str(pragma("cipher_version")).startswith("4.")
        assert pragma("temp_store") == 2  # memory
        assert pragma("foreign_keys") == 1
        assert pragma("secure_delete") == 1
        assert pragma("busy_timeout") == 5000
        assert pragma("journal_mode") == "wal"
        assert pragma("synchronous") == 2  # full


def test_the_header_is_not_that_of_a_plain_database(made: Made):
    assert not (made.folder / DATABASE).read_bytes().startswith(b"SQLite format 3")


def test_a_library_that_cannot_encrypt_is_refused(tmp_path: Path):
    engine = make_engine(tmp_path / "x.db", bytearray(32), driver=sqlite3)
    with pytest.raises(KnownError, match="no records without encryption"), engine.connect():
        pass
    assert not (tmp_path / "x.db").exists() or (tmp_path / "x.db").stat().st_size == 0


def test_no_library_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(KnownError, match="SQLCipher is missing"):
        make_engine(tmp_path / "x.db", bytearray(32))


def test_a_plain_database_is_refused_and_left_alone(folder: Path, made: Made):
    database = folder / DATABASE
    database.unlink()
    plain = sqlite3.connect(database)
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    before = database.read_bytes()
    key = bytearray(made.key)
    with pytest.raises(KnownError, match="is not encrypted"):
        Records.open_with_key(folder, key)
    assert database.read_bytes() == before
    assert key == bytes(32)  # wiped


@pytest.mark.parametrize(
    ("content", "sentence"), [(None, "is missing"), (b"", "is empty"), (b"x" * 8192, "damaged, or belongs to another")]
)
def test_other_files_in_its_place(folder: Path, made: Made, content: bytes | None, sentence: str):
    (folder / DATABASE).unlink()
    if content is not None:
        (folder / DATABASE).write_bytes(content)
    with pytest.raises(KnownError, match=sentence):
        Records.open_with_key(folder, bytearray(made.key))


def test_a_database_that_cannot_be_read(folder: Path, made: Made):
    (folder / DATABASE).unlink()
    (folder / DATABASE).mkdir()
    with pytest.raises(KnownError, match="cannot be read"):
        Records.open_with_key(folder, bytearray(made.key))


def test_a_wrong_key(folder: Path, capfd: pytest.CaptureFixture[str]):
    key = bytearray(b"k" * 32)
    with pytest.raises(KnownError, match="belongs to another vault"):
        Records.open_with_key(folder, key)
    assert key == bytes(32)
    assert capfd.readouterr() == ("", "")  # SQLCipher would talk about it


def _offend(engine: Engine) -> str:
    statement = text("INSERT INTO case_record (id, title) VALUES (:id, :title)")
    with engine.connect() as connection, pytest.raises(IntegrityError) as caught:
        connection.execute(statement, {"id": "x", "title": MARKER})
    return "".join(traceback.format_exception(caught.value))


def test_exceptions_do_not_quote_what_was_to_be_stored(records: Records):
    talkative = create_engine("sqlite://")
    with talkative.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE case_record (id, title, other NOT NULL)")
        connection.commit()
    assert MARKER in _offend(talkative)  # what would happen
    talkative.dispose()
    assert MARKER not in _offend(records._engine)


def test_a_failure_shows_no_parameters(records: Records):
    with records._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(KnownError) as caught:
        records.save_case(a_case())
    assert caught.value.__suppress_context__
    assert MARKER not in "".join(traceback.format_exception(caught.value))


def test_other_exceptions_pass_through():
    with pytest.raises(ZeroDivisionError), plain_failures():
        _ = 1 / 0
