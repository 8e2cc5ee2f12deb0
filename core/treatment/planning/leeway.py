"""What a regimen says of warnings against its drug: which do not count in this disease, and where it is no choice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from core.knowledge.pharmacy import Regimen
from core.treatment.circumstances import Circumstances
from core.treatment.planning.objections import NO_LEEWAY, Leeway, Objection
from core.treatment.told import told


class Terms(NamedTuple):
    """The leeway of a drug in a disease, and why it is not the choice for this patient, or None."""

    leeway: Leeway
    ruled_out: Objection | None


def terms(regimen: Regimen, about: Circumstances) -> Terms:
    """What a regimen says of its drug in this patient."""
    despite: set[str] = {*regimen.despite, *(("pregnancy",) if regimen.ends_pregnancy else ())}
    replaced = {d.name for d in about.drugs if d.known and set(regimen.replaces).intersection(d.known.classes)}
    return Terms(Leeway(frozenset(despite), regimen.rescue, frozenset(replaced)), _ruled_out(regimen, about))


def terms_in(listed: Iterable[Terms]) -> Terms:
    """What the regimens of one drug in one disease say together: it is ruled out where each of them is."""
    listed = tuple(listed)
    if not listed:
        return Terms(NO_LEEWAY, None)
    leeway = Leeway(
        frozenset().union(*(t.leeway.despite for t in listed)),
        any(t.leeway.rescue for t in listed),
        frozenset().union(*(t.leeway.replaced for t in listed)),
    )
    return Terms(leeway, listed[0].ruled_out if all(t.ruled_out for t in listed) else None)


def _ruled_out(regimen: Regimen, about: Circumstances) -> Objection | None:
    here = [key for key in regimen.not_with if key in about.conditions]
    if not here:
        return None
    known = told(here, about)
    return Objection(f"not the choice here. {known.en}", f"此时不选。{known.zh}")
