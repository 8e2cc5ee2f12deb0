"""Everything understood from one case: the room's two doors, `read` and `extract`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.case.model import Case, Language, Patient
from core.knowledge.base import Knowledge
from core.language.allergies import none_known, read_allergies
from core.language.context import Context
from core.language.demographics import add_size, read_patient
from core.language.extraction import Text, findings_of, target_findings
from core.language.findings import read_findings
from core.language.matching import named
from core.language.measurements import Reader
from core.language.medications import drug_of, read_medications
from core.language.model import Allergies, Conflict, Finding, Measurement, Medication, Reading, Section
from core.language.ranges import findings_from
from core.language.timeline import dated, timeline
from core.language.tokens import Sentence
from core.language.zh.reader import findings_zh, judge_zh, medications_zh, split_sections_zh, split_sentences_zh

_CJK = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_GOAL = re.compile(
    r"\b(?:goal|target|keep|maintain|titrate|hold (?:for|if)|parameters?|if|should|until|reference|"
    r"ref|normal range|limit|cut-?off|threshold|call for|notify)\b[^.;\n]{0,20}$",
    re.IGNORECASE,
)
_OXYGEN = re.compile(
    r"\b(?:on|with|requiring|via|at)\s+(?:(?P<litres>\d{1,2}(?:\.\d)?)\s?(?:L|l|lpm|litres?|liters?)\b|"
    r"(?P<device>(?:a )?(?:nasal cannula|NC|NRB|non-?rebreather|face ?mask|high[- ]flow|HFNC|BiPAP|CPAP|venti mask|"
    r"supplemental oxygen|oxygen|O2))\b|"
    r"(?P<air>room air|RA|air)\b)"
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
    if language == "zh":
        sections, sentences, named_findings, measurements, medications = _read_zh(case.text, knowledge, about.patient)
    else:
        sections, sentences, named_findings, measurements, medications = _read_en(case.text, knowledge, about.patient)
    about = add_size(about, measurements)
    allergies = read_allergies(case.text, sections, case.allergies)
    derived = findings_from(measurements, knowledge)
    given = _given_findings(case, knowledge)
    named_findings = dated(_without_reactions(named_findings, allergies), about.patient.age_years)
    findings = _unique((*given, *sorted((*named_findings, *derived), key=_place)))
    return Reading(
        language=language,
        patient=about.patient,
        patient_spans=about.spans,
        sections=tuple(sections),
        sentences=tuple(sentences),
        findings=findings,
        measurements=tuple(measurements),
        medications=(*_given_medications(case, knowledge), *medications),
        allergies=allergies,
        timeline=timeline(findings),
        conflicts=(*about.conflicts, *_conflicts(named_findings, derived, allergies, case.text)),
    )


def _without_reactions(findings: Iterable[Finding], allergies: Allergies) -> list[Finding]:
    """The findings that are not what an allergy once did: "aspirin (angioedema)" is no angioedema of today."""
    past = [(a.end, a.end + len(a.reaction) + 4) for a in allergies.items if a.end is not None and a.reaction]
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
            return tuple(_targets_zh(text, knowledge, wanted))
        return tuple(target_findings(Text(text), knowledge, wanted))
    if language_of(case) == "zh":
        return read(case, knowledge).findings
    found = findings_of(Text(text), knowledge, inner=True)
    reading = read(case, knowledge)
    return _unique(
        (*sorted((*found, *(f for f in reading.findings if f.value is not None or f.start is None)), key=_place),)
    )


def _read_en(
    text: str, knowledge: Knowledge, patient: Patient
) -> tuple[list[Section], list[tuple[int, int]], list[Finding], list[Measurement], list[Medication]]:
    whole = Text(text)
    findings: list[Finding] = []
    measurements: list[Measurement] = []
    medications: list[Medication] = []
    for sentence, context in whole.contexts():
        here = _measurements(sentence, context, knowledge, patient)
        measurements += here
        findings += read_findings(sentence, context, knowledge, whole.defined)
        findings += _oxygen(sentence, here, knowledge)
        medications += read_medications(sentence, context, knowledge, {(m.start, m.end) for m in here})
    ends = {m.end for m in measurements}
    measurements += [m for m in Reader(text, knowledge, patient).read_tables() if m.end not in ends]
    return whole.sections, [(s.start, s.end) for s in whole.sentences], findings, measurements, medications


def _measurements(sentence: Sentence, context: Context, knowledge: Knowledge, patient: Patient) -> list[Measurement]:
    if sentence.kind in ("medications", "allergies", "instructions"):
        return []
    found = []
    for m in Reader(sentence.text, knowledge, patient).read([(sentence.start, sentence.end)]):
        first, last = sentence.token_range(m.start, m.end)
        judgement = context.judge(first, last)
        before = sentence.text[max(sentence.start, m.start - 40) : m.start]
        if judgement.assertion == "hypothetical" or _GOAL.search(before):
            continue
        temporality = (
            judgement.temporality
            if sentence.kind == "past-history" or judgement.temporality == "historical"
            else "recent"
        )
        found.append(m.model_copy(update={"experiencer": judgement.experiencer, "temporality": temporality}))
    return found


def _oxygen(sentence: Sentence, measurements: Iterable[Measurement], knowledge: Knowledge) -> list[Finding]:
    """ "91% on 2 L": that the value was held with oxygen is a finding of its own; who got any was not on air alone."""
    matches = [
        match
        for m in measurements
        if m.analyte == "oxygen-saturation" and m.temporality == "recent"
        if (match := _OXYGEN.search(sentence.text, m.end, min(sentence.end, m.end + 40)))
    ]
    given = [match for match in matches if not match.group("air")]
    term = next(
        (t for name in ("supplemental oxygen", "oxygen therapy", "requires oxygen") for t in named(knowledge, name)),
        None,
    )
    if not matches or term is None:
        return []
    label = knowledge.label(term)
    match = (given or matches)[0]
    litres = match.group("litres")
    return [
        Finding(
            concept=term,
            label=label.en,
            label_zh=label.zh,
            assertion="present" if given else "absent",
            value=float(litres) if litres else None,
            unit="L/min" if litres else None,
            start=match.start(),
            end=match.end(),
        )
    ]


def _read_zh(
    text: str, knowledge: Knowledge, patient: Patient
) -> tuple[list[Section], list[tuple[int, int]], list[Finding], list[Measurement], list[Medication]]:
    sections = split_sections_zh(text)
    sentences = [span for s in sections for span in split_sentences_zh(text, s.heading_end, s.end)]
    reader = Reader(text, knowledge, patient)
    measurements = reader.read(
        [
            span
            for s in sections
            if s.kind not in ("medications", "instructions")
            for span in split_sentences_zh(text, s.heading_end, s.end)
        ]
    )
    return (
        sections,
        sentences,
        findings_zh(text, sections, knowledge),
        measurements,
        medications_zh(text, sections, knowledge),
    )


def _targets_zh(text: str, knowledge: Knowledge, targets: Sequence[tuple[int, int]]) -> list[Finding]:
    sections = split_sections_zh(text)
    sentences = [
        (s, e, section.kind)
        for section in sections
        for s, e in split_sentences_zh(text, section.heading_end, section.end)
    ]
    known = findings_zh(text, sections, knowledge)
    found = []
    for start, end in targets:
        first, last, kind = next(((s, e, k) for s, e, k in sentences if s <= start < e), (0, len(text), "other"))
        said = judge_zh(text, first, last, start, end, kind)
        best = max(known, key=lambda f: max(0, min(end, f.end or 0) - max(start, f.start or 0)), default=None)
        overlaps = best is not None and min(end, best.end or 0) > max(start, best.start or 0)
        base = (
            best
            if best is not None and overlaps
            else Finding(concept=None, label=" ".join(text[start:end].split())[:200])
        )
        found.append(base.model_copy(update={**said._asdict(), "start": start, "end": end}))
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
    return [Medication(name=name, drug=drug_of(knowledge, name)) for name in case.medications]


def _place(finding: Finding) -> tuple[int, int, str]:
    return (finding.start if finding.start is not None else -1, finding.end or -1, finding.concept or "")


def _unique(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    seen: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        seen.setdefault((finding.concept, finding.start, finding.end, finding.assertion), finding)
    return tuple(seen.values())


def _conflicts(
    named_findings: Sequence[Finding], derived: Sequence[Finding], allergies: Allergies, text: str
) -> list[Conflict]:
    """Findings both stated and denied (a measurement may contradict a denial, no complaint), and allergies likewise."""
    present: dict[str, list[tuple[int, int]]] = {}
    absent: dict[str, list[tuple[int, int]]] = {}
    labels: dict[str, str] = {}
    for finding in (*named_findings, *(f for f in derived if f.assertion == "present")):
        if (
            finding.concept is None
            or finding.experiencer != "patient"
            or finding.temporality != "recent"
            or finding.start is None
            or finding.end is None
        ):
            continue
        labels[finding.concept] = finding.label
        side = {"present": present, "absent": absent}.get(finding.assertion)
        if side is not None:
            side.setdefault(finding.concept, []).append((finding.start, finding.end))
    found = [Conflict(about=labels[c], spans=(present[c][0], absent[c][0])) for c in present if c in absent]
    nothing = none_known(text)
    listed = [(i.start, i.end) for i in allergies.items if i.start is not None and i.end is not None]
    if nothing is not None and allergies.items and not any(s <= nothing[0] < e for s, e in listed):
        found.append(Conflict(about="allergies", spans=(nothing, *listed[:3])))
    return found
