"""Reading the one case that a verb is about."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.case.model import Case
from core.case.readers import MAX_FILE, read_bytes, read_file
from core.system.errors import KnownError


def add_case(parser: argparse.ArgumentParser) -> None:
    """The positional argument that names the case."""
    parser.add_argument("file", metavar="FILE", help="the record; - for standard input")


def read_case(options: argparse.Namespace) -> Case:
    """The case from the file or from standard input."""
    if options.file != "-":
        return read_file(Path(options.file))
    if sys.stdin is None:
        raise KnownError("there is no standard input to read from: name a file")
    try:
        data = sys.stdin.buffer.read(MAX_FILE + 1)
    except OSError as error:
        raise KnownError(f"standard input cannot be read: {error.strerror}") from error
    return read_bytes(data, "standard input")
