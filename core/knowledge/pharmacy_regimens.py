"""What a regimen may say: a drug for a disease, and when it is the choice."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from core.knowledge.pharmacy import SecondCheck
from core.knowledge.schema import Entry, Phrase, Slug, Sourced


class Regimen(Sourced):
    """A drug for a disease: how much, by which way, how often, how long. `when` says in which case, and
    `only_with` are conditions of the patient without which it is not offered. `parts` are the other drugs of a
    combination product (tazobactam beside piperacillin); the dose is that of `drug`.

    `line` orders the options; an alternative comes up where a first choice falls away, or the drug that it stands
    `instead_of`. `despite` names what usually speaks against the drug and does not in this disease
    (doxycycline in a child with Rocky Mountain spotted fever): it is then said, and the option stays. `rescue` marks
    what saves a life here and has no equal: nothing short of a contraindication or an allergy takes it away.
    `not_with` are conditions of the patient in which it is not the choice in this disease; `replaces` are classes whose
    members it takes the place of, so that their interaction is a caution only, and `beside` classes whose members it is
    meant to be given with (fibrinolysis with aspirin); `ends_pregnancy` says that the child is lost or the pregnancy is
    what is treated, so that harm to it is no reason.

    It is not the choice, where the record tells it, below `from_years` or `from_kg`, below a clearance of
    `clearance_from` mL/min, or in a pregnancy in one of `not_in_trimesters`.

    Of a dose by weight, `most` is the most that is given each time ("4 g"), and `weight_up_to` the weight in kg that
    counts at most.
    """

    disease: Slug
    drug: Slug
    parts: tuple[Slug, ...] = ()
    line: Literal["first", "alternative", "adjunct"]
    instead_of: Slug | None = None
    dose: str
    route: str
    interval: str
    duration: str | None = None
    patients: Literal["adult", "child", "pregnant", "any"] = "adult"
    when: Phrase | None = None
    only_with: tuple[Slug, ...] = ()
    despite: tuple[Literal["age", "pregnancy"], ...] = ()
    rescue: bool = False
    not_with: tuple[Slug, ...] = ()
    replaces: tuple[Slug, ...] = ()
    beside: tuple[Slug, ...] = ()
    from_years: float | None = Field(default=None, gt=0)
    from_kg: float | None = Field(default=None, gt=0)
    clearance_from: float | None = Field(default=None, gt=0)
    not_in_trimesters: tuple[Literal[1, 2, 3], ...] = ()
    ends_pregnancy: bool = False
    most: str | None = None
    weight_up_to: float | None = Field(default=None, gt=0)
    adjust: Phrase | None = None
    monitor: Phrase | None = None
    second_check: SecondCheck = SecondCheck()


class RegimenFile(Entry):
    """A file of `drugs/regimens`."""

    regimens: tuple[Regimen, ...] = ()
