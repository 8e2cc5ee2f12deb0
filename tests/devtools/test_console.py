"""What the person in front sees: a sentence and the end of a log, never a traceback."""

from __future__ import annotations

import errno
import sys
import time
from pathlib import Path

import pytest

from devtools import console
from devtools.console import DevError, Watch, child_environment, guarded, tail


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    monkeypatch.setattr(console, "LOGS", tmp_path / "logs")
    return Watch("[1/1] trying", "trying")


def test_output_goes_to_the_log_and_progress_to_the_terminal(watch: Watch, capsys: pytest.CaptureFixture[str]) -> None:
    watch.run([sys.executable, "-c", "print('much detail')"], "Try again.")
    watch.done()
    out = capsys.readouterr().out
    assert "much detail" not in out
    assert "[1/1] trying: done in" in out
    assert "much detail" in watch.log.read_text(encoding="utf-8")


def test_a_failure_is_advice_and_the_end_of_the_log(watch: Watch, capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        watch.run([sys.executable, "-c", "import sys; print('no such index'); sys.exit(3)"], "Check the network.")
        return 0

    assert guarded(work) == 1
    said = capsys.readouterr()
    assert said.err == "Check the network.\n"
    assert "no such index" in said.out
    assert str(watch.log) in said.out
    assert "Traceback" not in said.out + said.err


def test_a_command_that_is_not_there_is_a_sentence_too(watch: Watch) -> None:
    with pytest.raises(DevError, match=r"Check the network\. \(no-such-program could not be started: .+\)"):
        watch.run(["no-such-program"], "Check the network.")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (PermissionError(errno.EACCES, "Permission denied", ".venv"), ".venv may not be read or written by you"),
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (OSError(errno.EIO, "Input/output error", "x"), "x: Input/output error."),
    ],
)
def test_what_the_system_refuses_is_a_sentence(
    problem: OSError, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> int:
        raise problem

    assert guarded(work) == 1
    assert words in capsys.readouterr().err


def test_stopping_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        raise KeyboardInterrupt

    assert guarded(work) == 130
    assert "the next call goes on from there" in capsys.readouterr().out


def test_how_far_a_compilation_has_come(watch: Watch) -> None:
    watch.log.write_text("[1/245] a.cpp\n[17/245] b.cpp\n", encoding="utf-8")
    assert watch._compiled() == ", 17 of 245 files"


def test_the_tail_of_a_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("\n".join(str(number) for number in range(100)), encoding="utf-8")
    assert tail(log, 2) == "    98\n    99"
    assert tail(tmp_path / "absent") == ""


def test_the_first_error_is_shown_though_it_stands_far_above_the_end(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text(
        "\n".join(["fine"] * 50 + ["CMake Error at x:", "why", "and how"] + ["later"] * 50), encoding="utf-8"
    )
    assert tail(log, 2).split() == "CMake Error at x: why and how later […] later later".split()


def test_what_would_lead_an_installation_astray_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    monkeypatch.setenv("PIP_FIND_LINKS", "kept")
    passed = child_environment({"MORE": "1"})
    assert not {"PYTHONPATH", "PIP_TARGET"} & set(passed)
    assert passed["PIP_FIND_LINKS"] == "kept", "pip is used as this machine has it set up"
    assert passed["MORE"] == "1"


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_stop_ends_the_children_of_children_too(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    program = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid, flush=True)\n"
        "child.wait()\n"
    )

    def interrupt() -> None:
        said = watch.log.read_text(encoding="utf-8")
        if said.endswith("\n") and said.splitlines()[-1].isdigit():
            raise KeyboardInterrupt

    monkeypatch.setattr(watch, "_show", interrupt)
    with pytest.raises(KeyboardInterrupt):
        watch.run([sys.executable, "-c", program], "Try again.")
    child = int(watch.log.read_text(encoding="utf-8").splitlines()[-1])
    deadline = time.monotonic() + 10
    while _lives(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _lives(child)


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
