"""One window for one home folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.single_instance import SingleInstance


def test_a_second_start_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.first
    assert not first.unclean
    second = SingleInstance(tmp_path)
    assert not second.first
    with qtbot.waitSignal(first.called):
        assert second.call_the_first()
    second.end()
    first.end()


def test_after_an_orderly_end_another_may_run(qtbot: QtBot, tmp_path: Path) -> None:
    SingleInstance(tmp_path).end()
    again = SingleInstance(tmp_path)
    assert again.first
    assert not again.unclean
    again.end()


def test_another_home_is_another_window(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    made = [SingleInstance(one), SingleInstance(other)]
    assert all(instance.first for instance in made)
    for instance in made:
        instance.end()


KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
assert instance.first
print("running")
sys.stdout.flush()
os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


def test_one_that_was_killed_stands_in_nobodys_way_and_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False, capture_output=True)
    assert killed.stdout.strip() == b"running"
    after = SingleInstance(tmp_path)
    assert after.first
    assert after.unclean
    after.end()


def test_one_that_does_not_answer_is_told_apart(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    first._server.close()
    assert not SingleInstance(tmp_path).call_the_first()
    first.end()
