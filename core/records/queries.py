"""What the records are asked."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, SQLColumnExpression, func
from sqlalchemy import select as select_columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from core.records.summaries import CaseFilter, CaseSummary
from core.records.tables import AssessmentRecord, CaseRecord, DraftRecord
from core.system.errors import KnownError


def found(session: Session, case_id: str) -> CaseRecord:
    """The case with this id. Raises KnownError."""
    row = session.get(CaseRecord, case_id)
    if row is None:
        raise KnownError("there is no case with this id in the records: 'bedside records list' shows those there are")
    return row


def assessments(session: Session, case_id: str) -> Sequence[AssessmentRecord]:
    """All that were made of this case, the first one first."""
    mine = select(AssessmentRecord).where(AssessmentRecord.case_id == case_id)
    return session.exec(mine.order_by(col(AssessmentRecord.id))).all()


def latest_assessment(session: Session, case_id: str) -> AssessmentRecord | None:
    """The last one. The order of ids counts, not the clock, which may be set back."""
    mine = select(AssessmentRecord).where(AssessmentRecord.case_id == case_id)
    return session.exec(mine.order_by(col(AssessmentRecord.id).desc()).limit(1)).first()


def summaries(session: Session, words: Sequence[str], wanted: CaseFilter, limit: int, offset: int) -> list[CaseSummary]:
    """One line a case, the last changed first, of those that hold every word and pass the filter."""
    newest = aliased(AssessmentRecord)
    latest = select_columns(func.max(newest.id)).where(col(newest.case_id) == CaseRecord.id).scalar_subquery()
    lines = (
        select_columns(
            col(CaseRecord.id),
            col(CaseRecord.title),
            col(CaseRecord.created_at),
            col(CaseRecord.changed_at),
            col(AssessmentRecord.top_name),
            col(AssessmentRecord.top_name_zh),
            col(AssessmentRecord.top_probability),
            col(AssessmentRecord.triage_level),
            col(AssessmentRecord.abstained),
            (col(AssessmentRecord.input_sha256) == CaseRecord.input_sha256).label("assessment_is_current"),
            col(DraftRecord.id).is_not(None).label("has_draft"),
        )
        .select_from(CaseRecord)
        .outerjoin(AssessmentRecord, col(AssessmentRecord.id) == latest)
        .outerjoin(DraftRecord, col(DraftRecord.id) == CaseRecord.id)
        .order_by(col(CaseRecord.changed_at).desc(), col(CaseRecord.id).desc())
        .limit(limit)
        .offset(offset)
    )
    held = col(CaseRecord.searchable) + " " + func.coalesce(AssessmentRecord.searchable, "")
    for condition in (*_holding(held, words), *_passing(wanted)):
        lines = lines.where(condition)
    return [CaseSummary.model_validate(dict(line)) for line in session.execute(lines).mappings()]


def new_drafts(session: Session, words: Sequence[str]) -> list[CaseSummary]:
    """The drafts of which no case has been saved yet, the last changed first."""
    lines = (
        select(DraftRecord)
        .outerjoin(CaseRecord, col(CaseRecord.id) == DraftRecord.id)
        .where(col(CaseRecord.id).is_(None), *_holding(col(DraftRecord.searchable), words))
        .order_by(col(DraftRecord.changed_at).desc())
    )
    return [
        CaseSummary(
            id=draft.id,
            title=draft.title,
            created_at=draft.changed_at,
            changed_at=draft.changed_at,
            top_name=None,
            top_name_zh=None,
            top_probability=None,
            triage_level=None,
            abstained=None,
            assessment_is_current=None,
            has_draft=True,
            stored=False,
        )
        for draft in session.exec(lines)
    ]


def _holding(held: SQLColumnExpression[str], words: Sequence[str]) -> list[ColumnElement[bool]]:
    return [func.instr(held, word) > 0 for word in words]


def _passing(wanted: CaseFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        conditions.append(col(CaseRecord.changed_at) >= wanted.since)
    if wanted.levels:
        conditions.append(col(AssessmentRecord.triage_level).in_(wanted.levels))
    if wanted.with_draft:
        conditions.append(col(DraftRecord.id).is_not(None))
    return conditions
