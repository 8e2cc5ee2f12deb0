"""What `bedside models` and `bedside doctor` say of models that fail, have no card or are none; and the way back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.models import ModelInfo, find_model
from core.models.fake import FakeScript, fake_launcher
from core.models.ladder import Ladder
from core.validation import Benched
from tests.core.cli.conftest import Bedside
from tests.core.models import gguf_files as files

CRASH = "its process crashed (SIGSEGV)"
WRITER = "smollm2-135m-instruct"
GIVEN_UP = f"does not run here: {CRASH}; 'bedside models retry {WRITER}' tries it afresh."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.gguf"
    path.write_bytes(files.gguf())
    return path


@pytest.fixture
def fallen() -> ModelInfo:
    """The writer, which failed on every rung of the ladder."""
    info = find_model(model=WRITER)
    if info is None or info.sha256 is None or info.status != "ready":
        pytest.skip("the model has not been fetched")
    ladder = Ladder(info.name, info.sha256)
    while ladder.rung is not None:
        ladder.step_down(CRASH, remember=True)
    return info


@pytest.fixture
def no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    from core.models import machine_report

    monkeypatch.setattr("core.cli.doctor.machine_report", lambda: machine_report(fake_launcher(FakeScript())))


def _line(text: str, key: str) -> str:
    return next(line for line in text.splitlines() if line.strip().startswith(key))


@pytest.mark.usefixtures("no_worker")
def test_why_a_model_does_not_run_and_the_way_back(bedside: Bedside, fallen: ModelInfo) -> None:
    assert _line(bedside("models", "list").out, f"{WRITER}:").count(GIVEN_UP) == 1
    said = bedside("doctor").out
    assert said.count(GIVEN_UP) == 1
    assert "is ready" not in _line(said, WRITER)
    (listed,) = [model for model in bedside("models", "list", "--json").document if model["id"] == WRITER]
    assert listed["standing"]["given_up"]
    assert bedside("models", "retry", WRITER, "--json").document == {"id": WRITER, "forgotten": True}
    assert "does not run" not in bedside("models", "list").out
    assert f"{fallen.name} has not been tried here yet." in _line(bedside("doctor").out, WRITER)
    assert bedside("models", "retry", WRITER).out.startswith(
        f"{WRITER}: what was remembered of how it ran here is forg"
    )
    assert bedside("models", "retry", "bedside-encoder").out == (
        "bedside-encoder: nothing is remembered of how it ran here.\n"
    )
    assert "no such model" in bedside("models", "retry", "nothing").sentence


def test_measuring_tries_it_afresh(bedside: Bedside, fallen: ModelInfo, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str | None] = []

    def bench(info: ModelInfo, **_: object) -> Benched:
        seen.append(Ladder(info.name, info.sha256 or "").rung)
        raise KeyboardInterrupt

    monkeypatch.setattr("core.validation.bench", bench)
    assert bedside("models", "bench", WRITER).code == 130
    assert seen == ["gpu"]


def test_an_encoder_is_not_measured(bedside: Bedside) -> None:
    assert "is an encoder and writes nothing" in bedside("models", "bench", "bedside-encoder").sentence


@pytest.mark.usefixtures("no_worker")
def test_a_file_without_a_card(bedside: Bedside, own_home: Path) -> None:
    (own_home / "models").mkdir(parents=True)
    (own_home / "models" / "Loose.gguf").write_bytes(files.gguf())
    os.mkfifo(own_home / "models" / "pipe.gguf")
    listed, told = bedside("models", "list"), bedside("doctor")
    assert "no role" in _line(listed.out, "loose:")
    assert "(Q4_1, no role): Loose.gguf has no card" in _line(told.out, "loose")
    assert "it is a pipe or a device" in _line(told.out, "pipe")
    assert "damaged" in _line(listed.out, "pipe:")
    assert "None" not in listed.out + told.out
    verified = bedside("models", "verify").out
    assert _line(verified, "loose: Small has no card")


def test_each_model_is_named_by_its_id(bedside: Bedside, file: Path) -> None:
    bedside("models", "add", file, "--no-bench")
    assert _line(bedside("models", "verify").out, "mine: Small is whole")
    assert bedside("models", "remove", "mine").out == "mine (Small) has been removed.\n"


def test_what_a_file_says_of_itself_reaches_no_terminal_raw(bedside: Bedside, tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b[2J.gguf"
    pairs = {**files.PLAIN, "general.name": "Evil\x1b[2J\nforged: line", "general.license": "\x1b[31m" + "x" * 200_000}
    path.write_bytes(files.gguf(pairs))
    added = bedside("models", "add", path, "--no-bench")
    said = [added, *(bedside("models", verb) for verb in ("list", "verify")), bedside("models", "remove", "evil-2j")]
    for one in said:
        assert one.code in (0, 2)
        assert "\x1b" not in one.out + one.err
        assert not any(line.startswith("forged") for line in one.out.splitlines())
        assert max(map(len, one.out.splitlines())) < 1000


def test_not_even_a_path_steers_a_terminal(bedside: Bedside, own_home: Path) -> None:
    (own_home / "models").mkdir(parents=True)
    path = own_home / "models" / "c1\x9b31m.gguf"
    path.write_bytes(files.gguf())
    said = bedside("models", "list", "--json")
    assert "\x9b" not in said.out
    assert str(path) in [model["path"] for model in said.document]


def test_a_model_that_does_not_run_is_told_with_what_can_be_done(
    bedside: Bedside, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = bedside("models", "add", file)
    assert said.code == 2
    assert "mine was added, but could not be measured." in said.err
    assert "'bedside models remove mine' takes it away again." in said.err

    def stop(info: ModelInfo, **_: object) -> Benched:
        raise KeyboardInterrupt

    monkeypatch.setattr("core.validation.bench", stop)
    file.write_bytes(files.gguf(data=files.ITS_BYTES + 32))
    said = bedside("models", "add", file)
    assert said.code == 130
    stays, stopped = said.err.splitlines()
    assert stays.startswith("mine-2 was added and stays here, not measured.")
    assert stopped == "bedside: stopped"


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ({"general.architecture": "clip"}, "the part of a model that reads images (architecture “clip”)"),
        ({"general.type": "adapter"}, "an adapter to another model (architecture “llama”)"),
    ],
)
def test_what_is_no_model_is_refused_at_once(bedside: Bedside, file: Path, pairs: dict[str, str], words: str) -> None:
    file.write_bytes(files.gguf({**files.PLAIN, **pairs}))
    assert words in bedside("models", "add", file).sentence
    assert "mine" not in bedside("models", "list").out


def test_a_pipe_or_a_folder_is_no_model(bedside: Bedside, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gguf")
    (tmp_path / "folder.gguf").mkdir()
    assert bedside("models", "add", tmp_path / "pipe.gguf").sentence.endswith("a pipe or a device. Choose a file.")
    assert bedside("models", "add", tmp_path / "folder.gguf").sentence.endswith("it is a folder. Choose a file.")
