from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.models import checksums, registry
from core.models.achievement import achieved
from core.models.gguf import read_header
from core.models.info import header_of
from core.models.ladder import Ladder
from core.models.registry import ModelInfo, checked_for_use, find_model, list_models, verify_model
from core.system.errors import KnownError
from tests.core.models import gguf_files as files

_CONTENT = files.gguf()


@pytest.fixture
def embedded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "resources" / "models"
    folder.mkdir(parents=True)
    monkeypatch.setattr(registry, "resources", lambda: tmp_path / "resources")
    return folder


def _card(folder: Path, **changes: Any) -> Path:
    card = {
        "id": "small",
        "name": "Small",
        "file": "small.gguf",
        "role": "writer",
        "sha256": hashlib.sha256(_CONTENT).hexdigest(),
        "size_bytes": len(_CONTENT),
        "quantisation": "Q4_1",
        "architecture": "llama",
        "context": 2048,
        "licence": "Apache-2.0",
        "origin": "our tests",
        "limits": ["makes things up"],
        **changes,
    }
    path = folder / f"{card['id']}.yaml"
    path.write_text(yaml.safe_dump(card))
    return path


def _only() -> ModelInfo:
    (info,) = list_models()
    return info


def test_a_model_with_its_card(embedded: Path) -> None:
    _card(embedded)
    (embedded / "small.gguf").write_bytes(_CONTENT)
    info = _only()
    assert (info.status, info.role, info.embedded, info.chat_template) == ("ready", "writer", True, True)
    assert info.limits == ("makes things up",)
    assert verify_model(info).ok
    assert checked_for_use(info) == info.sha256
    assert find_model(role="writer") == info
    assert find_model(model="small") == info
    assert find_model(model="other") is None
    assert find_model(role="encoder") is None


def test_a_card_without_its_file(embedded: Path) -> None:
    _card(embedded)
    info = _only()
    assert info.status == "missing"
    assert "Run the set-up again" in info.sentence
    assert verify_model(info).sentence == info.sentence
    with pytest.raises(KnownError, match="not installed"):
        checked_for_use(info)


def test_a_damaged_file(embedded: Path) -> None:
    _card(embedded)
    (embedded / "small.gguf").write_bytes(_CONTENT[:100])
    assert _only().status == "damaged"
    assert not verify_model(_only()).ok


def test_a_file_that_is_not_the_one_on_the_card(embedded: Path) -> None:
    _card(embedded, sha256="0" * 64)
    (embedded / "small.gguf").write_bytes(_CONTENT)
    verification = verify_model(_only())
    assert not verification.ok
    assert verification.sha256 == hashlib.sha256(_CONTENT).hexdigest()
    assert "checksum differs" in verification.sentence
    with pytest.raises(KnownError, match="checksum differs"):
        checked_for_use(_only())


@pytest.mark.parametrize("content", ["id: [", "id: small", "\x00", "- a list"])
def test_a_card_that_cannot_be_read(embedded: Path, content: str) -> None:
    (embedded / "bad.yaml").write_text(content)
    info = _only()
    assert (info.status, info.role) == ("damaged", None)
    assert "bad.yaml" in info.sentence


def test_the_clinicians_own_file_without_a_card(embedded: Path, own_home: Path) -> None:
    folder = own_home / "models"
    folder.mkdir(parents=True)
    (folder / "Mine.gguf").write_bytes(_CONTENT)
    (folder / "Broken.gguf").write_bytes(b"GGUF")
    broken, mine = list_models()
    assert (mine.id, mine.name, mine.role, mine.embedded, mine.status) == ("mine", "Small", None, False, "ready")
    assert "no card" in mine.sentence
    assert broken.status == "damaged"
    verification = verify_model(mine)
    assert not verification.ok
    assert hashlib.sha256(_CONTENT).hexdigest() in verification.sentence
    assert checked_for_use(mine) == hashlib.sha256(_CONTENT).hexdigest()


def test_only_files_are_opened_in_the_folder_of_models(embedded: Path, own_home: Path) -> None:
    folder = own_home / "models"
    folder.mkdir(parents=True)
    for name in ("pipe.gguf", "card.yaml", "achieved.json", "ladder.json", "checksums.json"):
        os.mkfifo(folder / name)
    card, pipe = list_models()
    assert (card.status, pipe.status) == ("damaged", "damaged")
    assert "it is a pipe or a device" in pipe.sentence
    assert not verify_model(pipe).ok
    with pytest.raises(KnownError, match="a pipe or a device"):
        checksums.sha256_of(pipe.path)
    assert achieved("a" * 64) is None
    assert Ladder("Small", "a" * 64).rung == "gpu"


