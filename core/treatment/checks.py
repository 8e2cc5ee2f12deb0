"""Which drug checks were made. This version makes none yet, and says so for each kind."""

from __future__ import annotations

from core.language.model import Reading
from core.treatment.model import CHECK_KINDS, Check


def checks(reading: Reading) -> tuple[Check, ...]:
    """Every kind of check as `not-performed`, naming the drugs that nobody judged: silence must not read as safe."""
    drugs = tuple(dict.fromkeys(m.drug or m.name for m in reading.medications))
    return tuple(Check(kind=kind, status="not-performed", could_not_judge=drugs) for kind in CHECK_KINDS)
