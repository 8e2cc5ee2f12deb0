"""The virtual environment, the locked libraries in it, and Bedside itself."""

from __future__ import annotations

import sys
from pathlib import Path

from devtools.console import Watch
from devtools.places import REQUIREMENTS, ROOT, VENV, Environment
from devtools.stamps import digest, digest_of_files
from devtools.steps import Step

SUPPORTED = ("3.11.", "3.12.")


def environment(target: Environment, name: str) -> Step:
    """The step that makes a virtual environment."""

    def run(watch: Watch) -> None:
        # An environment whose Python went away or does not fit is emptied, as is one in a folder that was moved; a good
        # one that somebody made by hand is left as it is.
        if not usable():
            advice = f"The environment {target.folder.name} could not be made. Delete that folder and try again."
            watch.run([sys.executable, "-m", "venv", "--clear", target.folder], advice)
            # As newer Pythons do by themselves: an environment is nothing to commit, format or search.
            (target.folder / ".gitignore").write_text("*\n", encoding="ascii")

    def usable() -> bool:
        return target.python.exists() and target.version.startswith(SUPPORTED) and not target.moved

    return Step(name, "Python environment", lambda: "1", usable, run, starts_afresh=True)


def locked(target: Environment, lock: str, title: str) -> Step:
    """The step that installs one lock, every file of it checked against its hash."""
    path = REQUIREMENTS / f"{lock}.txt"
    return Step(
        name=f"libraries-{lock}",
        title=title,
        fingerprint=lambda: digest(target.version, path.read_bytes()),
        present=target.python.exists,
        run=lambda watch: install_lock(target, path, watch),
    )


def install_lock(target: Environment, lock: Path, watch: Watch) -> None:
    """Install a lock into an environment."""
    watch.run(
        [target.python, "-m", "pip", "install", "--require-hashes", "--no-deps", "-r", lock],
        f"The libraries of requirements/{lock.name} could not be installed. Check the network and the free disk "
        "space, then start the same command again; what was fetched is kept.",
    )


def bedside_itself() -> Step:
    """The step that puts the commands `bedside` and `bedside-desktop` into the environment."""
    project = ROOT / "pyproject.toml"
    return Step(
        name="bedside",
        title="Bedside's own commands",
        fingerprint=lambda: digest(VENV.version, digest_of_files([project], ROOT)),
        present=VENV.program("bedside").exists,
        run=_install_bedside,
    )


def _install_bedside(watch: Watch) -> None:
    # Compat: a path entry in place of an import hook, which costs every start and which type checkers cannot follow.
    watch.run(
        [
            *(VENV.python, "-m", "pip", "install", "--no-deps", "--no-build-isolation", "--no-index"),
            *("--config-settings", "editable_mode=compat", "--editable", ROOT),
        ],
        "Bedside could not be put into its own environment. Delete the folder .venv and start the same command again.",
    )
