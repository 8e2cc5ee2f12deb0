"""What an entry may say of a vital sign or laboratory quantity."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from core.knowledge.schema import Entry, FindingId, Names, Slug, Sourced

Sex = Literal["female", "male", "any"]


class ReferenceRange(Entry):
    """Limits of normal, in the analyte's canonical unit, for an age band in years (upper bound exclusive).

    A value above `high_end` that is not above `high` leaves open what stands for a high one: 37.8 °C is no fever, and
    does not deny a slight one.
    """

    sex: Sex = "any"
    age: tuple[float, float] = (0, 200)
    low: float | None = None
    high: float | None = None
    high_end: float | None = None
    critical_low: float | None = None
    critical_high: float | None = None


class AnalyteFindings(Entry):
    """Which finding a value outside the range stands for; a normal value denies them."""

    low: tuple[FindingId, ...] = ()
    high: tuple[FindingId, ...] = ()
    critical_low: tuple[FindingId, ...] = ()
    critical_high: tuple[FindingId, ...] = ()
    normal: tuple[FindingId, ...] = ()  # asserted by a normal value ("D-dimer negative"), not only denied by others


class Analyte(Sourced):
    """A vital sign or laboratory quantity: how it is written, its units and its reference ranges.

    `units` maps a written unit to the factor that makes it canonical; `offsets` is added after the factor
    (Fahrenheit). `assumed_units` are tried in order for a bare number: the first whose result is plausible.
    """

    id: Slug
    names: Names
    kind: Literal["vital", "lab"]
    unit: str
    units: dict[str, float]
    offsets: dict[str, float] = Field(default_factory=dict)
    assumed_units: tuple[str, ...] = ()
    plausible: tuple[float, float]
    plausible_bare: tuple[float, float] | None = None  # of a number without a unit, where that must be narrower
    reference: tuple[ReferenceRange, ...] = ()
    findings: AnalyteFindings = AnalyteFindings()


class AnalyteFile(Entry):
    """`resources/knowledge/analytes/*.yaml`."""

    analytes: tuple[Analyte, ...]
