import os
import subprocess
import sys

import pytest

from core.system import hardening
from core.system.isolation import _PR_SET_DUMPABLE

LOOK = """
import ctypes, resource
from core.system.hardening import close_memory
libc = ctypes.CDLL(None)
before = libc.prctl(3, 0, 0, 0, 0)
print(before, close_memory(), close_memory(), libc.prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_memory_is_closed_and_no_core_is_dumped():
    done = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1 () () 0 (0, 0)"


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_what_could_not_be_had_is_said(platform: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", platform)
    (missing,) = hardening.close_memory()
    assert missing.startswith("memory is not closed to other programs of the user")


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_a_refusal_stops_nobody(monkeypatch: pytest.MonkeyPatch):
    def refuse(_libc: object, option: int, value: int) -> None:
        assert (option, value) == (_PR_SET_DUMPABLE, 0)
        raise OSError(1, "prctl")

    monkeypatch.setattr(hardening, "_prctl", refuse)
    assert hardening.close_memory() == (f"memory is not closed to other programs of the user ({os.strerror(1)})",)
