"""What the drug knowledge may say: drugs, their classes, conditions, regimens and interactions.

YAML under `resources/knowledge/drugs`. A drug inherits the facts of its classes; what it says itself outranks them.
Every number and rule names its basis, as everywhere in the knowledge base.
"""

from __future__ import annotations

from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from core.knowledge.schema import Entry, FindingId, Names, Phrase, Slug, Sourced

Severity = Literal["contraindicated", "major", "moderate", "minor", "information"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # gravest first
ActionClass = Literal["avoid", "alternative", "reduce", "increase", "monitor"]

Load = Literal[
    "anticholinergic",
    "sedative",
    "respiratory-depressant",
    "serotonergic",
    "bleeding",
    "qt",
    "nephrotoxic",
    "hepatotoxic",
    "ototoxic",
    "myelosuppressive",
    "potassium-raising",
    "potassium-lowering",
    "sodium-lowering",
    "glucose-lowering",
    "glucose-raising",
    "pressure-lowering",
    "pressure-raising",
    "heart-slowing",
    "seizure-threshold",
    "muscle-weakening",
    "immunosuppressive",
    "neuropathic",
    "folate-blocking",
    "photosensitising",
    "dopamine-blocking",
]
Enzyme = Literal[
    "CYP1A2", "CYP2B6", "CYP2C8", "CYP2C9", "CYP2C19", "CYP2D6", "CYP3A4", "UGT1A1", "UGT1A4", "P-gp", "BCRP",
    "OATP1B1", "OAT", "OCT2", "MAO-A", "MAO-B", "xanthine-oxidase", "DPD", "TPMT",
]  # fmt: skip
Strength = Literal["strong", "moderate", "weak"]
Share = Literal["sensitive", "major", "minor", "prodrug"]


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
    """Holds where the record (or a likely diagnosis) names one of the conditions of `drugs/conditions.yaml`."""

    conditions: tuple[Slug, ...] = Field(min_length=1)


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


class Facts(Entry):
    """What holds of a class and of a drug alike.

    `loads` grade an effect that adds up (1 slight, 2 clear, 3 strong; for `qt`: 3 known to cause torsades, 2 possible,
    1 only under conditions); 0 takes back what a class says. `allergy` are groups with true cross-reactivity;
    `adverse` are findings that the drug commonly or typically causes.
    """

    loads: dict[Load, Literal[0, 1, 2, 3]] = Field(default_factory=dict)
    inhibits: dict[Enzyme, Strength] = Field(default_factory=dict)
    induces: dict[Enzyme, Strength] = Field(default_factory=dict)
    substrate: dict[Enzyme, Share] = Field(default_factory=dict)
    kidney: tuple[KidneyRule, ...] = ()
    liver: tuple[LiverRule, ...] = ()
    pregnancy: tuple[PregnancyRule, ...] = ()
    pregnancy_safe: Phrase | None = None
    lactation: tuple[DrugRule, ...] = ()
    lactation_safe: Phrase | None = None
    age: tuple[AgeRule, ...] = ()
    conditions: tuple[ConditionRule, ...] = ()
    allergy: tuple[Slug, ...] = ()
    adverse: tuple[FindingId, ...] = ()
    monitoring: tuple[Phrase, ...] = ()


class DrugClass(Facts):
    """A class of drugs, with what holds of all its members. `together` warns of two of them in one patient."""

    id: Slug
    names: Names
    parents: tuple[Slug, ...] = ()
    together: DrugRule | None = None


class SecondCheck(Entry):
    """How the doses of an entry were checked a second time; `by: none` is shown as it is."""

    by: Literal["none", "search", "second-reader", "package"] = "none"
    note: str | None = None


class Drug(Facts):
    """One substance. `id` is its United States adopted name as a slug, `names.en[0]` that name in lower case; the
    other names, `names.zh` and `brands` are how people write it. `atc` are its ATC codes where they are certain."""

    id: Slug
    names: Names
    brands: tuple[str, ...] = ()
    atc: tuple[str, ...] = ()
    classes: tuple[Slug, ...] = Field(min_length=1)
    mechanism: Phrase
    indications: tuple[Phrase, ...] = Field(min_length=1)
    ceilings: tuple[Ceiling, ...] = ()
    counted: tuple[CountedRule, ...] = ()
    low_dose: LowDose | None = None
    local: bool = False  # acts where it is put (drops, creams): no systemic warning
    second_check: SecondCheck = SecondCheck()


class Product(Entry):
    """A name that stands for several drugs: "co-amoxiclav", "Percocet"."""

    names: tuple[str, ...] = Field(min_length=1)
    contains: tuple[Slug, ...] = Field(min_length=2)


class Measured(Entry):
    """A value of an analyte, in the unit that the reading gives it, from or below a bound."""

    analyte: str
    from_: float | None = Field(default=None, alias="from")
    below: float | None = None

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if (self.from_ is None) == (self.below is None):
            raise ValueError("give from or below")
        return self


class Condition(Entry):
    """A state of the patient that rules refer to: present when one of its findings is, or one of its `diseases` is
    likely. An `acute` one counts only while it lasts; any other also when it is told of the past. Where the record says
    one of `unless_said` beside the finding, it is another thing (a valve that is not mechanical). A value of the record
    can make it present as well (`measured`), or other conditions together: one of each group in `all_of`. `needs` is a
    disease whose rescue is offered with it whatever else is likely: who has a potassium of 7.8 is given calcium."""

    id: Slug
    names: Names
    acute: bool = False
    findings: tuple[FindingId, ...] = ()
    diseases: tuple[Slug, ...] = ()
    unless_said: tuple[str, ...] = ()
    measured: Measured | None = None
    all_of: tuple[tuple[Slug, ...], ...] = ()
    needs: Slug | None = None


class AllergyGroup(Entry):
    """Substances that cross-react. `words` are how a record calls the group ("penicillin", "sulfa")."""

    id: Slug
    names: Names
    words: tuple[str, ...] = Field(min_length=1)
    severity: Severity
    say: Phrase
    do: Phrase | None = None
    basis: Literal["published", "guideline", "derived", "expert-estimate"]
    source: str | None = None


class Regimen(Sourced):
    """A drug for a disease: how much, by which way, how often, how long. `when` says in which case, and
    `only_with` are conditions of the patient without which it is not offered. `parts` are the other drugs of a
    combination product (tazobactam beside piperacillin); the dose is that of `drug`.

    `line` orders the options; an alternative comes up where a first choice falls away, or the drug that it stands
    `instead_of`. `despite` names what usually speaks against the drug and does not in this disease
    (doxycycline in a child with Rocky Mountain spotted fever): it is then said, and the option stays. `rescue` marks
    what saves a life here and has no equal: nothing short of a contraindication or an allergy takes it away.
    `not_with` are conditions of the patient in which it is not the choice in this disease; `replaces` are classes whose
    members it takes the place of, so that their interaction is a caution only; `ends_pregnancy` says that the child is
    lost or the pregnancy is what is treated, so that harm to it is no reason.

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
    ends_pregnancy: bool = False
    most: str | None = None
    weight_up_to: float | None = Field(default=None, gt=0)
    adjust: Phrase | None = None
    monitor: Phrase | None = None
    second_check: SecondCheck = SecondCheck()


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


class DrugFile(Entry):
    """A file of `drugs/entries`."""

    drugs: tuple[Drug, ...] = ()


class ClassFile(Entry):
    """A file of `drugs/classes`."""

    classes: tuple[DrugClass, ...] = ()


class ProductFile(Entry):
    """A file of `drugs/products`."""

    products: tuple[Product, ...] = ()


class ConditionFile(Entry):
    """`drugs/conditions.yaml`."""

    conditions: tuple[Condition, ...] = ()


class AllergyFile(Entry):
    """`drugs/allergies.yaml`."""

    groups: tuple[AllergyGroup, ...] = ()


class RegimenFile(Entry):
    """A file of `drugs/regimens`."""

    regimens: tuple[Regimen, ...] = ()


class InteractionFile(Entry):
    """A file of `drugs/interactions`."""

    rules: tuple[InteractionRule, ...] = ()
