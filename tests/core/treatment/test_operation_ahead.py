"""An operation to come, in the words of records, and what is held for it with the knowledge that is shipped."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case
from core.treatment.operation_ahead import operation_ahead


def assessed(text: str) -> Assessment:
    return assess(Case(id="ahead", text=text))


@pytest.mark.parametrize(
    "text",
    [
        "Elective laparoscopic cholecystectomy next month.",
        "Listed for right total hip replacement.",
        "Awaiting CABG, stable.",
        "On the waiting list for hernia repair.",
        "She is due to have a hysterectomy.",
        "He will undergo sigmoid resection.",
        "Knee arthroplasty is booked.",
        "TKR on Monday.",
        "Caesarean section tomorrow.",
        "Seen in pre-op assessment today, no complaints.",
        "NBM for theatre.",
        "Fractured humerus in the past. Surgery in 5 days.",
        "患者拟行腹腔镜胆囊切除术，口服达格列净。",
        "择期行右髋关节置换术",
        "术前评估，2型糖尿病。",
        "Had an appendectomy as a child. Scheduled for thyroidectomy.",
    ],
)
def test_an_operation_to_come_is_seen(text: str) -> None:
    spans = operation_ahead(text)
    assert spans is not None
    ((start, end),) = spans
    assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Cholecystectomy 2012, appendectomy as a child.",
        "No surgery planned.",
        "Elective hip replacement 2019, well since.",
        "Elective cholecystectomy 3 weeks ago.",
        "Admitted after elective colectomy.",
        "Declined elective hernia repair.",
        "Planned operation was cancelled.",
        "Planned chemotherapy after surgery.",
        "Elective coronary angioplasty.",
        "Mother is awaiting heart surgery.",
        "Surgery is not planned.",
        "既往择期手术史。",
        "拟行手术后化疗",
        "患者拒绝择期手术。",
        "未安排手术。",
    ],
)
def test_what_is_over_refused_or_of_others_is_none(text: str) -> None:
    assert operation_ahead(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "64M type 2 diabetes on empagliflozin 10 mg. Pre-op assessment for elective hip replacement.",
        "58F on ertugliflozin 5 mg and metformin, awaiting laparoscopic cholecystectomy on Friday.",
        "男，66岁，2型糖尿病，口服达格列净10mg，拟行右膝关节置换术。",
    ],
)
def test_sglt2_inhibitors_are_held_before_a_planned_operation(text: str) -> None:
    (warning,) = (i for i in assessed(text).safety if i.kind == "disease" and "operation ahead" in i.message)
    assert warning.severity == "major"
    assert "3 days before the operation (ertugliflozin 4)" in warning.action
    assert "艾托格列净4天" in (warning.action_zh or "")
    assert "拟手术" in (warning.message_zh or "")
    assert "gliflozin" in warning.drugs[0]
    assert warning.spans


def test_an_operation_of_the_past_holds_nothing() -> None:
    text = "64M type 2 diabetes on empagliflozin 10 mg and metformin. Elective hip replacement 2019. Routine review."
    assert not [i for i in assessed(text).safety if "operation" in i.message]


def test_the_plan_begins_with_what_to_stop_for_the_operation() -> None:
    text = (
        "41M type 2 diabetes on dapagliflozin 10 mg. Pain moved from the navel to the right iliac fossa, anorexia, "
        "vomiting, fever 38.2, rebound and guarding in the right iliac fossa, positive Rovsing sign, WCC 16, CRP 90. "
        "CT: appendix 11 mm with fat stranding. Consented for laparoscopic appendicectomy."
    )
    held = [i.text for i in assessed(text).plan.offered if i.text.startswith("What the patient takes")]
    assert held
    assert "dapagliflozin (operation ahead" in held[0]
    assert "at once where it cannot wait" in held[0]
