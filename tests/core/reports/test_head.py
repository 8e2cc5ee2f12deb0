"""The head of the first page: allergies, drugs, what to do first."""

from __future__ import annotations

from typing import Any

import pytest

from core.diagnosis.model import Together
from core.language.model import Allergies, AllergyItem, Medication
from core.reports import ReportOptions, render_pdf
from core.reports.head import head
from core.reports.sheet import Sheet
from core.reports.strings import Lang
from core.reports.styles import ALERT
from core.treatment.model import Plan, PlanItem
from tests.core.reports.reading import page_text, squeezed, words
from tests.fixtures import chest_pain_assessment, chest_pain_case


def made(lang: Lang = "en", **more: Any) -> bytes:
    found = chest_pain_assessment().model_copy(update=more)
    return render_pdf(chest_pain_case(), found, ReportOptions(lang=lang))


def listed(substance: str, reaction: str | None = None, **more: Any) -> Allergies:
    return Allergies(status="listed", items=(AllergyItem(substance=substance, reaction=reaction, **more),))


def test_it_stands_directly_under_the_patient() -> None:
    page = page_text(made(allergies=listed("penicillin", "anaphylaxis (age 6")), 0)
    patient, allergy = page.index("weight not stated"), page.index("Allergies penicillin (anaphylaxis, age 6) Takes")
    assert patient < allergy < page.index("Problem") < page.index("Emergency: now")


@pytest.mark.parametrize(
    ("status", "en", "zh"),
    [("unknown", "Allergies not stated", "过敏未说明"), ("none-known", "none known", "无已知过敏")],
)
def test_what_is_not_known_and_what_is_none_are_said(status: Any, en: str, zh: str) -> None:
    nothing = Allergies(status=status)
    assert en in page_text(made(allergies=nothing, medications=()), 0)
    chinese = squeezed(made("zh", allergies=nothing, medications=()))
    assert zh in chinese
    assert "正在使用病历中未读到" in chinese


@pytest.mark.parametrize(
    ("reaction", "red"),
    [("anaphylaxis", True), ("过敏性休克", True), ("rash", False), (None, False), ("Laryngeal oedema", True)],
)
def test_what_has_killed_is_red(reaction: str | None, red: bool) -> None:
    case, found = chest_pain_case(), chest_pain_assessment()
    found = found.model_copy(update={"allergies": listed("penicillin", reaction)})
    assert case.encounter_date is not None
    table = head(Sheet(case, found, ReportOptions(), case.encounter_date), 9, 3)
    colours = {fragment.textColor.hexval()[2:] for fragment in table._cellvalues[0][1].frags}
    assert (str(ALERT).lstrip("#").lower() in {c.lower() for c in colours}) is red


def test_an_intolerance_is_told_as_one() -> None:
    assert "codeine (not tolerated)" in page_text(made(allergies=listed("codeine", kind="intolerance")), 0)


def test_what_was_stopped_is_not_taken_and_a_name_stands_once() -> None:
    names = (("aspirin", "current"), ("aspirin", "current"), ("warfarin", "stopped"), ("statin", "before-admission"))
    drugs = tuple(Medication.model_validate({"name": n, "drug": n, "status": s}) for n, s in names)
    assert "Takes aspirin, statin To do" in page_text(made(medications=drugs, plan=plan("Give oxygen")), 0)


def test_drugs_without_room_stand_on_a_later_page() -> None:
    drugs = tuple(Medication(name=f"drug{n}end", drug=None) for n in range(40))
    pdf = made(medications=drugs)
    page = page_text(pdf, 0)
    assert "drug0end" in page
    assert "and 16 more" in page
    assert "All that is taken drug0end" in page_text(pdf, 1)


def plan(*steps: str) -> Plan:
    leader = chest_pain_assessment().differential[0].id
    return Plan(
        offered=tuple(
            PlanItem.model_validate(
                {"for": leader, "kind": "immediate", "text": text, "basis": "expert-estimate", "source": ""}
            )
            for text in steps
        )
    )


def test_the_first_three_steps_are_numbered_and_a_long_one_is_cut() -> None:
    page = page_text(made(plan=plan("Give oxygen.", "Call for help", "Long. " * 90, "A fourth.")), 0)
    assert "To do first 1. Give oxygen. 2. Call for help. 3. Long." in page
    assert "…" in page
    assert "A fourth." not in page
    assert "To do first Give oxygen." in page_text(made(plan=plan("Give oxygen")), 0)


def test_a_pair_has_no_figure_beside_the_chances() -> None:
    pair = Together(
        ids=("a", "b"),
        names=("croup", "asthma"),
        names_zh=("哮吼", "哮喘"),
        probability=0.37,
        only_first=(),
        only_second=(),
    )
    text = words(made(together=(pair,)))
    assert "May both be there: croup and asthma." in text
    assert "37%" not in text
