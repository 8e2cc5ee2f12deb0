"""`bedside models list|verify`."""

from __future__ import annotations

import argparse

from core.cli.output import add_json, show
from core.models import list_models, verify_models
from core.system.errors import KnownError


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_json(actions.add_parser("list", help="the models known here"), _list)
    add_json(actions.add_parser("verify", help="compare every model file with its checksum"), _verify)


def _list(options: argparse.Namespace) -> int:
    models = list_models()
    lines = [
        f"{m.name}  {m.role}  {m.quantisation}  {m.size_bytes / 1e6:.0f} MB  {m.licence}  {m.status}" for m in models
    ]
    show(
        options,
        [m.model_dump(mode="json") for m in models],
        "\n".join(lines) or "No model: Bedside writes from templates.",
    )
    return 0


def _verify(options: argparse.Namespace) -> int:
    results = verify_models()
    show(
        options,
        [r.model_dump(mode="json") for r in results],
        "\n".join(r.sentence for r in results) or "No model to verify.",
    )
    wrong = sum(not r.ok for r in results)
    if wrong:
        raise KnownError(f"{wrong} of {len(results)} models are not what they should be: put their files back")
    return 0
