"""Work that a spawned process can be given by name."""

from __future__ import annotations

import os
import signal
import socket
from typing import Any

from core.system.errors import BugError, KnownError


def looks_around(line: str, default_id: str) -> dict[str, Any]:
    """Where a line is worked on, and what is allowed there."""
    with socket.socket() as out:
        try:
            out.connect(("127.0.0.1", 9))
        except BugError:
            refused = True
        except OSError:
            refused = False
    quiet = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    return {"id": default_id, "line": line, "process": os.getpid(), "refused": refused, "quiet": quiet}


def dies(line: str, default_id: str) -> dict[str, Any]:
    """As when memory runs out."""
    os._exit(9)


def refuses(line: str, default_id: str) -> dict[str, Any]:
    """A line that is the world's fault."""
    raise KnownError("no")


def breaks(line: str, default_id: str) -> dict[str, Any]:
    """A defect whose message quotes the record."""
    raise ValueError(line)


def stops(line: str, default_id: str) -> dict[str, Any]:
    """Ctrl-C in the middle."""
    raise KeyboardInterrupt


def agrees(line: str, default_id: str) -> dict[str, Any]:
    """Any line at all."""
    return {"id": default_id}
