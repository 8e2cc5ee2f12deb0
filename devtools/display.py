"""A display of its own for tests: an Xvfb where there is one, else Qt's off-screen platform."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCREEN = "1600x1000x24"


@contextmanager
def for_tests() -> Iterator[dict[str, str]]:
    """The variables under which tests run: windows of their own, and nothing in the home of whoever runs them."""
    with tempfile.TemporaryDirectory(prefix="bedside-test-") as folder:
        variables = {"BEDSIDE_HOME": str(Path(folder, "home"))}
        if sys.platform == "linux":
            # Qt warns where either is missing, and unexpected warnings fail tests. The folder must be its owner's
            # alone, as this one is.
            variables |= {"XDG_RUNTIME_DIR": folder, "LC_ALL": "C.UTF-8"}
        with _server() as display:
            yield variables | display


@contextmanager
def _server() -> Iterator[dict[str, str]]:
    program = shutil.which("Xvfb")
    if program is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    # It picks a free number itself and writes it once it listens: neither a race nor a wait.
    server = subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        # No answer: it could not start (no room for its socket, say), and off-screen still tests nearly everything.
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"} if number else {"QT_QPA_PLATFORM": "offscreen"}
    finally:
        server.terminate()
        server.wait()


def is_there() -> bool:
    """Whether a window opened now would be seen by somebody."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
