"""Read-only access to the drug knowledge of the compiled file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from core.knowledge.pharmacy import Drug, DrugClass, Facts
from core.knowledge.pharmacy_patient import AllergyGroup, Condition
from core.knowledge.pharmacy_regimens import Regimen
from core.knowledge.pharmacy_risks import EffectRisk, ProcedureRisk
from core.knowledge.pharmacy_rules import InteractionRule


class KnownDrug(NamedTuple):
    """A drug with its entry, its facts (its own joined with its classes') and its classes, nearest first."""

    name: str
    entry: Drug
    facts: Facts
    classes: tuple[str, ...]


class Meeting(NamedTuple):
    """Two drugs that an interaction rule speaks of, by name."""

    rule: InteractionRule
    left: str
    right: str


class DrugBase:
    """The drugs by the name that `Knowledge.drug` gives."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[str, KnownDrug | None] = {}
        self._rules: dict[str, InteractionRule] = {}

    def get(self, name: str) -> KnownDrug | None:
        """What is known of a drug, or None where there is no entry."""
        if name not in self._known:
            row = self._db.execute("SELECT entry, facts, classes FROM drug WHERE name = ?", (name,)).fetchone()
            self._known[name] = row and KnownDrug(
                name,
                Drug.model_validate_json(row[0]),
                Facts.model_validate_json(row[1]),
                tuple(json.loads(row[2])),
            )
        return self._known[name]

    def names(self) -> list[str]:
        """The names of all drugs with an entry."""
        return [row[0] for row in self._db.execute("SELECT name FROM drug ORDER BY name")]

    def name_of(self, key: str) -> str:
        """The name of the drug with an entry's id. Raises KeyError for an id that is none."""
        row = self._db.execute("SELECT name FROM drug WHERE id = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return str(row[0])

    def spellings(self) -> list[tuple[str, str]]:
        """Every way to write every drug, with the drug's name; brands after names."""
        return list(self._db.execute("SELECT variant, drug FROM drug_name ORDER BY brand, variant"))

    def own_names(self) -> list[str]:
        """Every English name and brand of the drugs with an entry, and of our products, as they are written."""
        parts = ("$.names.en", "$.brands")
        named = " UNION ".join(["SELECT value FROM drug, json_each(drug.entry, ?)"] * len(parts))
        return [str(row[0]) for row in self._db.execute(f"{named} UNION SELECT name FROM product", parts)]  # noqa: S608

    def products(self) -> list[str]:
        """The names of all combination products."""
        return [row[0] for row in self._db.execute("SELECT name FROM product")]

    def product(self, name: str) -> tuple[str, ...]:
        """The drugs in a combination product; empty where the name is none."""
        row = self._db.execute("SELECT contains FROM product WHERE name = ?", (name.lower(),)).fetchone()
        return tuple(json.loads(row[0])) if row else ()

    @cached_property
    def classes(self) -> dict[str, DrugClass]:
        """All classes by id."""
        rows = self._db.execute("SELECT id, entry FROM drug_class")
        return {key: DrugClass.model_validate_json(entry) for key, entry in rows}

    @cached_property
    def conditions(self) -> dict[str, Condition]:
        """All conditions by id."""
        rows = self._db.execute("SELECT id, entry FROM condition")
        return {key: Condition.model_validate_json(entry) for key, entry in rows}

    @cached_property
    def allergy_groups(self) -> dict[str, AllergyGroup]:
        """All groups of cross-reacting substances by id."""
        rows = self._db.execute("SELECT id, entry FROM allergy_group")
        return {key: AllergyGroup.model_validate_json(entry) for key, entry in rows}

    @cached_property
    def effect_risks(self) -> tuple[EffectRisk, ...]:
        """The dangerous effects of drugs."""
        rows = self._db.execute("SELECT entry FROM effect_risk ORDER BY id")
        return tuple(EffectRisk.model_validate_json(row[0]) for row in rows)

    @cached_property
    def procedure_risks(self) -> tuple[ProcedureRisk, ...]:
        """What threatens around procedures."""
        rows = self._db.execute("SELECT entry FROM procedure_risk ORDER BY id")
        return tuple(ProcedureRisk.model_validate_json(row[0]) for row in rows)

    def complication(self, en: str) -> str | None:
        """The Chinese of a complication that a disease entry names, where it was put down."""
        row = self._db.execute("SELECT zh FROM complication WHERE en = ?", (en,)).fetchone()
        return str(row[0]) if row else None

    def regimens(self, disease: str) -> tuple[Regimen, ...]:
        """The drug options of a disease, in the order of their file."""
        rows = self._db.execute("SELECT entry FROM regimen WHERE disease = ? ORDER BY position", (disease,))
        return tuple(Regimen.model_validate_json(row[0]) for row in rows)

    def interactions(self, drugs: Sequence[str]) -> list[Meeting]:
        """Every rule that speaks of two different drugs among these."""
        marks = ",".join("?" * len(drugs))
        rows = self._db.execute(
            f"SELECT drug, rule, side FROM interaction_side WHERE drug IN ({marks}) ORDER BY rule, drug",  # noqa: S608
            tuple(drugs),
        )
        sides: dict[str, tuple[set[str], set[str]]] = {}
        for drug, rule, side in rows:
            sides.setdefault(rule, (set(), set()))[side].add(drug)
        return [
            Meeting(self._rule(rule), *pair)
            for rule, (left, right) in sides.items()
            if left and right
            for pair in sorted({tuple(sorted((a, b))) for a in left for b in right if a != b})
        ]

    def _rule(self, key: str) -> InteractionRule:
        if key not in self._rules:
            row = self._db.execute("SELECT entry FROM interaction WHERE id = ?", (key,)).fetchone()
            self._rules[key] = InteractionRule.model_validate_json(row[0])
        return self._rules[key]
