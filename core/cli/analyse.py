"""`bedside analyse FILE`."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case, Language
from core.cli.assessment_text import assessment_text
from core.cli.cases import add_case, read_case
from core.cli.output import add_json, show
from core.cli.passphrase import add_passphrase, passphrase
from core.cli.targets import checked_target
from core.cli.values import at_least_one
from core.narrative import KINDS
from core.system.errors import KnownError
from core.system.folders import home

if TYPE_CHECKING:
    from core.records import Records


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    add_case(parser)
    parser.add_argument("--pdf", type=Path, metavar="OUT.pdf", help="write the report")
    parser.add_argument("--store", action="store_true", help="keep case and assessment in the encrypted records")
    parser.add_argument("--lang", choices=["en", "zh"], help="language of prose, PDF and messages")
    parser.add_argument("--prose", choices=KINDS, metavar="KIND", help=f"one of {', '.join(KINDS)} (summary)")
    parser.add_argument("--no-models", action="store_true", help="the knowledge lane alone")
    parser.add_argument("--second-opinion", action="store_true", help="ask a model too, if it has earned that here")
    parser.add_argument("--top", type=at_least_one, default=10, metavar="N", help="diseases to list")
    add_passphrase(parser)
    add_json(parser, run)


def run(options: argparse.Namespace) -> int:
    """Read, assess, write prose, store, report, print."""
    case = read_case(options)
    with ExitStack() as stack:
        # Whatever can go wrong with the report's place and the records is found out before the work, not after it.
        target = checked_target(options.pdf, _sources(options)) if options.pdf else None
        records = stack.enter_context(_records(options)) if options.store else None
        assessment = assess(case, top=options.top)
        # Prose that was asked for by its kind is written without a model too: by the template.
        if options.prose or not options.no_models:
            from core.cli.prose import Prose

            with Prose(options.lang, options.prose or "summary", models=not options.no_models) as prose:
                assessment = prose.added(case, assessment)
        lang: Language = options.lang or assessment.lang
        notes: list[str] = []
        document = assessment.to_json()
        if options.second_opinion:
            from core.cli.second_opinion import asked, told

            opinion = asked(case, assessment, models=not options.no_models)
            document["second_opinion"] = opinion.model_dump(mode="json")
            notes += told(opinion, lang)
        failure: KnownError | None = None
        try:
            if records is not None:
                notes.append(_store(case, assessment, records, lang))
            if target is not None:
                notes.append(_report(case, assessment, target, lang))
        except KnownError as error:
            failure = error  # what went wrong in keeping the answer must not cost the answer
    show(options, document, "\n".join([assessment_text(assessment, lang), *notes]))
    if failure is not None:
        raise failure
    return 0


def _sources(options: argparse.Namespace) -> list[Path]:
    return [] if options.file == "-" else [Path(options.file)]


def _records(options: argparse.Namespace) -> Records:
    from core.records import Records

    return Records.open(home() / "records", passphrase(options))


def _store(case: Case, assessment: Assessment, records: Records, lang: Language) -> str:
    from core.records import summary_of

    key = records.save_case(case)
    records.save_assessment(key, assessment.model_dump_json(by_alias=True), summary_of(assessment))
    return f"已保存，编号 {key}。" if lang == "zh" else f"Stored as {key}."


def _report(case: Case, assessment: Assessment, target: Path, lang: Language) -> str:
    from core.reports import write_pdf

    try:
        write_pdf(case, assessment, target, lang)
    except OSError as error:
        raise KnownError(f"the report cannot be written to {target.name}: {error.strerror}") from error
    return f"报告已写入 {target}。" if lang == "zh" else f"Report written to {target}."
