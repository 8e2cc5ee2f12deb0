"""The locks: every file by its hash, nothing of where it was fetched from, and no torch in the core."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from devtools import locks, pins
from devtools.places import REQUIREMENTS, ROOT

LOCKS = sorted(REQUIREMENTS.glob("*.txt"))
_ENTRY = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?: ; [^\\]+)? \\$")
_HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
_ADDRESS = re.compile(r"://|\bpypi\.|index-url|find-links|trusted-host|/root\b|/home/|[A-Za-z]:\\\\", re.IGNORECASE)


def names(lock: str) -> set[str]:
    lines = (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8").splitlines()
    return {match["name"] for line in lines if (match := _ENTRY.match(line))}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    entry_without_hash = ""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if match := _ENTRY.match(line):
            assert not entry_without_hash
            entry_without_hash = match["name"]
        else:
            assert _HASH.match(line), line
            entry_without_hash = ""
    assert not entry_without_hash


@pytest.mark.parametrize("file", [*LOCKS, pins.PINS, ROOT / "pyproject.toml", ROOT / ".ci" / "run"], ids=str)
def test_nothing_says_where_packages_come_from(file: Path) -> None:
    assert not _ADDRESS.search(file.read_text(encoding="utf-8"))


def test_the_core_is_without_torch_and_without_what_is_compiled() -> None:
    assert not names("core") & {"torch", "transformers", "tokenizers", "accelerate", "llama-cpp-python", "pyside6"}


def test_the_locks_cover_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for lock, lines in locks.wanted(project).items():
        asked = {normal(re.split(r"[\[<>=~! ]", line)[0]) for line in lines}
        assert asked <= names(lock), lock


@pytest.mark.parametrize("lock", ["dev", "bundle"])
def test_what_is_installed_beside_the_core_agrees_on_versions(lock: str) -> None:
    def versions(name: str) -> set[tuple[str, str]]:
        text = (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")
        return {(match["name"], match["version"]) for line in text.splitlines() if (match := _ENTRY.match(line))}

    shared = names("core") & names(lock)
    assert {pair for pair in versions(lock) if pair[0] in shared} <= versions("core")


def test_the_runtime_is_pinned_to_one_release_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = f"llama-cpp-python=={pins.read().runtime_version}"
    assert project["project"]["optional-dependencies"]["models"] == [pinned]


def test_every_library_that_the_program_imports_is_locked() -> None:
    """A library that is merely installed on the machine where it was written would be missing everywhere else."""
    known = packages_distributions()
    locked = names("core") | {"llama-cpp-python"}
    for path in [*(ROOT / "core").rglob("*.py"), *(ROOT / "desktop").rglob("*.py")]:
        for module in _imported(path) - set(sys.stdlib_module_names) - {"core", "desktop"}:
            if (path.relative_to(ROOT).parts[:2]) == ("core", "training"):
                continue  # has an extra of its own
            offered_by = {normal(name) for name in known.get(module, [module])}
            assert offered_by & locked, f"{path.relative_to(ROOT)} imports {module}, which no lock brings"


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found
