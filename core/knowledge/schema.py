"""What all knowledge entries are built of: ids, scales and the bases of every part.

Entries are YAML, one disease a file; findings, analytes, procedures and departments are lists. Everything with a
number names its basis; a reference that nobody has seen is never written down (`expert-estimate` says so honestly).
"""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FindingId = Annotated[str, StringConstraints(pattern=r"^(HP:\d{7}|BD:[a-z0-9]+(-[a-z0-9]+)*)$")]
Icd10 = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$")]
Probability = Annotated[float, Field(gt=0, lt=1)]
Ratio = Annotated[float, Field(gt=0, le=1000)]
Basis = Literal["published", "guideline", "derived", "expert-estimate"]
Urgency = Literal["emergent", "one-day", "one-week", "self-care"]
LEVELS: tuple[Urgency, ...] = get_args(Urgency)  # most urgent first
Harm = Literal["low", "moderate", "high", "fatal"]


class Entry(BaseModel):
    """Base of every part: unknown fields are errors, so that a misspelt one cannot be lost."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Sourced(Entry):
    """Something that rests on a basis. `source` is required unless it is an expert estimate."""

    basis: Basis
    source: str | None = None

    @model_validator(mode="after")
    def _source_named(self) -> Self:
        if self.basis in ("published", "guideline") and not self.source:
            raise ValueError(f"basis {self.basis} needs a source")
        if self.basis == "expert-estimate" and self.source:
            raise ValueError("an expert-estimate has no source: name a basis that fits the source")
        return self


class Names(Entry):
    """Names by language; the first is the one shown."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()


class Phrase(Entry):
    """One sentence or label in both languages."""

    en: str
    zh: str | None = None
