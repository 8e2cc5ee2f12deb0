"""Names of drugs that are several words, or no word of their own outside a list of drugs."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read


def _drugs(text: str) -> set[str | None]:
    return {m.drug for m in read(Case(id="x", text=text), default_knowledge()).medications}


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("She takes glyceryl trinitrate spray when needed.", "nitroglycerin"),
        ("Given tranexamic acid 1 g iv.", "tranexamic acid"),
        ("On 5-ASA 2 g daily.", "mesalamine"),
        ("Started 5-FU for colon cancer.", "fluorouracil"),
        ("Ferric carboxymaltose last week.", "ferric carboxymaltose"),
        ("Takes alendronic acid 70 mg weekly.", "alendronate"),
        ("St. John's wort from the health shop.", "st john's wort"),
        ("Burn dressed with silver sulfadiazine.", "silver sulfadiazine"),
        ("Medications:\n- TXA 1 g tds", "tranexamic acid"),
        ("Medications:\n- zinc 50 mg od", "zinc sulfate"),
        ("Medications:\n- KCl 1 tab bd", "potassium chloride"),
    ],
)
def test_names_of_several_words_and_short_names_in_a_list(text: str, drug: str) -> None:
    assert drug in _drugs(text)


def test_every_name_of_the_drug_entries_is_read_in_a_list() -> None:
    """But for a handful: names of products that are a brand alone, and names of drugs that have no entry."""
    knowledge = default_knowledge()
    names = [name for name in knowledge.drugs.own_names() if name.isascii()]
    unread = [name for name in names if not _drugs(f"Medications:\n- {name} 10 mg daily\n") - {None}]
    assert len(names) > 4_000
    assert len(unread) <= 10, unread


@pytest.mark.parametrize(
    "text",
    [
        "Clear eyes, no discharge.",
        "Flu vaccine up to date.",
        "Eats no dairy products.",
        "The CT with iodinated contrast showed nothing.",
        "Vitamin D was low.",
        "Plan B is to operate.",
        "EPO and TNK are abbreviations.",
    ],
)
def test_in_a_story_they_may_be_something_else(text: str) -> None:
    assert not _drugs(text)
