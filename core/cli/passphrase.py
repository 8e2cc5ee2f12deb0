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
        try:
            with os.fdopen(options.passphrase_fd, encoding="utf-8") as source:
                return source.readline().rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise KnownError(f"no passphrase could be read from file descriptor {options.passphrase_fd}") from error
    given = os.environ.get("BEDSIDE_PASSPHRASE")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise KnownError("the records need a passphrase: give --passphrase-fd N or set BEDSIDE_PASSPHRASE")
    first = getpass.getpass("Passphrase: ")
    if twice and getpass.getpass("Again: ") != first:
        raise KnownError("the two passphrases differ: nothing was changed")
    return first
