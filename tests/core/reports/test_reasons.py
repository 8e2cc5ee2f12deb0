"""No heading stands at the foot of a page without the first finding of its table."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Table

from core.reports import ReportOptions
from core.reports.reasons import reasons
from core.reports.sheet import WIDTH, Sheet
from tests.fixtures import chest_pain_assessment, chest_pain_case

_ROWS = 3  # the columns' names, a group's name and its first finding


def test_a_heading_keeps_room_for_the_first_finding() -> None:
    case, assessment = chest_pain_case(), chest_pain_assessment()
    assert case.encounter_date is not None
    long = "similar wording to the entry: flank, nitrite, dysuria, renal angle, urine and tenderness"
    leader = assessment.differential[0]
    first = leader.supporting[0].model_copy(update={"label": long})
    leader = leader.model_copy(update={"supporting": (first, *leader.supporting[1:])})
    assessment = assessment.model_copy(update={"differential": (leader, *assessment.differential[1:])})
    story = reasons(Sheet(case, assessment, ReportOptions(), case.encounter_date))
    tables = [i for i, part in enumerate(story) if isinstance(part, Table)]
    assert tables
    for i in tables:
        room, *said, table = story[i - 3 : i + 1]
        assert isinstance(room, CondPageBreak)
        table.wrap(WIDTH, 10_000)
        needed = sum(part.wrap(WIDTH, 10_000)[1] + part.getSpaceAfter() + part.getSpaceBefore() for part in said)
        assert room.height >= needed + sum(table._rowHeights[:_ROWS])
