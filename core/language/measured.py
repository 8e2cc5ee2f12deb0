"""A number whose analyte is known, as a measurement: in its canonical unit, judged by its limits."""

from __future__ import annotations

import re
from functools import cached_property

from core.case.model import Patient
from core.language.analytes import AnalyteIndex
from core.language.model import Measurement
from core.language.ranges import flag
from core.language.stated_limits import flag_within, stated_limits
from core.language.unborn import FETAL, PULSE, is_of_unborn, speaks_of_unborn
from core.language.unnamed import Unnamed
from core.language.values import Number

# A bare troponin with a decimal point ("troponin 2.4") is of the older tests, in ng/mL; a whole number is in ng/L.
_TROPONINS, _DECIMAL_UP_TO = ("troponin-i", "troponin-t"), 10.0


class Measured:
    """The measurements that were found in one text, of a patient of a certain age and sex."""

    def __init__(self, text: str, index: AnalyteIndex, patient: Patient) -> None:
        self._text = text
        self._index = index
        self._patient = patient
        self.found: list[Measurement] = []

    def keep(self, key: str, number: Number, start: int) -> None:
        """A number that stands for one analyte, named at `start`; one that cannot be a value of it is left out."""
        unit = number.unit
        if key == PULSE and FETAL in self._index.analytes and self._speaks_of_unborn:
            text = self._text
            if is_of_unborn(
                text, start, number.end, named=not text[start : number.start].isspace() and start < number.start
            ):
                key = FETAL
        if unit is None and key in _TROPONINS and number.value >= 1:
            older = number.value < _DECIMAL_UP_TO and "." in self._text[number.start : number.end]
            unit = None if older else "ng/L"
        value = self._index.converters[key].convert(number.value, unit)
        if value is None:
            return
        analyte = self._index.analytes[key]
        found_flag = flag(analyte, value, self._patient, number.relation)
        limits = stated_limits(self._text, number.end)
        if limits is not None and analyte.kind == "lab":
            found_flag = flag_within(number.value, limits, found_flag, number.relation)
        self.found.append(
            Measurement(
                analyte=key,
                label=analyte.names.en[0],
                value=value,
                unit=analyte.unit,
                given=self._text[number.start : number.end].strip(),
                flag=found_flag,
                relation=number.relation,
                start=start,
                end=number.end,
            )
        )

    def keep_pressure(self, match: re.Match[str], start: int) -> None:
        """A pair of pressures, named at `start`."""
        for key, part in (("systolic-blood-pressure", "systolic"), ("diastolic-blood-pressure", "diastolic")):
            if key in self._index.analytes:
                number = Number(
                    float(match.group(part)), match.group("unit"), "=", match.start("systolic"), match.end()
                )
                self.keep(key, number, start)

    def keep_unnamed(self, item: Unnamed) -> None:
        """A value whose analyte is known by what stands elsewhere."""
        if item.analyte in self._index.analytes:
            self.keep(item.analyte, Number(item.value, item.unit, "=", item.start, item.end), item.start)

    @cached_property
    def _speaks_of_unborn(self) -> bool:
        return speaks_of_unborn(self._text)
