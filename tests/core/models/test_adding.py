from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest
import yaml

from core.models import adding, registry
from core.models.adding import add_model, remove_model
from core.models.registry import checked_for_use, find_model, list_models, verify_model
from core.system.errors import KnownError
from tests.core.models import gguf_files as files

_CONTENT = files.gguf()
_DISK = namedtuple("_DISK", "total used free")


@pytest.fixture(autouse=True)
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "resources" / "models"
    folder.mkdir(parents=True)
    monkeypatch.setattr(registry, "resources", lambda: tmp_path / "resources")
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "My Model (v2).gguf"
    path.write_bytes(_CONTENT)
    return path


def _left(home: Path) -> list[str]:
    folder = home / "models"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_file_is_taken_in_with_a_card(file: Path, own_home: Path) -> None:
    told: list[int] = []
    info = add_model(file, progress=told.append)
    assert (info.id, info.name, info.role, info.status) == ("my-model-v2", "Small", "writer", "ready")
    assert (info.badge, info.licence, info.quantisation, info.context) == ("unvalidated", "apache-2.0", "Q4_1", 2048)
    assert info.sha256 == hashlib.sha256(_CONTENT).hexdigest()
    assert told == [len(_CONTENT)]
    assert verify_model(info).ok
    assert checked_for_use(info) == info.sha256
    assert _left(own_home) == ["checksums.json", "my-model-v2.gguf", "my-model-v2.yaml"]


def test_it_serves_nothing_until_it_was_measured(file: Path) -> None:
    add_model(file)
    assert find_model(role="writer") is None
    assert find_model(model="my-model-v2") is not None
    assert "has not been measured here yet" in registry.why_none("writer")


def test_the_role_by_the_file_or_as_wished(tmp_path: Path) -> None:
    path = tmp_path / "bare.gguf"
    path.write_bytes(files.gguf({k: v for k, v in files.PLAIN.items() if "template" not in k}))
    assert add_model(path).role == "second-opinion"
    path = tmp_path / "wished.gguf"
    path.write_bytes(_CONTENT)
    assert add_model(path, role="second-opinion").role == "second-opinion"


def test_an_encoder_of_ones_own_is_refused_and_told_why(tmp_path: Path, own_home: Path) -> None:
    path = tmp_path / "bert.gguf"
    path.write_bytes(files.gguf({**files.PLAIN, "general.architecture": "bert"}))
    for role in (None, "writer", "encoder"):
        with pytest.raises(KnownError, match=r"is an encoder.* its own encoder alone"):
            add_model(path, role=role)
    path.write_bytes(_CONTENT)
    with pytest.raises(KnownError, match=r"cannot serve as an encoder.* another role"):
        add_model(path, role="encoder")
    assert _left(own_home) == []


def test_the_encoder_that_the_program_knows_can_be_put_back(tmp_path: Path, program: Path) -> None:
    path = tmp_path / "bert.gguf"
    content = files.gguf({**files.PLAIN, "general.architecture": "bert"})
    path.write_bytes(content)
    (program / "known").mkdir()
    card = {
        "id": "known", "name": "Known", "file": "known.gguf", "role": "encoder",
        "sha256": hashlib.sha256(content).hexdigest(), "size_bytes": len(content), "quantisation": "F16",
        "architecture": "bert", "context": 512, "licence": "MIT", "origin": "our tests",
    }  # fmt: skip
    (program / "known" / "known.yaml").write_text(yaml.safe_dump(card))
    assert add_model(path).role == "encoder"


def test_a_file_that_the_program_knows(file: Path, program: Path) -> None:
    (program / "known").mkdir()
    card = {
        "id": "known", "name": "Known", "file": "known.gguf", "role": "second-opinion",
        "sha256": hashlib.sha256(_CONTENT).hexdigest(), "size_bytes": len(_CONTENT), "quantisation": "Q4_1",
        "architecture": "llama", "context": 2048, "licence": "MIT", "origin": "our tests",
    }  # fmt: skip
    (program / "known" / "known.yaml").write_text(yaml.safe_dump(card))
    info = add_model(file)
    assert (info.name, info.badge, info.licence, info.role) == ("Known", "", "MIT", "second-opinion")


