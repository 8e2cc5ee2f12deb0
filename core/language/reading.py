"""Everything understood from one case: the room's two doors, `read` and `extract`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from core.case.model import Case, Language, Patient
from core.knowledge.base import Knowledge
from core.language.allergies import read_allergies
from core.language.allergy_mentions import Mentions
from core.language.childbearing import told_pregnant
from core.language.conflicts import conflicts_in
from core.language.contradictions import contradictions_in
from core.language.copies import altered
from core.language.corrections import corrected
from core.language.demographics import add_size, read_patient
from core.language.en.allergens import is_allergen_alone, is_antibiotic
from core.language.en.reaction_words import TAKEN
from core.language.en.told_frames import TOLERATED
from core.language.extraction import Parts, Text, findings_of, target_findings
from core.language.measurements import Reader
from core.language.medications import given_medication
from core.language.memory import Memory
from core.language.model import Finding, Measurement, Medication, Reading
from core.language.pieces import About, add_piece, read_piece
from core.language.places import Places
from core.language.plain import in_plain_words
from core.language.ranges import findings_from, judged_in_pregnancy
from core.language.shorthand import MOST_DEFINED
from core.language.tables import timed_cells
from core.language.timeline import dated, timeline
from core.language.zh.reading import read_zh, targets_zh

_CJK = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")


def language_of(case: Case) -> Language:
    """The language of the record: as given, or Chinese where Chinese characters outweigh Latin words."""
    if case.lang is not None:
        return case.lang
    head = case.text[:20_000]
    return "zh" if len(_CJK.findall(head)) > 1.5 * len(_LATIN.findall(head)) else "en"


def read(case: Case, knowledge: Knowledge, memory: Memory | None = None) -> Reading:
    """Everything that one case says. With a `memory`, the sentences that were read with it before are not read again,
    for whoever reads a text while it is being typed; what is read is the same."""
    memory = memory if memory is not None else Memory()
    memory.use(knowledge)
    known = memory.last(case)
    if known is None:
        known = _read_plain(case, knowledge, memory)
        memory.keep(case, known)
    return known


def _read_plain(case: Case, knowledge: Knowledge, memory: Memory) -> Reading:
    """The reading of a case whose text is put into plain words first, where it is not."""
    language = language_of(case)
    plain = in_plain_words(case.text, language, knowledge)
    if plain is None:
        return _read(case, language, knowledge, memory)
    corrections = tuple(
        c.model_copy(update=dict(zip(("start", "end"), plain.span_here(c.start, c.end), strict=True)))
        for c in case.corrections
        if c.end <= len(case.text)
    )
    here = case.model_copy(update={"text": plain.text, "lang": language, "corrections": corrections})
    return plain.back(_read(here, language, knowledge, memory))


def _read(case: Case, language: Language, knowledge: Knowledge, memory: Memory) -> Reading:
    about = read_patient(case.text, case.patient)
    parts = (read_zh if language == "zh" else _read_en)(case.text, knowledge, about.patient, memory)
    about = add_size(about, parts.measurements, case.text)
    told = read_allergies(case.text, parts.sections, case.allergies, knowledge)
    allergies = told.allergies
    reactions = Places(_reactions(case.text, told))  # "low platelets (HIT) 2019" counts none
    parts.measurements[:] = [m for m in parts.measurements if not _is_within(m.start, m.end, reactions)]
    if about.patient.pregnant or told_pregnant(case.text, parts.findings, about.patient):
        parts.measurements[:] = judged_in_pregnancy(parts.measurements)
    derived = findings_from(parts.measurements, knowledge, about.patient)
    given = _given_findings(case, knowledge)
    named_findings = dated(
        _without_reactions(case.text, parts.findings, told), about.patient.age_years, case.encounter_date
    )
    named_findings, derived = corrected(case, named_findings, derived, knowledge)
    if place := told_pregnant(case.text, named_findings, about.patient):
        about = about._replace(
            patient=about.patient.model_copy(update={"pregnant": True}), spans={**about.spans, "pregnant": place}
        )
    findings = _unique((*given, *sorted((*named_findings, *derived), key=_place)))
    medications = _not_allergens(case.text, parts.medications, told)
    return Reading(
        language=language,
        patient=about.patient,
        patient_spans=about.spans,
        sections=tuple(parts.sections),
        sentences=tuple(parts.sentences),
        findings=findings,
        measurements=tuple(parts.measurements),
        medications=(*_given_medications(case, knowledge), *medications),
        allergies=allergies,
        timeline=timeline(findings),
        genotypes=tuple(sorted(parts.genotypes, key=lambda g: g.start)),
        conflicts=(
            *about.conflicts,
            *conflicts_in(
                case.text, parts.sections, parts.sentences, named_findings, derived, parts.measurements, allergies
            ),
            *contradictions_in(case.text, named_findings, medications, allergies),
        ),
    )


def _not_allergens(text: str, medications: Iterable[Medication], told: Mentions) -> list[Medication]:
    """The drugs that are not named as something that is not tolerated, nor in what it did: "penicillin - anaphylaxis"
    and "sulfa (SJS with Septrin)" are not taken. What was stopped stays so."""
    named = [(i.start, i.end) for i in told.every if i.start is not None and i.end is not None]
    places = Places([*named, *_reactions(text, told), *told.did])
    return [
        m
        for m in medications
        if m.status == "stopped" or not (_is_within(m.start, m.start, places) or _is_tolerated(text, m))
    ]


def _is_tolerated(text: str, medication: Medication) -> bool:
    """ "Tolerated amoxicillin since", "no problems with cefalexin": an antibiotic that is not being taken."""
    start = medication.start
    named = start is not None and medication.dose is None and is_antibiotic(medication.name)
    return named and TOLERATED.search(text, max(0, (start or 0) - 40), start or 0) is not None


def _without_reactions(text: str, findings: Iterable[Finding], told: Mentions) -> list[Finding]:
    """The findings without what an allergy once did: "aspirin (angioedema)" is no angioedema of today. What stands
    before the drug may be an illness of its own ("HIT on enoxaparin 2021"): that is of the past."""
    drugs = [
        (i.start, i.end)
        for i in told.every
        if i.start is not None and i.end is not None and not is_allergen_alone(i.substance)
    ]
    past = Places([*_reactions(text, told), *drugs])  # what is not tolerated is not taken, by whatever finding
    then = Places(told.then)
    return [
        f.model_copy(update={"temporality": "historical"}) if _is_within(f.start, f.end, then) else f
        for f in findings
        if not _is_within(f.start, f.end, past)
    ]


def _is_within(start: int | None, end: int | None, places: Places) -> bool:
    return start is not None and end is not None and places.hold(start, end)


def _reactions(text: str, told: Mentions) -> Iterator[tuple[int, int]]:
    """Where it stands behind a substance what that did."""
    for item in told.every:
        if item.end is not None and item.reaction and not TAKEN.search(item.reaction):
            at = text.find(item.reaction, item.end, item.end + len(item.reaction) + 30)
            if at >= 0:
                yield at, at + len(item.reaction)


def extract(case: Case, knowledge: Knowledge, targets: Sequence[tuple[int, int]] | None = None) -> tuple[Finding, ...]:
    """Findings alone. With targets, one with exactly that span for each, whatever the vocabulary knows of it;
    without, everything named, general findings inside more special ones included."""
    text = case.text
    language = language_of(case)
    plain = in_plain_words(text, language, knowledge)
    here = plain.text if plain else text
    if targets is not None:
        wanted = [(start, end) for start, end in targets if 0 <= start < end <= len(text)]
        places = [plain.span_here(*place) for place in wanted] if plain else wanted
        asked = (
            targets_zh(here, knowledge, places) if language == "zh" else target_findings(Text(here), knowledge, places)
        )
        return (
            tuple(altered(f, start=a, end=b) for f, (a, b) in zip(asked, wanted, strict=True)) if plain else (*asked,)
        )
    reading = read(case, knowledge)
    if language == "zh":
        return reading.findings
    found = findings_of(Text(here), knowledge, inner=True)
    placed = plain.placed(found) if plain else found
    return _unique(
        (*sorted((*placed, *(f for f in reading.findings if f.value is not None or f.start is None)), key=_place),)
    )


def _read_en(text: str, knowledge: Knowledge, patient: Patient, memory: Memory) -> Parts:
    whole = Text(text)
    about = About(whole.company, patient.age_years, patient.sex)
    parts = Parts(whole.sections, [(cut.start, cut.end) for cut in whole.cuts], [], [], [], [])
    explained: dict[str, str] = {}  # abbreviations, and their terms
    for index in range(len(whole.cuts)):
        window, begin = whole.window(index)
        defined = {short: term for short, term in explained.items() if short in window.text}
        reading = partial(read_piece, window, about, defined, knowledge)
        piece = memory.piece((window, about, tuple(defined.items())), begin, reading)
        add_piece(parts, piece)
        explained.update(islice(piece.defined.items(), MOST_DEFINED - len(explained)))
    parts.measurements.extend(Reader(text, knowledge, patient).read_tables({m.end for m in parts.measurements}))
    parts.measurements[:] = _timed(text, parts.measurements)
    return parts


def _timed(text: str, measurements: Sequence[Measurement]) -> list[Measurement]:
    """The measurements, those of a chart with the time that stands over their column or before their row."""
    cells = list(timed_cells(text))
    if not cells:
        return list(measurements)
    starts = [start for start, _, _ in cells]
    found = []
    for m in measurements:
        index = bisect_left(starts, m.end) - 1
        inside = index >= 0 and m.end <= cells[index][1]
        found.append(m.model_copy(update={"time": cells[index][2]}) if inside else m)
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