def test_a_card_or_a_file_of_an_odd_name_is_shown_on_one_line(embedded: Path, own_home: Path) -> None:
    folder = own_home / "models"
    folder.mkdir(parents=True)
    _card(folder, name="Old\x1b[2J\ncard", licence="MIT\x07" + "!" * 300)
    (folder / "small.gguf").write_bytes(_CONTENT)
    (folder / "red\x1b[31m.gguf").write_bytes(files.gguf({**files.PLAIN, "general.name": "x\ny"}))
    (folder / "bad\x1b.yaml").write_text("id: [")
    bad, small, red = list_models()
    assert (small.name, small.licence) == ("Old[2J card", "MIT" + "!" * 116 + "…")
    assert small.sentence == "Old[2J card is ready."
    assert (red.id, red.name) == ("red[31m", "x y")
    for info in (bad, small, red):
        assert "\x1b" not in info.sentence + info.id + info.name
        assert "\x1b" not in verify_model(info).sentence
        assert find_model(model=info.id) == info


def test_the_first_ready_model_of_a_role_is_taken(embedded: Path) -> None:
    _card(embedded, id="absent", file="absent.gguf")
    _card(embedded)
    (embedded / "small.gguf").write_bytes(_CONTENT)
    found = find_model(role="writer")
    assert found is not None
    assert found.id == "small"


def test_a_file_that_vanishes_is_one_sentence(embedded: Path) -> None:
    _card(embedded)
    (embedded / "small.gguf").write_bytes(_CONTENT)
    info = _only()
    (embedded / "small.gguf").unlink()
    assert "cannot be read" in verify_model(info).sentence
    with pytest.raises(KnownError, match="cannot be read"):
        checked_for_use(info)
    with pytest.raises(KnownError, match="cannot be read"):
        checksums.sha256_of(info.path)
    with pytest.raises(KnownError, match="cannot be read"):
        header_of(info.path)


def test_a_checksum_is_computed_again_only_when_the_file_changed(tmp_path: Path, own_home: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"one")
    told: list[int] = []
    first = checksums.remember(path, told.append)
    assert told == [3]
    noted = own_home / "models" / "checksums.json"
    noted.write_text(noted.read_text().replace(first, "e" * 64))
    assert checksums.remembered_sha256(path) == "e" * 64
    path.write_bytes(b"two")
    os.utime(path, ns=(1, 1))
    assert checksums.remembered_sha256(path) == hashlib.sha256(b"two").hexdigest()


@pytest.mark.parametrize("content", [b"{", b"[]", json.dumps({"x": 3}).encode()])
def test_a_note_that_cannot_be_read_costs_nothing_but_time(tmp_path: Path, own_home: Path, content: bytes) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"one")
    (own_home / "models").mkdir(parents=True)
    (own_home / "models" / "checksums.json").write_bytes(content)
    assert checksums.remembered_sha256(path) == hashlib.sha256(b"one").hexdigest()


def test_a_disk_that_takes_no_note_costs_nothing_but_time(tmp_path: Path, own_home: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"one")
    own_home.mkdir()
    (own_home / "models").write_text("a file where the folder should be")
    assert checksums.remembered_sha256(path) == hashlib.sha256(b"one").hexdigest()


def test_the_embedded_card_is_that_of_the_file() -> None:
    info = find_model(model="smollm2-135m-instruct")
    assert info is not None
    assert info.role == "writer"
    assert info.licence == "Apache-2.0"
    assert any("makes things up" in limit for limit in info.limits)
    if info.status == "missing":
        pytest.skip("the model file has not been fetched")
    header = read_header(info.path)
    assert (header.quantisation, header.architecture, header.context) == ("Q4_1", "llama", 8192)
    assert header.size_bytes == info.size_bytes
    assert verify_model(info).ok


def test_the_card_of_the_writer_that_comes_with_bedside_leaves_nothing_unsaid() -> None:
    """The nine groups of the source attributes, and what it is for and cannot do."""
    info = find_model(model="smollm2-135m-instruct")
    assert info is not None
    said = info.attributes.model_dump()
    assert len(said) == 9
    assert [name for name, words in said.items() if words == "not stated" or len(words) < 20] == []
    assert info.intended_use
    assert len(info.limits) >= 3
    assert info.licence
    assert info.origin
