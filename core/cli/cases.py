"""Reading the one case that a verb is about."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.case.model import Case
from core.case.readers import read_bytes, read_file


def add_case(parser: argparse.ArgumentParser) -> None:
    """The positional argument that names the case."""
    parser.add_argument("file", metavar="FILE", help="the record; - for standard input")


def read_case(options: argparse.Namespace) -> Case:
    """The case from the file or from standard input."""
    if options.file == "-":
        return read_bytes(sys.stdin.buffer.read(), "standard input")
    return read_file(Path(options.file))
