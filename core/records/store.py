"""The records: cases and their assessments, encrypted, in one folder."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from core.case.model import Case
from core.records import queries, vault
from core.records.documents import case_of, document_of
from core.records.engine import WRITING, make_engine, refuse_unencrypted
from core.records.failures import digest, intact, plain_failures
from core.records.founding import DATABASE, make_records
from core.records.migrations import migrate
from core.records.summaries import EVERY_CASE, AssessmentSummary, CaseFilter, CaseSummary, searchable, title_of
from core.records.tables import AssessmentRecord, CaseRecord, DraftRecord
from core.system.errors import KnownError


class Records:
    """Open records. Every method may be called from any thread: they take their turns, and `close` waits for its own.

    All failures of the world (disk, damage, another program) are KnownErrors; a change is either made or not.
    """

    def __init__(self, engine: Engine, key: bytearray) -> None:
        self._engine = engine
        self._key = key
        self._turn = threading.RLock()
        self._open = True

    @classmethod
    def create(cls, folder: Path, passphrase: str) -> tuple[Records, str]:
        """New records in `folder`, and the recovery key, which is shown this once."""
        key, recovery_key = make_records(folder, passphrase)
        return cls.open_with_key(folder, key), recovery_key

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> Records:
        """Unlock the records in `folder`."""
        return cls.open_with_key(folder, vault.unlock(folder, passphrase))

    @classmethod
    def open_with_key(cls, folder: Path, key: bytearray) -> Records:
        """Open them with what `vault.unlock` or `vault.unlock_with_recovery_key` gave; they wipe it in the end."""
        path = folder / DATABASE
        try:
            refuse_unencrypted(path)
            engine = make_engine(path, key)
            try:
                migrate(engine)
            except BaseException:
                engine.dispose()
                raise
        except BaseException:
            vault.wipe(key)
            raise
        return cls(engine, key)

    def close(self) -> None:
        """Give up the key. May be called twice; whatever is asked for afterwards is refused."""
        with self._turn:
            if self._open:
                self._open = False
                self._engine.dispose()
                vault.wipe(self._key)

    def __enter__(self) -> Records:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def save_case(self, case: Case) -> str:
        """Keep the case as it is now, under its id; one with the same id is replaced, its assessments stay.

        Its draft, if there is one, goes in the same transaction.
        """
        document = document_of(case)
        now, title = datetime.now(UTC), title_of(case)
        with self._session(writing=True) as session:
            row = session.get(CaseRecord, case.id) or CaseRecord(
                id=case.id, title="", searchable="", created_at=now, changed_at=now, input_sha256="", case_json=""
            )
            row.title, row.searchable = title, searchable(title, case.id)
            row.changed_at, row.case_json = now, document
            row.input_sha256 = digest(document)
            session.add(row)
            _forget_draft(session, case.id)
        return case.id

    def save_assessment(self, case_id: str, assessment_json: str, summary: AssessmentSummary) -> None:
        """Keep one more assessment of this case; the earlier ones stay."""
        now = datetime.now(UTC)
        row = AssessmentRecord(
            case_id=case_id,
            created_at=now,
            assessment_sha256=digest(assessment_json),
            assessment_json=assessment_json,
            searchable=searchable(summary.top_name, summary.top_name_zh, *summary.top_names),
            **summary.model_dump(exclude={"top_names"}),
        )
        with self._session(writing=True) as session:
            queries.found(session, case_id).changed_at = now
            session.add(row)

    def save_draft(self, case: Case) -> None:
        """Keep text that nobody has saved yet; an earlier draft of this id is replaced, the case itself stays."""
        document, title = document_of(case), title_of(case)
        with self._session(writing=True) as session:
            session.merge(
                DraftRecord(
                    id=case.id,
                    title=title,
                    searchable=searchable(title, case.id),
                    changed_at=datetime.now(UTC),
                    input_sha256=digest(document),
                    case_json=document,
                )
            )

    def load_draft(self, case_id: str) -> tuple[Case, datetime] | None:
        """The draft with this id and when it was kept, or None."""
        with self._session() as session:
            row = session.get(DraftRecord, case_id)
            if row is None:
                return None
            return case_of(intact(row.case_json, row.input_sha256)), row.changed_at

    def drop_draft(self, case_id: str) -> None:
        """Forget a draft; one that is not there is forgotten already."""
        with self._session(writing=True) as session:
            _forget_draft(session, case_id)

    def list_drafts(self, search: str | None = None) -> list[CaseSummary]:
        """The drafts of which no case has been saved, the last changed first; searched like `list_cases`."""
        with self._session() as session:
            return queries.new_drafts(session, searchable(search).split())

    def list_cases(
        self, search: str | None = None, limit: int = 100, offset: int = 0, wanted: CaseFilter = EVERY_CASE
    ) -> list[CaseSummary]:
        """The cases, the last changed first; every word of `search` is in the title, the id or the leading disease."""
        with self._session() as session:
            return queries.summaries(session, searchable(search).split(), wanted, limit, offset)

    def load_case(self, case_id: str) -> Case:
        """The case as it was last saved."""
        with self._session() as session:
            row = queries.found(session, case_id)
            document = intact(row.case_json, row.input_sha256)
        return case_of(document)

    def load_assessment(self, case_id: str) -> str | None:
        """The JSON of the latest assessment of this case, which may be of an earlier text (`CaseSummary` tells)."""
        with self._session() as session:
            queries.found(session, case_id)
            row = queries.latest_assessment(session, case_id)
            return intact(row.assessment_json, row.assessment_sha256) if row else None

    def export_case(self, case_id: str) -> dict[str, Any]:
        """Everything kept about one case as plain data, the assessments in the order they were made."""
        with self._session() as session:
            case = queries.found(session, case_id).model_dump(mode="json", exclude={"searchable"})
            rows = [row.model_dump(mode="json") for row in queries.assessments(session, case_id)]
        kept = ("created_at", "app_version", "knowledge_version", "input_sha256")
        return {
            "format": "bedside-case",
            "version": 1,
            **{name: case[name] for name in ("id", "title", "created_at", "changed_at", "input_sha256")},
            "case": json.loads(intact(case["case_json"], case["input_sha256"])),
            "assessments": [
                {
                    **{name: row[name] for name in kept},
                    "assessment": json.loads(intact(row["assessment_json"], row["assessment_sha256"])),
                }
                for row in rows
            ],
        }

    def delete_case(self, case_id: str) -> None:
        """Remove the case, its assessments and its draft for good."""
        with self._session(writing=True) as session:
            session.delete(queries.found(session, case_id))
            _forget_draft(session, case_id)

    @contextmanager
    def _session(self, *, writing: bool = False) -> Iterator[Session]:
        """One transaction: all of it is on the disk when the block is left, or none of it."""
        with self._turn:
            if not self._open:
                raise KnownError("the records are locked: unlock them and try again")
            engine = self._engine.execution_options(**{WRITING: writing})
            with plain_failures(), Session(engine) as session, session.begin():
                yield session


def _forget_draft(session: Session, case_id: str) -> None:
    draft = session.get(DraftRecord, case_id)
    if draft is not None:
        session.delete(draft)
