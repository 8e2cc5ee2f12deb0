"""What is declared about a model, in a YAML file beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, ValidationError

from core.frozen import Frozen

Role = Literal["encoder", "writer", "second-opinion"]
NOT_STATED = "not stated"


class SourceAttributes(Frozen):
    """What a regulator asks to be told of software that supports decisions: the nine groups of the source attributes of
    a predictive intervention (United States, 45 CFR 170.315(b)(11)(iv)(B)). What nobody stated says so.

    A card that came with the program speaks of every attribute of a group: of developer, contact, funding, value and
    kind of the output; of use, patients, users and role in deciding; of tasks and risks cautioned against; of training
    data, the use of demographic attributes, representativeness and relevance; of fairness; of who validated it on whose
    data; of validity and fairness, here and elsewhere, and of outcomes; of monitoring; of updates and corrections.
    """

    details_and_output: str = NOT_STATED
    purpose: str = NOT_STATED
    cautioned_out_of_scope_use: str = NOT_STATED
    development_and_input: str = NOT_STATED
    fairness_in_development: str = NOT_STATED
    external_validation: str = NOT_STATED
    measures_of_performance: str = NOT_STATED
    maintenance: str = NOT_STATED
    update_schedule: str = NOT_STATED


class CardWords(Frozen):
    """What of a card is said in words, in another language; what is not there is read in English."""

    origin: str = ""
    intended_use: str = ""
    limits: tuple[str, ...] = ()
    attributes: SourceAttributes = SourceAttributes()


class ModelCard(Frozen):
    """One model: its file, byte for byte, what it is meant for and what it must not be used for."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    name: str
    file: str = Field(pattern=r"^[^/\\]+\.gguf$")
    role: Role
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size_bytes: int = Field(gt=0)
    quantisation: str
    architecture: str
    context: int = Field(gt=0)
    licence: str
    origin: str
    languages: tuple[str, ...] = ()
    intended_use: str = ""
    limits: tuple[str, ...] = ()
    attributes: SourceAttributes = SourceAttributes()
    chinese: CardWords | None = None


def read_card(file: Path) -> ModelCard | None:
    """The card; None for a file that is not one."""
    try:
        return ModelCard.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError):
        return None


def written(card: ModelCard) -> bytes:
    """The card as a YAML file."""
    plain = card.model_dump(mode="json", exclude_none=True)
    return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True).encode()
