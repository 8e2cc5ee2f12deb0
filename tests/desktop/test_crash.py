"""A fault leaves a report, and nothing of a patient in it."""

from __future__ import annotations

import faulthandler
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.faulthandler import fault_handler_stderr_fd_key
from PySide6.QtCore import QMessageLogContext, QtMsgType
from pytestqt.qtbot import QtBot

from desktop.crash import CrashHandler
from desktop.main_window import MainWindow
from desktop.views.crash_dialog import CrashDialog

MARKER = "Mrs Marker"


@pytest.fixture
def handler(qtbot: QtBot, tmp_path: Path, pytestconfig: pytest.Config) -> Iterator[CrashHandler]:
    made = CrashHandler(tmp_path / "reports")
    yield made
    made.end()
    # It took the traces of fatal faults for itself: what aborts a later test must be told by pytest again.
    faulthandler.enable(pytestconfig.stash[fault_handler_stderr_fd_key])


def fault(handler: CrashHandler, folder: Path | None = None) -> None:
    patient = MARKER
    try:
        if folder is not None:
            eval(compile("1/0", str(folder / MARKER / "x.py"), "eval"))  # noqa: S307 (a place outside the program)
        raise ValueError(patient)
    except ArithmeticError as error:
        handler.caught(type(error), error, error.__traceback__)
    except ValueError as error:
        handler.caught(type(error), error, error.__traceback__)


def reports(handler: CrashHandler) -> list[str]:
    return [file.read_text() for file in sorted(handler.folder.glob("*.txt"))]


def test_a_report_has_kind_and_place_and_no_values(
    handler: CrashHandler, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(handler.reported) as told:
        fault(handler)
    assert told.args is not None
    (report,) = reports(handler)
    assert told.args[0].read_text() == report
    assert report.startswith("builtins.ValueError\n")
    assert "tests/desktop/test_crash.py:" in report
    assert "fault" in report
    assert MARKER not in report + caplog.text


def test_a_folder_outside_the_program_is_not_named(handler: CrashHandler, tmp_path: Path) -> None:
    fault(handler, tmp_path)
    (report,) = reports(handler)
    assert "x.py:1" in report
    assert MARKER not in report


def test_the_same_fault_again_is_not_told_again(handler: CrashHandler) -> None:
    for _ in range(3):
        fault(handler)
    assert len(reports(handler)) == 1


def test_faults_of_other_threads_are_caught(
    handler: CrashHandler, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    with qtbot.waitSignal(handler.reported):
        thread = threading.Thread(target=lambda: fault(handler))
        thread.start()
        thread.join()


def test_of_a_message_of_qt_only_its_place_is_kept(handler: CrashHandler, caplog: pytest.LogCaptureFixture) -> None:
    context = QMessageLogContext()
    handler.qt_said(QtMsgType.QtWarningMsg, context, f"QFile::open: cannot open {MARKER}.txt")
    assert reports(handler) == []
    handler.qt_said(QtMsgType.QtCriticalMsg, context, f"QPainter::begin: {MARKER}")
    (report,) = reports(handler)
    assert "QPainter::begin" in report
    assert MARKER not in report + caplog.text


FATAL = """Fatal Python error: Segmentation fault

Thread 0x00007f30eadff6c0 (most recent call first):
  File "/home/Mrs Marker/python3.11/threading.py", line 982 in run

Current thread 0x00007f30f9843b80 (most recent call first):
  File "/home/Mrs Marker/bedside/deep.py", line 7 in deepest
  File "/home/Mrs Marker/bedside/app.py", line 66 in run
"""


def test_what_ended_the_run_before_is_told(handler: CrashHandler, monkeypatch: pytest.MonkeyPatch) -> None:
    handler.folder.mkdir()
    (handler.folder / "fatal.trace").write_text(FATAL)
    told = handler._of_the_run_before()
    assert told is not None
    report = told.read_text()
    assert report.startswith("fatal: Segmentation fault\n")
    assert [line.strip() for line in report.splitlines()[4:]] == ["app.py:66 run", "deep.py:7 deepest"]


def test_after_an_orderly_end_there_is_nothing_to_tell(handler: CrashHandler) -> None:
    assert handler._of_the_run_before() is None
    handler.folder.mkdir()
    (handler.folder / "fatal.trace").write_text("")
    assert handler._of_the_run_before() is None


def test_old_reports_make_room(handler: CrashHandler) -> None:
    handler.folder.mkdir()
    for number in range(30):
        (handler.folder / f"20000101-000000-{number:06}.txt").write_text("old")
    fault(handler)
    assert len(reports(handler)) == 20
    assert reports(handler)[-1].startswith("builtins.ValueError")


def test_a_report_can_be_read_in_the_window(window: MainWindow, qtbot: QtBot, handler: CrashHandler) -> None:
    handler.reported.connect(window.tell_of_crash)
    fault(handler)
    qtbot.waitUntil(lambda: "went wrong" in window.messages.text)
    window.messages.offer.click()
    dialog = window.findChild(CrashDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.report.toPlainText() == reports(handler)[0]
    dialog.accept()
