"""`bedside check FILE`: the drug checks alone."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from core.assess import overdue_packs
from core.case.readers.genotypes import read_genotype_file
from core.cli.cases import add_case, read_case
from core.cli.output import add_json, show
from core.cli.treatment_text import TreatmentText
from core.knowledge.base import default_knowledge
from core.language import read
from core.language.genotypes import joined_genotypes
from core.language.model import Reading
from core.system.clock import today_here
from core.treatment.circumstances import circumstances
from core.treatment.safety import check_drugs

_CLOSING = (
    "What no check speaks of is not thereby safe for this patient; the clinician decides. Conditions that only the "
    "ranking of diagnoses would tell are not weighed here: bedside analyse does."
)


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    add_case(parser)
    parser.add_argument(
        "--genotypes",
        metavar="FILE",
        type=Path,
        help="gene results beside the record: a PharmCAT report (JSON), or lines of gene and result",
    )
    add_json(parser, run)


def run(options: argparse.Namespace) -> int:
    """Read the drugs and check them; say what was checked and what was not."""
    case = read_case(options)
    knowledge = default_knowledge()
    reading = read(case, knowledge)
    given = {**case.genotypes, **(read_genotype_file(options.genotypes) if options.genotypes else {})}
    genotypes = joined_genotypes(given, reading.genotypes)
    checks, safety = check_drugs(circumstances(reading, knowledge, text=case.text, genotypes=genotypes))
    document = {
        "id": case.id,
        "medications": [m.model_dump(mode="json") for m in reading.medications],
        "allergies": reading.allergies.model_dump(mode="json"),
        "genotypes": genotypes,
        "checks": [c.model_dump(mode="json") for c in checks],
        "safety": [s.model_dump(mode="json") for s in safety],
    }
    text = TreatmentText(chinese=False)
    parts = (
        _was_read(reading, genotypes),
        text.overdue(overdue_packs(knowledge.packs, today_here())),
        text.warnings(safety, checks, every=True),
        text.checks(checks),
        text.looked_at(checks),
        [_CLOSING],
    )
    show(options, document, "\n\n".join("\n".join(part) for part in parts if part))
    return 0


def _was_read(reading: Reading, genotypes: Mapping[str, str]) -> list[str]:
    """What the checks rest on, so that a misreading shows."""
    drugs = [
        " ".join(
            filter(None, (m.drug or m.name, m.dose, m.route, m.interval, "" if m.status == "current" else m.status))
        )
        for m in reading.medications
    ]
    allergies = [
        f"{item.substance} ({item.reaction})" if item.reaction else item.substance for item in reading.allergies.items
    ]
    said = {"unknown": "the record says nothing", "none-known": "none known"}.get(reading.allergies.status, "")
    lines = [f"Drugs read: {', '.join(drugs) or 'none found'}", f"Allergies read: {', '.join(allergies) or said}"]
    if genotypes:
        lines.append(
            f"Gene results read: {', '.join(f'{gene} {result}' for gene, result in sorted(genotypes.items()))}"
        )
    return lines
