"""Tests get a display, a home and a runtime folder of their own, and leave none of them behind."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from devtools import display


def test_what_tests_write_goes_to_a_folder_that_goes_with_them() -> None:
    with display.for_tests() as variables:
        folder = Path(variables["BEDSIDE_HOME"]).parent
        assert folder.is_dir()
    assert not folder.exists()


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("Xvfb"), reason="needs Xvfb")
def test_a_server_of_its_own_is_started_and_stopped() -> None:
    with display.for_tests() as variables:
        socket = Path("/tmp/.X11-unix", f"X{variables['DISPLAY'].removeprefix(':')}")
        assert socket.exists()
        assert variables["DISPLAY"] != os.environ.get("DISPLAY")
    assert not socket.exists()


def test_without_a_server_qt_draws_off_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with display.for_tests() as variables:
        assert variables["QT_QPA_PLATFORM"] == "offscreen"
        assert "DISPLAY" not in variables


@pytest.mark.parametrize(
    ("platform", "variable", "seen"),
    [("linux", "", False), ("linux", "DISPLAY", True), ("linux", "WAYLAND_DISPLAY", True), ("win32", "", True)],
)
def test_whether_somebody_would_see_a_window(
    monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, seen: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(variable, ":9")
    monkeypatch.setattr(sys, "platform", platform)
    assert display.is_there() is seen
