"""Opening what may be anything: only a regular file is read. A pipe would be waited for without end, and to open a
device may do something."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


class NoFileError(OSError):
    """It is a pipe, a socket or a device."""


def open_regular(path: Path) -> BinaryIO:
    """The file, for reading. What is none is an `OSError`, like everything else that can be wrong with it."""
    _held(path, path.stat().st_mode)
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        _held(path, os.fstat(handle).st_mode)  # another may lie there by now
    except OSError:
        os.close(handle)
        raise
    return os.fdopen(handle, "rb")


def read_regular(path: Path) -> bytes:
    """All of it."""
    with open_regular(path) as file:
        return file.read()


def _held(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise NoFileError(errno.EINVAL, "it is a pipe or a device", str(path))
