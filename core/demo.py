"""The demonstration: one bundled case, end to end, with the embedded model, an encrypted record and a PDF."""

from __future__ import annotations

import argparse
import secrets
import sys
import time
from pathlib import Path

from core.assess import assess
from core.case.readers import read_file
from core.cli.assessment_text import assessment_text
from core.cli.prose import Prose
from core.records import Records, summary_of
from core.reports import write_pdf
from core.system.errors import KnownError
from core.system.folders import resources
from core.system.network import forbid_network


def main(arguments: list[str] | None = None) -> int:
    """Run it and print where everything is."""
    parser = argparse.ArgumentParser(description="Walk one case through all of Bedside.")
    parser.add_argument("--out", type=Path, required=True, help="a folder for the record and the report")
    options = parser.parse_args(arguments)
    forbid_network()
    try:
        _walk(options.out)
    except OSError as error:
        print(f"bedside: the demonstration cannot write its files: {error.strerror}", file=sys.stderr)
        return 2
    except KnownError as error:
        print(f"bedside: {error}", file=sys.stderr)
        return 2
    return 0


def _walk(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    source = resources() / "examples" / "chest-pain.txt"
    case = read_file(source)
    print(f"--- The record ({source.name})\n{case.text.strip()}\n", flush=True)
    assessment = assess(case)
    lane = sum(assessment.provenance.timings_ms.values())
    print(f"--- Assessment (knowledge lane: {lane:.0f} ms)", flush=True)
    begun = time.monotonic()
    with Prose() as prose:
        assessment = prose.added(case, assessment)
    print(assessment_text(assessment, assessment.lang))
    used = (
        ", ".join(f"{m.name} {m.quantisation} on {m.device}" for m in assessment.provenance.models)
        or "no model; the template wrote"
    )
    print(f"--- Prose in {time.monotonic() - begun:.1f} s ({used})")
    # A fresh folder each time: the demonstration never touches the clinic's own records.
    folder = out / f"records-{secrets.token_hex(4)}"
    word = secrets.token_urlsafe(12)
    records, recovery_key = Records.create(folder, word)
    with records:
        key = records.save_case(case)
        records.save_assessment(key, assessment.model_dump_json(by_alias=True), summary_of(assessment))
    with Records.open(folder, word) as reopened:
        stored = reopened.load_assessment(key)
    report = out / "report.pdf"
    write_pdf(case, assessment, report, assessment.lang)
    print(f"--- Stored encrypted and read back: {stored is not None}")
    print(f"Record    {folder}\n          (passphrase {word}, recovery key {recovery_key})")
    print(f"Report    {report}")


if __name__ == "__main__":
    sys.exit(main())
