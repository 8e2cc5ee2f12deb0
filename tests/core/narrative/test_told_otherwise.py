"""What the search through the record takes for the same, and what it must not."""

from __future__ import annotations

import pytest

from core.knowledge.base import default_knowledge
from core.narrative.amounts import amounts
from core.narrative.atoms import atoms
from core.narrative.check import check_sentence
from core.narrative.first_names import sex_by_name
from core.narrative.ground import Ground
from core.narrative.model import Withheld
from core.narrative.wordings import word_key, wordings
from tests.core.narrative.cases import recorded

NOTE = """Mr Frank Oduya, 74. Admitted 2 June with a swollen left knee. Takes co-codamol for pain at night. Maternal
uncle died by suicide. Tender over the patella, ankle not tender. Urine clear of protein. District nurse not needed.
Aspirated 4 June. He declined surgery. Reports heat intolerance, no rash. This is his third attack. Acuity 6/6."""


def passes(text: str) -> bool:
    return not isinstance(check_sentence(text, recorded(NOTE)), Withheld)


@pytest.mark.parametrize(
    "text",
    [
        "He was admitted on 2 June.",
        "He refused surgery.",
        "An uncle on his mother's side died by suicide.",
        "His ankle was not tender.",
        "He takes co-codamol at night.",
    ],
)
def test_true(text: str) -> None:
    assert passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was admitted on 4 June.",
        "He was aspirated on 2 June.",
        "His ankle was tender.",
        "There was protein in the urine.",
        "The district nurse will visit.",
        "He takes tramadol at night.",
        "This is his second attack.",
        "He has double vision.",
        "His mother died by suicide.",
        "She was admitted on 2 June.",
    ],
)
def test_untrue(text: str) -> None:
    assert not passes(text)


def test_a_day_of_the_year() -> None:
    assert amounts("on 2 June")[0].same(amounts("June 2nd")[0])
    assert not amounts("on 2 June")[0].same(amounts("2 July")[0])
    assert not amounts("on 2 June")[0].same(amounts("2 kg")[0])


@pytest.mark.parametrize(
    ("text", "sides"),
    [("left her with a limp", []), ("left a note", []), ("left leg", ["left"]), ("on the left a cyst", ["left"])],
)
def test_left_is_a_side_or_a_verb(text: str, sides: list[str]) -> None:
    assert [side.side for side in atoms(text, default_knowledge()).sides] == sides


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("District nurse not needed.", "nurse", True),
        ("Chest clear, nodes not felt.", "nodes", True),
        ("Chest clear, nodes not felt.", "Chest", False),
        ("Urine clear of protein.", "protein", True),
        ("Urine clear.", "Urine", False),
    ],
)
def test_denied_from_behind(text: str, word: str, denied: bool) -> None:
    assert Ground(text).at(text.index(word)).denied is denied


def test_heat_intolerance_is_no_allergy() -> None:
    assert not Ground("She has heat intolerance.").at(4).allergy
    assert Ground("She has an intolerance of codeine.").at(4).allergy


def test_a_branch_of_the_family_is_not_who_was_ill() -> None:
    text = "An uncle on her mother's side has gout."
    assert Ground(text).at(text.index("gout")).whose == "uncle"


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Ward 4. Oliver Grant, 4 years.", "male"),
        ("Mary Byrne, 80.", "female"),
        ("Seen by Dr Oliver Hart.", "unknown"),
        ("Oliver and Mary.", "unknown"),
        ("Parkinson's disease.", "unknown"),
    ],
)
def test_a_first_name_tells_the_sex(text: str, sex: str) -> None:
    assert sex_by_name(text) == sex


def test_one_wording_on_two_lines() -> None:
    way = (word_key("declined"),)
    known = wordings()
    assert {*known.same[way], *known.others[way]} >= {word_key("decline"), word_key("worsen")}


def test_what_the_stemmer_would_make_one() -> None:
    assert word_key("several") != word_key("severe")
    assert word_key("Wells") != word_key("well")
