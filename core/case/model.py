"""The case: what was handed to Bedside, before anything was understood."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field, model_validator

from core.frozen import Frozen

Sex = Literal["female", "male", "unknown"]
Setting = Literal["primary-care", "emergency", "ward", "rare-disease-clinic"]
Language = Literal["en", "zh"]
Verdict = Literal["present", "absent", "possible", "family", "historical", "removed"]


class Patient(Frozen):
    """Who the record is about. None means that it is not known, never that it is normal."""

    age_years: float | None = Field(default=None, ge=0, le=130)
    sex: Sex = "unknown"
    pregnant: bool | None = None
    lactating: bool | None = None
    weight_kg: float | None = Field(default=None, gt=0, le=700)
    height_cm: float | None = Field(default=None, gt=0, le=280)


class Correction(Frozen):
    """What a person put right about one stretch of the record: it outranks what was read there.

    `start` and `end` are characters of the case's text (end exclusive). `concept` is the finding as it was read; None
    where nothing was read. `replacement` is the concept that stands there instead, `verdict` what is true of it:
    `family` says that it is a relative's, `removed` that it is no finding at all. None leaves what was read.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    concept: str | None = None
    replacement: str | None = None
    verdict: Verdict | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Correction:
        if self.end <= self.start:
            raise ValueError("a correction stands on at least one character")
        if self.replacement is None and (self.concept is None or self.verdict is None):
            raise ValueError("a correction names what is put right, and how")
        return self


class Override(Frozen):
    """Why a person goes on in spite of a warning that asks for an answer: in their own words, and since when.

    `warning` is the key of the warning (`SafetyItem.key`). One that comes to say something else is another warning, and
    nobody has answered it.
    """

    warning: str = Field(min_length=1)
    reason: str = Field(min_length=1, max_length=300)
    at: datetime


class Case(Frozen):
    """One case as given.

    `text` is the record, to which every span in a result refers (offsets in characters, end exclusive).
    Facts given beside the text (`patient`, `hpo_present`, `medications`, …) outrank what the text says.
    `corrections` are what a person put right in the reading of the text, `overrides` the warnings that they answered.
    `exclude_references` are papers (PMIDs) whose rare-disease annotations must be left out.
    """

    id: str
    text: str = ""
    lang: Language | None = None
    patient: Patient = Patient()
    encounter_date: date | None = None
    region: str | None = None
    setting: Setting | None = None
    hpo_present: tuple[str, ...] = ()
    hpo_excluded: tuple[str, ...] = ()
    medications: tuple[str, ...] = ()
    allergies: tuple[str, ...] = ()
    genotypes: dict[str, str] = Field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    overrides: tuple[Override, ...] = ()
    exclude_references: tuple[str, ...] = ()
