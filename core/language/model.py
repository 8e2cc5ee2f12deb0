"""What a record says, once read: findings, measurements, drugs, allergies, each with its span."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from core.case.model import Language, Patient
from core.frozen import Frozen

Assertion = Literal["present", "absent", "possible", "hypothetical", "conditional"]
Experiencer = Literal["patient", "family", "other"]
Temporality = Literal["recent", "historical", "resolved"]


class Finding(Frozen):
    """One thing the record says about somebody.

    `concept` is an HPO id (`HP:…`), one of ours (`BD:…`), or None for a requested span that the vocabulary does not
    know. `start` and `end` are characters of the case's text (end exclusive), None when it did not come from text.
    `value` and `unit` are set when the finding was read off a measurement.
    """

    concept: str | None
    label: str
    label_zh: str | None = None
    assertion: Assertion = "present"
    experiencer: Experiencer = "patient"
    temporality: Temporality = "recent"
    value: float | None = None
    unit: str | None = None
    time: str | None = None
    onset_days: float | None = None  # days before the encounter, where `time` tells
    condition: str | None = None  # what brings it on, as it is written: "on exertion"
    severity: str | None = None
    laterality: str | None = None
    document: str | None = None
    page: int | None = None
    start: int | None = None
    end: int | None = None


class Measurement(Frozen):
    """A number with a meaning. `value` is in the analyte's canonical `unit`; `given` is what the record says.

    `flag` compares with the reference range for this age and sex; None where there is no range to compare with.
    """

    analyte: str
    label: str
    value: float
    unit: str
    given: str
    flag: Literal["low", "normal", "high", "critical-low", "critical-high"] | None = None
    relation: Literal["=", "<", ">"] = "="
    experiencer: Experiencer = "patient"
    temporality: Temporality = "recent"
    time: str | None = None  # the clock time or the date that stands over its column or before its row
    start: int
    end: int


class Medication(Frozen):
    """A drug in the record. `name` is as written; `drug` is the generic name, None when it is not known."""

    name: str
    drug: str | None
    status: Literal["current", "stopped", "planned", "before-admission"] = "current"
    dose: str | None = None
    route: str | None = None
    interval: str | None = None
    start: int | None = None
    end: int | None = None


class Genotype(Frozen):
    """A result of a gene test that the record states of the patient: the gene's symbol (for HLA with the allele) and
    the result as it is written."""

    gene: str
    result: str
    start: int
    end: int


class AllergyItem(Frozen):
    """One substance the patient is said to be allergic to, or (`kind`) only not to tolerate."""

    substance: str
    kind: Literal["allergy", "intolerance"] = "allergy"
    reaction: str | None = None
    start: int | None = None
    end: int | None = None


class Allergies(Frozen):
    """`none-known` is a statement in the record ("NKDA"); `unknown` is its absence."""

    status: Literal["unknown", "none-known", "listed"] = "unknown"
    items: tuple[AllergyItem, ...] = ()


class Conflict(Frozen):
    """What the record says twice, differently."""

    about: str
    spans: tuple[tuple[int, int], ...]


class Event(Frozen):
    """Something that began so many days before the encounter."""

    about: str
    days_before: float
    start: int | None = None
    end: int | None = None


class Section(Frozen):
    """A part of the record. `kind` is one of `core.language.sections.KINDS`; `heading_end` is where its body starts."""

    kind: str
    start: int
    heading_end: int
    end: int


class Reading(Frozen):
    """Everything understood from one case. `patient` joins what was given with what the text says (given wins);
    `patient_spans` tells where in the text each field (`age_years`, `sex`, …) was read."""

    language: Language
    patient: Patient
    patient_spans: dict[str, tuple[int, int]] = Field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    findings: tuple[Finding, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    medications: tuple[Medication, ...] = ()
    allergies: Allergies = Allergies()
    conflicts: tuple[Conflict, ...] = ()
    timeline: tuple[Event, ...] = ()
    genotypes: tuple[Genotype, ...] = ()
