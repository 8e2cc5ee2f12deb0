"""`bedside library answer IN.jsonl OUT.jsonl`."""

from __future__ import annotations

import argparse
from typing import Any

from core.case.readers import line_id, parse_object
from core.cli.lines import add_lines, run_lines
from core.cli.output import add_json
from core.literature.answer import answer
from core.system.errors import KnownError


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    many = actions.add_parser("answer", help="yes, no or maybe from given passages, with the sentences it rests on")
    add_lines(many)
    add_json(many, run)


def run(options: argparse.Namespace) -> int:
    """Answer every line."""
    return run_lines(options, options.source, options.target, _line, 1)


def _line(line: str, default_id: str) -> dict[str, Any]:
    data = parse_object(line)
    question, contexts = data.get("question"), data.get("contexts")
    if not isinstance(question, str) or not isinstance(contexts, list) or not all(isinstance(c, str) for c in contexts):
        raise KnownError("a line needs a question (text) and contexts (a list of texts)")
    found = answer(question, contexts)
    return {
        "id": line_id(data, default_id),
        "answer": found.verdict,
        "supporting": [list(place) for place in found.supporting],
    }
