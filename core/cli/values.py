"""What the words of a command line may be."""

from __future__ import annotations

import argparse


def at_least_one(word: str) -> int:
    """A whole number from 1 on."""
    try:
        number = int(word)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError("must be a whole number of at least 1")
    return number


def plain(word: str) -> str:
    """A word without the half characters that a terminal in another encoding leaves and that nothing can look up."""
    return word.encode("utf-8", "replace").decode("utf-8")
