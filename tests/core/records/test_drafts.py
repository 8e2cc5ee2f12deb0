from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.case.model import Case, Correction
from core.records import CaseFilter, Records, summary_of
from core.system.errors import KnownError
from tests.fixtures import chest_pain_assessment

PASSPHRASE = "correct horse"


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made, _ = Records.create(tmp_path / "records", PASSPHRASE)
    with made:
        yield made


def case(key: str, text: str) -> Case:
    return Case(id=key, text=text)


def test_a_draft_is_there_after_a_crash(records: Records, tmp_path: Path) -> None:
    before = datetime.now(UTC)
    records.save_draft(case("a", "Cough"))
    records.save_draft(case("a", "Cough for 3 days"))
    records.close()
    with Records.open(tmp_path / "records", PASSPHRASE) as again:
        kept = again.load_draft("a")
        assert kept is not None
        assert kept[0].text == "Cough for 3 days"
        assert before <= kept[1] <= datetime.now(UTC)
        (line,) = again.list_drafts()
        assert (line.title, line.has_draft, line.stored) == ("Cough for 3 days", True, False)
        assert again.list_cases() == []


def test_saving_ends_the_draft(records: Records) -> None:
    records.save_draft(case("a", "Cough"))
    records.save_draft(case("b", "Fever"))
    records.save_case(case("a", "Cough, dry"))
    assert records.load_draft("a") is None
    assert [line.id for line in records.list_drafts()] == ["b"]
    assert [line.has_draft for line in records.list_cases()] == [False]


def test_a_stored_case_tells_of_its_draft(records: Records) -> None:
    records.save_case(case("a", "Cough"))
    records.save_case(case("b", "Fever"))
    records.save_draft(case("a", "Cough and fever"))
    assert records.list_drafts() == []
    assert records.load_case("a").text == "Cough"
    assert {line.id: line.has_draft for line in records.list_cases()} == {"a": True, "b": False}
    assert [line.id for line in records.list_cases(wanted=CaseFilter(with_draft=True))] == ["a"]


def test_a_draft_is_forgotten_for_good(records: Records) -> None:
    records.save_draft(case("a", "Cough"))
    records.drop_draft("a")
    records.drop_draft("a")
    assert records.load_draft("a") is None
    records.save_case(case("b", "Fever"))
    records.save_draft(case("b", "Fever, rash"))
    records.delete_case("b")
    assert records.load_draft("b") is None


def test_new_drafts_are_searched(records: Records) -> None:
    records.save_draft(case("a", "Cough"))
    assert [line.id for line in records.list_drafts("COUGH")] == ["a"]
    assert records.list_drafts("fever") == []


def test_filters(records: Records) -> None:
    assessment = chest_pain_assessment()
    for key in "abc":
        records.save_case(case(key, "Chest pain"))
    records.save_assessment("b", assessment.model_dump_json(by_alias=True), summary_of(assessment))
    now = datetime.now(UTC)

    def found(**wanted: object) -> list[str]:
        return [line.id for line in records.list_cases(wanted=CaseFilter.model_validate(wanted))]

    assert found() == ["b", "c", "a"]
    assert found(levels=("emergent",)) == ["b"]
    assert found(levels=("one-week", "self-care")) == []
    assert found(since=now - timedelta(hours=1)) == ["b", "c", "a"]
    assert found(since=now + timedelta(hours=1)) == []


def test_characters_that_cannot_be_kept(records: Records) -> None:
    with pytest.raises(KnownError, match="cannot be stored"):
        records.save_draft(case("a", "\ud800"))


def test_corrections_are_kept_with_case_and_draft(records: Records) -> None:
    put_right = Correction(start=0, end=5, concept="HP:0012735", verdict="absent")
    corrected = case("a", "Cough").model_copy(update={"corrections": (put_right,)})
    records.save_draft(corrected)
    kept = records.load_draft("a")
    assert kept is not None
    assert kept[0].corrections == (put_right,)
    records.save_case(corrected)
    assert records.load_case("a").corrections == (put_right,)
