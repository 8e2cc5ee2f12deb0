"""The runner below `batch`, `extract`, `score --batch` and `library answer`: order, bad lines, and whole files only."""

from __future__ import annotations

import argparse
import os
import signal
import stat
import subprocess
import sys
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from core.cli import lines
from core.system.errors import KnownError
from tests.core.cli import workers
from tests.core.cli.conftest import lines_of

_ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def run(tmp_path: Path) -> Any:
    def go(work: lines.Worker, data: bytes = b'{"id": "a"}\n', jobs: int = 1, target: str = "out.jsonl") -> int:
        source = tmp_path / "in.jsonl"
        source.write_bytes(data)
        return lines.run_lines(argparse.Namespace(json=False), source, tmp_path / target, work, jobs)

    return go


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"tmp", "home"}


def test_every_process_is_held_to_the_same_and_the_order_is_kept(run: Any, tmp_path: Path) -> None:
    given = [f"line {n}" for n in range(2 * lines.CHUNK + 1)]
    assert run(workers.looks_around, "\n".join(given).encode(), jobs=2) == 0
    found = lines_of(tmp_path / "out.jsonl")
    assert [f["line"] for f in found] == given
    assert all(f["refused"] and f["quiet"] for f in found)
    assert os.getpid() not in {f["process"] for f in found}


def test_a_process_that_dies_leaves_no_half_file(run: Any, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="--jobs 1"):
        run(workers.dies, b"x\n" * (lines.CHUNK + 1), jobs=2)
    assert left(tmp_path) == {"in.jsonl"}


def test_a_few_lines_start_no_process(run: Any, tmp_path: Path) -> None:
    assert run(workers.looks_around, b"x\ny\n", jobs=2) == 0
    assert {f["process"] for f in lines_of(tmp_path / "out.jsonl")} == {os.getpid()}


def test_stopping_leaves_the_old_file(run: Any, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("old\n", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        run(workers.stops)
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "old\n"
    assert left(tmp_path) == {"in.jsonl", "out.jsonl"}


@pytest.mark.skipif(os.name != "posix", reason="signals to a group of processes")
def test_ctrl_c_over_many_processes(tmp_path: Path) -> None:
    """All of them hear it, as at a terminal: one word from the parent, none from the others."""
    (tmp_path / "in.jsonl").write_bytes(b'{"id": "a", "text": "' + b"chest pain and fever. " * 100 + b'"}\n')
    (tmp_path / "in.jsonl").write_bytes((tmp_path / "in.jsonl").read_bytes() * 400)
    program = (
        "import sys; from core.cli import lines, main; lines.PROGRESS_EVERY_S = 0.0\n"
        "if __name__ == '__main__': sys.exit(main())"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, "batch", "in.jsonl", "out.jsonl", "--jobs", "2"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
    )
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.readline().startswith("1 of 400")
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stderr.read().splitlines()
    assert process.wait(timeout=60) == 130
    assert [line for line in rest if " of 400" not in line] == ["bedside: stopped"]
    assert left(tmp_path) == {"in.jsonl"}


def test_a_process_that_was_told_to_stop_leaves_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = get_context("spawn").Event()
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(lines, "_stop", None)
    try:
        lines._prepare(stop)
    finally:
        signal.signal(signal.SIGINT, before)
    work = partial(lines._answer, workers.agrees)
    assert lines._unless_stopped(work, lines._Line(b"x", "line-1")).document == {"id": "line-1"}
    stop.set()
    assert lines._unless_stopped(work, lines._Line(b"x", "line-1")).document == {}


def test_blank_lines_are_no_lines_and_the_others_keep_their_numbers(run: Any, tmp_path: Path) -> None:
    assert run(workers.agrees, b"\xef\xbb\xbf\r\n\n1\r\n  \n2") == 0
    assert [f["id"] for f in lines_of(tmp_path / "out.jsonl")] == ["line-3", "line-5"]
    assert run(workers.agrees, b"\n\n") == 0
    assert lines_of(tmp_path / "out.jsonl") == []


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (b'{"id": "a"}', "a"),
        (b'{"id": 7}', "7"),
        ('{"id": "患者"}'.encode(), "患者"),
        (b'{"id": "\\ud800"}', "\ufffd"),
        (b'{"id": ["a"]}', "line-1"),
        (b'{"id": ""}', "line-1"),
        (b"[1]", "line-1"),
        (b"{", "line-1"),
        (b"[" * 100_000, "line-1"),
        (b'{"id": ' + b"9" * 5000 + b"}", "line-1"),
    ],
)
def test_a_line_without_an_answer_is_found_again_by_its_id(line: bytes, key: str, run: Any, tmp_path: Path) -> None:
    assert run(workers.refuses, line) == 0
    assert lines_of(tmp_path / "out.jsonl") == [{"id": key, "error": "no"}]


