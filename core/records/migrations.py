"""The straight chain from an empty file to today's tables.

A step is written once and never edited: it says what the tables were then, not what `tables` says now. The file's
`user_version` counts the steps it has behind it; each step and its count become true together or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine

from core.records.failures import plain_failures
from core.system.errors import BugError, KnownError

Cursor = Any
Step = Callable[[Cursor], None]


def _first_tables(cursor: Cursor) -> None:
    cursor.execute(
        """CREATE TABLE case_record (
            id VARCHAR NOT NULL PRIMARY KEY,
            title VARCHAR NOT NULL,
            searchable VARCHAR NOT NULL,
            created_at DATETIME NOT NULL,
            changed_at DATETIME NOT NULL,
            input_sha256 VARCHAR NOT NULL,
            case_json VARCHAR NOT NULL
        )"""
    )
    cursor.execute("CREATE INDEX ix_case_record_changed_at ON case_record (changed_at)")
    cursor.execute(
        """CREATE TABLE assessment_record (
            id INTEGER NOT NULL PRIMARY KEY,
            case_id VARCHAR NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
            created_at DATETIME NOT NULL,
            app_version VARCHAR NOT NULL,
            knowledge_version VARCHAR NOT NULL,
            input_sha256 VARCHAR NOT NULL,
            top_name VARCHAR,
            top_name_zh VARCHAR,
            top_probability FLOAT,
            triage_level VARCHAR,
            abstained BOOLEAN NOT NULL,
            searchable VARCHAR NOT NULL,
            assessment_sha256 VARCHAR NOT NULL,
            assessment_json VARCHAR NOT NULL
        )"""
    )
    cursor.execute("CREATE INDEX ix_assessment_record_case_id ON assessment_record (case_id)")


def _drafts_and_lines(cursor: Cursor) -> None:
    cursor.execute(
        """CREATE TABLE draft_record (
            id VARCHAR NOT NULL PRIMARY KEY,
            title VARCHAR NOT NULL,
            searchable VARCHAR NOT NULL,
            changed_at DATETIME NOT NULL,
            input_sha256 VARCHAR NOT NULL,
            case_json VARCHAR NOT NULL
        )"""
    )
    cursor.execute("DROP INDEX ix_case_record_changed_at")
    cursor.execute("DROP INDEX ix_assessment_record_case_id")
    cursor.execute(
        """CREATE INDEX line_of_case ON case_record
            (changed_at, id, title, searchable, created_at, input_sha256)"""
    )
    cursor.execute(
        """CREATE INDEX line_of_assessment ON assessment_record
            (case_id, id, searchable, triage_level, top_name, top_name_zh, top_probability, abstained, input_sha256)"""
    )


STEPS: tuple[Step, ...] = (_first_tables, _drafts_and_lines)


def migrate(engine: Engine, steps: tuple[Step, ...] = STEPS) -> None:
    """Bring the file up to date. Raises KnownError when it comes from a newer Bedside."""
    with plain_failures(), engine.connect() as connection:
        cursor = connection.connection.cursor()
        # A step that rebuilds a table must not delete what refers to it; the references are checked afterwards.
        cursor.execute("PRAGMA foreign_keys = OFF")
        try:
            while (done := _done(cursor)) < len(steps):
                _take_next(cursor, steps)
            if done > len(steps):
                raise KnownError("these records were written by a newer Bedside: update Bedside to open them")
        finally:
            cursor.execute("PRAGMA foreign_keys = ON")
            cursor.close()


def _done(cursor: Cursor) -> int:
    return int(cursor.execute("PRAGMA user_version").fetchone()[0])


def _take_next(cursor: Cursor, steps: tuple[Step, ...]) -> None:
    cursor.execute("BEGIN IMMEDIATE")
    try:
        done = _done(cursor)  # once more: another program may have been faster
        if done < len(steps):
            steps[done](cursor)
            if cursor.execute("PRAGMA foreign_key_check").fetchone():
                raise BugError(f"step {done + 1} of the records' migrations leaves references to nothing")
            cursor.execute(f"PRAGMA user_version = {done + 1}")
        cursor.execute("COMMIT")
    except BaseException:
        if cursor.connection.in_transaction:  # a full disk ends the transaction by itself
            cursor.execute("ROLLBACK")
        raise
