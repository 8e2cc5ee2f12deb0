"""Quantities that a record gives more than once: what is told as of the past first, else in the order of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from core.knowledge.base import Knowledge
    from core.language.model import Reading

MOST = 8  # plots; a record with more is a chart


class Trend(NamedTuple):
    """One quantity in its canonical unit. `low` and `high` are the limits for this patient, None where there is none;
    `spans` tell where each value stands."""

    analyte: str
    label: str
    label_zh: str
    unit: str
    values: tuple[float, ...]
    spans: tuple[tuple[int, int], ...]
    low: float | None
    high: float | None

    def beyond(self, value: float) -> bool:
        """Is a value outside the limits?"""
        return (self.low is not None and value < self.low) or (self.high is not None and value > self.high)


def trends_of(reading: Reading, knowledge: Knowledge) -> tuple[Trend, ...]:
    """Of the patient's own values; those out of range first, then in the order of the record."""
    from core.language.ranges import reference

    by_analyte: dict[str, dict[tuple[int, int], float]] = {}
    # "Creatinine 244 (previously 168)" has risen.
    for m in sorted(reading.measurements, key=lambda m: (m.temporality == "recent", m.start)):
        if m.experiencer == "patient" and m.relation == "=":
            by_analyte.setdefault(m.analyte, {}).setdefault((m.start, m.end), m.value)
    found = []
    for key, given in by_analyte.items():
        if len(given) > 1:
            analyte = knowledge.analytes[key]
            limits = reference(analyte, reading.patient)
            found.append(
                Trend(
                    key,
                    analyte.names.en[0],
                    (analyte.names.zh or analyte.names.en)[0],
                    analyte.unit,
                    tuple(given.values()),
                    tuple(given),
                    limits.low if limits is not None else None,
                    limits.high if limits is not None else None,
                )
            )
    found.sort(key=lambda trend: not any(trend.beyond(value) for value in trend.values))
    return tuple(found[:MOST])
