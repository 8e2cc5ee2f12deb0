"""Writes the drug knowledge into the compiled file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from core.knowledge.drugs import DrugName
from core.knowledge.formulary import Formulary
from core.knowledge.pharmacy_sources import Pharmacy

SCHEMA = """
-- Every way to write a drug, and the name it is known by here.
CREATE TABLE drug_name (variant TEXT PRIMARY KEY, drug TEXT NOT NULL, brand INTEGER NOT NULL) WITHOUT ROWID;
-- Our drugs by that name: the entry, its facts with those of its classes, and all its classes, as JSON.
CREATE TABLE drug (
    name TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, entry TEXT NOT NULL, facts TEXT NOT NULL, classes TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE drug_class (id TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE product (name TEXT PRIMARY KEY, contains TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE condition (id TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE allergy_group (id TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE effect_risk (id TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE complication (en TEXT PRIMARY KEY, zh TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE procedure_risk (id TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE regimen (disease TEXT NOT NULL, position INTEGER NOT NULL, entry TEXT NOT NULL);
CREATE INDEX regimen_disease ON regimen (disease);
CREATE TABLE interaction (id TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
-- Which drugs stand on which side (0 left, 1 right) of an interaction.
CREATE TABLE interaction_side (
    drug TEXT NOT NULL, rule TEXT NOT NULL, side INTEGER NOT NULL, PRIMARY KEY (drug, rule, side)
) WITHOUT ROWID;
"""


def write_pharmacy(db: sqlite3.Connection, pharmacy: Pharmacy, published: Iterable[DrugName]) -> None:
    """Write the drug tables; `published` are the names of the drug dictionary, which ours outrank."""
    db.executescript(SCHEMA)
    _names(db, pharmacy, published)
    formulary = Formulary(pharmacy)
    name_of = {drug.id: drug.names.en[0] for drug in pharmacy.drugs.values()}
    for drug in pharmacy.drugs.values():
        facts, classes = formulary.facts(drug), formulary.classes(drug)
        row = (name_of[drug.id], drug.id, drug.model_dump_json(by_alias=True), facts.model_dump_json(by_alias=True))
        db.execute("INSERT INTO drug VALUES (?, ?, ?, ?, ?)", (*row, json.dumps(classes)))
    for table, entries in (
        ("drug_class", pharmacy.classes),
        ("condition", pharmacy.conditions),
        ("allergy_group", pharmacy.allergies),
        ("effect_risk", pharmacy.effects),
        ("procedure_risk", pharmacy.procedures),
    ):
        rows = [(e.id, e.model_dump_json(by_alias=True)) for e in entries.values()]
        db.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608
    db.executemany("INSERT INTO complication VALUES (?, ?)", pharmacy.complications.items())
    for product in pharmacy.products:
        contains = json.dumps([name_of[drug] for drug in product.contains])
        db.executemany("INSERT INTO product VALUES (?, ?)", ((name.lower(), contains) for name in product.names))
    db.executemany(
        "INSERT INTO regimen VALUES (?, ?, ?)",
        ((r.disease, place, r.model_dump_json()) for place, r in enumerate(pharmacy.regimens)),
    )
    for rule in pharmacy.interactions.values():
        db.execute("INSERT INTO interaction VALUES (?, ?)", (rule.id, rule.model_dump_json()))
        sides = ((formulary.meant(rule.left), 0), (formulary.meant(rule.right), 1))
        standing = ((name_of[drug], rule.id, side) for drugs, side in sides for drug in drugs)
        db.executemany("INSERT INTO interaction_side VALUES (?, ?, ?)", standing)


def _names(db: sqlite3.Connection, pharmacy: Pharmacy, published: Iterable[DrugName]) -> None:
    ours: dict[str, str] = {}
    for drug in pharmacy.drugs.values():
        shown = drug.names.en[0]
        for name in (*drug.names.en, *drug.names.zh, *drug.brands):
            ours[name.lower()] = shown
            brand = name in drug.brands
            db.execute("INSERT OR IGNORE INTO drug_name VALUES (?, ?, ?)", (name.lower(), shown, brand))
    for entry in published:
        if entry.drug.lower().startswith("cytochrome"):
            continue  # a gene in the dictionary of drugs: "CYP2C19 poor metaboliser" is no prescription
        # The dictionary's own name for a drug may be one of our other names for it.
        row = (entry.variant, ours.get(entry.drug.lower(), entry.drug), entry.brand)
        db.execute("INSERT OR IGNORE INTO drug_name VALUES (?, ?, ?)", row)
