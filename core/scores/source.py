"""Everything a calculator may be computed from, arranged once so that many calculators can look quickly."""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Self

from core.knowledge.base import Knowledge
from core.language.model import Finding, Measurement, Medication, Reading
from core.scores.facts import Fact
from core.scores.lists import Listed, listed
from core.scores.occasion import Occasion, Setting, setting_at, setting_of
from core.scores.reading_denial import denied_from_afar
from core.scores.reading_tables import from_cells
from core.scores.settled import settled
from core.scores.tables import Cell, cells

# Where a narrative leaves the presentation: what is measured behind it is of the course.
_LATER = re.compile(
    r"\b(?:(?:on|by|at|until) (?:the )?(?:hospital|hospitali[sz]ation|icu|post-?operative|postop\w*|admission"
    r"|treatment)? ?(?:day|week|month)s? ?#?(?:[2-9]|1\d)\b"
    r"|(?:the )?(?:next|following|second|third) (?:day|morning|night|week)"
    r"|\w+ (?:hours|days|weeks|months|years) (?:later|after (?:admission|treatment|discharge))"
    r"|at (?:discharge|follow-?up)|follow-?up (?:visit|examination)|subsequent(?:ly)?|was discharged|POD ?#?\d)",
    re.IGNORECASE,
)


_ONCE = re.compile(r"\s+(?:was|were) (?:used|given|taken) (?:only|once)\b", re.IGNORECASE)


def _not_taken(medication: Medication, text: str) -> bool:
    """A drug that is denied, or only part of another word ("non-insulin-dependent")."""
    if medication.start is None or not text:
        return False
    if text[: medication.start].lower().endswith("non-") or _ONCE.match(text, medication.end or medication.start):
        return True
    return denied_from_afar(text, medication.start)


class Source:
    """One reading, the `text` it was read from (may be empty: then nothing is read from words) and the `question`."""

    def __init__(self, reading: Reading, knowledge: Knowledge, text: str = "", question: str | None = None) -> None:
        self.reading = reading.model_copy(update={"findings": settled(reading.findings, text)})
        self.knowledge = knowledge
        self.text = text
        self.question = question or ""
        self._once: dict[Hashable, Fact] = {}
        self._settings: dict[tuple[int, int], Setting] = {}

    def once(self, key: Hashable, read: Callable[[], Fact]) -> Fact:
        """What a reader finds, read once for all calculators that ask for it."""
        if key not in self._once:
            self._once[key] = read()
        return self._once[key]

    def setting(self, start: int, end: int) -> Setting:
        """Of which occasion the value at this place is, looked up once for all calculators."""
        if (start, end) not in self._settings:
            cell = next((c for c in self.cells if c.start <= start < c.end), None)
            self._settings[start, end] = setting_of(cell.when) if cell else setting_at(self.text, start, end)
        return self._settings[start, end]

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """What stands in the tables of the record."""
        return cells(self.text)

    @cached_property
    def _rows(self) -> tuple[tuple[int, int], ...]:
        """The lines of the text that are rows of a table."""
        starts = {self.text.rfind("\n", 0, c.start) + 1 for c in self.cells}
        return tuple((start, (self.text.find("\n", start) + 1 or len(self.text) + 1) - 1) for start in starts)

    def in_table(self, place: int) -> bool:
        """Does this place of the text stand in a row of a table?"""
        return any(start <= place < end for start, end in self._rows)

    @cached_property
    def occasion(self) -> Setting:
        """When and where the question asks for."""
        return setting_of(self.question)

    @cached_property
    def of_the_moment(self) -> Self:
        """The same record, asked for what holds now: the last state before that of the arrival."""
        other = copy.copy(self)
        other._once = {}  # what was read there answers another question
        other.occasion = Setting(frozenset((Occasion.NOW,)), frozenset(), frozenset())
        return other

    @cached_property
    def lists(self) -> tuple[Listed, ...]:
        """What the record lists apart from its names."""
        return listed(self.text)

    @cached_property
    def lowered(self) -> str:
        """The text in small letters."""
        return self.text.lower()

    @cached_property
    def _by_term(self) -> dict[str, list[Finding]]:
        """The findings by their own concept and all above it, in the order of the reading."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.reading.findings:
            for term in self.terms(finding):
                found[term].append(finding)
        return found

    @cached_property
    def _order(self) -> dict[int, int]:
        return {id(f): i for i, f in enumerate(self.reading.findings)}

    def terms(self, finding: Finding) -> frozenset[str]:
        """What a finding stands for: its own term and all above it."""
        if finding.concept is None:
            return frozenset()
        return self.knowledge.ancestors(finding.concept) | {finding.concept}

    def words(self, finding: Finding, before: int = 0) -> str:
        """How the record words a finding, with so many characters before it; its label where there is no text."""
        if finding.start is None or finding.end is None or not self.text:
            return finding.label
        return self.text[max(0, finding.start - before) : finding.end]

    def findings(self, *concepts: str) -> list[Finding]:
        """Findings of any of these concepts, or of something more special, in the order of the reading."""
        found = {self._order[id(f)]: f for c in concepts for f in self._by_term.get(c, ())}
        return [found[i] for i in sorted(found)]

    @cached_property
    def denied(self) -> dict[str, Finding]:
        """What the record says is absent, the first place of each concept."""
        own = [f for f in self.reading.findings if f.experiencer != "other" and f.concept]
        absent = [f for f in own if f.assertion == "absent" and f.temporality != "resolved"]
        return {str(f.concept): f for f in reversed(absent)}

    @cached_property
    def _by_analyte(self) -> dict[str, list[Measurement]]:
        found: dict[str, list[Measurement]] = defaultdict(list)
        told = [m for m in self.reading.measurements if not self.in_table(m.start)]
        for m in sorted((*told, *from_cells(self.cells, self.knowledge)), key=lambda m: m.start):
            if m.experiencer == "patient" and m.temporality == "recent":
                found[m.analyte].append(m)
        return found

    def measurements(self, *analytes: str) -> list[Measurement]:
        """The patient's own of now, by preference of analyte and then in the order of the text."""
        return [m for analyte in analytes for m in self._by_analyte.get(analyte, ())]

    @cached_property
    def _by_drug(self) -> dict[str, Medication]:
        taken = [
            m
            for m in self.reading.medications
            if m.drug and m.status in ("current", "before-admission") and not _not_taken(m, self.text)
        ]
        return {str(m.drug).lower(): m for m in reversed(taken)}

    def medication(self, *drugs: str) -> Medication | None:
        """The first of these drugs that the patient takes."""
        return next((self._by_drug[d] for d in drugs if d in self._by_drug), None)

    @cached_property
    def presentation_end(self) -> int:
        """Where the record leaves the presentation for the course; its end where it never does."""
        # The first sentences often sum up what came before ("three days after …"): they do not count.
        found = _LATER.search(self.text, min(len(self.text), 200))
        return found.start() if found else max(len(self.text), 1 << 30)

    def same_sentence(self, one: int, other: int) -> bool:
        """Do two places of the text stand in the same sentence?"""
        return any(start <= one < end and start <= other < end for start, end in self.reading.sentences)
