"""What can go wrong with a database file, in plain sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from core.system.errors import BugError, KnownError

_RESTORE = "put the records folder back from a backup, and keep this one"
_DAMAGED = 11
_SENTENCES = {  # by SQLite's primary result code
    3: "the records may not be opened: check who owns the records folder",
    5: "the records are in use by another program: try again in a moment",
    6: "the records are in use by another program: try again in a moment",
    7: "there is not enough free memory for the records: close other programs and try again",
    8: "the records cannot be changed, and nothing was: the folder or the disk is read-only",
    10: "the disk with the records could not be read or written, and nothing was changed: check the disk",
    _DAMAGED: f"the database of the records is damaged: {_RESTORE}",
    13: "the disk is full, and nothing was changed: make room and save again",
    14: "the database of the records cannot be opened: check the records folder and who owns it",
    26: f"the database of the records is damaged, or belongs to another vault: {_RESTORE}",
}


@contextmanager
def plain_failures() -> Iterator[None]:
    """Turn the database's exceptions into a KnownError that shows nothing of what was to be read or written."""
    try:
        yield
    except Exception as error:
        # SQLAlchemy keeps the driver's own exception in `orig`; from a bare cursor it comes as it is.
        code = getattr(getattr(error, "orig", error), "sqlite_errorcode", None)
        if code is None and not isinstance(error, DBAPIError):
            raise
        # Without a code it is the driver that could not read a text as UTF-8, and its message quotes that text.
        sentence = _SENTENCES.get(_DAMAGED if code is None else code & 0xFF)
        raise (KnownError(sentence) if sentence else BugError(f"the database of the records answered {code}")) from None


def digest(document: str) -> str:
    """What `intact` compares."""
    return hashlib.sha256(document.encode()).hexdigest()


def intact(document: str, expected: str) -> str:
    """The document if it is what was stored.

    SQLCipher blanks a page that fails its check, and SQLite does not notice when that page is the last one of a long
    text: a damaged record would come back with its end replaced by zeros.
    """
    if digest(document) != expected:
        raise KnownError(_SENTENCES[_DAMAGED])
    return document
