"""`batch`, `extract`, `score` and `library answer`, each through the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.contract.shape import ANSWER_LINE, ASSESSMENT, ERROR_LINE, EXTRACT_LINE, SCORE_LINE, faults
from tests.core.cli.conftest import Bedside, Said, lines_of

MARKER = "Xylophonitis-4711"


class Files:
    def __init__(self, folder: Path, bedside: Bedside) -> None:
        self.source, self.target = folder / "in.jsonl", folder / "out.jsonl"
        self._bedside = bedside
        self.said: Said | None = None

    def answer(self, *lines: Any, verb: tuple[str, ...], more: tuple[str, ...] = ()) -> list[dict[str, Any]]:
        written = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
        self.source.write_text("\n".join(written), encoding="utf-8")
        self.said = self._bedside(*verb, self.source, self.target, *more)
        assert self.said.code == 0, self.said
        answers = lines_of(self.target)
        assert len(answers) == len(lines)
        return answers


@pytest.fixture
def files(tmp_path: Path, bedside: Bedside) -> Files:
    return Files(tmp_path, bedside)


_BAD_CASES = {
    "not JSON": "chest pain",
    "an array": [1, 2],
    "a string": '"x"',
    "text of another type": {"text": 5},
    "no text": {"id": "x"},
    "blank text": {"text": "  "},
    "NaN": '{"text": "x", "age_years": NaN}',
    "infinite": '{"text": "x", "age_years": 1e999}',
    "a negative age": {"text": "x", "age_years": -3},
    "true as an age": {"text": "x", "age_years": True},
    "a sex of another type": {"text": "x", "sex": ["male"]},
    "an unknown sex": {"text": "x", "sex": "m"},
    "pregnant in words": {"text": "x", "pregnant": "yes"},
    "an impossible date": {"text": "x", "encounter_date": "32/13/2020"},
    "an unknown setting": {"text": "x", "setting": {}},
    "an unknown language": {"text": "x", "lang": "fr"},
    "phenotypes that are none": {"text": "x", "hpo_present": ["fever"]},
    "phenotypes that are no list": {"text": "x", "hpo_excluded": "HP:0001945"},
    "drugs that are no text": {"text": "x", "medications": [1]},
    "genotypes that are a list": {"text": "x", "genotypes": ["*1/*1"]},
    "too much": {"text": "x" * (2 * 1024 * 1024 + 1)},
    "too deep": "[" * 100_000,
    "a number too long": '{"text": "x", "age_years": ' + "9" * 5000 + "}",
    "weight zero": {"text": "x", "weight_kg": 0},
}


def test_every_bad_line_gets_its_error_and_the_rest_goes_on(files: Files) -> None:
    good = {"id": "good", "text": "cough and fever for 3 days", "unknown_key": [MARKER]}
    answers = files.answer(good, *_BAD_CASES.values(), good, verb=("batch",), more=("--jobs", "1"))
    first, *bad, last = answers
    assert faults(first, ASSESSMENT) == faults(last, ASSESSMENT) == []
    first["provenance"].pop("timings_ms")
    last["provenance"].pop("timings_ms")
    assert first == last
    for kind, answer in zip(_BAD_CASES, bad, strict=True):
        assert faults(answer, ERROR_LINE) == [], kind
        assert set(answer) == {"id", "error"}, kind
        assert len(answer["error"].splitlines()) == 1, kind
    assert files.said is not None
    assert files.said.out == ""
    assert f"{len(bad)} of them with an error" in files.said.err


def test_ids_come_back_as_they_were(files: Files) -> None:
    cases = [{"id": key, "text": "fever"} for key in ("a", "a", "患者一", "😀", 5, "")] + [{"text": "fever"}]
    answers = files.answer(*cases, verb=("batch",), more=("--top", "1"))
    assert [a["id"] for a in answers] == ["a", "a", "患者一", "😀", "5", "line-6", "line-7"]


def test_with_json_a_batch_says_what_it_did(files: Files) -> None:
    files.answer({"id": "a", "text": "fever"}, "[]", verb=("batch",), more=("--json",))
    assert files.said is not None
    assert files.said.document == {"lines": 2, "errors": 1, "file": str(files.target)}


def test_a_batch_with_prose(files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.models.registry.embedded_folder", lambda: tmp_path / "no-models")
    english, chinese, bad = files.answer(
        {"id": "a", "text": "Chest pain for 2 hours. No fever."}, {"id": "b", "text": "患者咳嗽、发热三天。"}, "{",
        verb=("batch",), more=("--models",),
    )  # fmt: skip
    assert faults(english, ASSESSMENT) == faults(chinese, ASSESSMENT) == []
    assert english["narrative"]
    assert chinese["narrative"]
    assert "error" in bad


def test_no_word_of_a_record_outside_its_own_line(files: Files, own_home: Path, tmp_path: Path) -> None:
    files.answer(
        {"id": "a", "text": f"{MARKER} chest pain"},
        '{"text": "' + MARKER,
        {"text": "x", "lang": MARKER, "sex": MARKER},
        {"text": MARKER, "age_years": -1},
        verb=("batch",),
    )
    assert files.said is not None
    assert MARKER not in files.said.err
    assert all(
        MARKER not in line for line in files.target.read_text(encoding="utf-8").splitlines() if '"error"' in line
    )
    assert not list((tmp_path / "tmp").iterdir())
    assert not own_home.exists() or not any(own_home.rglob("*.json*"))


def test_findings_alone(files: Files) -> None:
    answers = files.answer(
        {"id": "free", "text": "Chest pain, no fever. Father had a stroke."},
        {"id": "phenotypes", "hpo_present": ["HP:0001945"]},
        {"id": "none", "text": "milk"},
        {"id": "nothing asked", "text": "chest pain", "targets": []},
        verb=("extract",),
    )
    assert [f for a in answers for f in faults(a, EXTRACT_LINE)] == []
    assert all(set(a) == {"id", "findings"} for a in answers)
    assert {"present", "absent"} <= {f["assertion"] for f in answers[0]["findings"]}
    assert answers[2]["findings"] == answers[3]["findings"] == []


def test_each_target_gets_a_finding_with_exactly_its_span(files: Files) -> None:
    text = "😀 No chest pain. Father had a floobitis. 😀"
    spans = [[text.index(w), text.index(w) + len(w)] for w in ("chest pain", "floobitis", "No", "😀")]
    (answer,) = files.answer({"id": "t", "text": text, "targets": spans}, verb=("extract",))
    assert faults(answer, EXTRACT_LINE) == []
    assert [[f["start"], f["end"]] for f in answer["findings"]] == spans
    known, unknown = answer["findings"][:2]
    assert (known["concept"], known["assertion"]) == ("HP:0100749", "absent")
    assert (unknown["concept"], unknown["experiencer"]) == (None, "family")


@pytest.mark.parametrize(
    "targets",
    ["x", [[0, 100]], [[5, 0]], [[0, 0]], [[-1, 3]], [[0]], [[0, 1, 2]], [[True, 2]], [[0.0, 2.0]], {}, [None]],
)
def test_targets_outside_the_text(targets: Any, files: Files) -> None:
    (answer,) = files.answer({"id": "t", "text": "chest pain", "targets": targets}, verb=("extract",))
    assert answer == {"id": "t", "error": '"targets" must be a list of [start, end] pairs inside the text'}


def test_scores_of_many(files: Files, bedside: Bedside) -> None:
    lines: tuple[Any, ...] = (
        {"id": "1", "text": "BP 152/94, HR 104", "calculator": "map"},
        {"id": 2, "text": "BP 152/94", "calculator": "Mean Arterial Pressure", "question": 7},
        {"id": "3", "text": "BP 152/94", "calculator": "no such score", "question": "What is it?"},
        {"id": "4", "text": "No numbers here.", "calculator": "map"},
        {"id": "5", "text": "BP 90/50, RR 24, confused", "calculator": "qsofa"},
        {"id": "6", "text": "", "calculator": "map"},
        {"id": "7", "text": "BP 152/94", "calculator": 5},
        {"id": "8", "calculator": "map"},
        {"text": "BP 152/94", "calculator": "map"},
        [],
    )
    files.source.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    said = bedside("score", "--batch", files.source, files.target, "--json", "--jobs", 1)
    assert said.document == {"lines": 10, "errors": 4, "file": str(files.target)}
    answers = lines_of(files.target)
    assert [a["id"] for a in answers] == ["1", "2", "3", "4", "5", "6", "7", "8", "line-9", "line-10"]
    for answer in answers:
        assert faults(answer, ERROR_LINE if "error" in answer else SCORE_LINE) == []
    assert answers[0]["value"] == answers[1]["value"] == 113.3
    assert answers[2]["value"] is None
    assert "not in this version" in answers[2]["missing"][0]
    assert answers[3]["value"] is None
    assert answers[3]["missing"]
    assert answers[4]["value"] == 3


def test_what_is_not_mentioned_is_assumed_absent_and_listed(files: Files, bedside: Bedside) -> None:
    text = "72-year-old woman with atrial fibrillation and hypertension."
    files.source.write_text(json.dumps({"id": "1", "text": text, "calculator": "cha2ds2-vasc"}), encoding="utf-8")
    assert bedside("score", "--batch", files.source, files.target).code == 0
    (answer,) = lines_of(files.target)
    assert faults(answer, SCORE_LINE) == []
    assert answer["assumed"]
    assert answer["value"] is not None


def test_one_score(note: Path, bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    document = bedside("score", "map", note, "--json").document
    assert (document["id"], document["value"], document["unit"]) == ("map", 113.3, "mmHg")
    said = bedside("score", "Mean Arterial Pressure", note)
    assert "113.3 mmHg" in said.out
    assert "systolic blood pressure = 152" in said.out
    assert " to " in bedside("score", "news2", note).out
    note.write_text("Nothing measured.\n", encoding="utf-8")
    said = bedside("score", "map", note)
    assert "not computable" in said.out
    assert "not known: " in said.out

    class Stdin:
        buffer = io.BytesIO(b"BP 120/60")

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert bedside("score", "map", "--json").document["value"] == 80


def test_what_must_be_read_with_a_score_is_printed_with_it(note: Path, bedside: Bedside) -> None:
    note.write_text("Total cholesterol 6.2, HDL 1.1, triglycerides 1.8 mmol/L.\n", encoding="utf-8")
    assert "! Does not hold with triglycerides above 400 mg/dL" in bedside("score", "ldl-friedewald", note).out


def test_a_score_in_the_units_asked_for(note: Path, bedside: Bedside) -> None:
    note.write_text("Calcium 2.1 mmol/L, albumin 30 g/L.\n", encoding="utf-8")
    assert ": 9.22 mg/dL normal\n" in bedside("score", "corrected-calcium", note).out
    said = bedside("score", "corrected-calcium", note, "--units", "si").out
    assert ": 2.3 mmol/L normal\n" in said
    assert "albumin = 30 g/L\n" in said
    document = bedside("score", "corrected-calcium", note, "--units", "si", "--json").document
    assert (document["value"], document["inputs"][0]["unit"]) == (2.3, "mmol/L")


def test_scores_that_cannot_be(note: Path, tmp_path: Path, bedside: Bedside) -> None:
    assert "near it: heart (HEART score)" in bedside("score", "haert", note).sentence
    assert "near it: acute-appendicitis" in bedside("knowledge", "why", note, "apendicitis").sentence
    assert "no calculator called 'nope'" in bedside("score", "nope", note).sentence
    assert "no calculator" in bedside("score", "\udcff", note).sentence
    assert "no such file" in bedside("score", "map", tmp_path / "missing.txt").sentence


def test_the_list_of_scores(bedside: Bedside) -> None:
    listed = bedside("score", "--list", "--json").document
    assert {"news2", "map"} <= {c["id"] for c in listed}
    assert faults(listed, [{"id": str, "names": [str], "purpose": str, "source": str}]) == []
    assert "map " in bedside("score", "--list").out


def test_answers_from_passages(files: Files) -> None:
    asked = {
        "question": "Is aspirin associated with lower mortality?",
        "contexts": ["Aspirin lowered mortality (p<0.05)."],
    }
    answers = files.answer(
        {"id": "1", **asked},
        {"id": 2, **asked, "contexts": []},
        {"id": "3", "question": "Why?"},
        {"id": "4", "question": 1, "contexts": ["x"]},
        {"id": "5", "question": "Why?", "contexts": ["x", None]},
        "{",
        verb=("library", "answer"),
        more=("--json",),
    )
    assert [a["id"] for a in answers] == ["1", "2", "3", "4", "5", "line-6"]
    for answer in answers:
        assert faults(answer, ERROR_LINE if "error" in answer else ANSWER_LINE) == []
    assert answers[0] == {"id": "1", "answer": "yes", "supporting": [[0, 0, 35]]}
    assert answers[1] == {"id": "2", "answer": "maybe", "supporting": []}
    assert files.said is not None
    assert files.said.document["errors"] == 4
