"""`bedside batch IN.jsonl OUT.jsonl`."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

from core.assess import assess
from core.case.readers import read_json_line
from core.cli.lines import add_jobs, add_lines, run_lines
from core.cli.output import add_json
from core.cli.values import at_least_one


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    add_lines(parser)
    add_jobs(parser)
    parser.add_argument("--top", type=at_least_one, default=10, metavar="N", help="diseases to list")
    parser.add_argument("--models", action="store_true", help="add prose (one process, slower)")
    add_json(parser, run)


def run(options: argparse.Namespace) -> int:
    """Answer every line."""
    if options.models:
        from core.cli.prose import Prose

        with Prose() as prose:
            work = partial(_line_with_prose, prose, options.top)
            return run_lines(options, options.source, options.target, work, 1)
    return run_lines(options, options.source, options.target, partial(_line, options.top), options.jobs)


def _line(top: int, line: str, default_id: str) -> dict[str, Any]:
    return assess(read_json_line(line, default_id), top=top).to_json()


def _line_with_prose(prose: Any, top: int, line: str, default_id: str) -> dict[str, Any]:
    case = read_json_line(line, default_id)
    return dict(prose.added(case, assess(case, top=top)).to_json())
