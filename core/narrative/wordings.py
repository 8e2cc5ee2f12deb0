"""Ways of saying one thing, so that a retelling in other words is known for what it is.

They stand in `resources/narrative/wordings.yaml`, a line for each thing.
"""

from __future__ import annotations

from functools import lru_cache

import yaml

from core.knowledge.words import stem
from core.system.folders import resources


def word_key(word: str) -> str:
    """A word in the form in which it is compared.

    >>> word_key("Fractures") == word_key("fracture")
    True
    """
    lower = word.lower().rstrip(".")
    if lower.endswith("ly") and len(lower) > 5:
        lower = lower[:-2]  # "suddenly" says what "sudden" does
    return stem(lower) or word.lower()


@lru_cache(maxsize=1)
def wordings() -> dict[tuple[str, ...], tuple[str, ...]]:
    """From the words of a wording, compared as `word_key` has them, to the words of the first on its line."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    text = (resources() / "narrative" / "wordings.yaml").read_text(encoding="utf-8")
    for line in yaml.load(text, Loader=yaml.CSafeLoader)["same"]:
        ways = [tuple(word_key(w) for w in way.replace("-", " ").split()) for way in line]
        for way in ways:
            found.setdefault(way, ways[0])
    return found
