"""A patient and a small drug knowledge made by hand, so that the checks are tested apart from what the entries say."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import yaml

from core.case.model import Patient
from core.knowledge.base import Knowledge
from core.knowledge.pgx_build import SCHEMA as PGX_SCHEMA
from core.knowledge.pharmacy import ClassFile, DrugFile, ProductFile
from core.knowledge.pharmacy_build import write_pharmacy
from core.knowledge.pharmacy_patient import AllergyFile, ConditionFile
from core.knowledge.pharmacy_regimens import RegimenFile
from core.knowledge.pharmacy_risks import ComplicationFile, EffectFile, ProcedureFile
from core.knowledge.pharmacy_rules import InteractionFile
from core.knowledge.pharmacy_sources import Pharmacy
from core.knowledge.tables import SCHEMA
from core.language.model import Allergies, AllergyItem, Finding, Measurement, Medication, Reading
from core.treatment.circumstances import Circumstances, circumstances


def pharmacy() -> Pharmacy:
    """The handmade drug knowledge."""
    data = yaml.safe_load((Path(__file__).parent / "pharmacy.yaml").read_text(encoding="utf-8"))

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
        by_id(EffectFile, "effects"),
        by_id(ProcedureFile, "procedures"),
        ComplicationFile(words=data["complications"]).words,
        (),
    )


def make_knowledge(folder: Path) -> Knowledge:
    """A knowledge file that holds those drugs and nothing else."""
    path = folder / "knowledge.sqlite"
    db = sqlite3.connect(path)
    with db:
        db.executescript(SCHEMA)
        write_pharmacy(db, pharmacy(), ())
        db.executescript(PGX_SCHEMA)
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
    """A patient with these drugs, and `patient`, `findings`, `measurements`, `allergies`, `text`, `candidates`."""
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