def test_the_same_file_twice(file: Path, own_home: Path) -> None:
    add_model(file)
    with pytest.raises(KnownError, match="here already, as my-model-v2"):
        add_model(file)
    assert [name for name in _left(own_home) if "adding" in name] == []


def test_two_files_of_one_name(file: Path) -> None:
    add_model(file)
    file.write_bytes(files.gguf(more=b"", data=files.ITS_BYTES + 32))
    assert add_model(file).id == "my-model-v2-2"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no model", "not a GGUF file"),
        (_CONTENT[:-10], "end is missing"),
        (files.gguf({**files.PLAIN, "tokenizer.chat_template": "{{ ''.__class__ }}"}), "is refused: its chat template"),
        (
            files.gguf({**files.PLAIN, "tokenizer.chat_template.tool_use": "{{ run() }}"}),
            "its chat template calls “run”",
        ),
        (files.gguf({**files.PLAIN, "general.architecture": "clip"}), "the part of a model that reads images"),
    ],
)
def test_what_is_not_taken_in(file: Path, own_home: Path, content: bytes, words: str) -> None:
    file.write_bytes(content)
    with pytest.raises(KnownError, match=words):
        add_model(file)
    assert _left(own_home) == []


def test_a_file_that_is_none_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"end in \.gguf"):
        add_model(tmp_path / "model.bin")
    with pytest.raises(KnownError, match="cannot be read"):
        add_model(tmp_path / "nowhere.gguf")


def test_a_pipe_is_refused_at_once(tmp_path: Path, own_home: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gguf")
    with pytest.raises(KnownError, match="a pipe or a device"):
        add_model(tmp_path / "pipe.gguf")
    assert _left(own_home) == []


def test_a_name_that_steers_a_terminal_is_not_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "red\x1b[31m.gguf"
    path.write_bytes(files.gguf({**files.PLAIN, "general.name": "\x1b", "general.license": "MIT\nforged: line"}))
    info = add_model(path)
    assert (info.id, info.name, info.licence) == ("red-31m", "red[31m", "MIT forged: line")


def test_a_disk_without_room(file: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _DISK(1, 1, 10))
    with pytest.raises(KnownError, match="no room on the disk"):
        add_model(file)
    assert _left(own_home) == []


@pytest.mark.parametrize("at", ["fsync", "card"])
def test_a_disk_that_is_full_on_the_way(file: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if at == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(adding, "write_atomically", full)
    with pytest.raises(KnownError, match="no room on the disk"):
        add_model(file)
    assert _left(own_home) == []


def test_a_folder_that_cannot_be_written(file: Path, own_home: Path) -> None:
    own_home.mkdir()
    (own_home / "models").write_text("a file where the folder should be")
    with pytest.raises(KnownError, match="cannot be copied"):
        add_model(file)


def test_a_file_that_grows_while_it_is_copied(file: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def grow(_done: int) -> None:
        with file.open("ab") as more:
            more.write(b"x" * 9)

    monkeypatch.setattr(adding, "_BLOCK", 64)
    with pytest.raises(KnownError, match="changed while"):
        add_model(file, progress=grow)
    assert _left(own_home) == []


def test_a_copy_that_is_interrupted_leaves_nothing(file: Path, own_home: Path) -> None:
    def stop(_done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_model(file, progress=stop)
    assert _left(own_home) == []


def test_removing(file: Path, own_home: Path, program: Path) -> None:
    info = add_model(file)
    assert remove_model(info.id).id == info.id
    assert list_models() == ()
    assert [name for name in _left(own_home) if name != "checksums.json"] == []
    with pytest.raises(KnownError, match="no model"):
        remove_model(info.id)
    (program / "ours.gguf").write_bytes(_CONTENT)
    with pytest.raises(KnownError, match="came with Bedside"):
        remove_model("ours")
    assert (program / "ours.gguf").exists()


def test_a_file_that_cannot_be_removed(file: Path, own_home: Path) -> None:
    info = add_model(file)
    info.path.unlink()
    info.path.mkdir()
    with pytest.raises(KnownError, match="cannot be removed"):
        remove_model(info.id)
