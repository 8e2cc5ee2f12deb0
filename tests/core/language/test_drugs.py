"""Drugs and allergies: which, how much, whether they are taken, and what an allergy did."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import Knowledge, default_knowledge
from core.language import read
from core.language.medications import drug_of


def statuses(text: str, knowledge: Knowledge) -> dict[str | None, str]:
    return {m.drug: m.status for m in read(Case(id="x", text=text), knowledge).medications}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He used to take aspirin.", {"aspirin": "stopped"}),
        ("Metformin was stopped 2 weeks ago.", {"metformin": "stopped"}),
        ("He was on metformin until last week.", {"metformin": "stopped"}),
        ("Could not tolerate metformin.", {"metformin": "stopped"}),
        ("Switched from lisinopril to metformin.", {"lisinopril": "stopped", "metformin": "current"}),
        ("Lisinopril 10 mg was changed to aspirin.", {"lisinopril": "stopped", "aspirin": "current"}),
        ("Replaced lisinopril with aspirin.", {"lisinopril": "stopped", "aspirin": "current"}),
        ("Will switch from lisinopril to aspirin.", {"lisinopril": "current", "aspirin": "planned"}),
        ("Will start metformin.", {"metformin": "planned"}),
        ("She declined aspirin.", {}),
        ("Aspirin was declined.", {}),
        ("She does not take aspirin.", {}),
        ("His father takes lisinopril.", {}),
        ("Intolerance to metformin.", {}),
        ("Continues metformin.", {"metformin": "current"}),
    ],
)
def test_whether_a_drug_is_taken_stands_around_its_name(
    text: str, expected: dict[str, str], knowledge: Knowledge
) -> None:
    assert statuses(text, knowledge) == expected


@pytest.mark.parametrize(
    ("text", "dose", "interval"),
    [
        ("Takes aspirin 81 mg daily.", "81 mg", "daily"),
        ("Takes metformin XR 500 mg bid (1000 mg/day).", "500 mg", "bid"),
        ("Takes metformin tablets: 2 x 500 mg tds.", "2 x 500 mg", "tds"),
        ("Takes metformin 1000 mg/day in divided doses.", "1000 mg/day", None),
        ("Medications: aspirin 81, lisinopril", "81", None),
        ("Started aspirin 75 mg on Monday.", "75 mg", None),
        ("Takes aspirin 75 mg on.", "75 mg", "on"),  # every night
        ("Takes aspirin.", None, None),
        ("Takes aspirin for 81 weeks.", None, None),
        ("Takes aspirin 3/7.", None, None),  # for three days
    ],
)
def test_dose_and_interval(text: str, dose: str | None, interval: str | None, knowledge: Knowledge) -> None:
    first = read(Case(id="x", text=text), knowledge).medications[0]
    assert (first.dose, first.interval) == (dose, interval)


def test_a_list_of_bare_names_in_short(knowledge: Knowledge) -> None:
    found = read(Case(id="x", text="Medications: ASA 81, metformin 500 bid, lisinopril"), knowledge).medications
    assert [(m.name, m.drug, m.dose) for m in found] == [
        ("ASA", "aspirin", "81"),
        ("metformin", "metformin", "500"),
        ("lisinopril", "lisinopril", None),
    ]


def test_a_product_of_two_drugs_is_known_by_both(knowledge: Knowledge) -> None:
    found = read(Case(id="x", text="Takes Twofold 5/325 q6h prn."), knowledge).medications
    assert [(m.name, m.drug, m.dose, m.interval) for m in found] == [
        ("Twofold", "aspirin and metformin", "5/325", "q6h prn")
    ]
    assert drug_of(knowledge, "Twofold") == "aspirin and metformin"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Allergies: codeine – nausea; penicillin (anaphylaxis), latex: rash",
            [("codeine", "nausea"), ("penicillin", "anaphylaxis"), ("latex", "rash")],
        ),
        ("Intolerances: codeine (nausea)", [("codeine", "nausea")]),
        (
            "Allergies: penicillin - rash. Intolerant of aspirin (wheeze).",
            [("penicillin", "rash"), ("aspirin", "wheeze")],
        ),
        ("对磺胺类药物过敏，表现为皮疹。", [("磺胺类", "皮疹")]),
        ("青霉素过敏史。", [("青霉素", None)]),
    ],
)
def test_a_reaction_stays_with_its_substance(
    text: str, expected: list[tuple[str, str | None]], knowledge: Knowledge
) -> None:
    reading = read(Case(id="x", text=text), knowledge)
    assert [(i.substance, i.reaction) for i in reading.allergies.items] == expected
    assert [f.label for f in reading.findings if f.temporality == "recent"] == []


def test_chinese_drugs_with_dose_interval_and_status(knowledge: Knowledge) -> None:
    text = (
        "现服用阿司匹林肠溶片100mg qd、二甲双胍0.5g 每日三次，口服硝苯地平控释片30mg每晚。"
        "氨氯地平5mg改为厄贝沙坦150mg。"
    )
    found = read(Case(id="x", text=text), knowledge).medications
    assert [(m.drug, m.dose, m.interval, m.route, m.status) for m in found] == [
        ("aspirin", "100mg", "qd", None, "current"),
        ("metformin", "0.5g", "每日三次", None, "current"),
        ("nifedipine", "30mg", "每晚", "口服", "current"),
        ("amlodipine", "5mg", None, None, "stopped"),
        ("irbesartan", "150mg", None, None, "current"),
    ]


def test_a_drug_that_is_refused_or_denied_in_chinese_is_not_taken(knowledge: Knowledge) -> None:
    assert read(Case(id="x", text="拒绝胰岛素治疗。否认服用华法林。青霉素过敏。"), knowledge).medications == ()


def test_a_drug_under_the_heading_of_allergies_is_not_taken_in_chinese() -> None:
    reading = read(Case(id="x", text="过敏史：\n青霉素\n用药：阿司匹林 100 mg 每日一次。"), default_knowledge())
    assert [m.drug for m in reading.medications] == ["aspirin"]
    assert reading.allergies.status == "listed"
