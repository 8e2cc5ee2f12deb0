"""`bedside models show`: the card of one model, what nobody stated included, and what it was measured to do here."""

from __future__ import annotations

import argparse
import textwrap
from typing import Any

from core.cli.models_text import measured, role_of, state_of
from core.cli.output import add_json, show
from core.models import Achieved, ModelInfo, find_model
from core.models.cards import NOT_STATED
from core.models.room import caution, megabytes, memory_words
from core.system.errors import KnownError

_WIDTH = 110
_GROUPS = {
    "details_and_output": "what it is and what it gives",
    "purpose": "purpose",
    "cautioned_out_of_scope_use": "not to be used for",
    "development_and_input": "what it was made from, what it is given",
    "fairness_in_development": "fairness in its making",
    "external_validation": "validated by others",
    "measures_of_performance": "how well it does",
    "maintenance": "maintenance",
    "update_schedule": "updates",
}


def add_show(actions: Any) -> None:
    """Declare the action among those of `bedside models`."""
    parser: argparse.ArgumentParser = actions.add_parser("show", help="the card of one model, and what it does here")
    parser.add_argument("model", metavar="ID")
    add_json(parser, _show)


def _show(options: argparse.Namespace) -> int:
    info = find_model(model=options.model)
    if info is None:
        raise KnownError(f"there is no model “{options.model}”: 'bedside models list' names those there are")
    known = measured(info)
    document = {**info.model_dump(mode="json"), "achieved": known.model_dump(mode="json") if known else None}
    show(options, document, "\n".join(_card(info) + _achieved(known)))
    return 0


def _card(info: ModelInfo) -> list[str]:
    facts = {
        "role": role_of(info),
        "state": state_of(info),
        "badge": info.badge or "known by its checksum",
        "intended use": info.intended_use,
        "limits": "; ".join(info.limits),
        "languages": ", ".join(info.languages),
        "origin": info.origin,
        "licence": info.licence,
        "quantisation": info.quantisation,
        "architecture": info.architecture,
        "most it reads": f"{info.context:,} tokens" if info.context else "",
        "size": megabytes(info.size_bytes) if info.size_bytes else "",
        "memory": memory_words(info),
        "caution": caution(info) or None,
        "SHA-256": info.sha256,
    }
    told = info.attributes.model_dump()
    lines = [f"{info.id}: {info.name}"]
    lines += [_line(name, words or NOT_STATED) for name, words in facts.items() if name != "caution" or words]
    return lines + [_line(words, told[group]) for group, words in _GROUPS.items()]


def _achieved(known: Achieved | None) -> list[str]:
    if known is None:
        return [_line("measured here", "no")]
    lines = [_line("measured here", f"{known.when[:10]}, {known.cases} bundled cases, {known.device}")]
    lines += [_line(lane, f"{result.what}: {result.right} of {result.of}") for lane, result in known.lanes.items()]
    return [*lines, *(f"  {sentence}" for sentence in known.sentences)]


def _line(name: str, words: str) -> str:
    return textwrap.fill(words, _WIDTH, initial_indent=f"  {name}: ", subsequent_indent="    ", break_on_hyphens=False)
