"""What the user chose, declared as data and kept as JSON in the home folder. Nothing about a patient belongs here."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from core.system.atomic import write_atomically
from core.system.folders import home

T = TypeVar("T", str, bool, int, list[int])


class Setting(Generic[T]):
    """One setting: its name in the file, its default, and what it may be.

    `choices` are all the values it may have. Without them a text is free, up to `longest` characters, and of one line
    unless `lines`.
    """

    def __init__(
        self, name: str, default: T, choices: tuple[T, ...] = (), *, longest: int = 4000, lines: bool = False
    ) -> None:
        self.name = name
        self.default: T = default
        self.choices: tuple[T, ...] = choices
        self.longest = longest
        self.lines = lines

    def accepts(self, value: object) -> bool:
        """Whether a value from the file can be used as it stands."""
        if isinstance(self.default, list):
            if not isinstance(value, list) or len(value) != len(self.default):
                return False
            return all(type(part) is int and part > 0 for part in value)
        if type(value) is not type(self.default):
            return False
        if self.choices:
            return value in self.choices
        if isinstance(value, str):
            return len(value) <= self.longest and (self.lines or "\n" not in value)
        return True


LANGUAGE = Setting("language", "system", ("system", "en", "zh"))
THEME = Setting("theme", "system", ("system", "light", "dark"))
UNITS = Setting("units", "as_given", ("as_given", "si", "us"))
CARE = Setting("care", "unstated", ("unstated", "primary-care", "emergency", "ward", "rare-disease-clinic"))
SUMMARY = Setting("write_summary", True)
MODELS = Setting("models", True)
IDLE_MINUTES = Setting("idle_minutes", 10, (1, 2, 5, 10, 15, 30, 60, 0))  # 0: never
LETTERHEAD = Setting("letterhead", "", longest=600, lines=True)
REPORT_LANGUAGE = Setting("report_language", "window", ("window", "en", "zh"))

GEOMETRY = Setting("geometry", "")  # as Qt tells it, in base64
PANES: Setting[list[int]] = Setting("panes", [240, 1040])  # the cases and the rest
HALVES: Setting[list[int]] = Setting("halves", [500, 540])  # the record and the assessment
CASES_SHOWN = Setting("cases_shown", True)
ARRANGEMENT = Setting("arrangement", "beside", ("beside", "below"))
TOUR_OFFERED = Setting("tour_offered", False)
REPORT_LEFT_OUT = Setting("report_left_out", "")  # names of sections, with spaces between
LETTERHEAD_IMAGE = Setting("letterhead_image", "")  # a path


@dataclass(frozen=True)
class Section:
    """A page of the settings dialog, `section.<name>` in words."""

    name: str
    settings: tuple[Setting[Any], ...]


SECTIONS = (
    Section("appearance", (LANGUAGE, THEME, ARRANGEMENT)),
    Section("assessment", (CARE, UNITS, SUMMARY, MODELS)),
    Section("privacy", (IDLE_MINUTES,)),
    Section("report", (REPORT_LANGUAGE, LETTERHEAD)),
)
_REMEMBERED: tuple[Setting[Any], ...] = (
    *(GEOMETRY, PANES, HALVES, CASES_SHOWN, TOUR_OFFERED),
    *(REPORT_LEFT_OUT, LETTERHEAD_IMAGE),
)
ALL: tuple[Setting[Any], ...] = (*(setting for section in SECTIONS for setting in section.settings), *_REMEMBERED)


class Settings(QObject):
    """The values. A file that cannot be read or holds nonsense gives the defaults and harms nothing."""

    changed = Signal(str)

    def __init__(self, file: Path | None = None, behind: Callable[[Callable[[], None]], object] | None = None) -> None:
        """`behind` writes the file off the event loop: flushing to a slow disk takes longer than a window may stand
        still. Without it the file is written at once."""
        super().__init__()
        self._file = file or home() / "settings.json"
        self._behind = behind
        self._values = self._read()
        self._unwritten = False

    def get(self, setting: Setting[T]) -> T:
        """The value chosen, or the default."""
        value: T = self._values.get(setting.name, setting.default)
        return value

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a value for this and later runs; a disk that cannot be written to keeps it for this run only."""
        if self.get(setting) == value:
            return
        self._values[setting.name] = value
        self._unwritten = True
        if self._behind is None:
            self.flush()
        else:
            self._behind(self.flush)
        self.changed.emit(setting.name)

    def flush(self) -> None:
        """Write what has not been written yet."""
        if self._unwritten:
            self._unwritten = False
            with suppress(OSError):
                write_atomically(self._file, json.dumps(dict(self._values), indent=1).encode() + b"\n")

    def _read(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        if not isinstance(stored, dict):
            return {}
        return {s.name: stored[s.name] for s in ALL if s.name in stored and s.accepts(stored[s.name])}
