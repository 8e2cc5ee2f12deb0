"""What the world does to records, and where they can be made: each failure is one sentence, and nothing is lost."""

import json
import sys
import traceback
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from core.records import Records, founding
from core.records.founding import DATABASE
from core.system.errors import KnownError
from tests.core.records.conftest import Made
from tests.core.records.samples import MARKER, MARKER_ZH, PASSPHRASE, TEXT, a_case, a_summary


def _set(records: Records, pragma: str) -> None:
    with records._engine.connect() as connection:
        connection.connection.cursor().execute(f"PRAGMA {pragma}")  # outside any transaction


def _refused(records: Records, sentence: str) -> None:
    """Saving fails with the sentence, quotes nothing, and what was there is still there."""
    with pytest.raises(KnownError, match=sentence) as caught:
        records.save_case(a_case(text=TEXT * 2000))
    assert MARKER not in str(caught.value)
    assert MARKER_ZH not in str(caught.value)
    assert records.load_case("case-1") == a_case()


def test_a_full_disk(records: Records):
    records.save_case(a_case())
    _set(records, "max_page_count = 8")
    _refused(records, "disk is full, and nothing was changed")
    _set(records, "max_page_count = 100000")
    records.save_case(a_case(text="room again"))


def test_a_read_only_disk(records: Records):
    records.save_case(a_case())
    _set(records, "query_only = ON")
    _refused(records, "cannot be changed, and nothing was")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of another kind")
def test_a_disk_that_fails(records: Records):
    import resource

    records.save_case(a_case())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, hard))
    try:
        _refused(records, "could not be read or written|disk is full")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    records.save_case(a_case(text="the disk is back"))


def test_another_program_that_does_not_let_go(records: Records, folder: Path, made: Made):
    records.save_case(a_case())
    _set(records, "busy_timeout = 0")
    other = dbapi2.connect(str(folder / DATABASE), isolation_level=None)
    other.execute(f"PRAGMA key = \"x'{made.key.hex()}'\"")
    other.execute("BEGIN IMMEDIATE")
    _refused(records, "in use by another program")
    other.close()
    records.save_case(a_case(text="our turn"))


@pytest.mark.parametrize("text", [TEXT, "plain " * 40], ids=["zh", "ascii"])
def test_every_damaged_page_is_a_sentence(folder: Path, made: Made, capfd: pytest.CaptureFixture[str], text: str):
    """Also the last page of a long text, which SQLCipher hands over as zeros without a word."""
    document = json.dumps({"text": text * 40}, ensure_ascii=False)
    with Records.open_with_key(folder, bytearray(made.key)) as records:
        for number in range(8):
            records.save_case(a_case(str(number), text * 40))
            records.save_assessment(str(number), document, a_summary())
    database = folder / DATABASE
    good = database.read_bytes()
    unnoticed = 0
    for page in range(0, len(good), 4096):
        database.write_bytes(good[: page + 7] + bytes([good[page + 7] ^ 1]) + good[page + 8 :])
        try:
            with Records.open_with_key(folder, bytearray(made.key)) as records:
                for line in records.list_cases():
                    assert records.load_case(line.id).text == text * 40
                    assert records.load_assessment(line.id) == document
                    records.export_case(line.id)
        except KnownError as error:
            assert "damaged" in str(error)  # noqa: PT017 - it may also go well
        else:
            unnoticed += 1
    assert unnoticed <= 1  # a page that nothing was read from
    assert capfd.readouterr() == ("", "")


def test_a_text_that_the_driver_cannot_read_is_not_quoted(records: Records):
    records.save_case(a_case())
    with records._engine.connect() as connection:
        connection.exec_driver_sql("UPDATE case_record SET case_json = CAST(CAST(case_json AS BLOB) || x'ff' AS TEXT)")
        connection.commit()
    with pytest.raises(KnownError, match="damaged") as caught:
        records.load_case("case-1")
    assert MARKER not in "".join(traceback.format_exception(caught.value))


def test_no_records_yet(tmp_path: Path):
    with pytest.raises(KnownError, match="there are no records yet: run 'bedside records init'"):
        Records.open(tmp_path / "nowhere", PASSPHRASE)


def test_a_newer_database(folder: Path, made: Made):
    with Records.open_with_key(folder, bytearray(made.key)) as records:
        _set(records, "user_version = 99")
    key = bytearray(made.key)
    with pytest.raises(KnownError, match="newer Bedside"):
        Records.open_with_key(folder, key)
    assert key == bytes(32)


def test_never_over_other_records(folder: Path):
    for name in (DATABASE, "vault.json"):
        with pytest.raises(KnownError, match="already"):
            Records.create(folder, PASSPHRASE)
        (folder / name).unlink()


def test_not_among_other_files(tmp_path: Path):
    (tmp_path / "letter.txt").touch()
    with pytest.raises(KnownError, match="other files"):
        Records.create(tmp_path, PASSPHRASE)


def test_in_an_empty_folder(tmp_path: Path):
    (tmp_path / "records").mkdir()
    made, _ = Records.create(tmp_path / "records", PASSPHRASE)
    made.close()


def test_not_where_a_file_is(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(KnownError, match="cannot be made here"):
        Records.create(tmp_path / "file", PASSPHRASE)


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that not even root can write to")
def test_not_where_nothing_can_be_written():
    with pytest.raises(KnownError, match="cannot be made here"):
        Records.create(Path("/proc/nowhere/records"), PASSPHRASE)


def test_a_short_passphrase_leaves_nothing_behind(tmp_path: Path):
    with pytest.raises(KnownError, match="too short"):
        Records.create(tmp_path / "records", "1234567")
    assert list(tmp_path.iterdir()) == []


def test_half_made_records_are_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(_engine: object) -> None:
        raise KnownError("the disk is full")

    monkeypatch.setattr(founding, "migrate", fail)
    with pytest.raises(KnownError, match="disk is full"):
        Records.create(tmp_path / "records", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []
