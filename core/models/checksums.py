"""SHA-256 of model files: large, so remembered for as long as size and time of change stay the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from core.models.gguf import unreadable
from core.system.atomic import write_atomically
from core.system.folders import home
from core.system.regular import open_regular, read_regular

_BLOCK = 1 << 20


def sha256_of(path: Path, progress: Callable[[int], None] | None = None) -> str:
    """Read the whole file now; `progress` is told the bytes done."""
    digest = hashlib.sha256()
    done = 0
    try:
        with open_regular(path) as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                done += len(block)
                if progress is not None:
                    progress(done)
    except OSError as error:
        raise unreadable(path, error) from None
    return digest.hexdigest()


def remembered_sha256(path: Path) -> str:
    """The checksum as it was last computed, if the file looks the same; otherwise computed and remembered."""
    key, stamp = str(path), _stamp(path)
    known = _read()
    entry = known.get(key)
    if isinstance(entry, dict) and entry.get("stamp") == stamp and isinstance(entry.get("sha256"), str):
        return str(entry["sha256"])
    return remember(path)


def remember(path: Path, progress: Callable[[int], None] | None = None) -> str:
    """Compute, keep and return the checksum. A disk that takes no note of it costs time, nothing else."""
    stamp = _stamp(path)
    digest = sha256_of(path, progress)
    known = {name: entry for name, entry in _read().items() if Path(name).exists()}
    known[str(path)] = {"stamp": stamp, "sha256": digest}
    with suppress(OSError):
        write_atomically(_file(), json.dumps(known, indent=1).encode())
    return digest


def _file() -> Path:
    return home() / "models" / "checksums.json"


def _stamp(path: Path) -> list[int]:
    try:
        status = path.stat()
    except OSError as error:
        raise unreadable(path, error) from None
    return [status.st_size, status.st_mtime_ns]


def _read() -> dict[str, Any]:
    try:
        known = json.loads(read_regular(_file()))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
