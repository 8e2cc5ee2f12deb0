from __future__ import annotations

import importlib.util
from importlib import metadata
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from core.models.ladder import Ladder, machine_key, runtime_key, runtime_version


def _ladder(file: Path, sha256: str = "a" * 64, runtime: str = "one") -> Ladder:
    return Ladder("Small", sha256, file=file, runtime=runtime)


def test_a_crash_is_remembered_for_this_model_and_runtime_alone(tmp_path: Path) -> None:
    file = tmp_path / "ladder.json"
    first = _ladder(file)
    assert (first.rung, first.proven) == ("gpu", False)
    step = first.step_down("its process crashed (SIGSEGV)", remember=True)
    assert step.sentence == (
        "Small: its process crashed (SIGSEGV); going from the graphics processor to the processor with its extra "
        "kernels."
    )
    first.confirm()
    again = _ladder(file)
    assert (again.rung, again.proven, again.steps) == ("processor-extra", True, (step,))
    assert _ladder(file, sha256="b" * 64).rung == "gpu"
    assert _ladder(file, runtime="two").rung == "gpu"


def test_a_kill_is_not_remembered(tmp_path: Path) -> None:
    file = tmp_path / "ladder.json"
    first = _ladder(file)
    first.confirm()
    first.step_down("its process was killed", remember=False)
    first.confirm()
    assert first.rung == "processor-extra"
    assert (_ladder(file).rung, _ladder(file).proven) == ("gpu", True)


def test_the_end_of_the_ladder(tmp_path: Path) -> None:
    file = tmp_path / "ladder.json"
    first = _ladder(file)
    below = [first.step_down("it failed", remember=True).to_rung for _ in range(3)]
    assert below == ["processor-extra", "processor-plain", None]
    assert first.rung is None
    assert first.below is None
    assert "to no model" in first.steps[-1].sentence
    with pytest.raises(ValueError, match="no rung"):
        first.step_down("again", remember=True)
    again = _ladder(file)
    assert again.rung is None
    again.forget()
    assert (_ladder(file).rung, _ladder(file).steps) == ("gpu", ())


@pytest.mark.parametrize("content", [b"", b"{", b'{"entries": 3}', b"\xff"])
def test_a_memory_that_cannot_be_read_is_tried_afresh(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "ladder.json"
    file.write_bytes(content)
    ladder = _ladder(file)
    assert ladder.rung == "gpu"
    ladder.step_down("it failed", remember=True)
    assert _ladder(file).rung == "processor-extra"


def test_a_disk_that_takes_no_note_costs_a_trial(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")
    ladder = _ladder(tmp_path / "folder" / "ladder.json")
    ladder.step_down("it failed", remember=True)
    assert ladder.rung == "processor-extra"


def test_it_lies_in_the_home(own_home: Path) -> None:
    Ladder("Small", "a" * 64).confirm()
    assert (own_home / "models" / "ladder.json").is_file()


def test_two_builds_of_one_version_differ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "lib" / "libggml.so"
    library.parent.mkdir()
    library.write_bytes(b"portable")
    spec = ModuleSpec("llama_cpp", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    runtime_key.cache_clear()
    portable = runtime_key()
    library.write_bytes(b"native, which is longer")
    runtime_key.cache_clear()
    assert runtime_key() != portable
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    runtime_key.cache_clear()
    assert runtime_key() == "none"
    runtime_key.cache_clear()


def test_no_runtime_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert runtime_version() is None


def test_the_machine_has_a_name() -> None:
    assert len(machine_key()) == 16
