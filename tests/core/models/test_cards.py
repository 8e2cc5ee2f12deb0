"""The cards that come with the program: whole, in both languages, and fit to be read by a clinician."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.models.cards import NOT_STATED, ModelCard, read_card, written
from core.system.folders import resources
from core.training import encoder

FOLDER = resources() / "models"
BLANK = Path(encoder.__file__).with_name("encoder_card.yaml")
FILES = (*sorted(FOLDER.glob("*.yaml")), *sorted((FOLDER / "known").glob("*.yaml")), BLANK)
# Of each group of the rule, words that its attributes are told by.
TOLD = {
    "details_and_output": ("Developer:", "contact", "unding", "Output:", "Kind of output:"),
    "purpose": ("Use:", "Patients:", "Users:", "Role in deciding:"),
    "cautioned_out_of_scope_use": ("Known risks:",),
    "development_and_input": ("raining data", "Input", "sex", "epresentativeness", "Relevance"),
    "fairness_in_development": ("",),
    "external_validation": ("data", "party", "process"),
    "measures_of_performance": ("airness", "alidity", "outcomes"),
    "maintenance": ("Validity", "airness", "local data"),
    "update_schedule": ("Updates:", "Correction"),
}


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def card(request: pytest.FixtureRequest) -> ModelCard:
    found = read_card(request.param)
    assert found is not None, "no card can be read from it"
    return found


def test_every_attribute_of_the_rule_is_spoken_of(card: ModelCard) -> None:
    told = card.attributes.model_dump()
    assert told.keys() == TOLD.keys()
    for group, words in TOLD.items():
        for word in words:
            assert word in told[group], group


def test_it_is_said_in_chinese_too(card: ModelCard) -> None:
    assert card.chinese is not None
    assert card.chinese.origin
    assert card.chinese.intended_use
    assert len(card.chinese.limits) == len(card.limits)
    for group, english in card.attributes.model_dump().items():
        measured_anew = card.id == "bedside-encoder" and group == "measures_of_performance"
        if english != NOT_STATED and not measured_anew:
            assert getattr(card.chinese.attributes, group) != NOT_STATED, group


def test_no_card_sends_a_clinician_to_a_command_or_a_file(card: ModelCard) -> None:
    for words in (card.model_dump_json(), card.intended_use, card.origin):
        assert not [advice for advice in ("dev.py", "bedside models", "docs/", ".md") if advice in words]


def test_a_card_is_written_as_it_is_read(card: ModelCard, tmp_path: Path) -> None:
    file = tmp_path / "card.yaml"
    file.write_bytes(written(card))
    assert read_card(file) == card
    file.write_bytes(written(card.model_copy(update={"chinese": None})))
    assert "chinese" not in file.read_text(encoding="utf-8")


def test_a_role_that_has_no_use_is_no_role(card: ModelCard, tmp_path: Path) -> None:
    file = tmp_path / "card.yaml"
    file.write_bytes(written(card).replace(f"role: {card.role}".encode(), b"role: vision"))
    assert read_card(file) is None
