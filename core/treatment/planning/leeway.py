"""What a regimen says of warnings against its drug: which do not count in this disease, and where it is no choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.knowledge.pharmacy_regimens import Regimen
from core.treatment.circumstances import Circumstances, Kidney
from core.treatment.planning.objections import NO_LEEWAY, Leeway, Objection
from core.treatment.told import told


class Terms(NamedTuple):
    """The leeway of a drug in a disease, and why it is not the choice for this patient, or None."""

    leeway: Leeway
    ruled_out: Objection | None


def terms(regimen: Regimen, about: Circumstances) -> Terms:
    """What a regimen says of its drug in this patient."""
    despite: set[str] = {*regimen.despite, *(("pregnancy",) if regimen.ends_pregnancy else ())}
    replaced, beside = _taken(regimen.replaces, about), _taken(regimen.beside, about)
    return Terms(Leeway(frozenset(despite), regimen.rescue, replaced, beside), _ruled_out(regimen, about))


def _taken(classes: Iterable[str], about: Circumstances) -> frozenset[str]:
    """The drugs of the record that belong to one of the classes."""
    kinds = set(classes)
    return frozenset(d.name for d in about.drugs if d.known and kinds.intersection(d.known.classes))


def terms_in(listed: Iterable[Terms]) -> Terms:
    """What the regimens of one drug in one disease say together: it is ruled out where each of them is."""
    listed = tuple(listed)
    if not listed:
        return Terms(NO_LEEWAY, None)
    leeway = Leeway(
        frozenset().union(*(t.leeway.despite for t in listed)),
        any(t.leeway.rescue for t in listed),
        frozenset().union(*(t.leeway.replaced for t in listed)),
        frozenset().union(*(t.leeway.beside for t in listed)),
    )
    return Terms(leeway, listed[0].ruled_out if all(t.ruled_out for t in listed) else None)


def _ruled_out(regimen: Regimen, about: Circumstances) -> Objection | None:
    here = [key for key in regimen.not_with if key in about.conditions]
    if here:
        known = told(here, about)
        return Objection(f"not the choice here. {known.en}", f"此时不选。{known.zh}")
    return next(
        (Objection(f"not the choice here: {en}", f"此时不选：{zh}") for en, zh in _limits(regimen, about)), None
    )


def _limits(regimen: Regimen, about: Circumstances) -> Iterator[tuple[str, str]]:
    """The bounds of a regimen that the patient falls below, in both languages."""
    age, weight, patient = about.patient.age_years, about.patient.weight_kg, about.patient
    if regimen.from_years and age is not None and age < regimen.from_years:
        yield f"from {_age(regimen.from_years)} on", f"{_age_zh(regimen.from_years)}以上使用"
    if regimen.from_kg and weight is not None and weight < regimen.from_kg:
        yield f"from {regimen.from_kg:g} kg on", f"体重≥{regimen.from_kg:g} kg使用"
    if regimen.clearance_from and about.kidney is not None and about.kidney.rate < regimen.clearance_from:
        yield _below(regimen.clearance_from, about.kidney)
    if regimen.not_in_trimesters and patient.pregnant and about.trimester in (None, *regimen.not_in_trimesters):
        yield "she is pregnant", "妊娠期"


def _age(years: float) -> str:
    return f"{years:g} years" if years >= 1 else f"{years * 12:.0f} months"


def _age_zh(years: float) -> str:
    return f"{years:g}岁" if years >= 1 else f"{years * 12:.0f}月龄"


def _below(bound: float, kidney: Kidney) -> tuple[str, str]:
    return (
        f"the kidneys clear {kidney.rate:.0f} mL/min, less than {bound:g}",
        f"肾清除率{kidney.rate:.0f} mL/min，低于{bound:g}",
    )
