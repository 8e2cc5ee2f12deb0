"""What a plan may bring on: effects of drugs and of procedures, whom they strike, what to check and when.

YAML under `resources/knowledge/drugs`, in `effects` and `procedures`. An effect stands on loads and classes, like an
interaction, so that a drug that is added later is caught by what its entry says of it.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from core.knowledge.pharmacy import Load
from core.knowledge.schema import Entry, FindingId, Phrase, Slug, Sourced

StepKind = Literal["immediate", "test", "drug", "procedure", "monitoring", "referral", "advice"]


class RiskFactor(Entry):
    """What makes a harm likelier in a patient: an age in years, a clearance in mL/min, one of several conditions, or a
    drug that is taken and has the load `taking` clearly."""

    from_years: float | None = Field(default=None, ge=0)
    clearance_below: float | None = Field(default=None, gt=0)
    conditions: tuple[Slug, ...] = ()
    taking: Load | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = (self.from_years, self.clearance_below, self.taking, self.conditions or None)
        if sum(part is not None for part in given) != 1:
            raise ValueError("give one of from_years, clearance_below, conditions and taking")
        return self


class Watched(Sourced):
    """A harm, what makes it likelier, and what to check for it and when."""

    id: Slug
    what: Phrase
    check: Phrase
    when: Phrase
    factors: tuple[RiskFactor, ...] = ()


class EffectRisk(Watched):
    """A dangerous effect of drugs by their `load`, or of the `classes` named.

    `findings` are the adverse reactions that it stands for. Other drugs with the same load count as a factor each.
    A class counts as a load of `weight`.
    """

    load: Load | None = None
    classes: tuple[Slug, ...] = ()
    weight: int = Field(default=2, ge=1, le=3)
    findings: tuple[FindingId, ...] = ()

    @model_validator(mode="after")
    def _of_some_drug(self) -> Self:
        if (self.load is None) == (not self.classes):
            raise ValueError("give a load or classes")
        return self


class ProcedureRisk(Watched):
    """What threatens around a procedure.

    `words` are beginnings of words in a step of one of the `kinds` that name it ("-ectomy": the end of a word).
    `scores` are the calculators that grade it, and `factors` say whom it strikes (none: everybody).
    """

    words: tuple[str, ...] = Field(min_length=1)
    kinds: tuple[StepKind, ...] = ("procedure", "immediate")
    scores: tuple[Slug, ...] = ()


class ComplicationFile(Entry):
    """A file of `drugs/complications`: the Chinese of what disease entries name as complications, by the English."""

    words: dict[str, str] = Field(default_factory=dict)


class EffectFile(Entry):
    """A file of `drugs/effects`."""

    effects: tuple[EffectRisk, ...] = ()


class ProcedureFile(Entry):
    """A file of `drugs/procedures`."""

    procedures: tuple[ProcedureRisk, ...] = ()
