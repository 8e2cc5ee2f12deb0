"""Making the locks: every library by exact version, and the hash of every file that it is published as.

For all systems and Pythons at once, which pip-compile cannot do (it locks for the machine it runs on, so that a lock
from Linux would lack what Windows needs); and without the address of any package index.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from devtools.console import Watch, say
from devtools.places import REQUIREMENTS, ROOT, Environment

UV = "uv==0.13.9"
OLDEST_PYTHON = "3.11"


def wanted(project: Mapping[str, dict[str, object]]) -> dict[str, list[str]]:
    """Lock → what goes into it, from pyproject.toml."""
    groups = project["dependency-groups"]

    def listed(value: object) -> list[str]:
        return [str(line) for line in value] if isinstance(value, list) else []

    extras = project["project"]["optional-dependencies"]
    dev = extras["dev"] if isinstance(extras, dict) else None
    return {
        "core": listed(project["project"]["dependencies"]) + listed(groups["install"]),
        "dev": listed(dev),
        "llama-build": listed(groups["llama-build"]),
        "oracle": listed(groups["oracle"]),
        "bench": listed(groups["bench"]),
        "bundle": listed(groups["bundle"]),
        "train": listed(groups["train"]),
    }


def make(upgrade: bool) -> int:
    """Write all locks anew; versions change only where they must, or with `upgrade`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="bedside-locks-") as name:
        tools = Environment(Path(name) / "tools")
        watch = Watch("locks", "locks")
        advice = "The locks could not be made; the lines above say why. Check the network and pyproject.toml."
        watch.run([sys.executable, "-m", "venv", tools.folder], advice)
        watch.run([tools.python, "-m", "pip", "install", UV], advice)
        for lock, lines in wanted(project).items():
            watch.run(_command(tools, lock, lines, Path(name), upgrade), advice)
        watch.done()
    say("Look at the difference, then run `dev.py test`.")
    return 0


def _command(tools: Environment, lock: str, lines: Sequence[str], work: Path, upgrade: bool) -> list[str | Path]:
    source = work / f"{lock}.in"
    source.write_text("\n".join(lines), encoding="utf-8")
    # What is installed together agrees on versions: the tools of development with the core that they test, what makes
    # the bundle with the core that it holds, and what trains with the rooms that it imports.
    with_core = lock in ("dev", "bundle", "train")
    agreeing: list[str | Path] = ["--constraints", REQUIREMENTS / "core.txt"] if with_core else []
    return [
        *(tools.program("uv"), "pip", "compile", "--universal", "--python-version", OLDEST_PYTHON),
        *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
        *(["--upgrade"] if upgrade else []),
        *agreeing,
        *("--output-file", REQUIREMENTS / f"{lock}.txt", source),
    ]
