"""Where a verb may write: found out before the work is done, not after it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from core.system.errors import KnownError


def checked_target(target: Path, sources: Iterable[Path] = ()) -> Path:
    """The file that `target` stands for. Raises KnownError where a new file cannot take its place.

    Results replace their target as a whole, so it must not be one of the `sources`, and no device either.
    """
    try:
        real = target.resolve()
        if real.is_dir():
            raise KnownError(f"{target} is a folder: name a file to write to")
        if real.exists() and not real.is_file():
            raise KnownError(f"{target} is not an ordinary file: name one to write to")
        if any(source.exists() and real.exists() and source.samefile(real) for source in sources):
            raise KnownError(f"{target} is the file that is read: name another one to write to")
        if not real.parent.is_dir():
            raise KnownError(f"there is no folder {real.parent}: make it first, or name another place to write to")
        if not os.access(real.parent, os.W_OK):
            raise KnownError(f"the folder {real.parent} may not be written to: name another place")
    except (OSError, ValueError, RuntimeError) as error:
        raise KnownError(f"{target.name or target} cannot be written to: check its name and its folder") from error
    return real
