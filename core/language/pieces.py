"""What one sentence says, from itself alone and a few characters around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from core.case.model import Patient, Sex
from core.knowledge.base import Knowledge
from core.language.company import Company
from core.language.context import Context, section_default
from core.language.effort import at_rest
from core.language.extraction import Parts, Window, moved
from core.language.findings import read_findings
from core.language.genotypes import read_genotypes
from core.language.grown_up import YOUNGEST, without_children
from core.language.ingested import ingested
from core.language.levels import bare_levels
from core.language.measurements import Reader
from core.language.medications import read_medications
from core.language.model import Finding, Genotype, Measurement, Medication
from core.language.multiples import multiples
from core.language.oxygen import oxygen_findings
from core.language.record_units import with_units_of_record
from core.language.tokens import Sentence
from core.language.value_times import past_values

_GOAL = re.compile(
    r"\b(?:(?:goal|target|keep|maintain|titrate|hold (?:for|if)|parameters?|if|should|until|call for|notify)\b"
    r"[^.;\n]{0,20}|(?:reference|ref|normal range|limit|cut-?off|threshold)\b"
    r"[^.;\n)]{0,20})$",  # "(reference 35-50), INR"
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """What a sentence says. `defined` are the abbreviations that it explains."""

    findings: tuple[Finding, ...]
    measurements: tuple[Measurement, ...]
    medications: tuple[Medication, ...]
    genotypes: tuple[Genotype, ...]
    defined: dict[str, str]

    def moved(self, by: int) -> Piece:
        """The same, so many characters farther on."""
        findings, measurements = moved(self.findings, by), moved(self.measurements, by)
        return Piece(findings, measurements, moved(self.medications, by), moved(self.genotypes, by), self.defined)


class About(NamedTuple):
    """What the reading of a sentence takes from the rest of the record: who is spoken of beside the patient, and the
    patient's age and sex, by which values are judged."""

    company: Company
    age_years: float | None
    sex: Sex

    def patient(self) -> Patient:
        """Somebody of this age and sex."""
        return _somebody(self.age_years, self.sex)


@lru_cache(maxsize=64)  # asked for at every sentence, and the same throughout a record
def _somebody(age_years: float | None, sex: Sex) -> Patient:
    return Patient(age_years=age_years, sex=sex)


def read_piece(window: Window, about: About, defined: dict[str, str], knowledge: Knowledge) -> Piece:
    """What a sentence says, its places counted from the beginning of the window. `defined` are the abbreviations that
    the text has explained before it."""
    sentence = window.sentence()
    context = Context(sentence, about.company)
    known = dict(defined)
    reader = Reader(window.text, knowledge, about.patient())
    measurements = _measurements(sentence, context, reader, knowledge)
    measurements = with_units_of_record(measurements, sentence, knowledge, about.patient())
    findings = _not_measured(read_findings(sentence, context, knowledge, known), measurements, reader)
    findings += multiples(sentence, knowledge)
    findings += ingested(sentence, about.age_years, knowledge)
    findings += oxygen_findings(sentence, measurements, knowledge)
    medications = read_medications(sentence, context, knowledge, {(m.start, m.end) for m in measurements})
    measurements, findings = at_rest(sentence, measurements, findings, knowledge)
    if about.age_years is not None and about.age_years >= YOUNGEST:
        findings = without_children(findings, about.age_years, knowledge)
    genotypes = [] if sentence.kind == "family-history" else read_genotypes(window.text, window.start, window.end)
    new = {short: term for short, term in known.items() if defined.get(short) != term}
    return Piece(tuple(findings), tuple(measurements), tuple(medications), tuple(genotypes), new)


def add_piece(parts: Parts, piece: Piece) -> None:
    """Put what a sentence says to the rest."""
    parts.findings.extend(piece.findings)
    parts.measurements.extend(piece.measurements)
    parts.medications.extend(piece.medications)
    parts.genotypes.extend(piece.genotypes)


def _not_measured(findings: list[Finding], measurements: list[Measurement], reader: Reader) -> list[Finding]:
    """The findings that are no mere name of a quantity with its value: "urine protein 0.1 g" is no proteinuria."""
    if not measurements:
        return findings
    return [
        f
        for f in findings
        if not any(
            f.start is not None
            and f.end is not None
            and m.start <= f.start
            and f.end <= m.end
            and reader.names(f.start, f.end)
            for m in measurements
        )
    ]


def _measurements(sentence: Sentence, context: Context, reader: Reader, knowledge: Knowledge) -> list[Measurement]:
    if sentence.kind in ("allergies", "instructions"):
        return []
    found: list[Measurement] = []
    read = reader.read(sentence.start, sentence.end)
    if sentence.kind == "medications" and not any(m.start == sentence.start for m in read):
        return []  # what is measured stands at the head of its sentence; the rest is doses
    levels = [u for u in bare_levels(sentence, knowledge) if all(u.end <= m.start or m.end <= u.start for m in read)]
    judged = []
    for m in sorted((*read, *reader.keep(levels)), key=lambda m: (m.end, m.start)):
        judgement = context.judge(*sentence.token_range(m.start, m.end))
        if judgement.assertion == "hypothetical" or _GOAL.search(
            sentence.text, max(sentence.start, m.start - 40), m.start
        ):
            continue
        found.append(m)
        judged.append(judgement)
    if not found:
        return found
    background = section_default(sentence.kind)[2] == "historical"
    past = past_values(sentence, found, [j.temporality == "historical" for j in judged])
    return [
        m.model_copy(
            update={"experiencer": j.experiencer, "temporality": "historical" if background or p else "recent"}
        )
        if background or p or j.experiencer != "patient"
        else m
        for m, j, p in zip(found, judged, past, strict=True)
    ]
