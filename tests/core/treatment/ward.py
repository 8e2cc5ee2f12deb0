"""A patient and a small drug knowledge made by hand, so that the checks are tested apart from what the entries say."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import yaml

from core.case.model import Patient
from core.knowledge.base import Knowledge
from core.knowledge.pharmacy import (
    AllergyFile,
    ClassFile,
    ConditionFile,
    DrugFile,
    InteractionFile,
    ProductFile,
    RegimenFile,
)
from core.knowledge.pharmacy_build import write_pharmacy
from core.knowledge.pharmacy_sources import Pharmacy
from core.knowledge.tables import SCHEMA
from core.language.model import Allergies, AllergyItem, Finding, Measurement, Medication, Reading
from core.treatment.circumstances import Circumstances, circumstances

_RULE = "basis: expert-estimate, say: {en: Said of it., zh: 所述。}, do: {en: Do this., zh: 这样做。}"
PHARMACY = f"""
classes:
  - {{id: pressers, names: {{en: [pressers]}}, together: {{severity: moderate, {_RULE}}},
     pregnancy: [{{severity: contraindicated, trimesters: [2, 3], {_RULE}}}], loads: {{potassium-raising: 2}},
     conditions: [{{conditions: [swelling], severity: contraindicated, {_RULE}}}], adverse: ["HP:0012735"]}}
  - {{id: calm-pressers, names: {{en: [calm pressers]}}, parents: [pressers], pregnancy_safe: {{en: Safe., zh: 安全。}}}}
  - {{id: rhythmics, names: {{en: [rhythmics]}}, loads: {{qt: 3}}}}
  - {{id: killers, names: {{en: [killers]}}, loads: {{bleeding: 2}}, allergy: [killers-group]}}
drugs:
  - {{id: presterol, names: {{en: [presterol, presterole], zh: [普雷]}}, brands: [Prestex], classes: [pressers],
     mechanism: {{en: m}}, indications: [{{en: i}}],
     kidney: [{{below: 60, from: 30, severity: moderate, daily_up_to: 10, {_RULE}}}, {{below: 30, severity: major, {_RULE}}}],
     age: [{{under_years: 12, severity: major, {_RULE}}}, {{from_years: 65, severity: moderate, {_RULE}}}],
     ceilings: [{{amount: 20, unit: mg, per: day, basis: expert-estimate}},
                {{amount: 15, unit: mg, per: dose, route: oral, basis: expert-estimate, note: {{en: Note., zh: 注。}}}},
                {{amount: 1, unit: mg, per: day, per_kg: true, ages: child, basis: expert-estimate}}]}}
  - {{id: mildopril, names: {{en: [mildopril], zh: [缓普]}}, classes: [calm-pressers], mechanism: {{en: m}},
     indications: [{{en: i}}], lactation: [{{severity: major, {_RULE}}}],
     liver: [{{grade: any, severity: minor, {_RULE}}}, {{grade: severe, severity: contraindicated, {_RULE}}}]}}
  - {{id: longidone, names: {{en: [longidone], zh: [长酮]}}, classes: [rhythmics], mechanism: {{en: m}}, indications: [{{en: i}}],
     inhibits: {{CYP3A4: strong}}, ceilings: [{{amount: 5, unit: g, per: week, basis: expert-estimate}}]}}
  - {{id: maybidone, names: {{en: [maybidone], zh: [许酮]}}, classes: [rhythmics], loads: {{qt: 2}}, mechanism: {{en: m}}, indications: [{{en: i}}]}}
  - {{id: painol, names: {{en: [painol], zh: [痛醇]}}, brands: [Painex], classes: [killers], mechanism: {{en: m}}, indications: [{{en: i}}],
     substrate: {{CYP3A4: sensitive}}}}
  - {{id: achol, names: {{en: [achol], zh: [阿醇]}}, classes: [killers], mechanism: {{en: m}}, indications: [{{en: i}}], substrate: {{CYP2D6: prodrug}}}}
  - {{id: dropolol, names: {{en: [dropolol], zh: [滴醇]}}, classes: [pressers], local: true, mechanism: {{en: m}}, indications: [{{en: i}}],
     loads: {{heart-slowing: 2}}, conditions: [{{conditions: [swelling], severity: major, {_RULE}}}]}}
products:
  - {{names: [Duopain], contains: [painol, achol]}}
