"""`bedside score ID [FILE] [--units si|us]`, `--list`, `--batch IN.jsonl OUT.jsonl`."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from core.case.readers import line_id, parse_object, read_text
from core.cli.cases import read_case
from core.cli.lines import add_jobs, run_lines
from core.cli.near_names import near_names
from core.cli.output import add_json, show
from core.cli.values import plain
from core.knowledge.base import default_knowledge
from core.language import read
from core.scores import CALCULATORS, compute, find
from core.scores.model import ScoreResult, Value
from core.scores.shown_units import in_units
from core.system.errors import KnownError


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    parser.add_argument("id", nargs="?", type=plain, metavar="ID", help="a calculator, by id or any of its names")
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="the note; - or nothing for standard input"
    )
    parser.add_argument(
        "--units", choices=["si", "us"], help="show quantities in these units, else in those of the calculator"
    )
    parser.add_argument("--list", action="store_true", help="the calculators")
    parser.add_argument("--batch", nargs=2, type=Path, metavar=("IN.jsonl", "OUT.jsonl"))
    add_jobs(parser)
    add_json(parser, run)


def run(options: argparse.Namespace) -> int:
    """One of the three forms."""
    if options.batch:
        source, target = options.batch
        return run_lines(options, source, target, _line, options.jobs)
    if options.list:
        listed = [
            {"id": c.id, "names": list(c.names), "purpose": c.purpose, "source": c.source} for c in CALCULATORS.values()
        ]
        show(options, listed, "\n".join(f"{c.id:18} {c.names[0]}: {c.purpose}" for c in CALCULATORS.values()))
        return 0
    if options.id is None:
        raise KnownError("name a calculator, or ask for --list")
    return _one(options)


def _one(options: argparse.Namespace) -> int:
    calculator = find(options.id)
    if calculator is None:
        raise KnownError(f"there is no calculator called {options.id!r}{_near(options.id)}")
    knowledge = default_knowledge()
    case = read_case(options)
    result = compute(calculator, read(case, knowledge), knowledge, text=case.text)
    if options.units:
        result = in_units(result, calculator, knowledge, options.units)
    show(options, result.model_dump(mode="json"), _text(result))
    return 0


def _near(asked: str) -> str:
    """What was meant, where the spelling tells; else where all of them stand."""
    near = near_names(asked, ((c.id, name) for c in CALCULATORS.values() for name in (c.id, c.zh, *c.names)))
    named = ", ".join(f"{key} ({CALCULATORS[key].names[0]})" for key in near)
    return f"; near it: {named}" if near else ": 'bedside score --list' names them"


def _text(result: ScoreResult) -> str:
    value = "not computable" if result.value is None and result.range is None else result.value
    if result.range is not None:
        value = f"{result.range[0]:g} to {result.range[1]:g}"
    known = result.value is not None or result.range is not None
    lines = [" ".join(word for word in (f"{result.name}:", str(value), known and result.unit, result.category) if word)]
    lines += [
        f"  {i.name} = {_plain(i.value)} {i.unit or ''}{' (assumed)' if i.assumed else ''}".rstrip()
        for i in result.inputs
    ]
    if result.missing:
        lines.append(f"  not known: {', '.join(result.missing)}")
    lines += [f"  ! {caution}" for caution in result.cautions]
    return "\n".join([*lines, f"  {result.source}"])


def _plain(value: Value | bool) -> Value | bool | str:
    """A whole number without a point."""
    return f"{value:g}" if isinstance(value, float) else value


def _as_promised(value: Value) -> Value | list[int]:
    """A gestational age as [weeks, days], everything else as it is."""
    weeks = re.fullmatch(r"(\d+)w(\d)d", value) if isinstance(value, str) else None
    return [int(n) for n in weeks.groups()] if weeks else value


def _line(line: str, default_id: str) -> dict[str, Any]:
    data = parse_object(line)
    name, text, question = data.get("calculator"), data.get("text"), data.get("question")
    if not isinstance(name, str) or not isinstance(text, str):
        raise KnownError("a line needs a calculator (an id or name) and a text")
    key = line_id(data, default_id)
    calculator = find(name)
    if calculator is None:
        # A readable request for what this version does not have: answered, without a value, and saying why.
        missing = [f"calculator: {name[:100]} is not in this version"]
        return {
            "id": key,
            "calculator": name,
            "value": None,
            "unit": None,
            "category": None,
            "inputs": [],
            "missing": missing,
            "assumed": [],
        }
    knowledge = default_knowledge()
    case = read_text(text)
    result = compute(
        calculator,
        read(case, knowledge),
        knowledge,
        question=question if isinstance(question, str) else None,
        assume_absent=True,
        text=case.text,
    )
    return {
        "id": key,
        "calculator": calculator.id,
        "value": _as_promised(result.value),
        "unit": result.unit,
        "category": result.category,
        "inputs": [i.model_dump(mode="json") for i in result.inputs],
        "missing": list(result.missing),
        "assumed": [i.name for i in result.inputs if i.assumed],
    }
