"""`bedside records init|list|show|export`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from core.cli.output import add_json, show
from core.cli.passphrase import add_passphrase, passphrase
from core.cli.targets import checked_target
from core.cli.values import plain
from core.records import CaseSummary, Records
from core.system.atomic import write_atomically
from core.system.errors import KnownError
from core.system.folders import home


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    init = actions.add_parser("init", help="make the encrypted database; prints the recovery key once")
    listing = actions.add_parser("list", help="the cases, newest first")
    listing.add_argument("--search", type=plain, help="words of the title or the leading diagnosis")
    one = actions.add_parser("show", help="one case with its latest assessment")
    export = actions.add_parser("export", help="one case with everything about it, as a JSON file")
    for sub in (one, export):
        sub.add_argument("id", type=plain, metavar="ID")
    export.add_argument("target", type=Path, metavar="OUT.json")
    for sub, run in ((init, _init), (listing, _list), (one, _show), (export, _export)):
        add_passphrase(sub)
        add_json(sub, run)


_PAGE = 1000


def _folder() -> Path:
    return home() / "records"


def _init(options: argparse.Namespace) -> int:
    records, recovery_key = Records.create(_folder(), passphrase(options, twice=True))
    records.close()
    text = (
        f"The records are ready in {_folder()}.\n"
        f"Recovery key (shown this once; write it down and keep it apart from this machine):\n  {recovery_key}"
    )
    show(options, {"folder": str(_folder()), "recovery_key": recovery_key}, text)
    return 0


def _list(options: argparse.Namespace) -> int:
    with Records.open(_folder(), passphrase(options)) as records:
        cases = _all(records, options.search)
    lines = [
        f"{c.id}  {c.changed_at:%Y-%m-%d %H:%M}  {c.triage_level or '-':10}  {c.top_name or '-':35}  {c.title}"
        for c in cases
    ]
    show(
        options,
        [c.model_dump(mode="json") for c in cases],
        "\n".join(lines) or ("No case matches." if options.search else "No case yet."),
    )
    return 0


def _all(records: Records, search: str | None) -> list[CaseSummary]:
    found: list[CaseSummary] = []
    while page := records.list_cases(search=search, limit=_PAGE, offset=len(found)):
        found += page
    return found


def _show(options: argparse.Namespace) -> int:
    with Records.open(_folder(), passphrase(options)) as records:
        case = records.load_case(options.id)
        latest = records.load_assessment(options.id)
    document = {"case": case.model_dump(mode="json"), "assessment": json.loads(latest) if latest else None}
    text = case.text
    if latest:
        from core.assessment import Assessment
        from core.cli.assessment_text import assessment_text

        assessment = Assessment.model_validate_json(latest)
        text += "\n\n" + assessment_text(assessment, assessment.lang)
    show(options, document, text)
    return 0


def _export(options: argparse.Namespace) -> int:
    target = checked_target(options.target)
    with Records.open(_folder(), passphrase(options)) as records:
        document = records.export_case(options.id)
    try:
        write_atomically(target, (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())
    except OSError as error:
        raise KnownError(f"the export cannot be written to {options.target.name}: {error.strerror}") from error
    show(
        options,
        {"id": options.id, "file": str(options.target)},
        f"Written to {options.target}; the file is not encrypted.",
    )
    return 0
