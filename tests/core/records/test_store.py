import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.records import Records
from core.records.failures import digest
from core.system.errors import KnownError
from tests.core.records.conftest import Made
from tests.core.records.samples import MARKER, PASSPHRASE, a_case, a_summary


def test_from_creation_to_reopening(tmp_path: Path):
    folder = tmp_path / "deep" / "records"
    made, recovery_key = Records.create(folder, PASSPHRASE)
    with made:
        key = made.save_case(a_case())
        made.save_assessment(key, '{"n": 1}', a_summary())
    with Records.open(folder, PASSPHRASE) as reopened:
        assert reopened.load_case(key) == a_case()
        assert reopened.load_assessment(key) == '{"n": 1}'
    assert len(recovery_key) == 39
    assert [entry.name for entry in folder.parent.iterdir()] == ["records"]


def test_the_list(records: Records):
    records.save_case(a_case("a", "Cough for a week"))
    records.save_case(a_case("b", "胸痛两小时"))
    records.save_assessment("a", "{}", a_summary())
    first, second = records.list_cases()
    assert (first.id, first.title, first.triage_level, first.top_name) == (
        "a",
        "Cough for a week",
        "emergent",
        "acute myocardial infarction",
    )
    assert (second.id, second.triage_level, second.top_name, second.assessment_is_current) == ("b", None, None, None)
    assert first.changed_at > first.created_at
    assert first.changed_at.tzinfo is not None
    assert [c.id for c in records.list_cases(limit=1, offset=1)] == ["b"]


def test_searching(records: Records):
    records.save_case(a_case("first", "Cough, 100% sure"))
    records.save_case(a_case("second", "胸痛两小时"))
    records.save_assessment("first", "{}", a_summary())
    for search, found in {
        "": {"first", "second"},
        "COUGH": {"first"},
        "heart cough": {"first"},
        "heart 胸痛": set(),
        "心肌": {"first"},
        "胸痛": {"second"},
        "SECOND": {"second"},
        "%": {"first"},
        "_": set(),
        "' OR 1=1": set(),
    }.items():
        assert {c.id for c in records.list_cases(search)} == found, search


def test_the_latest_assessment_counts_and_none_is_lost(records: Records):
    records.save_case(a_case())
    assert records.load_assessment("case-1") is None
    records.save_assessment("case-1", '{"n": 1}', a_summary())
    records.save_assessment("case-1", '{"n": 2}', a_summary(top_name=None, top_probability=None, abstained=True))
    assert records.load_assessment("case-1") == '{"n": 2}'
    (line,) = records.list_cases()
    assert (line.abstained, line.top_name) == (True, None)
    assert [made["assessment"] for made in records.export_case("case-1")["assessments"]] == [{"n": 1}, {"n": 2}]


def test_the_same_case_again_replaces_its_text_and_says_that_the_assessment_is_older(records: Records):
    records.save_case(a_case())
    digest = records.export_case("case-1")["input_sha256"]
    records.save_assessment("case-1", "{}", a_summary(input_sha256=digest))
    (before,) = records.list_cases()
    assert before.assessment_is_current is True
    records.save_case(a_case(text="Another text"))
    (after,) = records.list_cases()
    assert (after.title, after.created_at, after.assessment_is_current) == ("Another text", before.created_at, False)
    assert records.load_case("case-1").text == "Another text"
    assert records.load_assessment("case-1") == "{}"


def test_the_export_is_plain_data_with_everything(records: Records):
    records.save_case(a_case())
    records.save_assessment("case-1", '{"n": 1}', a_summary())
    document = json.loads(json.dumps(records.export_case("case-1")))
    assert document["format"] == "bedside-case"
    assert document["case"] == a_case().model_dump(mode="json")
    assert document["assessments"][0]["knowledge_version"] == "bedside 2026.11"
    assert document["created_at"].endswith("Z")


def test_a_deleted_case_is_gone_with_its_assessments(records: Records):
    records.save_case(a_case())
    records.save_assessment("case-1", "{}", a_summary())
    records.delete_case("case-1")
    assert records.list_cases() == []
    with records._engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM assessment_record").scalar() == 0


def test_an_unknown_case(records: Records):
    for attempt in (
        lambda: records.load_case(MARKER),
        lambda: records.load_assessment(MARKER),
        lambda: records.export_case(MARKER),
        lambda: records.delete_case(MARKER),
        lambda: records.save_assessment(MARKER, "{}", a_summary()),
    ):
        with pytest.raises(KnownError, match="no case with this id") as caught:
            attempt()
        assert MARKER not in str(caught.value)


def test_characters_that_cannot_be_stored(records: Records):
    with pytest.raises(KnownError, match="characters that cannot be stored"):
        records.save_case(a_case(text=MARKER + "\ud800"))
    assert records.list_cases() == []


def test_a_case_in_another_form(records: Records):
    records.save_case(a_case())
    with records._engine.connect() as connection:
        connection.exec_driver_sql(
            "UPDATE case_record SET case_json = ?, input_sha256 = ?", ('{"id": 1}', digest('{"id": 1}'))
        )
        connection.commit()
    with pytest.raises(KnownError, match="export it instead"):
        records.load_case("case-1")
    assert records.export_case("case-1")["case"] == {"id": 1}


def test_closed_records_refuse_and_hold_no_key(records: Records):
    key = records._key
    records.close()
    records.close()
    assert key == bytes(32)
    with pytest.raises(KnownError, match="locked: unlock them"):
        records.list_cases()


def test_many_threads_take_their_turns(records: Records):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: records.save_case(a_case(str(n % 40))), range(200)))
    assert len(records.list_cases(limit=1000)) == 40


def test_closing_waits_for_its_turn(records: Records):
    with records._session(writing=True) as session:
        closing = threading.Thread(target=records.close)
        closing.start()
        session.connection().exec_driver_sql("DELETE FROM case_record")
        assert records._open
    closing.join()
    assert not records._open


def test_two_programs_at_once(records: Records, folder: Path, made: Made):
    with Records.open_with_key(folder, bytearray(made.key)) as other:
        other.save_case(a_case("theirs"))
        records.save_case(a_case("ours"))
        assert {c.id for c in other.list_cases()} == {c.id for c in records.list_cases()} == {"ours", "theirs"}
