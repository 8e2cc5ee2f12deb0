"""What the engine answers: the parts of an Assessment that diagnosis fills."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from core.frozen import Frozen
from core.knowledge.schema import Harm, Urgency

Band = Literal["very likely", "likely", "possible", "unlikely"]
Spans = tuple[tuple[int, int], ...]


class Evidence(Frozen):
    """One bar of the explanation. `weight` is a base-10 log likelihood ratio; `spans` are where the record says it;
    `state` tells whether the finding's presence or absence weighs (the label of an absent one says "no …")."""

    concept: str
    label: str
    label_zh: str | None = None
    state: Literal["present", "absent", "unknown"] = "present"
    weight: float
    basis: str
    source: str
    spans: Spans = ()


class RankedDisease(Frozen):
    """One line of the differential. `probability` is the chance that this is a correct diagnosis of the problem.

    `id` is the entry's; `name` is that of a member of its family where the record supports one (papillary carcinoma of
    thyroid cancer), and `names` go on to the family's.

    The waterfall is `prior_log10`, every weight of `for` and `against`, and `unmentioned_log10` (expected symptoms on
    which the record is silent, and bars too short to show): their sum is `total_log10`, the log odds."""

    rank: int
    id: str
    name: str
    name_zh: str | None = None
    names: tuple[str, ...]
    icd10cm: tuple[str, ...]
    omim: tuple[str, ...] = ()
    orpha: tuple[str, ...] = ()
    probability: float
    band: Band
    lane: Literal["common", "rare"]
    prior_log10: float
    unmentioned_log10: float = 0.0
    total_log10: float | None = None  # None in a record stored before version 0.2
    supporting: tuple[Evidence, ...] = Field(serialization_alias="for", validation_alias="for")
    against: tuple[Evidence, ...]
    missing: tuple[Evidence, ...]


class Together(Frozen):
    """Two diseases that are likelier to be there together than either alone. `only_first` and `only_second` name the
    findings that only the one explains."""

    ids: tuple[str, str]
    names: tuple[str, str]
    names_zh: tuple[str | None, str | None]
    probability: float
    only_first: tuple[Evidence, ...]
    only_second: tuple[Evidence, ...]


class CannotMiss(Frozen):
    """A dangerous condition that the record does not exclude. `rank` is its place in the whole ranking."""

    id: str
    name: str
    name_zh: str | None = None
    why_open: Spans
    excluded_by: tuple[str, ...]
    excluded_by_zh: tuple[str, ...] = ()
    rank: int | None


class Separating(Frozen):
    """A finding that would tell the leading candidates apart."""

    concept: str
    label: str
    label_zh: str | None = None
    between: tuple[str, ...]


class Abstention(Frozen):
    """Why Bedside does not commit itself, and what would help."""

    reason: str
    reason_zh: str | None = None
    separating: tuple[Separating, ...]


class NextStep(Frozen):
    """What to ask, examine or test next. `information_bits` is the expected loss of uncertainty about the ranking."""

    kind: Literal["question", "examination", "test"]
    label: str
    label_zh: str | None = None
    urgency: Urgency
    information_bits: float
    harm_if_missed: Harm
    would_change: str
    would_change_zh: str | None = None


class TriageReason(Frozen):
    """One reason for a level, with its place in the record where it has one."""

    text: str
    text_zh: str | None = None
    spans: Spans = ()


class DepartmentShare(Frozen):
    """A department and how much of the probability belongs to it."""

    name: str
    name_zh: str | None = None
    share: float


class Triage(Frozen):
    """How soon and where. `reasons` are plain sentences; `grounds` are the same with their spans."""

    level: Urgency | None
    reasons: tuple[str, ...]
    grounds: tuple[TriageReason, ...]
    departments: tuple[DepartmentShare, ...]


class Diagnosis(Frozen):
    """All that the engine says about one reading. `unlisted` is the chance of a disease that the base lacks; `asked`
    holds diseases that were asked about by id, whatever their rank, with every finding that is still open."""

    differential: tuple[RankedDisease, ...]
    asked: tuple[RankedDisease, ...] = ()
    together: tuple[Together, ...] = ()
    cannot_miss: tuple[CannotMiss, ...]
    abstained: Abstention | None
    next_steps: tuple[NextStep, ...]
    triage: Triage
    unlisted: float
