"""Files and batch lines: a case, or one plain sentence that never quotes what was read."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.case.model import Case
from core.case.readers import MAX_FILE, read_bytes, read_file, read_json_line, read_text
from core.system.errors import KnownError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(xml: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return packed.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_chinese_in_any_encoding(encoding: str) -> None:
    text = "患者主诉：咳嗽，痰多，发热，无胸痛。"
    assert read_bytes(text.encode(encoding), "note.txt").text.lstrip("\ufeff") == text


def test_western_letters() -> None:
    assert read_bytes("Sjögren’s, 38 °C, naïve".encode("cp1252"), "note.txt").text == "Sjögren’s, 38 °C, naïve"


def test_the_same_text_has_the_same_id() -> None:
    assert read_text("cough").id == read_bytes(b"cough", "a.txt").id
    assert len(read_text("cough").id) == 12


def test_word_documents() -> None:
    xml = (
        f"<w:document {W}><w:body><w:p><w:r><w:t>No fever.</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>HR</w:t><w:tab/><w:t>80</w:t></w:r></w:p></w:body></w:document>"
    )
    assert read_bytes(docx(xml), "note.docx").text == "No fever.\nHR\t80\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.txt"),
        (b"   \n", "a.txt"),
        (b"\x00" * 50, "a.txt"),
        (bytes(range(256)) * 4, "a.txt"),
        (b"\x89PNG\r\n\x1a\nsecret", "a.png"),
        (b"%PDF-1.4 secret", "a.pdf"),
        (b"PK\x03\x04secret", "a.docx"),
        (b"secret", "a.rtf"),
        (b"x" * (MAX_FILE + 1), "a.txt"),
        (b"x" * (3 * 1024 * 1024), "a.txt"),
        (b"{secret", "a.json"),
        (b"[1]", "a.json"),
        (b"\xff\xfes\x00e\x00\x00\xd8", "a.txt"),
        (docx("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"), "a.docx"),
        (docx("<broken"), "a.docx"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, name: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_bytes(data, name)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_document_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(KnownError, match="50 MB"):
        read_bytes(docx("<x>" + " " * (51 * 1024 * 1024) + "</x>"), "bomb.docx")


def test_missing_files_and_folders(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.txt", tmp_path):
        with pytest.raises(KnownError):
            read_file(path)
    (tmp_path / "a.txt").write_text("Cough.", encoding="utf-8")
    assert read_file(tmp_path / "a.txt").text == "Cough."


def test_a_batch_line() -> None:
    line = json.dumps(
        {
            "text": "Cough",
            "age_years": 54,
            "sex": "male",
            "hpo_present": ["HP:0012735"],
            "encounter_date": "2026-11-22",
            "setting": "emergency",
            "genotypes": {"CYP2C19": "*2/*2"},
            "exclude_references": [12345],
            "unheard_of": 1,
        }
    )
    case = read_json_line(line, "7")
    assert (case.id, case.patient.age_years, case.setting, case.exclude_references) == (
        "7",
        54,
        "emergency",
        ("12345",),
    )
    assert read_json_line('{"id": "a", "medications": ["aspirin"]}', "7") == Case(id="a", medications=("aspirin",))


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("", "JSON"),
        ("[]", "object"),
        ("{}", "text"),
        ('{"text": 1}', "text"),
        ('{"text": "a", "age_years": "54"}', "age_years"),
        ('{"text": "a", "age_years": 500}', "age_years"),
        ('{"text": "a", "age_years": NaN}', "age_years"),
        ('{"text": "a", "sex": "m"}', "sex"),
        ('{"text": "a", "sex": []}', "sex"),
        ('{"text": "a", "pregnant": "yes"}', "pregnant"),
        ('{"text": "a", "encounter_date": "soon"}', "encounter_date"),
        ('{"text": "a", "hpo_present": ["fever"]}', "hpo_present"),
        ('{"text": "a", "medications": "aspirin"}', "medications"),
        ('{"text": "a", "genotypes": []}', "genotypes"),
        ('{"text": "a", "id": {}}', "id"),
        ('{"text": "a", "weight_kg": 1' + "0" * 400 + "}", "weight_kg"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_every_problem_names_its_field(line: str, word: str) -> None:
    with pytest.raises(KnownError, match=word):
        read_json_line(line, "1")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.json", "a.pdf", "a.docx", "a", "a.xyz"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_make_a_case_or_a_known_error(data: bytes, name: str) -> None:
    try:
        said = read_bytes(data, name).text.strip()
    except KnownError as error:
        said = str(error).partition("\n")[0]
        lines = len(str(error).splitlines())
    else:
        lines = 1
    assert said
    assert lines == 1


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_line_makes_a_case_or_a_known_error(line: str) -> None:
    for attempt in (
        line,
        json.dumps({"text": line}),
        json.dumps({"text": "a", "id": line, "medications": [line], "region": line}),
    ):
        try:
            said = read_json_line(attempt, "1").model_dump_json()
        except KnownError as error:
            said = str(error)
        assert "\n" not in said
