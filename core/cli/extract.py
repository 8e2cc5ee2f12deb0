"""`bedside extract IN.jsonl OUT.jsonl`."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

from core.case.readers import read_json_line
from core.cli.lines import json_object, run_lines
from core.cli.output import add_json
from core.knowledge.base import default_knowledge
from core.language import extract
from core.system.errors import KnownError


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    parser.add_argument("source", type=Path, metavar="IN.jsonl")
    parser.add_argument("target", type=Path, metavar="OUT.jsonl")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes to use")
    add_json(parser, run)


def run(options: argparse.Namespace) -> int:
    """Answer every line."""
    return run_lines(options.source, options.target, _line, options.jobs)


def _line(line: str, default_id: str) -> dict[str, Any]:
    data = json_object(line)
    targets = _targets(data.pop("targets", None), data.get("text"))
    case = read_json_line(json.dumps(data, ensure_ascii=False), default_id)
    findings = extract(case, default_knowledge(), targets)
    return {"id": case.id, "findings": [f.model_dump(mode="json") for f in findings]}


def _targets(given: Any, text: Any) -> list[tuple[int, int]] | None:
    if given is None:
        return None
    length = len(text) if isinstance(text, str) else 0
    whole = isinstance(given, list) and all(
        isinstance(pair, list)
        and len(pair) == 2
        and all(type(n) is int for n in pair)
        and 0 <= pair[0] < pair[1] <= length
        for pair in given
    )
    if not whole:
        raise KnownError("targets must be a list of [start, end] pairs inside the text")
    return [(start, end) for start, end in given]
