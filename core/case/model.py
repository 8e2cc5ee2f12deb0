"""The case: what was handed to Bedside, before anything was understood."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from core.frozen import Frozen

Sex = Literal["female", "male", "unknown"]
Setting = Literal["primary-care", "emergency", "ward", "rare-disease-clinic"]
Language = Literal["en", "zh"]


class Patient(Frozen):
    """Who the record is about. None means that it is not known, never that it is normal."""

    age_years: float | None = Field(default=None, ge=0, le=130)
    sex: Sex = "unknown"
    pregnant: bool | None = None
    lactating: bool | None = None
    weight_kg: float | None = Field(default=None, gt=0, le=700)
    height_cm: float | None = Field(default=None, gt=0, le=280)


class Case(Frozen):
    """One case as given.

    `text` is the record, to which every span in a result refers (offsets in characters, end exclusive).
    Facts given beside the text (`patient`, `hpo_present`, `medications`, …) outrank what the text says.
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
    exclude_references: tuple[str, ...] = ()
