"""The `bedside` command. Each verb is a file of its own with `add(subparsers)`; this one only puts them together."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from typing import NoReturn

from core import __version__
from core.system.errors import KnownError
from core.system.network import forbid_network

# A verb's module is imported only when it is the one asked for, so that no verb pays for another's libraries.
VERBS = {
    "analyse": "one case → assessment, optionally PDF and encrypted record",
    "batch": "many cases, one JSON object a line",
    "score": "one calculator, or a batch of them",
    "extract": "text → findings only",
    "check": "drug-safety checks alone",
    "knowledge": "look into the knowledge base",
    "models": "the models on this machine",
    "records": "the encrypted records",
    "library": "questions answered from given passages",
    "doctor": "what this machine can do",
}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing the usage over it."""

    def error(self, message: str) -> NoReturn:
        raise KnownError(f"{message}: see '{self.prog} --help'")


def main(arguments: list[str] | None = None) -> int:
    """Run one verb. 0: done; 2: the world's fault, said in one sentence on standard error."""
    forbid_network()
    given = sys.argv[1:] if arguments is None else arguments
    try:
        return _run(given)
    except KnownError as error:
        print(f"bedside: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("bedside: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader went away (`| head`); a second error at exit would only hide that this is fine.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(given: list[str]) -> int:
    parser = _Parser(
        prog="bedside", description="Offline clinical decision support. Options, not orders: the clinician decides."
    )
    parser.add_argument("--version", action="version", version=f"bedside {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser)
    asked = next((word for word in given if not word.startswith("-")), None)
    for verb, summary in VERBS.items():
        sub = verbs.add_parser(verb, help=summary, description=summary)
        if verb == asked:
            importlib.import_module(f"core.cli.{verb}").add(sub)
    options = parser.parse_args(given)
    if options.verb is None:
        parser.print_help()
        return 0
    run = options.run
    return int(run(options))
