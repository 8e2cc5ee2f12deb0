"""Drug warnings, checks and the plan on paper."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from core.assessment import Assessment
from core.case.model import Override
from core.reports import ReportOptions, render_pdf
from core.reports.drugs import unjudged
from core.reports.sheet import Sheet
from core.treatment.model import CHECK_KINDS, NO_GUIDELINE, Check, Plan, PlanItem, SafetyItem
from tests.core.reports.reading import opened, page_text, squeezed, words
from tests.fixtures import chest_pain_assessment, chest_pain_case, plan_risks, span

PEN = SafetyItem(
    kind="allergy",
    severity="contraindicated",
    interruptive=True,
    drugs=("amoxicillin",),
    message="Recorded allergy to penicillin.",
    message_zh="有青霉素过敏记录。",
    action="Choose another class.",
    action_zh="改用其他类别。",
    source="somebody",
    basis="guideline",
    spans=(span("penicillin"),),
)
RENAL = PEN.model_copy(update={"kind": "renal", "severity": "moderate", "interruptive": False, "drugs": ("metformin",)})
GENE = RENAL.model_copy(update={"kind": "pharmacogenomic", "severity": "major", "drugs": ("warfarin",)})
STATUS: dict[str, Any] = {"allergy": "done", "renal": "partial"}
CHECKS = tuple(
    Check(
        kind=kind,
        status=STATUS.get(kind, "not-performed"),
        looked_at=("metformin",) if kind in STATUS else (),
        could_not_judge=() if STATUS.get(kind) == "done" else ("Zyxoprol: not known", "Abc: not known"),
        as_of="2026-11",
    )
    for kind in CHECK_KINDS
)


def option(kind: str, text: str, **more: object) -> PlanItem:
    fields = {"for": "acute-myocardial-infarction", "kind": kind, "text": text, "basis": "guideline", "source": "ESC"}
    return PlanItem.model_validate(fields | more)


PLAN = Plan(
    offered=(
        option("immediate", "Twelve-lead ECG.", text_zh="十二导联心电图。"),
        option("drug", "aspirin 300 mg", drug="aspirin", dose="300 mg", route="by mouth"),
    ),
    excluded=(option("drug", "fondaparinux", because="The kidneys are too weak.", because_zh="肾功能不足。"),),
)


def treated(**more: object) -> Assessment:
    base = {"safety": (RENAL, GENE, PEN), "checks": CHECKS, "plan": PLAN}
    return chest_pain_assessment().model_copy(update=base | more)


def pages(pdf: bytes) -> list[str]:
    """The text of each page without what stands at its head and foot."""
    return [
        page_text(pdf, n).partition("November 2026 Page ")[2].partition(" of ")[2].partition(" ")[2]
        for n in range(len(opened(pdf).pages))
    ]


def made(assessment: Assessment, options: ReportOptions | None = None) -> bytes:
    return render_pdf(chest_pain_case(), assessment, options or ReportOptions())


def test_interrupting_warnings_stand_on_the_first_page_with_their_source() -> None:
    page = page_text(made(treated()), 0)
    assert "Drug warnings to answer before going on" in page
    assert "Recorded allergy to penicillin. Choose another class. line 8" in page
    assert "guideline: somebody" in page
    assert "Further drug warnings: major 1, moderate 1" in page
    assert "metformin" not in page.split("Further drug warnings")[0].split("Drug warnings to answer")[1]


def test_the_first_page_keeps_warnings_when_the_section_is_left_out() -> None:
    text = words(made(treated(), ReportOptions(sections=("steps",))))
    assert "Recorded allergy to penicillin." in text
    assert "Some drug checks were not performed" in text
    assert "Checks done and not done" not in text


def test_the_section_has_every_warning_the_gravest_first_and_genes_apart() -> None:
    text = words(made(treated(), ReportOptions(sections=("drugs",))))
    section = text[text.index("Drug safety Warnings") :]
    order = [
        section.index(part) for part in ("! contraindicated amoxicillin", "moderate metformin", "Pharmacogenomics")
    ]
    assert order == sorted(order)
    assert section.index("major warfarin") > order[-1]


def test_why_somebody_goes_on_is_told_beside_the_warning() -> None:
    reason = "the rash was forty years ago and the test was negative, " + "so the child has had it twice since then"
    given = Override(warning=PEN.key, reason=reason, at=datetime(2026, 11, 22, tzinfo=UTC))
    case = chest_pain_case().model_copy(update={"overrides": (given,)})
    first, *others = pages(render_pdf(case, treated(), ReportOptions(sections=("drugs",))))
    assert "Going on in spite of this: the rash was forty years ago" in first
    assert "so the child has had it twice since then" not in first
    assert reason in " ".join(others)
    assert "仍然继续" in words(render_pdf(case, treated(), ReportOptions(lang="zh", sections=("drugs",))))
    other = case.model_copy(update={"overrides": (given.model_copy(update={"warning": RENAL.key}),)})
    assert "in spite of this" not in pages(render_pdf(other, treated(), ReportOptions(sections=("drugs",))))[0]


def test_what_says_the_same_of_several_drugs_is_said_once() -> None:
    many = tuple(RENAL.model_copy(update={"drugs": (f"drug{n}", "metformin")}) for n in range(6))
    text = words(made(treated(safety=many), ReportOptions(sections=("drugs",))))
    assert text.count("Recorded allergy to penicillin.") == 1
    assert "6 combinations" in text
    assert all(f"drug{n} + metformin" in text for n in range(6))


def test_slight_warnings_share_a_row() -> None:
    slight = [
        PEN.model_copy(
            update={
                "kind": "interaction",
                "severity": severity,
                "interruptive": False,
                "drugs": (f"drug{n}", "metformin"),
                "message": f"Slight {n % 3}.",
                "action": "",
            }
        )
        for n in range(9)
        for severity in ("minor", "information")
    ]
    text = words(made(treated(safety=(PEN, *slight)), ReportOptions(sections=("drugs",))))
    assert text.count("Slight 0.") == 2
    assert "drug0 + metformin; drug3 + metformin; drug6 + metformin" in text
    assert text.index("Recorded allergy") < text.index("Slight 0.")


def test_drugs_that_are_offered_are_told_apart_from_those_taken() -> None:
    none = tuple(Check(kind=kind, status="not-performed") for kind in CHECK_KINDS)
    of_plan = (
        Check(kind="allergy", status="partial", looked_at=("aspirin",), could_not_judge=("nobody asked",)),
        Check(kind="dose", status="done", looked_at=("aspirin",)),
    )
    plan = PLAN.model_copy(update={"checks": of_plan})
    page = page_text(made(treated(checks=none, safety=(), medications=(), plan=plan)), 0)
    assert "NOT performed on what the patient takes: no drug of the record was read" in page
    assert "The drugs that the plan offers were checked for: allergy, dose" in page
    assert "Not judged of the drugs that the plan offers: nobody asked" in page


def test_advice_that_is_part_of_the_message_is_said_once() -> None:
    twice = GENE.model_copy(update={"message": "Poor metaboliser: halve the dose.", "action": "halve the dose."})
    text = words(made(treated(safety=(twice,)), ReportOptions(sections=("drugs",))))
    assert text.count("halve the dose.") == 1


def test_no_heading_is_left_alone_at_the_foot_of_a_page() -> None:
    titles = (
        *("Findings as understood", "Plan: options", "Drug safety", "Scores", "The record", "Summary in prose"),
        *("rests on them.", "The clinician decides.", "refers to.", "before going on."),  # the notes beneath them
    )
    for lines in range(0, 48, 8):
        reason = chest_pain_assessment().triage.grounds[0]
        triage = chest_pain_assessment().triage.model_copy(update={"grounds": (reason,) * (7 + lines)})
        for text in pages(made(treated(triage=triage))):
            assert not text.rstrip().endswith(titles), (lines, text[-60:])


def test_each_check_says_what_it_looked_at_and_could_not_judge() -> None:
    text = words(made(treated()))
    section = text[text.index("Checks done and not done") :]
    assert (
        "NOT performed Abc" in section.replace("Zyxoprol, ", "") or "NOT performed Zyxoprol, Abc (not known)" in section
    )
    assert "kidney in part metformin Zyxoprol, Abc (not known)" in section
    assert "allergy done metformin" in section
    assert "Drug knowledge as of 2026-11." in section


def test_reasons_for_not_judging_are_told_once() -> None:
    sheet = Sheet(chest_pain_case(), chest_pain_assessment(), ReportOptions(), chest_pain_case().encounter_date)  # type: ignore[arg-type]
    said = unjudged(sheet, ("a: no result", "b: no result", "a: no result", "c"))
    assert said == "c; a, b (no result)"


def test_the_plan_offers_and_excludes_with_reasons_and_sources() -> None:
    text = words(made(treated()))
    section = text[text.index("Plan: options") :]
    for expected in (
        "For acute myocardial infarction",
        "at once Twelve-lead ECG. guideline: ESC",
        "drug aspirin 300 mg by mouth guideline: ESC",
        "Not offered to this patient, and why",
        "fondaparinux The kidneys are too weak. guideline: ESC",
    ):
        assert expected in section, expected
    assert section.index("aspirin") < section.index("Not offered") < section.index("fondaparinux")


def test_what_the_plan_may_bring_stands_behind_it() -> None:
    text = words(made(treated(plan=PLAN.model_copy(update={"risks": plan_risks()}))))
    section = text[text.index("What the plan or the disease may bring") :]
    for expected in (
        "bleeding: aspirin; age 78 haemoglobin within a week",
        "nausea: known with morphine",
        "rupture of the heart",
    ):
        assert expected in section, expected
    assert "What the plan or the disease may bring" not in words(made(treated()))


def test_no_plan_is_said() -> None:
    assert "No plan is offered for this record." in words(made(treated(plan=Plan())))


def test_a_plan_with_drugs_does_not_say_that_none_is_recommended() -> None:
    assert "it recommends none" not in words(made(treated()))
    assert "nor that one named in the plan is" in page_text(made(treated()), 0)


def test_in_chinese() -> None:
    text = squeezed(made(treated(), ReportOptions(lang="zh")))
    for expected in (
        "有青霉素过敏记录。改用其他类别。第8行",
        "须先处理的用药警示",
        "针对急性心肌梗死",
        "十二导联心电图。",
        "肾功能不足。",
    ):
        assert expected in text, expected


@pytest.mark.parametrize("number", [1, 30, 200])
def test_however_many_warnings_the_summary_is_one_page(number: int) -> None:
    many = tuple(
        PEN.model_copy(update={"drugs": (f"drug number {n}",), "message": f"Reason {n} of them. " * 3})
        for n in range(number)
    )
    pdf = made(treated(safety=many))
    assert "Options, not orders" in page_text(pdf, 0)
    assert "drug number 0" in page_text(pdf, 0)
    assert f"drug number {number - 1}" in words(pdf)


@pytest.mark.parametrize("number", [4, 12, 20])
def test_the_first_page_names_every_contraindication(number: int) -> None:
    many = tuple(PEN.model_copy(update={"drugs": (f"drug{n}end",), "message": f"Reason {n}."}) for n in range(number))
    page = page_text(made(treated(safety=many)), 0)
    assert [n for n in range(number) if f"drug{n}end" not in page] == []


def test_an_expert_estimate_says_whether_a_guideline_is_named() -> None:
    text = words(
        made(treated(plan=PLAN.model_copy(update={"offered": (_estimated(NO_GUIDELINE), _estimated("our own"))})))
    )
    assert "no guideline named; expert estimate" in text
    assert "our own" in text
    plain = treated(plan=PLAN.model_copy(update={"offered": (_estimated(NO_GUIDELINE),)}))
    assert "未注明指南；专家估计" in squeezed(made(plain, ReportOptions(lang="zh")))


def _estimated(source: str) -> PlanItem:
    return PLAN.offered[0].model_copy(update={"basis": "expert-estimate", "source": source})
