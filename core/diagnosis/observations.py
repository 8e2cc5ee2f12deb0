"""From a reading to what is known of each finding: present or absent, how surely, and where the record says so."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable
from typing import NamedTuple

from core.case.model import Patient
from core.diagnosis.conjunctions import made_together
from core.diagnosis.durations import lasting, not_yet
from core.diagnosis.model import Spans
from core.diagnosis.taken import BY_CLASS, TAKEN, taken_as
from core.diagnosis.worked_out import worked_out
from core.knowledge.base import Knowledge
from core.language.model import Finding, Medication, Reading

# A statement counts by its assertion: a possible finding is half a finding. Expert estimate.
STRENGTH = {"present": 1.0, "absent": 1.0, "possible": 0.5}
# What somebody has had for good: a mention in the past is a mention of now.
LASTING = ("history", "risk", "exposure")
# By their labels: what of these is so only now. A cancer of 1998 is no active one, an operation of 2011 no recent one.
_OF_NOW = ("active ", "recent ", "recently ", "new ", "after an operation")
PREGNANCY = "BD:pregnancy"
# Findings that are known from the age alone: (from, to) in completed years or parts of one, upper bound exclusive.
BY_AGE = {
    "BD:age-under-28-days": (0, 28 / 365.25),
    "BD:age-under-3-months": (0, 0.25),
    "BD:age-under-1-year": (0, 1),
    "BD:age-under-3-years": (0, 3),
    "BD:age-teens": (10, 20),
    "BD:age-over-50": (50, 200),
    "BD:age-over-65": (65, 200),
}


class Observation(NamedTuple):
    """What is known of one finding. `stated` is false where it follows from another finding."""

    present: bool
    strength: float
    spans: Spans
    stated: bool


def resolved(finding: Finding) -> bool:
    """Was it there and is gone?"""
    return finding.temporality == "resolved"


class Observations:
    """All that a reading says about the patient, by finding.

    A present finding makes everything more general present ("pleuritic chest pain" is chest pain); an absent one
    makes everything more special absent. What is said outright outranks what follows, presence outranks absence.
    """

    def __init__(self, reading: Reading, knowledge: Knowledge, text: str = "") -> None:
        self._knowledge = knowledge
        self.patient = reading.patient
        self.text = text
        self._values = [m for m in reading.measurements if m.experiencer == "patient" and m.temporality == "recent"]
        self._known: dict[str, Observation] = _from_age(reading.patient)
        self._absent_above: set[str] = set()
        self.too_short: set[str] = set()  # what has not lasted long enough to be so
        stated = list(self._stated(reading))
        for concept, finding in stated:
            self._add(concept, finding)
        for concept, finding in stated:
            self._add_by_duration(concept, finding)
        for medication in reading.medications:
            self._add_by_drug(medication)
        for worked in worked_out(reading, text, self._stated_now):
            known = self._known.get(worked.finding)
            if known is None or not known.present:
                self._known[worked.finding] = Observation(True, 1.0, worked.spans, stated=True)
        self._make_general_ones_present()
        self._add_conjunctions(reading.patient)
        listed = any(m.drug is not None and m.status in TAKEN for m in reading.medications)
        # A list of drugs tells also what is not taken, as far as it is whole: enough to name no danger by.
        self.not_taken = frozenset(c for c in BY_CLASS if listed and c not in self._known)
        contradicted = self._make_general_ones_present()
        # "No pain" beside "chest pain" cannot mean every pain: such a denial stays with the finding it names.
        self._absent_above = {c for c, seen in self._known.items() if not seen.present} - contradicted

    def _make_general_ones_present(self) -> set[str]:
        """What is more general than a present finding is present, too; returns all such findings."""
        general: set[str] = set()
        for concept, seen in list(self._known.items()):
            if seen.present:
                general |= self._knowledge.ancestors(concept)
                for ancestor in self._knowledge.ancestors(concept):
                    known = self._known.get(ancestor)
                    if known is None or (not known.present and not known.stated):
                        self._known[ancestor] = seen._replace(stated=False)
        return general

    def _stated_now(self, concept: str) -> bool:
        """Is it, or something more special, present by what has been added until now?"""
        seen = (c for c, o in self._known.items() if o.present)
        return any(c == concept or concept in self._knowledge.ancestors(c) for c in seen)

    def _add_conjunctions(self, patient: Patient) -> None:
        """What present findings and the age make together, unless the record speaks of it itself."""
        for row in made_together(patient, lambda concept: concept in self._known and self._known[concept].present):
            seen = [self._known[part] for part in row.parts]
            spans = tuple(span for observation in seen for span in observation.spans)
            strength = min((observation.strength for observation in seen), default=1.0)
            known = self._known.get(row.gives)
            if known is None or not (known.present or known.stated):
                self._known[row.gives] = Observation(True, strength, spans, stated=False)

    def _stated(self, reading: Reading) -> Iterable[tuple[str, Finding]]:
        entries = self._knowledge.findings
        family = {cause: f.id for f in entries.values() for cause in f.family_of}
        past = {cause: f.id for f in entries.values() for cause in f.past_of}
        for finding in reading.findings:
            concept = finding.concept
            if concept is None or finding.assertion not in STRENGTH:
                continue
            above = (concept, *self._knowledge.ancestors(concept))
            if reading.patient.sex == "male" and PREGNANCY in above:
                continue  # somebody else's
            if finding.experiencer == "family":
                yield from ((family[c], finding) for c in above if c in family)
            elif finding.experiencer == "patient":
                entry = entries.get(concept)
                if finding.temporality != "recent":
                    # What has passed was there once, so that a resolved finding ("absent") is a present past.
                    was = finding.model_copy(update={"assertion": "present"}) if resolved(finding) else finding
                    yield from ((past[c], was) for c in above if c in past)
                    lasts = entry is not None and entry.kind in LASTING and not finding.label.startswith(_OF_NOW)
                    if not (lasts and finding.temporality == "historical"):
                        continue
                yield concept, finding

    def _add(self, concept: str, finding: Finding) -> None:
        spans = ((finding.start, finding.end),) if finding.start is not None and finding.end is not None else ()
        new = Observation(finding.assertion != "absent", STRENGTH[finding.assertion], spans, True)
        old = self._known.get(concept)
        if (
            old is None
            or (new.present and not old.present)
            or (new.present == old.present and new.strength > old.strength)
        ):
            self._known[concept] = new
        elif new.present == old.present:
            self._known[concept] = old._replace(spans=old.spans + new.spans)

    def _add_by_duration(self, concept: str, finding: Finding) -> None:
        """What follows from how long a present finding has lasted, unless the record speaks of it itself."""
        if finding.assertion != "present" or finding.temporality != "recent" or finding.onset_days is None:
            return
        for above in (concept, *self._knowledge.ancestors(concept)):
            self.too_short.update(not_yet(above, finding.onset_days))
            for follows in lasting(above, finding.onset_days):
                self._known.setdefault(follows, self._known[concept]._replace(stated=False))

    def _add_by_drug(self, medication: Medication) -> None:
        """What follows from a drug of the list, unless the record affirms it itself."""
        start, end = medication.start, medication.end
        spans = ((start, end),) if start is not None and end is not None else ()
        for concept in taken_as(medication, self._knowledge):
            known = self._known.get(concept)
            if known is None or not known.present:
                self._known[concept] = Observation(True, 1.0, spans, stated=True)

    def get(self, concept: str) -> Observation | None:
        """What is known of a finding, or None where the record is silent."""
        seen = self._known.get(concept)
        if seen is not None:
            return seen
        for ancestor in self._knowledge.ancestors(concept) & self._absent_above:
            return self._known[ancestor]._replace(stated=False)
        return None

    def __getitem__(self, concept: str) -> Observation:
        """What the record says outright, or what follows from something more special."""
        return self._known[concept]

    def items(self) -> ItemsView[str, Observation]:
        """Every finding of which something is said, or follows from something more special."""
        return self._known.items()

    def denied_outright(self) -> frozenset[str]:
        """The denied findings whose more special forms are denied with them."""
        return frozenset(self._absent_above)

    def present(self, concept: str) -> bool:
        """Is the finding present, outright or by something more special?"""
        seen = self.get(concept)
        return seen is not None and seen.present

    def denied(self, concept: str) -> bool:
        """Is the finding absent, outright or by something more general?"""
        seen = self.get(concept)
        return seen is not None and not seen.present

    def strength(self, concept: str) -> float:
        """How surely the finding is present, 0 to 1."""
        seen = self.get(concept)
        return seen.strength if seen is not None and seen.present else 0.0

    def spans(self, concept: str) -> Spans:
        """Where the record says it."""
        seen = self.get(concept)
        return seen.spans if seen else ()

    def least(self, analyte: str) -> float | None:
        """The lowest value of now of a quantity, in its canonical unit."""
        return min((m.value for m in self._values if m.analyte == analyte), default=None)

    def stated(self) -> list[str]:
        """The findings that the record itself asserts or denies."""
        return [c for c, seen in self._known.items() if seen.stated]

    def stated_present(self) -> list[str]:
        """The findings that the record itself asserts."""
        return [c for c, seen in self._known.items() if seen.present and seen.stated]


def _from_age(patient: Patient) -> dict[str, Observation]:
    age = patient.age_years
    if age is None:
        return {}
    return {
        concept: Observation(present=low <= age < high, strength=1.0, spans=(), stated=False)
        for concept, (low, high) in BY_AGE.items()
    }
