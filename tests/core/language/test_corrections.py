"""What a person puts right outranks what was read, and nothing else changes."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.case.model import Case, Correction
from core.knowledge.base import Knowledge, default_knowledge
from core.language import read
from core.language.model import Finding

TEXT = "58-year-old man with chest pain for 2 hours. No fever. Father had asthma. HR 120."


def correction(words: str, text: str = TEXT, **fields: object) -> Correction:
    at = text.index(words)
    return Correction.model_validate({"start": at, "end": at + len(words), **fields})


def finding(reading_of: Case, words: str, knowledge: Knowledge) -> list[Finding]:
    at = reading_of.text.index(words)
    return [f for f in read(reading_of, knowledge).findings if (f.start, f.end) == (at, at + len(words))]


def corrected_case(*corrections: Correction, text: str = TEXT) -> Case:
    return Case(id="x", text=text, corrections=corrections)


@pytest.mark.parametrize(
    ("verdict", "says"),
    [
        ("present", ("present", "patient", "recent")),
        ("absent", ("absent", "patient", "recent")),
        ("possible", ("possible", "patient", "recent")),
        ("family", ("present", "family", "recent")),
        ("historical", ("present", "patient", "historical")),
    ],
)
def test_a_verdict_stands_in_place_of_what_was_read(
    knowledge: Knowledge, verdict: str, says: tuple[str, str, str]
) -> None:
    (read_as,) = finding(corrected_case(), "fever", knowledge)
    case = corrected_case(correction("fever", concept=read_as.concept, verdict=verdict))
    (now,) = finding(case, "fever", knowledge)
    assert (now.assertion, now.experiencer, now.temporality) == says
    assert now.concept == read_as.concept
    before = {(f.start, f.concept): f for f in read(corrected_case(), knowledge).findings}
    after = {(f.start, f.concept): f for f in read(case, knowledge).findings}
    changed = {k for k in before | after if before.get(k) != after.get(k)}
    assert changed == (set() if verdict == "absent" else {(read_as.start, read_as.concept)})


def test_no_finding_at_all(knowledge: Knowledge) -> None:
    (fever,) = finding(corrected_case(), "fever", knowledge)
    case = corrected_case(correction("fever", concept=fever.concept, verdict="removed"))
    assert finding(case, "fever", knowledge) == []
    assert len(read(case, knowledge).findings) == len(read(corrected_case(), knowledge).findings) - 1


def test_another_concept_keeps_what_is_said_of_it(knowledge: Knowledge) -> None:
    (fever,) = finding(corrected_case(), "fever", knowledge)
    case = corrected_case(correction("fever", concept=fever.concept, replacement="HP:0012735"))
    (now,) = finding(case, "fever", knowledge)
    assert (now.concept, now.label, now.assertion) == ("HP:0012735", knowledge.label("HP:0012735").en, "absent")


def test_words_that_were_not_read_can_be_named(knowledge: Knowledge) -> None:
    case = corrected_case(correction("2 hours", replacement="HP:0001945", verdict="absent"))
    (now,) = finding(case, "2 hours", knowledge)
    assert (now.concept, now.assertion) == ("HP:0001945", "absent")


def test_what_no_longer_fits_changes_nothing(knowledge: Knowledge) -> None:
    stale = (
        correction("man", concept="HP:0001945", verdict="present"),
        correction("fever", concept="HP:0001945", replacement="BD:no-such-finding"),
        Correction(start=5_000, end=5_004, concept="HP:0001945", verdict="present"),
    )
    assert read(corrected_case(*stale), knowledge) == read(corrected_case(), knowledge)


def test_a_value_that_was_misread_no_longer_stands_for_its_finding(knowledge: Knowledge) -> None:
    wrong = correction("HR 120", concept="HP:0001649", verdict="removed")

    def fast(case: Case) -> bool:
        return any(f.concept == "HP:0001649" for f in read(case, knowledge).findings)

    assert fast(corrected_case())
    assert not fast(corrected_case(wrong))


def test_a_contradiction_that_was_put_right_is_none(knowledge: Knowledge) -> None:
    text = "Symptoms: fever, cough. Denies fever."
    case = Case(id="x", text=text)
    (conflict,) = read(case, knowledge).conflicts
    start, end = conflict.spans[1]
    wrong = next(f for f in read(case, knowledge).findings if f.start == start)
    settled = Correction(start=start, end=end, concept=wrong.concept, verdict="removed")
    assert read(case.model_copy(update={"corrections": (settled,)}), knowledge).conflicts == ()


def test_the_ranking_follows() -> None:
    text = "62-year-old man with crushing central chest pain radiating to the left arm and nausea for 1 hour. No cough."
    case = Case(id="x", text=text)
    turned = tuple(
        Correction(
            start=f.start,
            end=f.end,
            concept=f.concept,
            verdict="present" if f.assertion == "absent" else "absent",
        )
        for f in read(case, default_knowledge()).findings
        if f.start is not None and f.end is not None
    )
    before, after = assess(case), assess(case.model_copy(update={"corrections": turned}))
    assert before.differential[0].id == "acute-myocardial-infarction"
    assert after.differential[0].id != "acute-myocardial-infarction"
