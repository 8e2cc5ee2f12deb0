"""From the findings of a record to a flag or a choice: present, denied, or left open."""

from __future__ import annotations

import re

from core.language.model import Finding
from core.scores.asked import fit
from core.scores.facts import Fact
from core.scores.inputs import Choice, Flag
from core.scores.source import Source

# "No significant past medical history" denies what would have to stand there.
PREVIOUSLY_HEALTHY = "BD:previously-healthy"

# "With a history of heart failure, reports recent episodes of tarry stools": those are of now; spread cancer and a
# severed cord stay.
_STILL = re.compile(r"\brecent(?:ly)?\b|\bmetastatic\b|\bpalliative\b|\b(?:para|tetra|quadri)plegi\w+", re.IGNORECASE)
_NEAR = 25


def read_flag(wanted: Flag, source: Source) -> Fact:
    """A flag that is known, or the two values that remain possible (with the place that leaves it open, if any)."""
    open_at: Finding | None = None
    for finding, past in _mentions(wanted.concepts, source):
        if wanted.but_not and not source.terms(finding).isdisjoint(wanted.but_not):
            continue
        if wanted.at_presentation and finding.start is not None and finding.start >= source.presentation_end:
            continue
        if wanted.as_told and finding.value is not None:
            continue
        happened = finding.assertion == "present" or (finding.temporality == "resolved" and wanted.ever)
        if happened and (wanted.ever or not past):
            there = Fact((True,), start=finding.start, end=finding.end)
            refuted = None if wanted.ever or fit(source, there) >= 0 else _refuted(wanted, source)
            return refuted if refuted is not None and fit(source, refuted) >= 0 else there
        if open_at is None and (finding.assertion == "possible" or (past and finding.assertion == "present")):
            open_at = finding
    drug = source.medication(*wanted.drugs)
    if drug is not None:
        return Fact((True,), start=drug.start, end=drug.end)
    refuted = _refuted(wanted, source)
    if refuted is not None:
        return refuted
    missing = _all_denied(wanted.absent, source)
    if missing is not None:
        return Fact((True,), start=missing.start, end=missing.end)
    if wanted.unless_said:
        return Fact((False,))
    return Fact((False, True)) if open_at is None else Fact((False, True), start=open_at.start, end=open_at.end)


def read_choice(wanted: Choice, source: Source) -> Fact:
    """The gravest answer that the record establishes, or those that it leaves open."""
    denial = _all_denied(wanted.denied, source) if wanted.denied else None
    none = Fact((wanted.options[0].value,), start=denial.start, end=denial.end) if denial is not None else None
    found = [(o, f) for o in reversed(wanted.options) if (f := _present(o.concepts, source)) is not None]
    # What is told of the time that is asked for comes before what came later.
    of_then = [(o, f) for o, f in found if fit(source, Fact((o.value,), start=f.start, end=f.end)) >= 0]
    if found:
        option, finding = (of_then or found)[0]
        there = Fact((option.value,), start=finding.start, end=finding.end)
        # "No ascites" of today holds against the ascites of another time.
        absent = (f for o, _ in found for f in source.findings(*o.concepts) if f.assertion == "absent")
        refuted = [none] if none else [Fact((wanted.options[0].value,), start=f.start, end=f.end) for f in absent]
        return next((fact for fact in refuted if fit(source, there) < 0 <= fit(source, fact)), there)
    if none is not None:
        return none
    hinted = [hint for hint in wanted.hints if _present(hint.concepts, source) is not None]
    # Hints that contradict one another leave everything open.
    left = tuple(o.value for o in wanted.options if all(o.value in hint.leaves for hint in hinted))
    return Fact(left if len(left) > 1 else tuple(o.value for o in wanted.options))


def _refuted(wanted: Flag, source: Source) -> Fact | None:
    """What speaks against a flag; None where nothing does."""
    denial = _denied_by(wanted, source) or _all_denied(wanted.denied or wanted.concepts[:1], source)
    if denial is None:
        return None
    return Fact((False,), start=denial.start, end=denial.end)


def _mentions(concepts: tuple[str, ...], source: Source) -> list[tuple[Finding, bool]]:
    """The findings that speak for one of these concepts, and whether they speak of the past: named themselves, as a
    kind of it, or, for a term that stands for somebody's past or family, by what it is the past or family of."""
    known = source.knowledge.findings
    entries = [known[c] for c in concepts if c in known]
    past_of = {p for e in entries for p in e.past_of}
    family_of = {f for e in entries for f in e.family_of}
    kin = {e.id for e in entries if e.family_of}
    found = []
    for finding in source.findings(*concepts, *past_of, *family_of):
        terms = source.terms(finding)
        past = finding.temporality != "recent" and not _STILL.search(source.words(finding, before=_NEAR))
        if finding.experiencer == "patient":
            if not terms.isdisjoint(concepts):
                found.append((finding, past))
            elif past and not terms.isdisjoint(past_of):
                found.append((finding, True))
        elif finding.experiencer == "family" and not terms.isdisjoint(family_of | kin):
            found.append((finding, False))
    return found


def _denied_by(wanted: Flag, source: Source) -> Finding | None:
    """What speaks against a flag by being there; for a flag of absence a kind of it does so too (a dry cough)."""
    for finding in source.findings(*wanted.denied_by):
        named = finding.concept in wanted.denied_by or bool(wanted.absent)
        if named and finding.experiencer == "patient" and finding.assertion == "present":
            return finding
    return None


def _all_denied(concepts: tuple[str, ...], source: Source) -> Finding | None:
    """A denial when all of these are denied, each by itself or by something more general; None otherwise."""
    denied = source.denied
    found = None
    for concept in concepts:
        # Who has no coronary disease has had no infarction either.
        above = (concept, *sorted(source.knowledge.ancestors(concept)))
        found = next((denied[c] for c in above if c in denied), None)
        if found is None:
            return None
    return found


def _present(concepts: tuple[str, ...], source: Source) -> Finding | None:
    for finding, past in _mentions(concepts, source):
        if finding.assertion == "present" and not past:
            return finding
    return None
