"""What the user chose, declared as data and kept as JSON in the home folder. Nothing about a patient belongs here."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from core.system.atomic import write_atomically
from core.system.folders import home

T = TypeVar("T", str, bool, list[int])


class Setting(Generic[T]):
    """One setting: its name in the file, its default, and what it may be."""

    def __init__(self, name: str, default: T, choices: tuple[T, ...] = ()) -> None:
        self.name = name
        self.default: T = default
        self.choices: tuple[T, ...] = choices

    def accepts(self, value: object) -> bool:
        """Whether a value from the file can be used as it stands."""
        if isinstance(self.default, list):
            if not isinstance(value, list) or len(value) != len(self.default):
                return False
            return all(type(part) is int and part > 0 for part in value)
        return type(value) is type(self.default) and (not self.choices or value in self.choices)


LANGUAGE = Setting("language", "system", ("system", "en", "zh"))
THEME = Setting("theme", "system", ("system", "light", "dark"))
WINDOW: Setting[list[int]] = Setting("window", [1280, 800])
MAXIMISED = Setting("maximised", False)
PANES: Setting[list[int]] = Setting("panes", [240, 500, 540])
SUMMARY = Setting("write_summary", True)
ALL: tuple[Setting[Any], ...] = (LANGUAGE, THEME, WINDOW, MAXIMISED, PANES, SUMMARY)


class Settings(QObject):
    """The values. A file that cannot be read or holds nonsense gives the defaults and harms nothing."""

    changed = Signal(str)

    def __init__(self, file: Path | None = None) -> None:
        super().__init__()
        self._file = file or home() / "settings.json"
        self._values = self._read()

    def get(self, setting: Setting[T]) -> T:
        """The value chosen, or the default."""
        value: T = self._values.get(setting.name, setting.default)
        return value

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a value for this and later runs; a disk that cannot be written to keeps it for this run only."""
        if self.get(setting) == value:
            return
        self._values[setting.name] = value
        with suppress(OSError):
            write_atomically(self._file, json.dumps(self._values, indent=1).encode() + b"\n")
        self.changed.emit(setting.name)

    def _read(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        if not isinstance(stored, dict):
            return {}
        return {s.name: stored[s.name] for s in ALL if s.name in stored and s.accepts(stored[s.name])}
