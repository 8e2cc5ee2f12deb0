"""Every word the window shows, in English and Chinese, switchable while it runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from PySide6.QtCore import QLocale, QObject, Signal

from core.system.errors import BugError
from core.system.folders import resources

Tongue = Literal["en", "zh"]
TONGUES: tuple[Tongue, ...] = get_args(Tongue)
Table = dict[str, dict[Tongue, str]]
_OF_CORE = "core: "  # a key that is itself the English words, as the core or its data say them
_BLANK = re.compile(r"\\{(\w+)\\}")


def _group(blank: re.Match[str]) -> str:
    """What may stand in a blank: a number where it says so (and in "{least} to {most}"), else anything."""
    name = blank.group(1)
    return rf"(?P<{name}>{r'[0-9][0-9.,]*' if name in ('number', 'least', 'most') else '.+'})"


def load_table(folder: Path | None = None) -> Table:
    """All rows of `resources/translations`: key → its words in each language."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: Table = {}
    for file in sorted((folder or resources() / "translations").glob("*.yaml")):
        rows = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (a safe loader, in C where it is)
        for key, row in rows.items():
            if key in table:
                raise BugError(f"The words for {key} are given twice.")
            table[key] = row
    return table


def system_tongue() -> Tongue:
    """Chinese where the system speaks it, else English."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


class Texts(QObject):
    """Looks words up by key; what was bound is said anew when the language changes."""

    changed = Signal()

    def __init__(self, tongue: Tongue, table: Table | None = None) -> None:
        super().__init__()
        self._table = table if table is not None else load_table()
        self._tongue: Tongue = tongue
        self._bound: list[Callable[[], None]] = []
        self._forms = [
            (re.compile(_BLANK.sub(_group, re.escape(key.removeprefix(_OF_CORE)))), row)
            for key, row in self._table.items()
            if key.startswith(_OF_CORE) and "{" in key
        ]

    @property
    def tongue(self) -> Tongue:
        return self._tongue

    def speak(self, tongue: Tongue) -> None:
        """Switch the language of everything that is bound, then tell everybody else."""
        if tongue == self._tongue:
            return
        self._tongue = tongue
        for say in self._bound:
            say()
        self.changed.emit()

    def __call__(self, key: str, **values: object) -> str:
        row = self._table.get(key)
        if row is None:
            raise BugError(f"There are no words for {key}.")
        return row[self._tongue].format(**values) if values else row[self._tongue]

    def every(self, key: str) -> tuple[str, ...]:
        """The words in all languages."""
        return tuple(self._table[key].values())

    def has(self, key: str) -> bool:
        return key in self._table

    def sentence(self, english: str) -> str:
        """Words of the core or its data in the window's language, where somebody has put them into that; else as they
        came. A row may leave blanks: "every {number} hours"; what stands in them is put into the language likewise."""
        if self._tongue == "en" or not english:
            return english
        wanted = english.rstrip(".")
        if row := self._table.get(_OF_CORE + wanted):
            return row[self._tongue]
        for form, row in self._forms:
            if found := form.fullmatch(wanted):
                return row[self._tongue].format(**{at: self.sentence(said) for at, said in found.groupdict().items()})
        return english

    def bind(self, setter: Callable[[str], object], key: str) -> None:
        """Call `setter` with the words now, and again after every change of language."""

        def say() -> None:
            setter(self(key))

        say()
        self._bound.append(say)

    def of(self, item: Any, field: str = "name") -> str:
        """A field of a result in the window's language: its `…_zh` neighbour where there is one."""
        if self._tongue == "zh":
            chinese = getattr(item, f"{field}_zh", None)
            if chinese:
                return str(chinese)
        return str(getattr(item, field))

    def list_of(self, items: tuple[str, ...] | list[str]) -> str:
        """Several things one after another."""
        return ("、" if self._tongue == "zh" else ", ").join(items)

    def clauses_of(self, items: tuple[str, ...] | list[str]) -> str:
        """Several sentences one after another; of their own full stops only the last one's stays."""
        parts = [*(item.rstrip(".。") for item in items[:-1]), *items[-1:]]
        return ("；" if self._tongue == "zh" else "; ").join(parts)


def time_of(moment: datetime) -> str:
    """When it was, on the clock of this machine; the day is said unless it is today."""
    here = moment.astimezone()
    today = datetime.now().astimezone().date()
    return f"{here:%H:%M}" if here.date() == today else f"{here:%Y-%m-%d %H:%M}"


def as_tongue(value: str) -> Tongue:
    """A stored language, or the system's where none was chosen."""
    return next((tongue for tongue in TONGUES if tongue == value), system_tongue())
