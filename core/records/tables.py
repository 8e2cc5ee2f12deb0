"""The tables of the records, as this version of Bedside knows them. How they came about is in `migrations`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class CaseRecord(SQLModel, table=True):
    """One case, whole, as JSON; beside it what the list shows and is searched by."""

    __tablename__ = "case_record"
    # Everything the list shows stands in an index: reading it must not touch the long documents beside it.
    __table_args__ = (Index("line_of_case", "changed_at", "id", "title", "searchable", "created_at", "input_sha256"),)

    id: str = Field(primary_key=True)
    title: str
    searchable: str
    created_at: datetime
    changed_at: datetime
    input_sha256: str  # of `case_json`, which is what an assessment names as its input
    case_json: str


class AssessmentRecord(SQLModel, table=True):
    """One assessment of a case, whole, as JSON; none is ever changed. The highest id of a case is its latest."""

    __tablename__ = "assessment_record"
    __table_args__ = (
        Index(
            "line_of_assessment",
            *("case_id", "id", "searchable", "triage_level", "top_name", "top_name_zh", "top_probability"),
            *("abstained", "input_sha256"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="case_record.id", ondelete="CASCADE")
    created_at: datetime
    app_version: str
    knowledge_version: str
    input_sha256: str
    top_name: str | None = None
    top_name_zh: str | None = None
    top_probability: float | None = None
    triage_level: str | None = None
    abstained: bool
    searchable: str
    assessment_sha256: str
    assessment_json: str


class DraftRecord(SQLModel, table=True):
    """The text of a case as it was being written, kept so that a crash or the lock loses nothing. It goes when the case
    is saved, and there may be no case of this id yet."""

    __tablename__ = "draft_record"

    id: str = Field(primary_key=True)
    title: str
    searchable: str
    changed_at: datetime
    input_sha256: str
    case_json: str
