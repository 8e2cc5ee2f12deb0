"""`bedside check FILE`: the drug checks alone."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.case.readers.genotypes import read_genotype_file
from core.cli.cases import add_case, read_case
from core.cli.output import add_json, show
from core.cli.treatment_text import TreatmentText
from core.knowledge.base import default_knowledge
from core.language import read
from core.language.genotypes import joined_genotypes
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
    drugs = ", ".join(m.drug or m.name for m in reading.medications) or "none found"
    parts = ([f"Drugs read: {drugs}"], text.warnings(safety, checks), text.checks(checks), [_CLOSING])
    show(options, document, "\n\n".join("\n".join(part) for part in parts if part))
    return 0
