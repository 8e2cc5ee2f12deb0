"""What a process gives up before it touches anything untrusted, and an account of it in words.

Called once by the model worker, first thing, while it has a single thread. Every step that the system does not offer
is named in `missing`; none stops the worker.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from core.frozen import Frozen
from core.system import landlock, seccomp
from core.system.network import forbid_network

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_NEW_USER_NETWORK_IPC = 0x10000000 | 0x40000000 | 0x08000000
_CAPABILITY_VERSION = 0x20080522

# What a worker may know of its surroundings: enough to find libraries and speak the right language, no secret.
_ALLOWED = frozenset(
    {"PATH", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"}
    | {
        "SYSTEMROOT",
        "SYSTEMDRIVE",
        "WINDIR",
        "NUMBER_OF_PROCESSORS",
        "PROCESSOR_ARCHITECTURE",
        "__CF_USER_TEXT_ENCODING",
    }
    | {"OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "GGML_NO_BACKTRACE"}
    | {"CUDA_VISIBLE_DEVICES", "GGML_VK_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "ROCR_VISIBLE_DEVICES"}
)


class Isolation(Frozen):
    """What keeps a process apart, in words; `network_closed` is what was seen when it tried."""

    had: tuple[str, ...]
    missing: tuple[str, ...]
    network_closed: bool


def allowed_environment() -> dict[str, str]:
    """The part of our environment that an isolated process may have."""
    return {name: value for name, value in os.environ.items() if name.upper() in _ALLOWED}


def isolate(parent: int, *, devices: bool) -> Isolation:
    """Give up all that can be given up. `parent` is the process to die with; `devices` leaves /dev writable (GPU)."""
    account = _Account()
    account.note(not _foreign_variables(), "an environment of allowed variables only")
    if sys.platform == "linux":
        _isolate_linux(account, parent, devices=devices)
    else:
        account.missing.append(f"a network closed by the system: Bedside cannot ask for it on {sys.platform}")
    closed = _network_closed()
    account.note(closed, "no way out to a network (tried, and refused)")
    forbid_network()
    account.missing.append("a bar on reading other files of the same user")
    return Isolation(had=tuple(account.had), missing=tuple(account.missing), network_closed=closed)


class _Account:
    def __init__(self) -> None:
        self.had: list[str] = []
        self.missing: list[str] = []

    def note(self, had: bool, words: str) -> None:
        (self.had if had else self.missing).append(words)

    def attempt(self, words: str, step: Callable[[], object]) -> None:
        try:
            step()
        except (OSError, ValueError, AttributeError) as error:
            reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
            self.missing.append(f"{words} (not had: {reason})")
        else:
            self.had.append(words)


def _isolate_linux(account: _Account, parent: int, *, devices: bool) -> None:
    import resource

    libc = ctypes.CDLL(None, use_errno=True)
    account.note(not _inherited_handles(), "no handle inherited besides its own pipes")
    account.note(os.getsid(0) == os.getpid(), "a session of its own")
    account.attempt("first to go when memory runs out", lambda: Path("/proc/self/oom_score_adj").write_text("900"))
    account.attempt("gives way to the window when the processor is busy", lambda: os.nice(5))
    account.attempt("no core dumps", lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
    account.attempt("ends when the program ends", lambda: _die_with(libc, parent))
    account.attempt("a network of its own, without an exit (namespace)", lambda: _unshare(libc))
    account.attempt("no privileges", lambda: _drop_capabilities(libc))
    account.attempt("no new privileges", lambda: _prctl(libc, _PR_SET_NO_NEW_PRIVS, 1))
    writable = ("/dev",) if devices else ("/dev/null",)
    where = " outside /dev, which a graphics processor needs" if devices else ""
    account.attempt(f"no writing to files{where} (Landlock)", lambda: landlock.apply(libc, writable))
    account.attempt("no sockets and no other programs (seccomp)", lambda: seccomp.apply(libc))
    account.attempt("its memory is closed to other programs of the user", lambda: _prctl(libc, _PR_SET_DUMPABLE, 0))


def _prctl(libc: ctypes.CDLL, option: int, value: int) -> None:
    if libc.prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


def _die_with(libc: ctypes.CDLL, parent: int) -> None:
    _prctl(libc, _PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was gone before we could ask to be told
        os._exit(0)


def _unshare(libc: ctypes.CDLL) -> None:
    if libc.unshare(_NEW_USER_NETWORK_IPC) != 0:
        raise OSError(ctypes.get_errno(), "unshare")


def _drop_capabilities(libc: ctypes.CDLL) -> None:
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    none = (ctypes.c_uint32 * 6)()
    if libc.capset(header, none) != 0:
        raise OSError(ctypes.get_errno(), "capset")


def _foreign_variables() -> set[str]:
    return {name for name in os.environ if name.upper() not in _ALLOWED}


def _inherited_handles() -> set[int]:
    """Handles that came from the parent besides the standard three; Python's own are never inheritable."""
    inherited = set()
    for entry in Path("/proc/self/fd").iterdir():
        number = int(entry.name)
        try:
            if number > 2 and os.get_inheritable(number):
                inherited.add(number)
        except OSError:  # the handle that listed the folder is gone again
            continue
    return inherited


def _network_closed() -> bool:
    """Whether there is no way out. Nothing is sent: UDP's `connect` only looks for a route."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(("192.0.2.1", 9))  # an address kept for documentation
    except OSError:
        return True
    return False
