"""What the core and its data say in English alone (units, answers of scores, how a drug is given, why a check could not
judge), in Chinese where `resources/translations` has a row for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from core.system.folders import resources

OF_CORE = "core: "  # a key that is itself the English words
_BLANK = re.compile(r"\\{(\w+)\\}")
_NUMBERS = ("number", "least", "most")


class Sayings:
    """A row may leave blanks: "every {number} hours"; what stands in them is put into Chinese likewise."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        """`rows`: English words → Chinese words, blanks in braces in both."""
        self._rows = rows
        self._forms = [(re.compile(_BLANK.sub(_group, re.escape(key))), zh) for key, zh in rows.items() if "{" in key]

    def __call__(self, english: str) -> str:
        """The Chinese; the English, whole, where no row fits: half translated it could be misread."""
        wanted = english.rstrip(".")
        if (known := self._rows.get(wanted)) is not None:
            return known
        for form, chinese in self._forms:
            if found := form.fullmatch(wanted):
                return chinese.format(**{at: self(said) for at, said in found.groupdict().items()})
        return english


@lru_cache(maxsize=1)
def sayings() -> Sayings:
    """Those that come with the program."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows: dict[str, str] = {}
    for file in sorted(Path(resources() / "translations").glob("core_*.yaml")):
        table = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (a safe loader, in C where it is)
        rows |= {key.removeprefix(OF_CORE): row["zh"] for key, row in table.items()}
    return Sayings(rows)


def _group(blank: re.Match[str]) -> str:
    """What may stand in a blank: a number where it says so (and in "{least} to {most}"), else anything."""
    name = blank.group(1)
    return rf"(?P<{name}>{r'[0-9][0-9.,]*' if name in _NUMBERS else '.+'})"
