"""The summary that is always there: written from the outline and the assessment without any model, in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.assessment import Sentence
from core.case.model import Patient
from core.narrative.model import Span
from core.narrative.outline import Item, Outline, small
from core.narrative.phrases import AGES_ZH, BANDS, LEVELS, PHRASES, Phrases
from core.narrative.record import Record
from core.scores.model import ScoreResult

_LEADING = 3


def opening(record: Record, outline: Outline, lang: str) -> Sentence:
    """Who comes with what, in one line."""
    say = PHRASES[lang]
    patient, spans = record.assessment.patient, record.reading.patient_spans
    who = person(patient, lang)
    facts = [f"patient/{field}" for field in ("age_years", "sex") if getattr(patient, field) not in (None, "unknown")]
    places = [spans[field] for field in ("age_years", "sex") if field in spans]
    if not outline.complaint:
        return _sentence(say.alone.format(who=who), facts, places)
    what = _joined(outline.complaint, say, say.last)
    return _sentence(
        say.opening.format(who=who, what=what),
        [*facts, *(f for item in outline.complaint for f in item.facts)],
        [*places, *(s for item in outline.complaint for s in item.spans)],
    )


def group_of(record: Record, left: Outline, group: str, lang: str) -> Iterator[Sentence]:
    """What is left to tell of one group of the outline."""
    say = PHRASES[lang]
    items = getattr(left, group)
    if items:
        yield _of_items(getattr(say, group), items, say, say.nor if group == "absent" else say.last)
    elif group == "allergies" and record.assessment.allergies.status == "none-known":
        yield _sentence(say.no_allergies, ["allergies/status"], [])


def person(patient: Patient, lang: str) -> str:
    """
    >>> person(Patient(age_years=80, sex="female"), "en"), person(Patient(age_years=0.5), "zh")
    ('An 80-year-old woman', '6个月患儿')
    """
    age = patient.age_years
    if lang == "zh":
        sex = {"male": "男", "female": "女", "unknown": ""}[patient.sex]
        if age is None:
            return f"{sex}性患者" if sex else "患者"
        number, unit = _age(age)
        noun = ("患儿" if age < 14 else "性患者") if sex else ("患儿" if age < 14 else "患者")
        return f"{number}{AGES_ZH[unit]}{sex}{noun}"
    young = age is not None and age < 16
    noun = {
        "male": "boy" if young else "man",
        "female": "girl" if young else "woman",
        "unknown": "child" if young else "patient",
    }[patient.sex]
    if age is None:
        return "The patient" if patient.sex == "unknown" else f"A {noun}"
    number, unit = _age(age)
    article = "An" if str(number).startswith("8") or number in (11, 18) else "A"
    return f"{article} {number}-{unit}-old {noun}"


def _age(age: float) -> tuple[int, str]:
    if age >= 2:
        return int(age), "year"
    if age >= 1 / 12:
        return round(age * 12), "month"
    return round(age * 365.25), "day"


def conclusions(record: Record, lang: str) -> Iterator[Sentence]:
    """Scores, diagnoses and urgency: they are the engine's, and no model words them."""
    say = PHRASES[lang]
    assessment = record.assessment
    scores = [_score(number, score, lang) for number, score in enumerate(assessment.scores) if score.value is not None]
    if scores:
        yield _of_items(say.scores, scores, say, say.last)
    if assessment.abstained is not None:
        reason = _named(assessment.abstained.reason, assessment.abstained.reason_zh, lang).rstrip(".。")
        yield _sentence(say.abstained.format(what=reason), ["abstained"], [])
    leading = [
        Item(
            say.ranked.format(name=_disease(d.name, d.name_zh, lang), band=BANDS[lang][d.band]),
            (f"differential/{n}",),
            tuple(dict.fromkeys(span for e in d.supporting for span in e.spans)),
        )
        for n, d in enumerate(assessment.differential[:_LEADING])
        if n == 0 or d.band != "unlikely"
    ]
    if leading:
        yield _of_items(say.leading, leading, say, say.last)
    dangers = [
        Item(_disease(d.name, d.name_zh, lang), (f"cannot_miss/{n}",), tuple(d.why_open))
        for n, d in enumerate(assessment.cannot_miss)
    ]
    if dangers:
        yield _of_items(say.dangers, dangers, say, say.last)
    if assessment.triage.level is not None:
        yield _urgency(record, lang, say)


def _score(number: int, score: ScoreResult, lang: str) -> Item:
    value = f"{score.value:g}" if isinstance(score.value, int | float) else str(score.value)
    if score.range is not None:
        value = f"{score.range[0]:g}–{score.range[1]:g}"
    category = _named(score.category or "", score.category_zh, lang)
    words = " ".join(part for part in (_named(score.name, score.name_zh, lang), value, score.unit) if part)
    spans = tuple((i.start, i.end) for i in score.inputs if i.start is not None and i.end is not None)
    return Item(f"{words} ({category})" if category else words, (f"scores/{number}",), spans)


def _urgency(record: Record, lang: str, say: Phrases) -> Sentence:
    triage = record.assessment.triage
    reasons = [_named(small(g.text), g.text_zh, lang).rstrip(".。") for g in triage.grounds]
    level = LEVELS[lang][triage.level or "self-care"]
    because = say.because.format(what=say.semicolon.join(reasons)) if reasons else ""
    return _sentence(
        say.urgency.format(level=level, because=because), ["triage/level"], [s for g in triage.grounds for s in g.spans]
    )


def _disease(name: str, name_zh: str | None, lang: str) -> str:
    return _named(small(name), name_zh, lang)


def _named(name: str, name_zh: str | None, lang: str) -> str:
    return name_zh if lang == "zh" and name_zh else name


def _of_items(phrase: str, items: Sequence[Item], say: Phrases, last: str) -> Sentence:
    return _sentence(
        phrase.format(what=_joined(items, say, last)),
        [fact for item in items for fact in item.facts],
        [span for item in items for span in item.spans],
    )


def _joined(items: Sequence[Item], say: Phrases, last: str) -> str:
    words = [item.words for item in items]
    return say.comma.join(words[:-1]) + last + words[-1] if len(words) > 1 else words[0]


def _sentence(text: str, facts: Iterable[str], spans: Iterable[Span]) -> Sentence:
    return Sentence(
        text=text[:1].upper() + text[1:],
        author="template",
        spans=tuple(dict.fromkeys(spans)),
        facts=tuple(dict.fromkeys(facts)),
    )