conditions:
  - {{id: swelling, names: {{en: [swelling], zh: [肿胀]}}, findings: ["HP:0100665"]}}
  - {{id: low, names: {{en: [low pressure]}}, acute: true, findings: ["HP:0002615"], diseases: [influenza]}}
  - {{id: long-qt, names: {{en: [long QT], zh: [长QT]}}, findings: ["HP:0001657"]}}
  - {{id: hypokalaemia, names: {{en: [low potassium], zh: [低钾]}}, acute: true, findings: ["HP:0002900"]}}
  - {{id: cirrhosis, names: {{en: [cirrhosis], zh: [肝硬化]}}, findings: ["HP:0001394"]}}
  - {{id: dialysis, names: {{en: [dialysis], zh: [透析]}}, findings: ["BD:dialysis"]}}
groups:
  - {{id: killers-group, names: {{en: [killers], zh: [杀手]}}, words: [killer, painkiller], severity: major, {_RULE}}}
rules:
  - {{id: strong-with-sensitive, left: ["inhibits:CYP3A4>=strong"], right: ["substrate:CYP3A4>=major"], severity: major,
     mechanism: {{en: m}}, {_RULE}}}
  - {{id: qt-two, left: ["load:qt>=2"], right: ["load:qt>=2"], severity: contraindicated, interruptive: false, mechanism: {{en: m}}, {_RULE}}}
  - {{id: worse, left: ["drug:longidone"], right: ["class:killers"], severity: contraindicated, mechanism: {{en: m}}, {_RULE}}}
  - {{id: slow, left: ["load:heart-slowing"], right: ["drug:presterol"], severity: moderate, mechanism: {{en: m}}, {_RULE}}}
regimens:
  - {{disease: influenza, drug: presterol, line: first, dose: 5 mg, route: oral, interval: once daily, basis: expert-estimate,
     when: {{en: when ill, zh: 患病时}}, adjust: {{en: less in the old, zh: 老年减量}}}}
  - {{disease: influenza, drug: mildopril, line: alternative, dose: 2 mg, route: oral, interval: once daily, basis: expert-estimate}}
  - {{disease: influenza, drug: painol, line: adjunct, patients: child, dose: 1 mg/kg, route: oral, interval: once daily, basis: expert-estimate}}
  - {{disease: influenza, drug: achol, line: adjunct, only_with: [low], dose: 1 g, route: iv, interval: once, duration: 1 day, basis: expert-estimate}}
"""


def pharmacy() -> Pharmacy:
    """The handmade drug knowledge."""
    data = yaml.safe_load(PHARMACY)

    def by_id(model: Any, key: str) -> dict[str, Any]:
        return {part.id: part for part in getattr(model.model_validate({key: data[key]}), key)}

    return Pharmacy(
        by_id(DrugFile, "drugs"),
        by_id(ClassFile, "classes"),
        ProductFile(products=data["products"]).products,
        by_id(ConditionFile, "conditions"),
        by_id(AllergyFile, "groups"),
        RegimenFile.model_validate({"regimens": data["regimens"]}).regimens,
        by_id(InteractionFile, "rules"),
        (),
    )


def make_knowledge(folder: Path) -> Knowledge:
    """A knowledge file that holds those drugs and nothing else."""
    path = folder / "knowledge.sqlite"
    db = sqlite3.connect(path)
    with db:
        db.executescript(SCHEMA)
        write_pharmacy(db, pharmacy(), ())
    db.close()
    return Knowledge(path)


def drug(name: str, dose: str | None = None, interval: str | None = None, **more: Any) -> Medication:
    """A drug of the record, known by its own name."""
    return Medication(name=name, drug=more.pop("drug", name.lower()), dose=dose, interval=interval, **more)


def finding(concept: str, **more: Any) -> Finding:
    """A finding of the patient."""
    return Finding(concept=concept, label=concept, **more)


def measured(analyte: str, value: float, unit: str = "") -> Measurement:
    """A value of the patient."""
    return Measurement(analyte=analyte, label=analyte, value=value, unit=unit, given=str(value), start=3, end=9)


def ward(knowledge: Knowledge, *drugs: Medication, **more: Any) -> Circumstances:
    """A patient with these drugs: `patient`, `findings`, `measurements`, `allergies` (substances), `text`, `candidates`."""
    listed = more.get("allergies")
    items = [a if isinstance(a, AllergyItem) else AllergyItem(substance=a) for a in listed or ()]
    reading = Reading(
        language="en",
        patient=Patient(**more.get("patient", {})),
        patient_spans=more.get("patient_spans", {}),
        findings=more.get("findings", ()),
        measurements=more.get("measurements", ()),
        medications=drugs,
        allergies=Allergies(status="listed" if items else more.get("allergy_status", "none-known"), items=tuple(items)),
    )
    return circumstances(reading, knowledge, text=more.get("text", ""), candidates=more.get("candidates"))
