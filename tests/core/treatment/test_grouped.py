"""One patient is not told fifty lines: alike warnings stand together, slight ones are folded."""

from __future__ import annotations

from core.cli.treatment_text import TreatmentText
from core.knowledge.pharmacy_rules import Severity
from core.treatment.grouped import TOLD, alike, folded
from core.treatment.model import CHECK_KINDS, Check, Plan, SafetyItem


def warning(drug: str, severity: Severity, message: str) -> SafetyItem:
    return SafetyItem(
        kind="disease",
        severity=severity,
        interruptive=severity == "contraindicated",
        drugs=(drug,),
        message=message,
        action="Do it.",
        source="expert estimate",
    )


MANY = [
    *(warning(f"slight{n}", "minor", f"Slight {n}.") for n in range(20)),
    *(warning(f"middling{n}", "moderate", f"Middling {n}.") for n in range(20)),
    *(warning(f"major{n}", "major", "The same.") for n in range(5)),
    warning("worst", "contraindicated", "Never."),
]


def test_the_gravest_first_and_alike_ones_together() -> None:
    groups = alike(MANY)
    assert groups[0][0].drugs == ("worst",)
    assert len(groups[1]) == 5
    full, rest = folded(groups)
    assert len(full) == TOLD
    assert {group[0].severity for group in rest} == {"moderate", "minor"}


def test_grave_ones_are_told_however_many() -> None:
    grave = [warning(f"d{n}", "major", f"Message {n}.") for n in range(30)]
    full, rest = folded(alike([*grave, warning("x", "information", "By the way.")]))
    assert len(full) == 30
    assert [group[0].drugs for group in rest] == [("x",)]


def test_the_terminal_names_the_folded_by_their_drugs() -> None:
    checks = [Check(kind="disease", status="done", looked_at=("worst",))]
    lines = TreatmentText(chinese=False).warnings(MANY, checks)
    assert len(lines) < 2 * TOLD + 5
    assert any(line.startswith("  - [moderate] further 10: middling10") for line in lines)
    assert any(line.startswith("  - [minor] further 20: slight0") for line in lines)
    assert "major0; major1; major2; major3; major4: The same." in "\n".join(lines)
    assert len(TreatmentText(chinese=True).warnings(MANY, checks, every=True)) > 80


def test_without_drugs_in_the_record_what_is_offered_is_told_apart() -> None:
    none = [Check(kind=kind, status="not-performed") for kind in CHECK_KINDS]
    plan = Plan(
        checks=(
            Check(kind="allergy", status="partial", looked_at=("prednisone",), could_not_judge=("no one asked",)),
            Check(kind="dose", status="not-performed"),
        )
    )
    said = TreatmentText(chinese=False).checks(none, plan)
    assert said == [
        "Drug checks NOT performed on what the patient takes, because no drug of the record was read",
        "The drugs offered above were checked for: allergy",
        "Of the drugs offered above not judged (allergy): no one asked",
    ]
    assert TreatmentText(chinese=True).checks(none, plan)[0].startswith("患者在用药物未作检查")
    some = [Check(kind="dose", status="not-performed", could_not_judge=("x: no dose is given",))]
    assert TreatmentText(chinese=False).checks(some)[0] == "Drug checks NOT performed: dose"
