"""`bedside analyse` and `bedside check`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from core.narrative import KINDS
from core.system.errors import KnownError
from tests.contract.shape import ASSESSMENT, faults
from tests.core.cli.conftest import Bedside

MARKER = "Xylophonitis-4711"


class _Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_one_document_and_nothing_else(note: Path, bedside: Bedside) -> None:
    said = bedside("analyse", note, "--no-models", "--json")
    assert faults(said.document, ASSESSMENT) == []
    assert said.err == ""


@pytest.mark.parametrize("listed", [1, 3, 100])
def test_as_many_as_asked_for(listed: int, note: Path, bedside: Bedside) -> None:
    found = bedside("analyse", note, "--no-models", "--json", "--top", listed).document["differential"]
    assert len(found) == min(listed, len(found))
    assert len(found) >= min(listed, 40)


def test_a_text_for_a_person(note: Path, bedside: Bedside) -> None:
    said = bedside("analyse", note, "--no-models")
    assert said.code == 0
    assert said.out.startswith("Urgency: ")
    assert "Drug checks NOT performed" in said.out


def test_the_record_from_standard_input(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Stdin("患者咳嗽、发热三天，无胸痛。".encode()))
    assert bedside("analyse", "-", "--no-models", "--json").document["lang"] == "zh"


def test_standard_input_that_cannot_be_read(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        class buffer:
            @staticmethod
            def read(_: int) -> bytes:
                raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(sys, "stdin", Broken())
    assert "standard input cannot be read" in bedside("check", "-").sentence


_BAD: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \r\n\t ",
    "huge": b"chest pain and fever. " * 500_000,
    "binary": bytes(range(256)) * 40,
    "wrong encoding": b"chest pain " + b"\x81\x8d\x00\x9d" * 20,
}


@pytest.mark.parametrize("verb", ["analyse", "check"])
@pytest.mark.parametrize("kind", [*_BAD, "missing", "folder"])
def test_bad_input_gets_one_sentence(kind: str, verb: str, tmp_path: Path, bedside: Bedside) -> None:
    file = tmp_path / ("." if kind == "folder" else "record.txt")
    if kind in _BAD:
        file.write_bytes(_BAD[kind])
    assert bedside(verb, file, "--json").sentence


@pytest.mark.parametrize(
    "text", ["\ufeffChest pain.\r\nNo fever.\r\n", "Two pints of milk.", "😀 chest pain 😀", "患者胸痛"]
)
def test_readable_input_is_not_bad(text: str, tmp_path: Path, bedside: Bedside) -> None:
    file = tmp_path / "record.txt"
    file.write_bytes(text.encode())
    assert faults(bedside("analyse", file, "--no-models", "--json").document, ASSESSMENT) == []


def test_a_case_as_json(tmp_path: Path, bedside: Bedside) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps({"id": "病例一", "hpo_present": ["HP:0001945"], "age_years": 40}), encoding="utf-8")
    assert bedside("analyse", file, "--no-models", "--json").document["id"] == "病例一"
    file.write_text('{"id": "x", "text": "fever", "age_years": -1}', encoding="utf-8")
    assert "age_years" in bedside("analyse", file, "--no-models").sentence


def test_the_report_in_the_asked_language(note: Path, tmp_path: Path, bedside: Bedside) -> None:
    report = tmp_path / "report.pdf"
    said = bedside("analyse", note, "--no-models", "--pdf", report, "--lang", "zh")
    assert said.code == 0
    assert f"报告已写入 {report}。" in said.out
    assert report.read_bytes().startswith(b"%PDF")
    assert bedside("analyse", note, "--no-models", "--pdf", report).out.endswith(f"Report written to {report}.\n")


@pytest.mark.parametrize(
    ("place", "said"),
    [("note.txt", "file that is read"), (".", "folder"), ("none/report.pdf", "no folder"), ("/dev/null", "ordinary")],
)
def test_a_report_takes_the_place_of_nothing_else(
    place: str, said: str, note: Path, tmp_path: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = note.read_bytes()
    monkeypatch.setattr("core.cli.analyse.assess", lambda *_, **__: pytest.fail("the work was done first"))
    assert said in bedside("analyse", note, "--no-models", "--pdf", tmp_path / place).sentence
    assert note.read_bytes() == before
    assert not (tmp_path / "none").exists()


def test_a_report_that_fails_does_not_cost_the_answer(
    note: Path, tmp_path: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.reports.write_pdf", full)
    said = bedside("analyse", note, "--no-models", "--json", "--pdf", tmp_path / "r.pdf")
    assert said.code == 2
    assert faults(json.loads(said.out), ASSESSMENT) == []
    assert said.err == "bedside: the report cannot be written to r.pdf: No space left on device\n"


def test_prose_without_a_model_comes_from_the_template(
    note: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.models.registry.embedded_folder", lambda: note.parent / "no-models")
    document = bedside("analyse", note, "--json").document
    assert faults(document, ASSESSMENT) == []
    assert {s["author"] for s in document["narrative"]} == {"template"}
    assert document["provenance"]["models"] == []


def test_stored_and_in_the_language_asked_for(note: Path, with_records: Path, bedside: Bedside) -> None:
    assert "已保存，编号" in bedside("analyse", note, "--no-models", "--store", "--lang", "zh").out
    assert len(bedside("records", "list", "--json").document) == 1


def test_records_are_opened_before_the_work(note: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDSIDE_PASSPHRASE", "long enough")
    monkeypatch.setattr("core.cli.analyse.assess", lambda *_, **__: pytest.fail("the work was done first"))
    assert "records init" in bedside("analyse", note, "--no-models", "--store").sentence


def test_a_store_that_fails_does_not_cost_the_answer(
    note: Path, with_records: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> str:
        raise KnownError("the disk is full: make room and try again")

    monkeypatch.setattr("core.records.store.Records.save_case", full)
    said = bedside("analyse", note, "--no-models", "--json", "--store")
    assert said.code == 2
    assert json.loads(said.out)["differential"]
    assert "the disk is full" in said.err


def test_no_word_of_the_record_outside_standard_output(tmp_path: Path, with_records: Path, bedside: Bedside) -> None:
    file = tmp_path / "record.txt"
    file.write_text(f"{MARKER}: chest pain for 2 hours. No fever.\n", encoding="utf-8")
    said = bedside("analyse", file, "--no-models", "--store", "--json", "--pdf", tmp_path / "tmp" / "r.pdf")
    assert said.code == 0
    assert MARKER not in said.err
    assert [p.name for p in (tmp_path / "tmp").iterdir()] == ["r.pdf"]
    assert not [p for p in with_records.parent.rglob("*") if p.is_file() and MARKER.encode() in p.read_bytes()]


def test_checks_alone(note: Path, bedside: Bedside) -> None:
    note.write_text("Medications: warfarin 5 mg daily, aspirin 75 mg. Allergic to penicillin.\n", encoding="utf-8")
    document = bedside("check", note, "--json").document
    shape = {key: ASSESSMENT[key] for key in ("id", "medications", "allergies", "checks", "safety")}
    assert faults(document, shape) == []
    assert "warfarin" in {m["drug"] for m in document["medications"]}
    assert len(document["checks"]) == 11
    said = bedside("check", note)
    assert "NOT performed" in said.out
    assert "warfarin" in said.out


def test_checks_say_what_they_rest_on(note: Path, bedside: Bedside) -> None:
    note.write_text(
        "Codeine 30 mg q6h. Stopped ramipril in May. Allergic to penicillin (rash). CYP2D6 *1/*1xN, CYP2C19 *2/*2.\n",
        encoding="utf-8",
    )
    lines = bedside("check", note).out.splitlines()
    assert "Drugs read: codeine 30 mg q6h, ramipril stopped" in lines
    assert "Allergies read: penicillin (rash)" in lines
    assert "Gene results read: CYP2C19 *2/*2, CYP2D6 *1/*1xN" in lines
    note.write_text("Codeine 30 mg q6h.\n", encoding="utf-8")
    lines = bedside("check", note).out.splitlines()
    assert "Allergies read: the record says nothing" in lines
    assert not [line for line in lines if line.startswith("Gene results")]


def test_checks_say_what_they_looked_at_and_what_should_have_been_reviewed(
    note: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    note.write_text("Codeine 30 mg q6h, zzzolol 5 mg od.\n", encoding="utf-8")
    said = bedside("check", note).out
    assert [line for line in said.splitlines() if line.startswith("Looked at (") and line.endswith(": codeine")]
    assert "PAST ITS REVIEW DATE" not in said
    monkeypatch.setattr("core.cli.check.overdue_packs", lambda *_: ["drugs"])
    monkeypatch.setattr("core.cli.assessment_text.overdue_packs", lambda *_: ["drugs"])
    for verb in (("check",), ("analyse", "--no-models")):
        assert (
            "PAST ITS REVIEW DATE, so that newer advice may be missing: drugs" in bedside(verb[0], note, *verb[1:]).out
        )


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_asked_for_is_written_without_models_too(kind: str, note: Path, bedside: Bedside) -> None:
    document = bedside("analyse", note, "--no-models", "--prose", kind, "--json").document
    assert document["narrative"]
    assert {sentence["author"] for sentence in document["narrative"]} == {"template"}


def test_two_kinds_are_two_documents(note: Path, bedside: Bedside) -> None:
    said = [bedside("analyse", note, "--no-models", "--prose", kind).out for kind in ("handover", "leaflet")]
    assert "Situation: " in said[0]
    assert "Why you came: " in said[1]
    assert bedside("analyse", note, "--no-models", "--json").document["narrative"] == []


def test_allergies_and_drugs_stand_at_the_head(tmp_path: Path, bedside: Bedside) -> None:
    file = tmp_path / "record.txt"
    file.write_text("60-year-old man, chest pain. Allergies: penicillin - anaphylaxis (age 6). Takes aspirin 75 mg od.")
    head = bedside("analyse", file, "--no-models").out.split("\n\n")[0]
    assert "\nAllergies: penicillin (anaphylaxis, age 6)\nTakes: aspirin" in head
    file.write_text("患者咳嗽三天。")
    head = bedside("analyse", file, "--no-models").out.split("\n\n")[0]
    assert "\n过敏：未说明\n正在使用：病历中未读到" in head
