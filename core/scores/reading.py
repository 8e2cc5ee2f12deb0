"""From a reading to what is known of each input."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.knowledge.base import Knowledge
from core.language.model import Finding, Measurement, Reading
from core.language.ranges import reference
from core.scores.facts import Fact
from core.scores.inputs import Age, Choice, Flag, Input, LimitMultiple, Number, Sex

# "No significant past medical history" denies what would have to stand there.
PREVIOUSLY_HEALTHY = "BD:previously-healthy"


def read_inputs(inputs: Sequence[Input], reading: Reading, knowledge: Knowledge) -> dict[str, Fact]:
    """What the record says of each input, by its id."""
    facts: dict[str, Fact] = {}
    for wanted in inputs:
        facts[wanted.id] = _read(wanted, reading, knowledge, facts)
    return facts


def _read(wanted: Input, reading: Reading, knowledge: Knowledge, facts: dict[str, Fact]) -> Fact:
    if isinstance(wanted, Number):
        return _number(wanted, reading, facts.get(wanted.beside or ""))
    if isinstance(wanted, Age):
        return _of_patient("age_years", reading, reading.patient.age_years, "years")
    if isinstance(wanted, Sex):
        sex = reading.patient.sex
        return Fact(("female", "male")) if sex == "unknown" else _of_patient("sex", reading, sex, None)
    if isinstance(wanted, Flag):
        return _flag(wanted, reading, knowledge)
    assert isinstance(wanted, Choice)
    if isinstance(wanted, LimitMultiple):
        measured = _multiple(wanted, reading, knowledge)
        if measured is not None:
            return measured
    return _choice(wanted, reading, knowledge)


def _of_patient(field: str, reading: Reading, value: float | str | None, unit: str | None) -> Fact:
    if value is None:
        return Fact(unit=unit)
    start, end = reading.patient_spans.get(field, (None, None))
    return Fact((value,), unit=unit, start=start, end=end)


def _own(measurements: Iterable[Measurement], analytes: tuple[str, ...]) -> list[Measurement]:
    """The patient's own of now, by preference of analyte and then in the order of the text."""
    own = [
        m for m in measurements if m.analyte in analytes and m.experiencer == "patient" and m.temporality == "recent"
    ]
    return sorted(own, key=lambda m: (analytes.index(m.analyte), m.start))


def _number(wanted: Number, reading: Reading, beside: Fact | None) -> Fact:
    low, high = wanted.limits
    own = [m for m in _own(reading.measurements, wanted.analytes) if low <= m.value / wanted.divisor <= high]
    if not own:
        return Fact(unit=wanted.unit)
    chosen = next((m for m in own if m.relation == "="), own[0])
    if beside is not None and beside.start is not None:
        chosen = next((m for m in own if m.start == beside.start), chosen)
    value = round(chosen.value / wanted.divisor, wanted.decimals)
    return Fact((value,), chosen.relation, wanted.unit, chosen.start, chosen.end)


def _concepts(finding: Finding, knowledge: Knowledge) -> frozenset[str]:
    """What a finding stands for: its own term and all above it."""
    if finding.concept is None:
        return frozenset()
    return knowledge.ancestors(finding.concept) | {finding.concept}


def _mentions(concepts: tuple[str, ...], reading: Reading, knowledge: Knowledge) -> list[tuple[Finding, bool]]:
    """The findings that speak for one of these concepts, and whether they speak of the past: named themselves, as a
    kind of it, or, for a term that stands for somebody's past or family, by what it is the past or family of."""
    entries = [knowledge.findings[c] for c in concepts if c in knowledge.findings]
    past_of = {p for e in entries for p in e.past_of}
    family_of = {f for e in entries for f in e.family_of}
    kin = {e.id for e in entries if e.family_of}
    found = []
    for finding in reading.findings:
        terms = _concepts(finding, knowledge)
        past = finding.temporality != "recent"
        if finding.experiencer == "patient":
            if not terms.isdisjoint(concepts):
                found.append((finding, past))
            elif past and not terms.isdisjoint(past_of):
                found.append((finding, True))
        elif finding.experiencer == "family" and not terms.isdisjoint(family_of | kin):
            found.append((finding, False))
    return found


def _flag(wanted: Flag, reading: Reading, knowledge: Knowledge) -> Fact:
    open_at: Finding | None = None
    for finding, past in _mentions(wanted.concepts, reading, knowledge):
        happened = finding.assertion == "present" or (finding.temporality == "resolved" and wanted.ever)
        if happened and (wanted.ever or not past):
            return Fact((True,), start=finding.start, end=finding.end)
        if open_at is None and (finding.assertion == "possible" or (past and finding.assertion == "present")):
            open_at = finding
    denial = _denial(wanted, reading, knowledge)
    if denial is not None:
        return Fact((False,), start=denial.start, end=denial.end)
    if wanted.unless_said:
        return Fact((False,))
    return Fact((False, True)) if open_at is None else Fact((False, True), start=open_at.start, end=open_at.end)


def _denial(wanted: Flag, reading: Reading, knowledge: Knowledge) -> Finding | None:
    own = [f for f in reading.findings if f.experiencer != "other" and f.concept]
    for finding in own:
        if finding.concept in wanted.denied_by and finding.assertion == "present":
            return finding
    denied = {f.concept: f for f in reversed(own) if f.assertion == "absent" and f.temporality != "resolved"}
    found = None
    for concept in wanted.denied or wanted.concepts[:1]:
        # Who has no coronary disease has had no infarction either.
        found = next((denied[c] for c in (concept, *sorted(knowledge.ancestors(concept))) if c in denied), None)
        if found is None:
            return None
    return found


def _choice(wanted: Choice, reading: Reading, knowledge: Knowledge) -> Fact:
    for option in reversed(wanted.options):
        finding = _present(option.concepts, reading, knowledge)
        if finding is not None:
            return Fact((option.value,), start=finding.start, end=finding.end)
    hinted = [hint for hint in wanted.hints if _present(hint.concepts, reading, knowledge) is not None]
    # Hints that contradict one another leave everything open.
    left = tuple(o.value for o in wanted.options if all(o.value in hint.leaves for hint in hinted))
    return Fact(left if len(left) > 1 else tuple(o.value for o in wanted.options))


def _present(concepts: tuple[str, ...], reading: Reading, knowledge: Knowledge) -> Finding | None:
    for finding, past in _mentions(concepts, reading, knowledge):
        if finding.assertion == "present" and not past:
            return finding
    return None


def _multiple(wanted: LimitMultiple, reading: Reading, knowledge: Knowledge) -> Fact | None:
    """The option that a measured value settles, or those it leaves open; None where nothing comparable was measured."""
    for m in _own(reading.measurements, wanted.analytes):
        limits = reference(knowledge.analytes[m.analyte], reading.patient)
        if limits is None or limits.high is None:
            continue
        times = m.value / limits.high
        first, *rest = wanted.steps
        step = sum((times > first, *(times >= s for s in rest)))
        values = [o.value for o in wanted.options]
        if m.relation == "=":
            return Fact((values[step],), start=m.start, end=m.end)
        if m.relation == "<":
            at_most = sum(times > s for s in wanted.steps)
            return Fact(tuple(values[: at_most + 1]), start=m.start, end=m.end)
        at_least = sum(times >= s for s in wanted.steps)
        return Fact(tuple(values[at_least:]), start=m.start, end=m.end)
    return None
