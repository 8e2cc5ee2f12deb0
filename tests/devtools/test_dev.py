"""`dev.py` itself: standard library alone, its verbs, its places."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from devtools import documentation, places, verbs
from devtools.places import ROOT, Environment, cache_folder
from devtools.verbs import VERBS

# Run in the bundle alone, never by `dev.py`.
ENTRY_POINTS = {ROOT / "devtools" / "frozen" / name for name in ("console.py", "window.py")}


def test_dev_imports_the_standard_library_alone() -> None:
    for path in {ROOT / "dev.py", *(ROOT / "devtools").rglob("*.py")} - ENTRY_POINTS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for module in modules:
                assert module.partition(".")[0] in {*sys.stdlib_module_names, "devtools"}, f"{path}: {module}"


def test_help_names_every_verb() -> None:
    done = subprocess.run([sys.executable, "dev.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    for verb in ("demo", "test", "app", "lint", "bench", "soak", "docs", "bundle"):
        assert f"\n  {verb} " in done.stdout


def test_the_documentation_is_checked_against_the_verbs_there_are() -> None:
    assert set(documentation.VERBS_OF_DEV) == set(VERBS)


def test_an_unknown_verb_is_refused_with_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        verbs.main(["dance"])
    assert stopped.value.code == 2
    assert "'demo'" in capsys.readouterr().err


def test_further_words_go_to_the_verb(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[verbs.Wish] = []

    def run(wish: verbs.Wish) -> int:
        seen.append(wish)
        return 7

    monkeypatch.setitem(VERBS, "test", verbs.Verb("", run, libraries=False))
    assert verbs.main(["--accelerator", "vulkan", "--without-models", "test", "-k", "steps", "--lf"]) == 7
    assert seen == [verbs.Wish("test", ["-k", "steps", "--lf"], "vulkan", models=False)]


@pytest.mark.parametrize(
    ("environ", "platform", "end"),
    [
        ({}, "linux", ".cache/bedside"),
        ({"XDG_CACHE_HOME": "/elsewhere"}, "linux", "/elsewhere/bedside"),
        ({"XDG_CACHE_HOME": "relative"}, "linux", ".cache/bedside"),
        ({}, "darwin", "Library/Caches/bedside"),
        ({}, "win32", "AppData/Local/bedside/Cache"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local/bedside/Cache"),
    ],
)
def test_the_cache_lies_where_the_system_keeps_caches(environ: dict[str, str], platform: str, end: str) -> None:
    assert cache_folder(environ, platform).as_posix().endswith(end)


def test_an_environment_knows_its_python(tmp_path: Path) -> None:
    environment = Environment(tmp_path)
    assert environment.version == ""
    command = f"command = /usr/bin/python3 -m venv {tmp_path}"
    (tmp_path / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = 3.11.7\n{command}\n", encoding="utf-8")
    assert environment.version == "3.11.7"
    assert not environment.moved
    assert not environment.installed("llama_cpp")
    assert places.VENV.installed("pytest")


def test_an_environment_that_was_moved_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "pyvenv.cfg").write_text("command = /usr/bin/python3 -m venv /elsewhere/.venv\n", encoding="utf-8")
    assert Environment(tmp_path).moved


@pytest.mark.skipif(sys.platform == "win32", reason="run through bash")
def test_ci_runs_what_the_readme_teaches() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert "set -euo pipefail" in lines
    assert lines[-1] == "exec python3 dev.py test"
