"""How verbs speak: one JSON document or text for a person on standard output, everything else on standard error."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from typing import Any

from core.system.errors import KnownError

_STEERING = re.compile(r"[\x7f-\x9f]")  # controls that JSON need not escape and a terminal obeys


def add_json(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """Every verb takes `--json`."""
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output, nothing else there")
    parser.set_defaults(run=run)


def show(options: argparse.Namespace, document: Any, text: str) -> None:
    """Print the document with `--json`, the text without."""
    written = _STEERING.sub(_escaped, json.dumps(document, ensure_ascii=False, indent=1)) if options.json else text
    try:
        print(written, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise KnownError(f"the result cannot be written to standard output: {error.strerror}") from error


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def say(message: str) -> None:
    """One line on standard error. Where there is none, nothing: `print` would put it among the results."""
    if sys.stderr is not None:
        print(message, file=sys.stderr, flush=True)
