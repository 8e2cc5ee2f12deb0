"""What a warning of the drug knowledge may say: how grave it is, and when it holds."""

from __future__ import annotations

from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from core.knowledge.schema import Entry, Phrase, Slug, Sourced

Severity = Literal["contraindicated", "major", "moderate", "minor", "information"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # gravest first
ActionClass = Literal["avoid", "alternative", "reduce", "increase", "monitor"]


class DrugRule(Sourced):
    """A warning: how grave, what is said, and what to do instead or besides."""

    severity: Severity
    say: Phrase
    do: Phrase | None = None
    action_class: ActionClass | None = None


class AdjustedRule(DrugRule):
    """A warning that asks for a lower dose. `daily_up_to` (in `unit`, per kilogram where `per_kg`) is the daily amount
    that is right there: a prescription at or below it is not warned of."""

    daily_up_to: float | None = Field(default=None, gt=0)
    per_kg: bool = False
    unit: Literal["mg", "mcg", "g", "units", "mmol"] = "mg"


class KidneyRule(AdjustedRule):
    """Holds below a creatinine clearance in mL/min (Cockcroft-Gault, or the eGFR where no weight is known). `route` is
    the way that the rule is for; where nobody says the way, it holds."""

    below: float = Field(gt=0, le=120)
    from_: float = Field(default=0, ge=0, alias="from")
    route: Literal["any", "oral", "parenteral"] = "any"


class TooLow(DrugRule):
    """Holds where the reduced dose is given although nothing asks for it: in a patient with one of `conditions`, with
    kidneys that clear at least `clearance_from` mL/min and no strong inhibitor of CYP3A4."""

    conditions: tuple[Slug, ...] = Field(min_length=1)
    clearance_from: float = Field(gt=0)


class CountedRule(DrugRule):
    """Holds where at least `at_least` of its criteria are met, and more than `daily_up_to` mg a day is given; `too_low`
    where fewer are met, and no more than that is given.

    Weight in kg, creatinine in µmol/L. `unless` are conditions that mean another indication, with a dose of its own.
    """

    at_least: int = Field(ge=1)
    from_years: float | None = None
    weight_up_to: float | None = None
    creatinine_from: float | None = None
    daily_up_to: float = Field(gt=0)
    unless: tuple[Slug, ...] = ()
    too_low: TooLow | None = None


class LiverRule(AdjustedRule):
    """Holds from a grade of liver disease on: `any`, `moderate` (Child-Pugh B) or `severe` (Child-Pugh C, failure)."""

    grade: Literal["any", "moderate", "severe"]


class PregnancyRule(DrugRule):
    """Holds in these trimesters; in all when the trimester is not known."""

    trimesters: tuple[Literal[1, 2, 3], ...] = (1, 2, 3)


class AgeRule(DrugRule):
    """Holds below or from an age in years; `criteria` tells the list it stands on (Beers, …), named in `source`."""

    under_years: float | None = Field(default=None, gt=0)
    from_years: float | None = Field(default=None, ge=18)

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if (self.under_years is None) == (self.from_years is None):
            raise ValueError("give under_years or from_years")
        return self


class LowDose(Sourced):
    """Up to `daily_up_to` mg a day the limits of age do not hold (doxepin for sleep)."""

    daily_up_to: float = Field(gt=0)


class ConditionRule(DrugRule):
    """Holds where the record (or a likely diagnosis) names one of the conditions of `drugs/conditions.yaml`, unless a
    drug of one of the classes in `unless_taken` is taken beside it."""

    conditions: tuple[Slug, ...] = Field(min_length=1)
    unless_taken: tuple[Slug, ...] = ()


class Ceiling(Sourced):
    """The most that is given: `amount` `unit` per dose, day or week, by `route`; per kilogram where `per_kg`, per
    square metre of body surface where `per_m2`."""

    amount: float = Field(gt=0)
    unit: Literal["mg", "mcg", "g", "units", "mmol", "ml"]
    per: Literal["dose", "day", "week"]
    route: Literal["any", "oral", "parenteral", "inhaled", "topical"] = "any"
    per_kg: bool = False
    per_m2: bool = False
    ages: Literal["adult", "child", "any"] = "adult"
    severity: Severity = "major"
    note: Phrase | None = None


class InteractionRule(DrugRule):
    """Two kinds of drugs that harm together. A side is a list of selectors, any of which matches a drug:

    `drug:warfarin`, `class:nitrates`, `load:serotonergic>=2`, `inhibits:CYP3A4>=strong`, `induces:CYP3A4>=moderate`,
    `substrate:CYP3A4>=sensitive` (sensitive > major > minor; `prodrug` by itself).
    """

    id: Slug
    left: tuple[str, ...] = Field(min_length=1)
    right: tuple[str, ...] = Field(min_length=1)
    mechanism: Phrase
    interruptive: bool | None = None  # by default exactly the contraindicated ones


class InteractionFile(Entry):
    """A file of `drugs/interactions`."""

    rules: tuple[InteractionRule, ...] = ()
