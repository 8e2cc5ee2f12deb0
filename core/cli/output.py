"""How verbs print: one JSON document, or text for a person."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any


def add_json(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """Every verb takes `--json`."""
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output, nothing else there")
    parser.set_defaults(run=run)


def show(options: argparse.Namespace, document: Any, text: str) -> None:
    """Print the document with `--json`, the text without."""
    if options.json:
        json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print(text)
