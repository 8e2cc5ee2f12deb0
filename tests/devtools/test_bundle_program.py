"""The stand-alone program itself: made anew, moved elsewhere, and run where there is no Python to be found."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from devtools.bundle import FOLDER
from devtools.frozen import contents
from devtools.places import ROOT

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the bundle has been tried on Linux alone"),
]
WORD = "correct horse battery"
LIMIT_S = 300
WINDOW_LIMIT_MS = 20_000  # of a machine that does other work meanwhile; docs/bundle.md has what was measured


class Bundle:
    """One unpacked bundle, run without Python, without a search path, and with a data folder of its own."""

    def __init__(self, program: Path, home: Path) -> None:
        self.program, self.home = program, home
        self.sample = program / "_internal" / "resources" / "examples" / "chest-pain.txt"

    def run(
        self, name: str, words: Sequence[str], variables: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        environment = {"HOME": str(self.home), "BEDSIDE_HOME": str(self.home / "data"), "BEDSIDE_PASSPHRASE": WORD}
        return subprocess.run(
            [self.program / name, *words],
            env={**environment, "PATH": "", **(variables or {})},
            cwd=self.home,
            capture_output=True,
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
        )

    def json(self, *words: str) -> Any:
        done = self.run(contents.console_name(), [*words, "--json"])
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    made = subprocess.run([sys.executable, "dev.py", "bundle"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    elsewhere = tmp_path_factory.mktemp("unpacked")
    shutil.copytree(FOLDER, elsewhere / "Bedside", symlinks=True)
    home = elsewhere / "home"
    home.mkdir()
    return Bundle(elsewhere / "Bedside", home)


def test_the_sample_case_goes_all_the_way(bundle: Bundle, tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    bundle.json("records", "init")
    said = bundle.json("analyse", str(bundle.sample), "--store", "--pdf", str(report))
    assert said["differential"]
    assert said["provenance"]["models"], "the embedded model ran in a process that the bundle started"
    assert report.read_bytes().startswith(b"%PDF-")
    assert said["differential"][0]["name"] in "".join(page.extract_text() for page in PdfReader(report).pages)
    [kept] = bundle.json("records", "list")
    again = bundle.json("records", "show", kept["id"])
    assert again["case"]["text"].strip() == bundle.sample.read_text(encoding="utf-8").strip()
    assert again["assessment"]["differential"] == said["differential"]
    database = next((bundle.home / "data" / "records").glob("*.db"))
    assert not database.read_bytes().startswith(b"SQLite format 3"), "the records are encrypted"


def test_many_cases_go_through_processes_of_their_own(bundle: Bundle, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": "Fever and cough for 3 days."}) for number in range(4)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = bundle.run("bedside", ["batch", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl"), "--jobs", "2"])
    assert done.returncode == 0, done.stderr
    answers = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in answers] == ["0", "1", "2", "3"]


@pytest.mark.parametrize("verb", ["analyse", "check", "doctor", "extract", "knowledge", "library", "models", "score"])
def test_every_verb_is_in_it(bundle: Bundle, verb: str) -> None:
    done = bundle.run("bedside", [verb, "--help"])
    assert done.returncode == 0, done.stderr


def test_the_model_process_is_as_isolated_as_from_source(bundle: Bundle) -> None:
    isolation = json.dumps(bundle.json("doctor")["machine"], ensure_ascii=False)
    assert "tried, and refused" in isolation
    assert "Landlock" in isolation
    had, _, missing = isolation.partition('"missing"')
    assert "an environment of allowed variables only" in had
    assert "an environment of allowed variables only" not in missing


def test_the_window_opens(bundle: Bundle) -> None:
    given = {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORM") if name in os.environ}
    done = bundle.run(contents.WINDOW, ["--smoke"], {**given, "LC_ALL": "C.UTF-8"})
    assert done.returncode == 0, done.stderr
    usable = re.search(r"usable after (\d+) ms", done.stdout)
    assert usable
    assert int(usable[1]) < WINDOW_LIMIT_MS


def test_a_window_without_a_display_is_explained(bundle: Bundle) -> None:
    done = bundle.run(contents.WINDOW, [])
    assert done.returncode == 2
    assert done.stderr.startswith("Bedside's window cannot open: there is no display here.")


def test_a_library_that_is_missing_is_explained(bundle: Bundle) -> None:
    library = bundle.program / "_internal" / "libxcb-icccm.so.4"
    hidden = library.with_suffix(".hidden")
    library.rename(hidden)
    try:
        # An empty stand-in: the machine that the tests run on has the library too.
        library.write_bytes(b"")
        done = bundle.run(contents.WINDOW, [], {"DISPLAY": ":99"})
    finally:
        library.unlink()
        hidden.rename(library)
    assert done.returncode == 2
    assert "libxcb-icccm.so.4" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_nothing_goes_in_that_is_never_used(bundle: Bundle) -> None:
    inside = [
        path.relative_to(bundle.program / "_internal").as_posix() for path in bundle.program.rglob("_internal/**/*")
    ]
    assert "resources/compiled/knowledge.sqlite" in inside
    for unwanted in ("torch", "transformers", "pytest", "mypy", "hypothesis", "tkinter", "PySide6/Qt/qml"):
        assert unwanted not in inside
    assert [name for name in inside if not contents.wanted_file(name)] == []
