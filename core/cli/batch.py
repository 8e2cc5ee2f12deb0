"""`bedside batch IN.jsonl OUT.jsonl`."""

from __future__ import annotations

import argparse
import os
from functools import partial
from pathlib import Path
from typing import Any

from core.assess import assess
from core.case.readers import read_json_line
from core.cli.lines import run_lines
from core.cli.output import add_json


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    parser.add_argument("source", type=Path, metavar="IN.jsonl")
    parser.add_argument("target", type=Path, metavar="OUT.jsonl")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes to use")
    parser.add_argument("--top", type=int, default=10, metavar="N", help="diseases to list")
    parser.add_argument("--models", action="store_true", help="add prose (one process, slower)")
    add_json(parser, run)


def run(options: argparse.Namespace) -> int:
    """Answer every line."""
    if options.models:
        from core.cli.prose import Prose

        with Prose() as prose:
            return run_lines(options.source, options.target, partial(_line_with_prose, prose, options.top), 1)
    return run_lines(options.source, options.target, partial(_line, options.top), options.jobs)


def _line(top: int, line: str, default_id: str) -> dict[str, Any]:
    return assess(read_json_line(line, default_id), top=top).to_json()


def _line_with_prose(prose: Any, top: int, line: str, default_id: str) -> dict[str, Any]:
    case = read_json_line(line, default_id)
    assessment = assess(case, top=top)
    return dict(prose.added(case, assessment).to_json())
