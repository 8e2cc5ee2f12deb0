"""`bedside analyse FILE`."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case, Language
from core.cli.assessment_text import assessment_text
from core.cli.cases import add_case, read_case
from core.cli.output import add_json, show
from core.cli.passphrase import add_passphrase, passphrase
from core.system.errors import KnownError
from core.system.folders import home


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    add_case(parser)
    parser.add_argument("--pdf", type=Path, metavar="OUT.pdf", help="write the report")
    parser.add_argument("--store", action="store_true", help="keep case and assessment in the encrypted records")
    parser.add_argument("--lang", choices=["en", "zh"], help="language of prose, PDF and messages")
    parser.add_argument("--no-models", action="store_true", help="the knowledge lane alone")
    parser.add_argument("--top", type=int, default=10, metavar="N", help="diseases to list")
    add_passphrase(parser)
    add_json(parser, run)


def run(options: argparse.Namespace) -> int:
    """Read, assess, write prose, store, report, print."""
    case = read_case(options)
    # Whatever can go wrong with the records is found out before the work, not after it.
    word = passphrase(options) if options.store else None
    assessment = assess(case, top=options.top)
    if not options.no_models:
        from core.cli.prose import Prose

        with Prose(options.lang) as prose:
            assessment = prose.added(case, assessment)
    lang = options.lang or assessment.lang
    notes = []
    if word is not None:
        notes.append(_store(case, assessment, word))
    if options.pdf:
        notes.append(_report(case, assessment, options.pdf, lang))
    show(options, assessment.to_json(), "\n".join([assessment_text(assessment, lang), *notes]))
    return 0


def _store(case: Case, assessment: Assessment, word: str) -> str:
    from core.records import Records, summary_of

    with Records.open(home() / "records", word) as records:
        key = records.save_case(case)
        records.save_assessment(key, assessment.model_dump_json(by_alias=True), summary_of(assessment))
    return f"Stored as {key}."


def _report(case: Case, assessment: Assessment, target: Path, lang: Language) -> str:
    from core.reports import write_pdf

    try:
        write_pdf(case, assessment, target, lang)
    except OSError as error:
        raise KnownError(f"the report cannot be written to {target.name}: {error.strerror}") from error
    return f"Report written to {target}."
