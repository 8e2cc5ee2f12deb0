"""Numbers and units as clinicians write them.

Pure text and arithmetic: which units an analyte has and what its values can be is knowledge, handed in by the caller.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = re.compile(r"(?:[x×*·]\s*)?10\s*(?:\^|\*{1,2}|e)?\s*(3|6|9|12)(?=\s*(?:/|per|cells|$))")
_SPACES = re.compile(r"\s+")
# Spellings of one unit; whole-unit replacements, applied after lower case and without spaces.
_SAME = {
    "k/ul": "10^9/l", "k/mm3": "10^9/l", "k/cumm": "10^9/l", "th/ul": "10^9/l", "k/mcl": "10^9/l", "10^3/ul": "10^9/l",
    "10^3/mm3": "10^9/l", "10^3/cumm": "10^9/l", "g/l": "g/l", "10^6/ul": "10^12/l", "10^6/mm3": "10^12/l",
    "m/ul": "10^12/l",
    "cells/ul": "/ul", "cells/mm3": "/ul", "/mm3": "/ul", "/cumm": "/ul", "cells/cumm": "/ul", "/cmm": "/ul",
    "percent": "%", "per cent": "%", "pct": "%",
    "degc": "°c", "c": "°c", "celsius": "°c", "degreesc": "°c", "degreescelsius": "°c", "degcelsius": "°c", "℃": "°c",
    "degf": "°f", "f": "°f", "fahrenheit": "°f", "degreesf": "°f", "degreesfahrenheit": "°f", "℉": "°f", "度": "°c",
    "°celsius": "°c", "°fahrenheit": "°f", "摄氏度": "°c",
    "mmhg": "mmhg", "mm": "mmhg", "torr": "mmhg", "毫米汞柱": "mmhg",
    "bpm": "/min", "beats/min": "/min", "beats/minute": "/min", "beatsperminute": "/min", "/minute": "/min",
    "permin": "/min", "perminute": "/min", "breaths/min": "/min", "breaths/minute": "/min", "breathsperminute": "/min",
    "次/分": "/min", "次/分钟": "/min", "次/min": "/min", "rpm": "/min", "cpm": "/min", "br/min": "/min",
    "mcg/l": "ug/l", "mcg/dl": "ug/dl", "mcg/ml": "ug/ml", "mcmol/l": "umol/l", "micromol/l": "umol/l", "mcg": "ug",
    "mm/l": "mmol/l", "meq/liter": "meq/l", "mmol/liter": "mmol/l", "gm/dl": "g/dl", "gr/dl": "g/dl", "gms/dl": "g/dl",
    "g%": "g/dl", "mg%": "mg/dl", "units/l": "u/l", "iu/l": "u/l", "unit/l": "u/l", "units/ml": "u/ml", "iu/ml": "u/ml",
    "miu/l": "mu/l", "uiu/ml": "mu/l", "uu/ml": "mu/l", "mcu/ml": "mu/l", "kilograms": "kg", "kilogram": "kg",
    "kgs": "kg", "公斤": "kg",
    "千克": "kg", "pounds": "lb", "lbs": "lb", "pound": "lb", "centimeters": "cm", "centimetres": "cm", "厘米": "cm",
    "meters": "m", "metres": "m", "米": "m", "inches": "in", "inch": "in", "mm/hr": "mm/h", "mm/hour": "mm/h",
    "sec": "s", "secs": "s", "seconds": "s", "msec": "ms", "milliseconds": "ms",
}  # fmt: skip


@lru_cache(maxsize=4096)
def normalise_unit(unit: str) -> str:
    """One spelling for a unit.

    >>> normalise_unit("µmol/L"), normalise_unit("x10^9/L"), normalise_unit("K/uL"), normalise_unit("mg / dl")
    ('umol/l', '10^9/l', '10^9/l', 'mg/dl')
    """
    plain = unit.replace("μ", "u").replace("µ", "u").translate(_SUPERSCRIPTS)
    plain = unicodedata.normalize("NFKC", plain).lower().strip().strip(".")
    if "/" in plain:
        plain = plain.rstrip("s") if plain.endswith(("mins", "hrs")) else plain
    plain = _SPACES.sub("", plain.replace(" per ", "/"))
    plain = plain.replace("μ", "u").replace("³", "3").replace("mm^3", "mm3").replace("liter", "l").replace("litre", "l")
    plain = _POWER.sub(lambda m: f"10^{m.group(1)}", plain)
    return _SAME.get(plain, plain)


def parse_number(text: str) -> float | None:
    """A number with or without thousands separators; None when it is not one.

    >>> parse_number("12,000"), parse_number("9.2"), parse_number("1,2"), parse_number("abc")
    (12000.0, 9.2, 1.2, None)
    """
    text = text.strip()
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"[+-]?\d+,\d{1,2}", text):
        text = text.replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e12 else None


class Converter:
    """Brings written values of one quantity to its canonical unit."""

    def __init__(
        self,
        unit: str,
        units: Mapping[str, float],
        offsets: Mapping[str, float],
        assumed: Sequence[str],
        plausible: tuple[float, float],
        plausible_bare: tuple[float, float] | None = None,
    ) -> None:
        self.unit = unit
        self._factors = {normalise_unit(unit): 1.0} | {normalise_unit(u): f for u, f in units.items()}
        self._offsets = {normalise_unit(u): offset for u, offset in offsets.items()}
        self._assumed = tuple(normalise_unit(u) for u in assumed) or tuple(self._factors)
        self._plausible = plausible
        self._plausible_bare = plausible_bare or plausible

    def knows(self, unit: str) -> bool:
        """Is this one of the quantity's units?"""
        return normalise_unit(unit) in self._factors

    def convert(self, value: float, unit: str | None) -> float | None:
        """The value in the canonical unit; None when the unit is another's or the result cannot be true.

        A bare number, and one whose unit makes it impossible, is tried in the assumed units, in order.
        """
        if unit is not None:
            return self._in(value, normalise_unit(unit))
        for assumed in self._assumed:
            found = self._in(value, assumed)
            if found is not None and self._plausible_bare[0] <= found <= self._plausible_bare[1]:
                return found
        return self._in(value, "/ul") if value >= 1000 else None  # a count written out: "WBC 12,000"

    def _in(self, value: float, unit: str) -> float | None:
        factor = self._factors.get(unit)
        if factor is None:
            return None
        found = round(value * factor + self._offsets.get(unit, 0.0), 6)
        low, high = self._plausible
        return found if low <= found <= high else None
