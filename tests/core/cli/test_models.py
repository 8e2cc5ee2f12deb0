"""`bedside models` on files of the tests; the model itself follows a script elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cli.second_opinion import told
from core.models import Achieved, LaneResult, ModelInfo
from core.validation import Benched, Named, SecondOpinion
from tests.core.cli.conftest import Bedside
from tests.core.models import gguf_files as files


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.gguf"
    path.write_bytes(files.gguf())
    return path


def _benched(info: ModelInfo, **_: object) -> Benched:
    result = Achieved(
        when="2026-11-22T12:00:00+00:00",
        cases=35,
        device="processor",
        quantisation="Q4_1",
        lanes={"writer": LaneResult(what="passed the check", right=9, of=10)},
        may=("writer",),
        sentences=("It may write.",),
    )
    return Benched(model=info.id, name=info.name, achieved=result, sentences=result.sentences)


def test_add_list_remove(bedside: Bedside, file: Path) -> None:
    added = bedside("models", "add", file, "--no-bench", "--json").document
    assert (added["id"], added["badge"], added["bench"], added["achieved"]) == ("mine", "unvalidated", None, None)
    listed = next(model for model in bedside("models", "list", "--json").document if model["id"] == "mine")
    assert listed["memory_now_bytes"] is None or listed["memory_now_bytes"] > 0
    assert listed["attributes"]["external_validation"] == "not stated"
    assert "unvalidated" in bedside("models", "list").out
    assert "not measured here" in bedside("models", "list").out
    assert bedside("models", "remove", "mine", "--json").document == {"id": "mine", "removed": True}
    assert "no model “mine”" in bedside("models", "remove", "mine").sentence


def test_adding_measures(bedside: Bedside, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.validation.bench", _benched)
    said = bedside("models", "add", file)
    assert said.code == 0
    assert "It may write." in said.out


def test_a_model_that_does_not_run_stays_and_is_told(bedside: Bedside, file: Path) -> None:
    said = bedside("models", "add", file)
    assert said.code == 2
    assert "mine" in bedside("models", "list").out


def test_bench(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.validation.bench", _benched)
    document = bedside("models", "bench", "smollm2-135m-instruct", "--json").document
    assert document["achieved"]["may"] == ["writer"]
    assert "no such model" in bedside("models", "bench", "nothing").sentence


def test_a_file_that_is_no_model(bedside: Bedside, tmp_path: Path) -> None:
    path = tmp_path / "text.gguf"
    path.write_text("not a model")
    assert "not a GGUF file" in bedside("models", "add", path).sentence
    assert "invalid choice" in bedside("models", "add", path, "--role", "oracle").sentence


def test_a_second_opinion_is_asked_for_by_name(bedside: Bedside, tmp_path: Path) -> None:
    record = tmp_path / "case.txt"
    record.write_text("A boy of 14 has pain that moved to the right lower abdomen, fever and vomiting.")
    plain = bedside("analyse", record, "--no-models", "--json").document
    assert "second_opinion" not in plain
    document = bedside("analyse", record, "--no-models", "--second-opinion", "--json").document
    opinion = document["second_opinion"]
    assert opinion["named"] == []
    assert opinion["sentence"]  # nothing was measured in this data folder, so nothing was asked
    assert document["differential"] == plain["differential"]


def test_a_second_opinion_in_words() -> None:
    opinion = SecondOpinion(
        named=(
            Named(id="gout", name="gout", name_zh="痛风", samples=2, best_place=1, engine_rank=3),
            Named(id="cellulitis", name="cellulitis", name_zh=None, samples=1, best_place=2, engine_rank=None),
        ),
        unknown=2,
        samples=3,
        agrees=False,
        fused=None,
        model=None,
        sentence="",
        measured="It was right in 20 of 35 cases.",
    )
    english, chinese = "\n".join(told(opinion, "en")), "\n".join(told(opinion, "zh"))
    assert "gout: in 2 of 3 answers; the engine has it at 3" in english
    assert "cellulitis: in 1 of 3 answers; not on the engine's list" in english
    assert "2 names" in english
    assert "20 of 35" in english
    assert "痛风：3次中2次提到；引擎第3位" in chinese
    assert "2个名称" in chinese
