"""Every word the window shows, in English and Chinese, switchable while it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import yaml
from PySide6.QtCore import QLocale, QObject, Signal

from core.system.clock import today_here
from core.system.errors import BugError
from core.system.folders import resources
from desktop.turns import Step, Turns

if TYPE_CHECKING:
    from core.sayings import Sayings

Tongue = Literal["en", "zh"]
TONGUES: tuple[Tongue, ...] = get_args(Tongue)
Table = dict[str, dict[Tongue, str]]


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
    """Looks words up by key; what was bound is said anew when the language changes, some in each turn of the event
    loop, and then those that follow are called likewise."""

    changed = Signal()  # everything is said

    def __init__(self, tongue: Tongue, table: Table | None = None) -> None:
        super().__init__()
        self._table = table if table is not None else load_table()
        self._tongue: Tongue = tongue
        self._bound: list[Step] = []
        self._followers: list[Step] = []
        self.turns = Turns(self)

    @property
    def tongue(self) -> Tongue:
        return self._tongue

    def speak(self, tongue: Tongue, staged: Callable[[Iterable[Step]], Iterable[Step]] = tuple) -> None:
        """Switch the language of everything that is bound, then tell everybody else; `staged` may put something before
        and after."""
        if tongue != self._tongue:
            self._tongue = tongue
            self.turns.begin((*staged((*self._bound, *self._followers)), self.changed.emit))

    def follow(self, call: Step) -> None:
        """Call this after every change of language."""
        self._followers.append(call)

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
        came."""
        return english if self._tongue == "en" or not english else self._sayings(english)

    @cached_property
    def _sayings(self) -> Sayings:
        from core.sayings import OF_CORE, Sayings

        own = ((key, row["zh"]) for key, row in self._table.items() if key.startswith(OF_CORE))
        return Sayings({key.removeprefix(OF_CORE): chinese for key, chinese in own})

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
    return f"{here:%H:%M}" if here.date() == today_here() else f"{here:%Y-%m-%d %H:%M}"


def as_tongue(value: str) -> Tongue:
    """A stored language, or the system's where none was chosen."""
    return next((tongue for tongue in TONGUES if tongue == value), system_tongue())


def capital(words: str) -> str:
    """As the first words of a line."""
    return words[:1].upper() + words[1:]
