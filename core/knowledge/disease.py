"""What a disease entry may say."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from core.knowledge.schema import (
    Entry,
    FindingId,
    Harm,
    Icd10,
    Names,
    Phrase,
    Probability,
    Ratio,
    Slug,
    Sourced,
    Urgency,
)


class Weight(Sourced):
    """How a finding speaks for a disease: sensitivity (with specificity where known), or both likelihood ratios.

    `group` names a set of findings that carry one idea, so that together they count at most the group's cap.
    `weaker_in` lists modifiers (ids of findings, or `age-over-75`, `age-under-5`) in which presence or absence says
    less: the weight is halved there.
    """

    id: FindingId
    sensitivity: Probability | None = None
    specificity: Probability | None = None
    lr_present: Ratio | None = None
    lr_absent: Ratio | None = None
    group: Slug | None = None
    weaker_in: tuple[str, ...] = ()
    note: str | None = None

    @model_validator(mode="after")
    def _one_way_of_saying(self) -> Self:
        ratios = self.lr_present is not None or self.lr_absent is not None
        if ratios == (self.sensitivity is not None):
            raise ValueError(
                f"{self.id}: give sensitivity (and specificity), or likelihood ratios, not both or neither"
            )
        if self.specificity is not None and self.sensitivity is None:
            raise ValueError(f"{self.id}: specificity needs sensitivity")
        if (
            self.lr_present is not None
            and self.lr_absent is not None
            and (self.lr_present >= 1) != (self.lr_absent <= 1)
        ):
            raise ValueError(f"{self.id}: lr_present and lr_absent point the same way")
        return self


class Group(Entry):
    """Findings that carry one idea count together at most `cap_log10` (base-10 log likelihood ratio)."""

    id: Slug
    cap_log10: Annotated[float, Field(gt=0, le=3)]


class Combination(Sourced):
    """Findings that together say more than one by one; all must be present."""

    findings: tuple[FindingId, ...] = Field(min_length=2)
    lr_present: Ratio


class NextStep(Entry):
    """What to ask, examine or test next in this disease; `procedure` is an id from procedures.yaml."""

    procedure: Slug
    when: Phrase | None = None
    first: bool = False


class Management(Sourced):
    """A step of first-line management, in words, without doses (doses belong to the drug knowledge)."""

    do: Phrase
    kind: Literal["immediate", "test", "drug", "procedure", "monitoring", "referral", "advice"]
    when: Phrase | None = None


class Tempo(Entry):
    """How it begins and how long it has usually lasted when seen."""

    onset: tuple[Literal["sudden", "hours", "days", "weeks", "months", "years"], ...] = Field(min_length=1)
    typical: Phrase | None = None


Region = Literal[
    "sub-saharan-africa",
    "north-africa-and-middle-east",
    "south-asia",
    "southeast-asia",
    "east-asia",
    "europe",
    "north-america",
    "latin-america",
    "oceania",
]


class Season(Sourced):
    """The months of the northern hemisphere in which the disease is `factor` times as common as in the others."""

    months: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(min_length=1, max_length=11)
    factor: Annotated[float, Field(gt=1, le=20)]


class Endemic(Sourced):
    """Where the disease is at home; elsewhere its base rate is `factor_elsewhere` of that."""

    regions: tuple[Region, ...] = Field(min_length=1)
    factor_elsewhere: Annotated[float, Field(gt=0, lt=1)]


class Review(Entry):
    """Who looked at the entry; shown to the user as it is."""

    author: Literal["machine", "clinician"]
    second_reader: Literal["machine", "clinician", "none"]
    clinician: str
    due: date


class Disease(Entry):
    """One disease entry. The base rates stand in `shares.csv`, one table for all diseases.

    `opened_by` are findings any of which, when present, make a dangerous disease worth naming as not excluded;
    `excluded_by` says in words what excludes it; `closed_by` are findings whose explicit presence in the record (a
    negative test, say) takes it off the cannot-miss list.
    """

    id: Slug
    names: Names
    summary: Phrase
    icd10cm: tuple[Icd10, ...] = Field(min_length=1)
    department: tuple[Slug, ...] = Field(min_length=1)
    urgency: Urgency
    harm_if_missed: Harm
    tempo: Tempo
    findings: tuple[Weight, ...] = Field(min_length=15)
    groups: tuple[Group, ...] = ()
    combinations: tuple[Combination, ...] = ()
    red_flags: tuple[FindingId, ...] = ()
    opened_by: tuple[FindingId, ...] = ()
    excluded_by: tuple[Phrase, ...] = ()
    closed_by: tuple[FindingId, ...] = ()
    mimics: tuple[Slug, ...] = Field(min_length=1)
    leads_to: tuple[Slug, ...] = ()  # diseases of the base that this one causes: both may be true at once
    season: Season | None = None
    endemic: Endemic | None = None
    complications: tuple[str, ...] = ()
    next: tuple[NextStep, ...] = Field(min_length=2)
    management: tuple[Management, ...] = Field(min_length=2)
    advice: tuple[Phrase, ...] = Field(min_length=1)
    review: Review

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        ids = [w.id for w in self.findings]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"findings listed twice: {', '.join(twice)}")
        groups = {g.id for g in self.groups}
        loose = sorted({w.group for w in self.findings if w.group and w.group not in groups})
        if loose:
            raise ValueError(f"groups used but not defined: {', '.join(loose)}")
        if self.harm_if_missed in ("high", "fatal") and not self.excluded_by:
            raise ValueError("a dangerous disease needs excluded_by: what would exclude it")
        if self.harm_if_missed == "fatal" and not self.opened_by:
            raise ValueError("a fatal disease needs opened_by: what leaves it open")
        return self
