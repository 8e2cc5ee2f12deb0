"""New records: a vault and an empty database, in a folder of their own."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from core.records import vault
from core.records.engine import make_engine
from core.records.migrations import migrate
from core.system.errors import KnownError

DATABASE = "records.db"


def make_records(folder: Path, passphrase: str) -> tuple[bytearray, str]:
    """New records in `folder`: their key, and the recovery key.

    They are made beside it and moved there when they are complete, so that half of them never exist.
    """
    _refuse_occupied(folder)
    vault.check_passphrase(passphrase)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))  # its owner's alone
        try:
            key, recovery_key = vault.create(workshop, passphrase)
            _new_database(workshop / DATABASE, key)
            _move(workshop, folder)
        except BaseException:
            shutil.rmtree(workshop, ignore_errors=True)
            raise
    except OSError as error:
        raise KnownError(f"the records cannot be made here: {error.strerror}") from None
    return key, recovery_key


def _refuse_occupied(folder: Path) -> None:
    try:
        names = {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return
    except OSError as error:
        raise KnownError(f"the records cannot be made here: {error.strerror}") from None
    if DATABASE in names or vault.exists(folder):
        raise KnownError("there are records in this folder already: nothing was changed")
    if names:
        raise KnownError("the folder for the records has other files in it: choose an empty one")


def _new_database(path: Path, key: bytearray) -> None:
    path.touch(mode=0o600, exist_ok=False)  # SQLite gives its side files the same permissions
    engine = make_engine(path, key)
    try:
        migrate(engine)
    finally:
        engine.dispose()


def _move(workshop: Path, folder: Path) -> None:
    if folder.exists():
        folder.rmdir()  # Windows does not rename over it, even when it is empty
    workshop.rename(folder)
