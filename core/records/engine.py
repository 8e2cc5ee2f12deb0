"""The door to the encrypted database file."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from core.system.errors import KnownError

_PLAIN_HEADER = b"SQLite format 3\0"
_REFUSED = "Bedside keeps no records without encryption"
# Said before the transaction begins, because a transaction that turns into a writing one later can fail for good.
WRITING = "bedside_writing"


def make_engine(path: Path, key: bytearray, driver: ModuleType | None = None) -> Engine:
    """An engine of one connection, which opens `path` with the raw 32-byte `key`.

    `key` is read whenever a connection is made: it must not be wiped before the engine is disposed of.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=driver or _sqlcipher(),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,  # otherwise an exception's text quotes what was to be stored
    )

    def prepare(connection: Any, _record: object) -> None:
        try:
            _prepare(connection, key)
        except BaseException:
            connection.close()
            raise

    # Ahead of SQLAlchemy's own first questions to the connection: the key must come before anything else.
    event.listen(engine, "connect", prepare, insert=True)
    event.listen(engine, "begin", _begin)
    return engine


def refuse_unencrypted(path: Path) -> None:
    """Raise KnownError unless the file could be an encrypted database of ours."""
    try:
        with path.open("rb") as file:
            header = file.read(len(_PLAIN_HEADER))
    except FileNotFoundError:
        raise KnownError(f"{path.name} is missing from the records folder: put it back from a backup") from None
    except OSError as error:
        raise KnownError(f"{path.name} in the records folder cannot be read: {error.strerror}") from None
    if header == _PLAIN_HEADER:
        raise KnownError(f"{path.name} in the records folder is not encrypted: {_REFUSED}")
    if len(header) < len(_PLAIN_HEADER):
        # Given an empty file SQLite would make a new database of it, as if there had never been any records.
        raise KnownError(f"{path.name} in the records folder is empty: put it back from a backup")


def _sqlcipher() -> ModuleType:
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        raise KnownError(f"SQLCipher is missing from this installation, and {_REFUSED}: set Bedside up again") from None
    return dbapi2  # type: ignore[no-any-return]


def _prepare(connection: Any, key: bytearray) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin` alone
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    cursor.execute("PRAGMA cipher_log_level = NONE")
    if cursor.execute("PRAGMA cipher_version").fetchone() is None:
        raise KnownError(f"the database library cannot encrypt: {_REFUSED}")
    cursor.execute("PRAGMA cipher_memory_security = OFF")
    cursor.execute("PRAGMA temp_store = MEMORY")  # a temporary file would not be encrypted
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.execute("PRAGMA busy_timeout = 5000")
    cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a wrong key shows on the first read, so read
    cursor.execute("PRAGMA journal_mode = WAL").fetchone()
    # NORMAL may lose the last transactions in a power cut; what Bedside has said is stored must be stored.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
