"""Where a passphrase comes from: a file descriptor, the environment (automation), or the terminal."""

from __future__ import annotations

import argparse
import getpass
import os
import sys

from core.system.errors import KnownError


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """The option that verbs with records share."""
    parser.add_argument("--passphrase-fd", type=int, metavar="N", help="read the passphrase from this file descriptor")


def passphrase(options: argparse.Namespace, *, twice: bool = False) -> str:
    """The passphrase; asked for twice where a new one is set at the terminal."""
    if options.passphrase_fd is not None:
        return _from_descriptor(options.passphrase_fd)
    given = os.environ.get("BEDSIDE_PASSPHRASE")
    if given is not None:
        if any("\ud800" <= character <= "\udfff" for character in given):
            raise KnownError("the passphrase in BEDSIDE_PASSPHRASE is not UTF-8: set it anew")
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise KnownError("the records need a passphrase: give --passphrase-fd N or set BEDSIDE_PASSPHRASE")
    try:
        first = getpass.getpass("Passphrase: ")
        again = getpass.getpass("Again: ") if twice else first
    except EOFError:
        raise KnownError("no passphrase was given: nothing was changed") from None
    if again != first:
        raise KnownError("the two passphrases differ: nothing was changed")
    return first


def _from_descriptor(number: int) -> str:
    try:
        with os.fdopen(number, encoding="utf-8") as source:
            return source.readline().rstrip("\r\n")
    except (OSError, ValueError, TypeError, OverflowError):  # one that is too large is a TypeError
        # Not from the error: one about an encoding would hold the passphrase.
        raise KnownError(f"no passphrase could be read from file descriptor {number}: open it for reading") from None
