"""Closing this process's memory before a secret is in it."""

from __future__ import annotations

import ctypes
import os
import sys

# The model worker gives up far more; the call into the kernel and its names are written down once, there.
from core.system.isolation import _PR_SET_DUMPABLE, _prctl


def close_memory() -> tuple[str, ...]:
    """Leave no core dump behind and let no other program of the same user look inside.

    May be called again and again. Returns what could not be had, in words; nothing stops the caller.
    """
    if sys.platform == "win32":
        return ("memory is not closed to other programs of the user: Bedside cannot ask for it on Windows",)
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "linux":
        return (f"memory is not closed to other programs of the user: Bedside cannot ask for it on {sys.platform}",)
    try:
        _prctl(ctypes.CDLL(None, use_errno=True), _PR_SET_DUMPABLE, 0)
    except OSError as error:
        return (f"memory is not closed to other programs of the user ({os.strerror(error.errno or 0)})",)
    return ()
