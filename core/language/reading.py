"""Everything understood from one case: the room's two doors, `read` and `extract`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.case.model import Case, Language, Patient
from core.knowledge.base import Knowledge
from core.language.allergies import read_allergies
from core.language.conflicts import conflicts_in
from core.language.context import Context
from core.language.corrections import corrected
from core.language.demographics import add_size, read_patient
from core.language.extraction import Parts, Text, findings_of, target_findings
from core.language.findings import read_findings
from core.language.genotypes import read_genotypes
from core.language.measurements import Reader
from core.language.medications import given_medication, read_medications
from core.language.model import Allergies, Finding, Measurement, Medication, Reading
from core.language.oxygen import oxygen_findings
from core.language.ranges import findings_from
from core.language.timeline import dated, timeline
from core.language.tokens import Sentence
from core.language.zh.reading import read_zh, targets_zh

_CJK = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_GOAL = re.compile(
    r"\b(?:goal|target|keep|maintain|titrate|hold (?:for|if)|parameters?|if|should|until|reference|"
    r"ref|normal range|limit|cut-?off|threshold|call for|notify)\b[^.;\n]{0,20}$",
    re.IGNORECASE,
)


def language_of(case: Case) -> Language:
    """The language of the record: as given, or Chinese where Chinese characters outweigh Latin words."""
    if case.lang is not None:
        return case.lang
    head = case.text[:20_000]
    return "zh" if len(_CJK.findall(head)) > 1.5 * len(_LATIN.findall(head)) else "en"


def read(case: Case, knowledge: Knowledge) -> Reading:
    """Everything that one case says."""
    language = language_of(case)
    about = read_patient(case.text, case.patient)
    parts = (read_zh if language == "zh" else _read_en)(case.text, knowledge, about.patient)
    about = add_size(about, parts.measurements, case.text)
    allergies = read_allergies(case.text, parts.sections, case.allergies)
    derived = findings_from(parts.measurements, knowledge)
    given = _given_findings(case, knowledge)
    named_findings = dated(
        _without_reactions(case.text, parts.findings, allergies), about.patient.age_years, case.encounter_date
    )
    named_findings, derived = corrected(case, named_findings, derived, knowledge)
    findings = _unique((*given, *sorted((*named_findings, *derived), key=_place)))
    return Reading(
        language=language,
        patient=about.patient,
        patient_spans=about.spans,
        sections=tuple(parts.sections),
        sentences=tuple(parts.sentences),
        findings=findings,
        measurements=tuple(parts.measurements),
        medications=(*_given_medications(case, knowledge), *parts.medications),
        allergies=allergies,
        timeline=timeline(findings),
        genotypes=read_genotypes(case.text, parts.sections, parts.sentences),
        conflicts=(
            *about.conflicts,
            *conflicts_in(
                case.text, parts.sections, parts.sentences, named_findings, derived, parts.measurements, allergies
            ),
        ),
    )


def _without_reactions(text: str, findings: Iterable[Finding], allergies: Allergies) -> list[Finding]:
    """The findings that are not what an allergy once did: "aspirin (angioedema)" is no angioedema of today."""
    past = []
    for item in allergies.items:
        if item.end is not None and item.reaction:
            at = text.find(item.reaction, item.end, item.end + len(item.reaction) + 30)
            past += [(at, at + len(item.reaction))] if at >= 0 else []
    return [
        f
        for f in findings
        if f.start is None or f.end is None or not any(start <= f.start and f.end <= end for start, end in past)
    ]


def extract(case: Case, knowledge: Knowledge, targets: Sequence[tuple[int, int]] | None = None) -> tuple[Finding, ...]:
    """Findings alone. With targets, one with exactly that span for each, whatever the vocabulary knows of it;
    without, everything named, general findings inside more special ones included."""
    text = case.text
    if targets is not None:
        wanted = [(start, end) for start, end in targets if 0 <= start < end <= len(text)]
        if language_of(case) == "zh":
            return tuple(targets_zh(text, knowledge, wanted))
        return tuple(target_findings(Text(text), knowledge, wanted))
    if language_of(case) == "zh":
        return read(case, knowledge).findings
    found = findings_of(Text(text), knowledge, inner=True)
    reading = read(case, knowledge)
    return _unique(
        (*sorted((*found, *(f for f in reading.findings if f.value is not None or f.start is None)), key=_place),)
    )


def _read_en(text: str, knowledge: Knowledge, patient: Patient) -> Parts:
    whole = Text(text)
    reader = Reader(text, knowledge, patient)
    findings: list[Finding] = []
    measurements: list[Measurement] = []
    medications: list[Medication] = []
    for sentence, context in whole.contexts():
        here = _measurements(sentence, context, reader)
        measurements += here
        findings += _not_measured(read_findings(sentence, context, knowledge, whole.defined), here, reader)
        findings += oxygen_findings(sentence, here, knowledge)
        medications += read_medications(sentence, context, knowledge, {(m.start, m.end) for m in here})
    measurements += reader.read_tables()
    return Parts(whole.sections, [(s.start, s.end) for s in whole.sentences], findings, measurements, medications)


def _not_measured(findings: list[Finding], measurements: list[Measurement], reader: Reader) -> list[Finding]:
    """The findings that are no mere name of a quantity with its value: "urine protein 0.1 g" is no proteinuria."""
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


def _measurements(sentence: Sentence, context: Context, reader: Reader) -> list[Measurement]:
    if sentence.kind in ("medications", "allergies", "instructions"):
        return []
    found = []
    for m in reader.read(sentence.start, sentence.end):
        judgement = context.judge(*sentence.token_range(m.start, m.end))
        if judgement.assertion == "hypothetical" or _GOAL.search(
            sentence.text, max(sentence.start, m.start - 40), m.start
        ):
            continue
        past = judgement.temporality if judgement.temporality == "historical" else "recent"
        if past != "recent" or judgement.experiencer != "patient":
            m = m.model_copy(update={"experiencer": judgement.experiencer, "temporality": past})
        found.append(m)
    return found


def _given_findings(case: Case, knowledge: Knowledge) -> list[Finding]:
    found = []
    for terms, assertion in ((case.hpo_present, "present"), (case.hpo_excluded, "absent")):
        for term in terms:
            concept = knowledge.current(term) or term
            label = knowledge.label(concept)
            found.append(Finding(concept=concept, label=label.en, label_zh=label.zh, assertion=assertion))
    return found


def _given_medications(case: Case, knowledge: Knowledge) -> list[Medication]:
    return [given_medication(name, knowledge) for name in case.medications]


def _place(finding: Finding) -> tuple[int, int, str]:
    return (finding.start if finding.start is not None else -1, finding.end or -1, finding.concept or "")


def _unique(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    seen: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        seen.setdefault((finding.concept, finding.start, finding.end, finding.assertion), finding)
    return tuple(seen.values())
