"""Where a sentence holds the phrases that the rules speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from core.language.en.rules import RULES, Rule

_SEGMENT_ENDS = frozenset(";,.")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_WILD = {
    "~w": lambda word: word[0].isalpha(),
    "~ing": lambda word: len(word) > 4 and word.endswith("ing"),
    "~year": lambda word: _YEAR.match(word) is not None,
}
_Index = dict[str, list[tuple[tuple[str, ...], list[Rule]]]]


@lru_cache(maxsize=1)
def _index() -> _Index:
    """Phrases by their first token, longest first; one phrase may stand in several rules."""
    by_phrase: dict[tuple[str, ...], list[Rule]] = {}
    for rule in RULES:
        for phrase in rule.phrases:
            by_phrase.setdefault(tuple(_tokens(phrase)), []).append(rule)
    found: _Index = {}
    for tokens, kinds in by_phrase.items():
        found.setdefault(tokens[0], []).append((tokens, kinds))
    for phrases in found.values():
        phrases.sort(key=lambda p: -len(p[0]))
    return found


def _tokens(phrase: str) -> list[str]:
    return [t for part in phrase.split(" ") for t in (["(", part[1], ")"] if part in ("(-)", "(+)") else [part])]


def _stands_at(lowers: Sequence[str], place: int, phrase: tuple[str, ...]) -> bool:
    if place + len(phrase) > len(lowers):
        return False
    for offset, wanted in enumerate(phrase):
        word = lowers[place + offset]
        if word != wanted and not (wanted[0] == "~" and wanted in _WILD and _WILD[wanted](word)):
            return False
    return True


def find_triggers(lowers: Sequence[str]) -> list[tuple[int, int, list[Rule]]]:
    """The rules' phrases in a sentence, longest first, none inside another."""
    index = _index()
    found = []
    i = 0
    while i < len(lowers):
        step = 1
        for phrase, rules in index.get(lowers[i], ()):
            n = len(phrase)
            if n == 1 or _stands_at(lowers, i, phrase):
                kept = [r for r in rules if not r.ends or i + n == len(lowers) or lowers[i + n] in _SEGMENT_ENDS]
                if kept:
                    found.append((i, i + n, kept))
                    step = n
                    break
        i += step
    return found
