"""The names and units by which measured quantities are recognised in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.analyte import Analyte
from core.knowledge.base import Knowledge
from core.language.en.quantities import ALIASES, ANNOUNCING, GUARDED, NEVER_SHORT, PRESSURE_NAMES
from core.units.quantity import Converter

_SHORT = 2  # names no longer than this are read only as they are written
WORD = re.compile(r"[A-Za-zα-ωΑ-Ω%]+[₂₃₄]?|\d{1,2}-(?=[A-Z]{2})|[\u4e00-\u9fff]")
_FRAME = re.compile(
    r"^(?:serum|plasma|blood|total|quantitative|free) | (?:levels?|count|concentration|duration|interval|trough)$"
)
PRESSURE = "blood-pressure"  # stands for the two parts of it while a pair is read


class Name(NamedTuple):
    """A way to write an analyte; `hint` is a word that only announces a number ("febrile to 39")."""

    written: str
    analyte: str
    exact: bool
    hint: bool
    guarded: bool = False  # as well a drug or a plain word: it needs a unit of its own, or "level" behind it


class AnalyteIndex:
    """The names of all analytes by their first characters, and the conversion of each."""

    def __init__(self, analytes: dict[str, Analyte]) -> None:
        self.analytes = analytes
        self.converters = {
            k: Converter(a.unit, a.units, a.offsets, a.assumed_units, a.plausible, a.plausible_bare)
            for k, a in analytes.items()
        }
        self._units: dict[str, re.Pattern[str]] = {}
        self.by_word: dict[str, list[Name]] = {}
        known: set[str] = set()
        for key, analyte in analytes.items():
            for name in (*analyte.names.en, *analyte.names.zh):
                self._add(Name(name, key, len(name) <= _SHORT or (name.isupper() and len(name) <= 3), False))
                known.add(name.lower())
        for guarded, aliases in ((False, ALIASES), (True, GUARDED)):
            for name, key in aliases.items():
                if key in analytes and name.lower() not in known:
                    self._add(Name(name, key, len(name) <= 3, False, guarded))
                    known.add(name.lower())
        for key, analyte in analytes.items():
            for name in analyte.names.en:
                short = _FRAME.sub("", name)
                if len(short) > 1 and short.lower() not in known and short.lower() not in NEVER_SHORT:
                    self._add(Name(short, key, len(short) <= 3, False, guarded=True))
                    known.add(short.lower())
        for word, key in ANNOUNCING.items():
            if key in analytes:
                self._add(Name(word, key, False, True))
        if "systolic-blood-pressure" in analytes:
            for word in PRESSURE_NAMES:
                self._add(Name(word, PRESSURE, False, word.startswith("hyp")))
        for names in self.by_word.values():
            names.sort(key=lambda n: (-len(n.written), n.hint, not n.exact))

    def _add(self, name: Name) -> None:
        self.by_word.setdefault(_first_word(name.written).lower(), []).append(name)

    def name_at(self, text: str, start: int, first: str) -> tuple[Name, int] | None:
        """The longest analyte name that starts here, and where it ends."""
        for name in self.by_word.get(first.lower(), ()):
            end = start + len(name.written)
            written = text[start:end]
            same = written == name.written if name.exact else written.lower() == name.written.lower()
            if same and not (
                end < len(text) and _is_word(text[end - 1]) and _is_word(text[end]) and not text[end].isdigit()
            ):
                return name, end
        return None

    def unit_at(self, key: str, text: str, start: int, end: int) -> str | None:
        """One of the analyte's own units, as it is written here."""
        if key not in self._units:
            analyte = self.analytes[key]
            written = sorted({analyte.unit, *analyte.units} - {"1", "pH"}, key=lambda u: -len(u))
            choices = "|".join(re.escape(u).replace(r"\ ", r"\s?").replace("/", r"\s?/\s?") for u in written)
            self._units[key] = re.compile(
                rf"\s{{0,2}}({choices})(?![A-Za-z0-9/^])" if choices else r"(?!)", re.IGNORECASE
            )
        match = self._units[key].match(text, start, min(end, start + 30))
        return match.group(1) if match else None


def _first_word(name: str) -> str:
    match = WORD.search(name)
    return match.group() if match and match.start() == 0 else name[:1]


def _is_word(c: str) -> bool:
    return c.isascii() and c.isalnum()


@lru_cache(maxsize=4)
def analyte_index(knowledge: Knowledge) -> AnalyteIndex:
    """The index of one knowledge base, built once."""
    return AnalyteIndex(knowledge.analytes)