def test_one_line_in_another_encoding_spoils_no_other(run: Any, tmp_path: Path) -> None:
    assert run(workers.agrees, b"x\n" + '{"text": "咳嗽"}'.encode("gb18030") + b"\nx") == 0
    found = lines_of(tmp_path / "out.jsonl")
    assert [f["id"] for f in found] == ["line-1", "line-2", "line-3"]
    assert ["UTF-8" in f.get("error", "") for f in found] == [False, True, False]


def test_a_defect_spoils_no_other_line_and_quotes_nothing(
    run: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(workers.breaks, b"Xylophonitis\nXylophonitis\n") == 1
    errors = [f["error"] for f in lines_of(tmp_path / "out.jsonl")]
    assert len(errors) == 2
    assert all("a defect in Bedside stopped this (ValueError at" in e and "Xylophonitis" not in e for e in errors)
    said = capsys.readouterr().err
    assert "2 lines without an answer" in said
    assert "Xylophonitis" not in said


def test_half_characters_come_out_as_they_went_in(run: Any, tmp_path: Path) -> None:
    assert run(lambda line, key: {"id": "\ud800", "n": 1}) == 0
    assert (tmp_path / "out.jsonl").read_bytes() == b'{"id": "\\ud800", "n": 1}\n'


def test_progress_and_the_end(run: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(lines, "PROGRESS_EVERY_S", -1.0)
    assert run(workers.agrees, b"1\n2\n") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert [line.split(",")[0].split(" in ")[0] for line in said.err.splitlines()] == ["1 of 2", "2 of 2", "2 lines"]


def test_results_are_their_owners_alone(run: Any, tmp_path: Path) -> None:
    run(workers.agrees)
    assert os.name != "posix" or stat.S_IMODE((tmp_path / "out.jsonl").stat().st_mode) == 0o600


@pytest.mark.parametrize("target", ["in.jsonl", ".", "none/out.jsonl", "/dev/null", "bad\0name", "x" * 300])
def test_what_cannot_be_a_target(target: str, run: Any, tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        run(workers.agrees, target=target)
    assert left(tmp_path) <= {"in.jsonl"}


def test_a_link_to_the_input_is_the_input(run: Any, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").symlink_to(tmp_path / "in.jsonl")
    with pytest.raises(KnownError, match="the file that is read"):
        run(workers.agrees)


def test_a_folder_that_may_not_be_written_to(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(KnownError, match="may not be written to"):
        run(workers.agrees)


def test_a_disk_that_fills_up(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match=r"cannot be written to out\.jsonl: No space"):
        run(workers.agrees)
    assert left(tmp_path) == {"in.jsonl"}


@pytest.mark.parametrize("source", ["missing.jsonl", ".", "bad\0name"])
def test_what_cannot_be_read(source: str, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        lines.run_lines(
            argparse.Namespace(json=False), tmp_path / source, tmp_path / "out.jsonl", workers.agrees, jobs=1
        )


def test_a_file_in_another_encoding(run: Any) -> None:
    with pytest.raises(KnownError, match="not UTF-8"):
        run(workers.agrees, '{"id": "a"}'.encode("utf-16"))
