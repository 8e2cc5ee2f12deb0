"""`bedside extract IN.jsonl OUT.jsonl`."""

from __future__ import annotations

import argparse
from typing import Any

from core.case.readers import parse_object, read_json_line
from core.cli.lines import add_jobs, add_lines, run_lines
from core.cli.output import add_json
from core.knowledge.base import default_knowledge
from core.language import extract
from core.system.errors import KnownError


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    add_lines(parser)
    add_jobs(parser)
    add_json(parser, run)


def run(options: argparse.Namespace) -> int:
    """Answer every line."""
    return run_lines(options, options.source, options.target, _line, options.jobs)


def _line(line: str, default_id: str) -> dict[str, Any]:
    case = read_json_line(line, default_id)
    targets = _targets(parse_object(line).get("targets"), len(case.text))
    findings = extract(case, default_knowledge(), targets)
    return {"id": case.id, "findings": [f.model_dump(mode="json") for f in findings]}


def _targets(given: Any, length: int) -> list[tuple[int, int]] | None:
    if given is None:
        return None
    whole = isinstance(given, list) and all(
        isinstance(pair, list)
        and len(pair) == 2
        and all(type(n) is int for n in pair)
        and 0 <= pair[0] < pair[1] <= length
        for pair in given
    )
    if not whole:
        raise KnownError('"targets" must be a list of [start, end] pairs inside the text')
    return [(start, end) for start, end in given]
