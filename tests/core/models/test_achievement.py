from __future__ import annotations

import hashlib
import platform
from pathlib import Path

import pytest
import yaml

from core.models import achievement as module
from core.models import ladder, registry
from core.models.achievement import Achieved, LaneResult, achieved, keep
from core.models.generation import ModelService
from core.models.machine import processor
from core.models.registry import find_model, why_none
from tests.core.models import gguf_files as files


def _result(*may: str, right: int = 9) -> Achieved:
    return Achieved(
        when="2026-11-22T12:00:00+00:00",
        cases=10,
        device="processor",
        quantisation="Q4_1",
        lanes={"writer": LaneResult(what="passed the check", right=right, of=10)},
        may=may,
        sentences=(),
    )


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """One model that came with the program and one of the clinician's own; their checksums."""
    folder = tmp_path / "resources" / "models"
    monkeypatch.setattr(registry, "resources", lambda: tmp_path / "resources")
    sums = {}
    for name, place in (("ours", folder), ("theirs", tmp_path / "home" / "models")):
        place.mkdir(parents=True)
        content = files.gguf({**files.PLAIN, "general.name": name})
        (place / f"{name}.gguf").write_bytes(content)
        sums[name] = hashlib.sha256(content).hexdigest()
        card = {
            "id": name, "name": name, "file": f"{name}.gguf", "role": "writer", "sha256": sums[name],
            "size_bytes": len(content), "quantisation": "Q4_1", "architecture": "llama", "context": 2048,
            "licence": "MIT", "origin": "our tests",
        }  # fmt: skip
        (place / f"{name}.yaml").write_text(yaml.safe_dump(card))
    return sums


def _writer() -> str | None:
    found = find_model(role="writer")
    return found.id if found else None


def test_a_measurement_is_kept_for_the_file() -> None:
    assert achieved("a" * 64) is None
    assert keep("a" * 64, _result("writer"))
    assert achieved("a" * 64) == _result("writer")
    assert achieved("b" * 64) is None


def test_it_does_not_hold_for_another_processor_or_version_of_the_runtime(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("a" * 64, _result("writer"))
    with monkeypatch.context() as patched:
        patched.setattr(module, "processor", lambda: processor().model_copy(update={"features": ("avx",)}))
        assert achieved("a" * 64) is None
    with monkeypatch.context() as patched:
        patched.setattr(module, "runtime_version", lambda: "another")
        assert achieved("a" * 64) is None
    assert achieved("a" * 64) is not None


def test_it_outlives_an_update_of_the_system_and_a_runtime_installed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("a" * 64, _result("writer"))
    before = ladder.machine_key(), ladder.runtime_key()
    monkeypatch.setattr(platform, "release", lambda: "another kernel")
    monkeypatch.setattr(ladder, "_short", lambda facts: "other dates of the libraries")
    ladder.machine_key.cache_clear()
    ladder.runtime_key.cache_clear()
    try:
        assert achieved("a" * 64) == _result("writer")
        assert ladder.machine_key() != before[0]
    finally:
        monkeypatch.undo()
        ladder.machine_key.cache_clear()
        ladder.runtime_key.cache_clear()


def test_a_disk_that_takes_no_note(own_home: Path) -> None:
    own_home.mkdir()
    (own_home / "models").write_text("a file where the folder should be")
    assert not keep("a" * 64, _result("writer"))


def test_a_file_that_cannot_be_read_holds_nothing(own_home: Path) -> None:
    (own_home / "models").mkdir(parents=True)
    (own_home / "models" / "achieved.json").write_text("[")
    assert achieved("a" * 64) is None


def test_what_has_earned_the_role_serves(two: dict[str, str]) -> None:
    assert _writer() == "ours"  # neither was measured: ours goes first, theirs not at all
    keep(two["theirs"], _result("writer", right=8))
    assert _writer() == "theirs"
    keep(two["ours"], _result("writer", right=9))
    assert _writer() == "ours"
    keep(two["ours"], _result(right=3))
    assert _writer() == "theirs"
    keep(two["theirs"], _result(right=3))
    assert _writer() is None
    assert "may not serve" in why_none("writer")
    with ModelService.open(role="writer") as service:
        assert service.generate(prompt="x").sentence == why_none("writer")


def test_nothing_measured_has_no_share() -> None:
    assert LaneResult(what="x", right=0, of=0).share == 0
