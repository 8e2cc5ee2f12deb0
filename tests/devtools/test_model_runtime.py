"""The compiled runtime: one wheel for each way of building it, and none that was tampered with."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from devtools import console, model_runtime, pins
from devtools.model_runtime import ACCELERATORS, Build, build_for, keep


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    monkeypatch.setattr(model_runtime, "cache_folder", lambda: tmp_path / "cache")
    return build_for(pins.read(), "cpu")


def finished(build: Build, folder: Path) -> Path:
    wheel = folder / "llama_cpp_python-0.0.0-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    return keep(build, wheel)


def test_every_way_of_building_has_a_folder_of_its_own(build: Build) -> None:
    keys = {build_for(pins.read(), accelerator).key for accelerator in ACCELERATORS}
    assert len(keys) == len(ACCELERATORS)
    assert replace(build, machine="win-amd64 ").key != build.key
    assert replace(build, sdist_sha256="0" * 64).key != build.key


def test_no_build_is_tied_to_the_machine_it_is_made_on() -> None:
    for flags in model_runtime.FLAGS.values():
        assert "-DGGML_NATIVE=OFF" in flags


def test_what_is_measured_beside_is_tied_to_its_processor_and_is_nothing_one_can_install(build: Build) -> None:
    native = model_runtime.native_build(pins.read())
    assert "-DGGML_NATIVE=ON" in native.flags
    assert native.machine.startswith(build.machine)
    assert native.machine != build.machine
    assert native.accelerator not in ACCELERATORS


def test_a_runtime_is_laid_out_in_a_folder_of_its_own(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "LOGS", tmp_path)
    wheel, folder = tmp_path / "llama_cpp_python-0.0.0-py3-none-any.whl", tmp_path / "native"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("llama_cpp/lib/libllama.so", b"code")
    keep(build, wheel)
    step = model_runtime.unpacked(build, folder)
    assert not step.present()
    step.run(console.Watch("[1/1] unpacking", "unpacking"))
    assert step.present()
    assert (folder / "llama_cpp" / "lib" / "libllama.so").read_bytes() == b"code"


def test_a_wheel_is_kept_and_found_again(build: Build, tmp_path: Path) -> None:
    assert build.wheel() is None
    assert not build.is_cached()
    kept = finished(build, tmp_path)
    assert build.wheel() == kept
    assert build.is_cached()
    assert "once" not in model_runtime.step(build).title


def test_a_changed_wheel_is_not_used(build: Build, tmp_path: Path) -> None:
    finished(build, tmp_path).write_bytes(b"other")
    assert build.wheel() is None


@pytest.mark.parametrize("record", ["", "{}", json.dumps({"wheel": "absent.whl", "sha256": "0"})])
def test_a_torn_record_means_no_wheel(build: Build, tmp_path: Path, record: str) -> None:
    finished(build, tmp_path)
    (build.folder / "made-from.json").write_text(record, encoding="utf-8")
    assert build.wheel() is None
