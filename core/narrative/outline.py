"""What there is to tell about a case, in order, each thing with its words, its fact and its place in the record.

The template and the prompt are both written from it, so that a model is told nothing that the template would not say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from core.assessment import Assessment
from core.language.model import Finding
from core.narrative.durations import durations
from core.narrative.model import Span
from core.narrative.names import reaction, small
from core.narrative.record import Record, whose
from core.narrative.sayable import after_no, amount

_NEGATIVES = 8  # the more telling ones; a list of everything that is not there hides them
_COMPLAINTS = 2
_ALLERGY = "BD:known-allergy"  # told with the allergies


class Item(NamedTuple):
    """One thing that can be told."""

    words: str
    facts: tuple[str, ...]
    spans: tuple[Span, ...]


class Outline(NamedTuple):
    """The groups of things, each in the order in which they are told."""

    complaint: tuple[Item, ...]
    present: tuple[Item, ...]
    possible: tuple[Item, ...]
    absent: tuple[Item, ...]
    past: tuple[Item, ...]
    resolved: tuple[Item, ...]
    family: tuple[Item, ...]
    medications: tuple[Item, ...]
    stopped: tuple[Item, ...]
    allergies: tuple[Item, ...]
    measurements: tuple[Item, ...]

    def without(self, told: Callable[[Item], bool]) -> Outline:
        """What has not been told."""
        return Outline._make(tuple(item for item in group if not told(item)) for group in self)


# In the order of telling; the complaint stands in the opening.
GROUPS = tuple(group for group in Outline._fields if group != "complaint")


def outline(record: Record, lang: str) -> Outline:
    """Arrange the findings of a case. Findings read off a measurement are told with the measurement."""
    findings = [(n, f) for n, f in enumerate(record.assessment.findings) if f.value is None and f.concept != _ALLERGY]
    persons = {n: whose(f, record.case.text, record.knowledge) for n, f in findings}
    mine = [(n, f) for n, f in findings if persons[n] == "patient"]
    recent = [(n, f) for n, f in mine if f.assertion == "present" and f.temporality == "recent"]
    complaint = _complaint(record, recent)
    # What the complaint implies is told with it, and what is sure is not told as possible as well.
    chief = {f.concept for _, f in complaint}
    chief |= {general for concept in chief if concept for general in record.knowledge.ancestors(concept)}
    sure = _sure(record, persons)

    def told(wanted: Callable[[Finding], bool], among: Iterable[tuple[int, Finding]] = mine) -> tuple[Item, ...]:
        return _items([(n, f) for n, f in among if wanted(f)], record, lang)

    return Outline(
        complaint=_items(complaint, record, lang),
        present=told(lambda f: f.concept not in chief, recent),
        possible=told(lambda f: f.assertion == "possible" and f.concept not in sure),
        absent=_telling(record, lang, mine),
        past=told(lambda f: f.assertion == "present" and f.temporality == "historical"),
        resolved=told(lambda f: f.temporality == "resolved"),
        family=told(lambda f: f.assertion == "present", [(n, f) for n, f in findings if persons[n] == "family"]),
        medications=_medications(record.assessment, ("current", "before-admission")),
        stopped=_medications(record.assessment, ("stopped",)),
        allergies=_allergies(record.assessment, lang),
        measurements=_measurements(record, lang),
    )


def _sure(record: Record, persons: Mapping[int, str]) -> set[str]:
    """What the patient has for certain now, be it read in words or off a measurement, and what that implies."""
    sure = {
        f.concept
        for n, f in enumerate(record.assessment.findings)
        if f.concept is not None
        and (f.assertion, f.temporality) == ("present", "recent")
        and persons.get(n, f.experiencer) == "patient"
    }
    return sure | {general for concept in sure for general in record.knowledge.ancestors(concept)}


def _complaint(record: Record, recent: list[tuple[int, Finding]]) -> list[tuple[int, Finding]]:
    """What the patient comes with: what stands under that heading, or else of the symptoms that are told first the one
    that says most about the leading disease. What the record tells of it more closely elsewhere comes along."""
    section = next((s for s in record.reading.sections if s.kind == "chief-complaint"), None)
    if section is not None:
        under = [(n, f) for n, f in recent if f.start is not None and section.start <= f.start < section.end]
        chief = list(dict.fromkeys(f.concept for _, f in under))[:_COMPLAINTS]
    else:
        chief = _told_first(record, recent)
    wanted = {*chief, *_closer(record, recent, chief)[:_COMPLAINTS]}
    return [(n, f) for n, f in recent if f.concept in wanted]


def _told_first(record: Record, recent: list[tuple[int, Finding]]) -> list[str | None]:
    """The telling one of the symptoms in the sentence that names the first; the first of all findings where there is
    no symptom."""
    kinds = {key: entry.kind for key, entry in record.knowledge.findings.items()}
    symptoms = [f for _, f in recent if f.start is not None and kinds.get(f.concept or "") == "symptom"]
    if not symptoms:
        return [f.concept for _, f in recent][:1]
    opening = record.sentence_at(symptoms[0].start or 0)
    together = [f.concept for f in symptoms if record.sentence_at(f.start or 0) == opening]
    weights = {e.concept: e.weight for disease in record.assessment.differential[:1] for e in disease.supporting}
    return [max(together, key=lambda concept: weights.get(concept or "", 0.0))]  # the first of equals


def _closer(record: Record, recent: list[tuple[int, Finding]], chief: list[str | None]) -> list[str]:
    """The kinds of a complaint that say it in its own words and more ("severe headache"), nothing of it being lost."""
    said = [f for _, f in recent if f.concept in chief]
    return list(
        dict.fromkeys(
            f.concept
            for _, f in recent
            if f.concept is not None and f.concept not in chief
            for general in said
            if general.concept in record.knowledge.ancestors(f.concept)
            and general.label.lower() in f.label.lower()
            and (f.time or not general.time)
        )
    )


def _items(findings: list[tuple[int, Finding]], record: Record, lang: str) -> tuple[Item, ...]:
    """One item a concept, however often the record names it; what a more special one implies is left out."""
    by_concept: dict[str, list[tuple[int, Finding]]] = {}
    for number, finding in findings:
        by_concept.setdefault(finding.concept or finding.label, []).append((number, finding))
    implied = {a for concept in by_concept for a in record.knowledge.ancestors(concept)}
    text = record.case.text
    return tuple(_item(named, text, lang) for concept, named in by_concept.items() if concept not in implied)


def _item(named: list[tuple[int, Finding]], text: str, lang: str) -> Item:
    finding = named[0][1]
    label = finding.label_zh if lang == "zh" and finding.label_zh else small(finding.label)
    label = label.removeprefix("family history of ").removesuffix("家族史")
    side = next((f.laterality for _, f in named if f.laterality and _at(f, text, f.laterality)), None)
    if side is not None and side not in label and lang == "en":
        label += f" ({side})"
    spell = next((d for _, f in named for d, _, _ in durations(f.time or "")), None)
    words = label
    if spell is not None:
        words += f"（{spell.words('zh')}）" if lang == "zh" else f" for {spell.words('en')}"
    spans = tuple((f.start, f.end) for _, f in named if f.start is not None and f.end is not None)
    return Item(words, tuple(f"findings/{n}" for n, _ in named), spans)


def _at(finding: Finding, text: str, side: str) -> bool:
    """Does the side stand in the very words of the finding, and not in another part of a list?"""
    words = text[finding.start : finding.end].lower()
    return side in words and " and" not in words


def _telling(record: Record, lang: str, mine: list[tuple[int, Finding]]) -> tuple[Item, ...]:
    """The denials that weigh most in the leading diseases first, and not all of them; none that is stated elsewhere,
    itself or as a kind of it."""
    stated = {f.concept for _, f in mine if f.assertion == "present" and f.concept is not None}
    stated |= {general for concept in stated for general in record.knowledge.ancestors(concept)}
    absent = [(n, f) for n, f in mine if f.assertion == "absent" and f.temporality != "resolved"]
    weights: dict[str, float] = {}
    for disease in record.assessment.differential[:5]:
        for evidence in (*disease.supporting, *disease.against):
            weights[evidence.concept] = max(weights.get(evidence.concept, 0.0), abs(evidence.weight))
    ranked = sorted(
        (pair for pair in absent if pair[1].concept not in stated),
        key=lambda pair: -weights.get(pair[1].concept or "", 0.0),
    )
    return _items([(n, f) for n, f in ranked if after_no(f)], record, lang)[:_NEGATIVES]


def _medications(assessment: Assessment, statuses: tuple[str, ...]) -> tuple[Item, ...]:
    items = []
    for number, drug in enumerate(assessment.medications):
        if drug.status in statuses:
            dose = " ".join(part for part in (drug.dose, drug.route, drug.interval) if part)
            item = Item(f"{drug.name} {dose}".rstrip(), (f"medications/{number}",), _span(drug.start, drug.end))
            items.append(((drug.drug or drug.name).lower(), dose, item))
    told: dict[tuple[str, str], Item] = {}
    for key, dose, item in items:
        # The same drug once: with each of its doses, or without any.
        doses = sorted(other for name, other, _ in items if name == key and other)
        place = (key, dose or next(iter(doses), ""))
        known = told.get(place)
        if known is None:
            told[place] = item
        else:
            words = known.words if len(known.words) >= len(item.words) else item.words
            told[place] = Item(words, (*known.facts, *item.facts), (*known.spans, *item.spans))
    return tuple(told.values())


def _allergies(assessment: Assessment, lang: str) -> tuple[Item, ...]:
    return tuple(
        Item(
            item.substance + (_bracketed(reaction(item), lang) if item.reaction else ""),
            (f"allergies/items/{number}",),
            _span(item.start, item.end),
        )
        for number, item in enumerate(assessment.allergies.items)
    )


def _bracketed(text: str, lang: str) -> str:
    return f"（{text}）" if lang == "zh" else f" ({text})"


def _measurements(record: Record, lang: str) -> tuple[Item, ...]:
    """The patient's values outside the reference range, the latest of each."""
    own = [m for m in record.reading.measurements if m.flag not in (None, "normal") and m.experiencer == "patient"]
    latest = {m.analyte: record.sentence_at(m.start) for m in sorted(own, key=lambda m: m.start)}
    items = []
    for m in own:
        # What stands in one sentence was measured at one time: the pressures of two arms.
        if record.sentence_at(m.start) != latest[m.analyte]:
            continue
        analyte = record.knowledge.analytes[m.analyte]
        label = next(iter(analyte.names.zh), m.label) if lang == "zh" else m.label
        relation = "" if m.relation == "=" else m.relation
        items.append(Item(f"{label} {relation}{amount(m)}", (record.measurement_fact(m),), ((m.start, m.end),)))
    return tuple(items)


def _span(start: int | None, end: int | None) -> tuple[Span, ...]:
    return ((start, end),) if start is not None and end is not None else ()
