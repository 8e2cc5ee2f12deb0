"""What the records are asked."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from core.records.summaries import CaseSummary
from core.records.tables import AssessmentRecord, CaseRecord
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


def summaries(session: Session, words: Sequence[str], limit: int, offset: int) -> list[CaseSummary]:
    """One line a case, the last changed first, of those that hold every word."""
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
        )
        .outerjoin(AssessmentRecord, col(AssessmentRecord.id) == latest)
        .order_by(col(CaseRecord.changed_at).desc(), col(CaseRecord.id))
        .limit(limit)
        .offset(offset)
    )
    held = col(CaseRecord.searchable) + " " + func.coalesce(AssessmentRecord.searchable, "")
    for word in words:
        lines = lines.where(func.instr(held, word) > 0)
    return [CaseSummary.model_validate(dict(line)) for line in session.execute(lines).mappings()]
