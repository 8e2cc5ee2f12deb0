"""What each verb asks of the system before it starts, and which steps it brings up to date."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from devtools import model_runtime, pins, verbs
from devtools import system_packages as system
from devtools.console import DevError
from devtools.places import Environment
from devtools.steps import Step
from devtools.verbs import VERBS, Wish, set_up


class Asked:
    """Records what would be installed and which steps would be run."""

    def __init__(self) -> None:
        self.packages: dict[str, bool] = {}
        self.steps: list[str] = []

    def provide(self, wanted: dict[str, bool], verb: str) -> None:
        self.packages = dict(wanted)

    def bring_up_to_date(self, steps: Sequence[Step], environment: Path) -> list[str]:
        self.steps = [step.name for step in steps]
        return []


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """A fresh machine: no wheel kept, no compiler."""
    record = Asked()
    monkeypatch.setattr(model_runtime, "cache_folder", lambda: tmp_path / "cache")
    for module in (model_runtime, verbs):
        monkeypatch.setattr(module, "VENV", Environment(tmp_path / "venv"))
    monkeypatch.setattr(verbs, "bring_up_to_date", record.bring_up_to_date)
    monkeypatch.setattr(system, "provide", record.provide)
    monkeypatch.setattr(system, "has_compiler", lambda: "g++" in record.packages)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return record


def wish(verb: str, models: bool = True) -> Wish:
    return Wish(verb, [], "cpu", models)


def test_the_demonstration_needs_a_compiler_and_no_window(asked: Asked) -> None:
    set_up(wish("demo"), VERBS["demo"])
    assert asked.packages["g++"]
    assert asked.packages["libgomp1"]
    assert asked.packages["libegl1"] is False, "useful for the desktop, and nothing to stop for"
    assert "xvfb" not in asked.packages
    assert asked.steps == [
        "environment",
        "libraries-core",
        "bedside",
        "data-packages",
        "knowledge",
        "model-runtime",
        "model-trial",
    ]


def test_without_models_nothing_is_compiled(asked: Asked) -> None:
    set_up(wish("demo", models=False), VERBS["demo"])
    assert not {"g++", "libgomp1"} & set(asked.packages)
    assert "model-runtime" not in asked.steps


def test_a_kept_wheel_needs_no_compiler(asked: Asked, tmp_path: Path) -> None:
    build = model_runtime.build_for(pins.read(), "cpu")
    wheel = tmp_path / "llama_cpp_python-0.0.0-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    model_runtime.keep(build, wheel)
    set_up(wish("demo"), VERBS["demo"])
    assert "g++" not in asked.packages
    assert asked.packages["libgomp1"]


def test_a_missing_compiler_is_said_before_anything_is_installed(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_compiler", lambda: False)
    with pytest.raises(DevError, match=r"A C\+\+ compiler is needed"):
        set_up(wish("demo"), VERBS["demo"])
    assert asked.steps == []


def test_the_tests_need_qt_and_can_use_a_display(asked: Asked) -> None:
    set_up(wish("test"), VERBS["test"])
    assert asked.packages["libegl1"] is True
    assert asked.packages["libxcb-icccm4"] is False
    assert asked.packages["xvfb"] is False
    assert "libraries-dev" in asked.steps


def test_the_desktop_needs_what_opens_a_window_under_x11(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up(wish("app", models=False), VERBS["app"])
    assert asked.packages["libxcb-icccm4"] is True
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    set_up(wish("app", models=False), VERBS["app"])
    assert asked.packages["libxcb-icccm4"] is False


def test_the_static_checks_need_neither_models_nor_knowledge(asked: Asked) -> None:
    set_up(wish("lint"), VERBS["lint"])
    assert "g++" not in asked.packages
    assert not {"knowledge", "model-runtime", "data-packages"} & set(asked.steps)


def test_the_bundle_needs_what_goes_into_it(asked: Asked) -> None:
    set_up(wish("bundle"), VERBS["bundle"])
    for package in ("libegl1", "libxcb-icccm4", "binutils"):
        assert asked.packages[package] is True
    assert "libraries-dev" not in asked.steps
    assert {"knowledge", "data-packages"} <= set(asked.steps)
