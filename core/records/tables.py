"""The tables of the records, as this version of Bedside knows them. How they came about is in `migrations`."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel


class CaseRecord(SQLModel, table=True):
    """One case, whole, as JSON; beside it what the list shows and is searched by."""

    __tablename__ = "case_record"

    id: str = Field(primary_key=True)
    title: str
    searchable: str
    created_at: datetime
    changed_at: datetime = Field(index=True)
    input_sha256: str  # of `case_json`, which is what an assessment names as its input
    case_json: str


class AssessmentRecord(SQLModel, table=True):
    """One assessment of a case, whole, as JSON; none is ever changed. The highest id of a case is its latest."""

    __tablename__ = "assessment_record"

    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="case_record.id", ondelete="CASCADE", index=True)
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
