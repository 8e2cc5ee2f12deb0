"""`bedside doctor`: what this machine can do, and what it cannot."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import Any

from core import __version__
from core.assess import overdue_packs
from core.cli.models_text import role_of, state_of
from core.cli.output import add_json, show
from core.knowledge.base import default_knowledge
from core.models import MachineReport, list_models, machine_report
from core.system.clock import today_here
from core.system.errors import KnownError
from core.system.folders import home


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    add_json(parser, run)


def run(options: argparse.Namespace) -> int:
    """Report; a part that is missing is a line of the report, not a failure."""
    machine = machine_report()
    models = list_models()
    knowledge, overdue, trouble = _knowledge()
    records = _records()
    document = {
        "app": __version__,
        "home": str(home()),
        "machine": machine.model_dump(mode="json"),
        "models": [m.model_dump(mode="json") for m in models],
        "knowledge": knowledge,
        "knowledge_overdue": overdue,
        "knowledge_problem": trouble,
        "records": records,
    }
    lines = [f"Bedside {__version__}, data in {home()}", *_machine_lines(machine), "Knowledge:"]
    lines += [f"  {name} {p['version']}, to be reviewed by {p['review_by']}" for name, p in knowledge.items()]
    lines += [f"  PAST ITS REVIEW DATE: {name}" for name in overdue] + ([f"  {trouble}"] if trouble else [])
    lines += ["Models:"] + (
        [f"  {m.id} ({m.quantisation}, {role_of(m)}): {state_of(m)}" for m in models] or ["  none: templates write"]
    )
    lines += [f"Records: {records['sentence']}"]
    show(options, document, "\n".join(lines))
    return 0


def _machine_lines(machine: MachineReport) -> list[str]:
    total = machine.memory.total_bytes
    memory = f"{total / 2**30:.0f} GiB" if total else "memory unknown"
    lines = [
        f"Processor: {machine.processor.name}, {machine.processor.cores} cores, {memory}",
        f"  features: {', '.join(machine.processor.features) or 'none that kernels are written for'}",
        machine.sentence,
    ]
    if machine.runtime is not None:
        lines.append(f"  devices: {', '.join(machine.runtime.devices) or 'the processor alone'}")
    if machine.isolation is not None:
        lines.append(f"The model process has: {'; '.join(machine.isolation.had) or 'no isolation'}")
        lines += [f"  could not be had: {missing}" for missing in machine.isolation.missing]
    return lines


def _knowledge() -> tuple[dict[str, dict[str, str]], list[str], str | None]:
    try:
        base = default_knowledge()
    except KnownError as error:
        return {}, [], str(error)
    packs = {name: {"version": p.version, "review_by": p.review_by} for name, p in base.packs.items()}
    return packs, overdue_packs(base.packs, today_here()), None


def _records() -> dict[str, Any]:
    cipher = _cipher_version()
    made = (home() / "records").is_dir()
    if cipher is None:
        sentence = "SQLCipher is missing here: records cannot be kept"
    else:
        sentence = f"SQLCipher {cipher}; " + (
            "there is a database" if made else "no database yet ('bedside records init' makes one)"
        )
    return {"cipher_version": cipher, "exists": made, "sentence": sentence}


def _cipher_version() -> str | None:
    try:
        import sqlcipher3.dbapi2 as sqlcipher
    except ImportError:
        return None
    with closing(sqlcipher.connect(":memory:")) as database:
        version = database.execute("PRAGMA cipher_version").fetchone()
    return str(version[0]) if version else None
