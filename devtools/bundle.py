"""`dev.py bundle`: the stand-alone program, made by PyInstaller from `build.spec` in an environment of its own.

Of its own, because PyInstaller takes along whatever it finds that a library could use: an environment in which somebody
trains models would put torch into the bundle.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from devtools import display, model_runtime
from devtools import python_packages as libraries
from devtools.console import Watch, say
from devtools.frozen import contents
from devtools.places import BUNDLE_VENV, ROOT
from devtools.steps import Step

FOLDER = ROOT / "dist" / contents.WINDOW
_WORK = ROOT / "build" / "pyinstaller"
_WITHOUT_MODELS = "BEDSIDE_BUNDLE_WITHOUT_MODELS"  # build.spec reads it
_SHOWN = 12
_MB = 1_000_000
_START_SECONDS = 120
_USABLE = re.compile(r"usable after (\d+) ms")


def steps(build: model_runtime.Build, *, models: bool) -> list[Step]:
    """The environment: the locked libraries, PyInstaller, the model runtime, and nothing else."""
    return [
        libraries.environment(BUNDLE_VENV, "environment"),
        libraries.locked(BUNDLE_VENV, "core", "libraries to bundle"),
        libraries.locked(BUNDLE_VENV, "bundle", "what makes the bundle"),
        *([model_runtime.step(build, BUNDLE_VENV)] if models else []),
    ]


def make(arguments: Sequence[str], *, models: bool) -> int:
    """Make it in `dist/`, try whether both programs start, and say how large it is."""
    watch = Watch("stand-alone program (PyInstaller, some minutes)", "bundle")
    command: list[str | Path] = [BUNDLE_VENV.python, "-m", "PyInstaller", "--noconfirm", "--distpath", FOLDER.parent]
    watch.run(
        [*command, "--workpath", _WORK, ROOT / "build.spec", *arguments],
        "PyInstaller could not make the bundle; the lines above say why.",
        {} if models else {_WITHOUT_MODELS: "1"},
    )
    watch.done()
    say(f"\n{FOLDER}\n{size_report(FOLDER)}\n")
    return _try_out()


def sizes(folder: Path) -> Counter[str]:
    """Part → bytes; links are not counted twice. A part is a package, or a folder of Bedside's own resources."""
    found: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            inside = [part for part in file.relative_to(folder).parts if part != "_internal"]
            deep = 2 if inside[0] == "resources" else 1
            found["/".join(inside[:deep])] += file.stat().st_size
    return found


def size_report(folder: Path) -> str:
    """The whole size and what is biggest, in millions of bytes."""
    parts = sizes(folder)
    lines = [f"{parts.total() / _MB:6.0f} MB in all, of which"]
    lines += [f"{size / _MB:6.0f} MB {name}" for name, size in parts.most_common(_SHOWN)]
    return "\n".join(lines)


def _try_out() -> int:
    """Start both programs once, in a data folder that goes again."""
    with display.for_tests() as variables:
        started = time.monotonic()
        done = _start(contents.console_name(), ["--version"], variables)
        say(f"command line: {done.stdout.strip()} after {(time.monotonic() - started) * 1000:.0f} ms")
        shown = _start(contents.WINDOW, ["--smoke"], variables)
        usable = _USABLE.search(shown.stdout)
        # A window program of Windows has no output to tell on.
        say(f"window: {usable.group() if usable else f'ended with code {shown.returncode}'}")
    for one in (done, shown):
        if one.returncode:
            print(one.stderr.strip(), file=sys.stderr)
    return 1 if done.returncode or shown.returncode else 0


def _start(name: str, arguments: Sequence[str], variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    program = FOLDER / (f"{name}.exe" if sys.platform == "win32" else name)
    return subprocess.run(
        [program, *arguments],
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=_START_SECONDS,
        check=False,
    )
