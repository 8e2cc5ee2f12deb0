"""`bedside check FILE`: the drug checks alone."""

from __future__ import annotations

import argparse

from core.cli.cases import add_case, read_case
from core.cli.output import add_json, show
from core.knowledge.base import default_knowledge
from core.language import read
from core.treatment.checks import checks


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    add_case(parser)
    add_json(parser, run)


def run(options: argparse.Namespace) -> int:
    """Read the drugs, and say which checks were made on them."""
    case = read_case(options)
    reading = read(case, default_knowledge())
    made = checks(reading)
    document = {
        "id": case.id,
        "medications": [m.model_dump(mode="json") for m in reading.medications],
        "allergies": reading.allergies.model_dump(mode="json"),
        "checks": [c.model_dump(mode="json") for c in made],
        "safety": [],
    }
    drugs = ", ".join(m.drug or m.name for m in reading.medications) or "none found"
    kinds = ", ".join(c.kind for c in made if c.status == "not-performed")
    lines = (
        f"Drugs read: {drugs}",
        f"NOT CHECKED in this version: {kinds}.",
        "Nothing here says that these drugs are safe for this patient.",
    )
    show(options, document, "\n".join(lines))
    return 0
