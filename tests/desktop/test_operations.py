"""Background work: delivered in the window's thread, replaced by later work, cancelled for good."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.system.errors import KnownError
from desktop.operations import Job, Operations


@pytest.fixture
def operations(qtbot: QtBot) -> Iterator[Operations]:
    made = Operations()
    yield made
    made.close()


def nobody(_: object) -> None:
    raise AssertionError("this was not to be called")


def test_the_result_comes_to_the_window_thread(operations: Operations, qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []
    operations.start(
        lambda _: threading.current_thread().name,
        lane="files",
        done=lambda name: seen.append((name, threading.current_thread().name)),
        failed=nobody,
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("files")
    assert seen[0][1] == "MainThread"
    assert operations.idle


def test_a_failure_comes_as_its_sentence(operations: Operations, qtbot: QtBot) -> None:
    said: list[str] = []

    def work(_: Job) -> None:
        raise KnownError("the disk is full")

    operations.start(work, lane="files", done=nobody, failed=said.append)
    qtbot.waitUntil(lambda: said == ["the disk is full"])


def test_a_defect_names_its_place_and_not_its_message(
    operations: Operations, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    said: list[str] = []

    def work(_: Job) -> None:
        raise ValueError("a name of a patient")

    operations.start(work, lane="files", done=nobody, failed=said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("DEFECT ValueError at test_operations.py:")
    assert "patient" not in caplog.text


def test_later_work_under_a_key_replaces_earlier(operations: Operations, qtbot: QtBot) -> None:
    go_on, seen = threading.Event(), []
    first = operations.start(lambda _: go_on.wait(5), lane="files", done=nobody, failed=nobody, key="k")
    operations.start(lambda _: seen.append("skipped"), lane="files", done=nobody, failed=nobody, key="k")
    operations.start(lambda _: "third", lane="files", done=seen.append, failed=nobody, key="k")
    assert first.cancelled
    go_on.set()
    qtbot.waitUntil(lambda: seen == ["third"])


def test_reports_come_in_order_until_cancelled(operations: Operations, qtbot: QtBot) -> None:
    seen: list[int] = []
    go_on = threading.Event()

    def work(job: Job) -> None:
        job.report(seen.append, 1)
        job.report(seen.append, 2)
        go_on.wait(5)
        job.report(seen.append, 3)

    operations.start(work, lane="prose", done=nobody, failed=nobody, key="k")
    qtbot.waitUntil(lambda: seen == [1, 2])
    operations.cancel("k")
    go_on.set()
    qtbot.waitUntil(lambda: operations.idle)
    assert seen == [1, 2]


def test_closing_cancels_and_refuses(qtbot: QtBot) -> None:
    operations = Operations()
    job = operations.start(lambda job: job.wait(5), lane="prose", done=nobody, failed=nobody)
    operations.close()
    assert job.cancelled
    assert operations.start(lambda _: 1, lane="prose", done=nobody, failed=nobody).cancelled
