"""Remembering what has been set up, so that nothing is done again while nothing has changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

_FILE = "bedside-setup.json"


def digest(*parts: str | bytes) -> str:
    """One fingerprint of several texts, in order."""
    whole = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        whole.update(len(raw).to_bytes(8, "big"))
        whole.update(raw)
    return whole.hexdigest()


def digest_of_files(paths: Iterable[Path], root: Path) -> str:
    """One fingerprint of files and of everything below folders: names and contents, so that times do not matter."""
    files: list[Path] = []
    for path in paths:
        files.extend(sorted(path.rglob("*")) if path.is_dir() else [path])
    parts: list[str | bytes] = []
    for file in files:
        if file.is_file() and "__pycache__" not in file.parts:
            parts += [file.relative_to(root).as_posix(), file.read_bytes()]
    return digest(*parts)


def sha256(path: Path) -> str:
    """The SHA-256 of one file, however large."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Stamps:
    """The finished steps of one environment and the fingerprint each was finished with. They lie in the environment
    itself, so that they go when it goes."""

    def __init__(self, environment: Path) -> None:
        self._path = environment / _FILE
        self._known = self._read()

    def _read(self) -> dict[str, str]:
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}  # absent or torn: everything is looked at again, which does no harm
        return {str(key): str(value) for key, value in known.items()} if isinstance(known, dict) else {}

    def get(self, name: str) -> str | None:
        """The fingerprint that a step was last finished with."""
        return self._known.get(name)

    def set(self, name: str, fingerprint: str) -> None:
        """Remember it, also if the power goes now."""
        self._known = {**self._read(), name: fingerprint}
        new = self._path.with_suffix(f".{os.getpid()}")
        new.write_text(json.dumps(self._known, indent=1, sort_keys=True), encoding="utf-8")
        new.replace(self._path)
