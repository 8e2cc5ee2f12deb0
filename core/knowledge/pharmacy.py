"""What the drug knowledge may say of a drug, a class of drugs and a product.

YAML under `resources/knowledge/drugs`. A drug inherits the facts of its classes; what it says itself outranks them.
Every number and rule names its basis, as everywhere in the knowledge base.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from core.knowledge.pharmacy_rules import (
    AgeRule,
    Ceiling,
    ConditionRule,
    CountedRule,
    DrugRule,
    KidneyRule,
    LiverRule,
    LowDose,
    PregnancyRule,
)
from core.knowledge.schema import Entry, FindingId, Names, Phrase, Slug

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
]  # fmt: skip  # fmt: skip
Strength = Literal["strong", "moderate", "weak"]
Share = Literal["sensitive", "major", "minor", "prodrug"]


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


class DrugFile(Entry):
    """A file of `drugs/entries`."""

    drugs: tuple[Drug, ...] = ()


class ClassFile(Entry):
    """A file of `drugs/classes`."""

    classes: tuple[DrugClass, ...] = ()


class ProductFile(Entry):
    """A file of `drugs/products`."""

    products: tuple[Product, ...] = ()
