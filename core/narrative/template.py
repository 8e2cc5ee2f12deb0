"""The summary that is always there: written from the outline and the assessment without any model, in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.assessment import Sentence
from core.case.model import Patient
from core.narrative.model import Span
from core.narrative.names import small, unbracketed
from core.narrative.outline import Item, Outline
from core.narrative.phrases import AGES_ZH, BANDS, LEVELS, PHRASES, Phrases
from core.narrative.record import Record
from core.sayings import sayings
from core.scores.model import ScoreResult

_LEADING = 3
_REASONS = 4  # for the urgency: more in one sentence nobody reads


def opening(record: Record, outline: Outline, lang: str) -> Sentence:
    """Who comes with what, in one line."""
    say = PHRASES[lang]
    patient, spans = record.assessment.patient, record.reading.patient_spans
    who = person(patient, lang)
    facts = [f"patient/{field}" for field in ("age_years", "sex") if getattr(patient, field) not in (None, "unknown")]
    places = [spans[field] for field in ("age_years", "sex") if field in spans]
    if not outline.complaint:
        return sentence(say.alone.format(who=who), facts, places)
    what = joined(outline.complaint, say, say.last)
    return sentence(
        say.opening.format(who=who, what=what),
        [*facts, *(f for item in outline.complaint for f in item.facts)],
        [*places, *(s for item in outline.complaint for s in item.spans)],
    )


def group_of(record: Record, left: Outline, group: str, lang: str) -> Iterator[Sentence]:
    """What is left to tell of one group of the outline."""
    say = PHRASES[lang]
    items = getattr(left, group)
    if items:
        yield of_items(getattr(say, group), items, say, say.nor if group == "absent" else say.last)
    elif group == "allergies" and record.assessment.allergies.status == "none-known":
        yield sentence(say.no_allergies, ["allergies/status"], [])


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


def scores(record: Record, lang: str) -> Iterator[Sentence]:
    """What was computed."""
    rows = enumerate(record.assessment.scores)
    items = [_score(number, score, lang) for number, score in rows if score.value is not None]
    if items:
        yield of_items(PHRASES[lang].scores, items, PHRASES[lang], PHRASES[lang].last)


def abstained(record: Record, lang: str) -> Iterator[Sentence]:
    """Why Bedside does not commit itself."""
    why = record.assessment.abstained
    if why is not None:
        reason = named(why.reason, why.reason_zh, lang).rstrip(".。")
        yield sentence(PHRASES[lang].abstained.format(what=reason), ["abstained"], [])


def leading_items(record: Record, lang: str) -> list[Item]:
    """The diseases at the head of the list, with their bands; of the unlikely ones the first alone."""
    return [
        Item(
            PHRASES[lang].ranked.format(name=disease_name(d.name, d.name_zh, lang), band=BANDS[lang][d.band]),
            (f"differential/{n}",),
            tuple(dict.fromkeys(span for e in d.supporting for span in e.spans)),
        )
        for n, d in enumerate(record.assessment.differential[:_LEADING])
        if n == 0 or d.band != "unlikely"
    ]


def leading(record: Record, lang: str) -> Iterator[Sentence]:
    """The head of the list."""
    items = leading_items(record, lang)
    if items:
        say = PHRASES[lang]
        yield of_items(say.leading if len(items) > 1 else say.foremost, items, say, say.last)


def dangers(record: Record, lang: str) -> Iterator[Sentence]:
    """What must not be missed."""
    items = [
        Item(disease_name(d.name, d.name_zh, lang), (f"cannot_miss/{n}",), tuple(d.why_open))
        for n, d in enumerate(record.assessment.cannot_miss)
    ]
    if items:
        yield of_items(PHRASES[lang].dangers, items, PHRASES[lang], PHRASES[lang].last)


def urgency(record: Record, lang: str) -> Iterator[Sentence]:
    """How soon."""
    if record.assessment.triage.level is not None:
        yield _urgency(record, lang, PHRASES[lang])


def _score(number: int, score: ScoreResult, lang: str) -> Item:
    value = f"{score.value:g}" if isinstance(score.value, int | float) else str(score.value)
    if score.range is not None:
        value = f"{score.range[0]:g}–{score.range[1]:g}"
    category = unbracketed(named(score.category or "", score.category_zh, lang))
    unit = sayings()(score.unit) if lang == "zh" and score.unit else score.unit
    words = " ".join(part for part in (named(score.name, score.name_zh, lang), value, unit) if part)
    spans = tuple((i.start, i.end) for i in score.inputs if i.start is not None and i.end is not None)
    if category and category not in unbracketed(words):
        words += f"（{category}）" if lang == "zh" else f" ({category})"
    return Item(words, (f"scores/{number}",), spans)


def _urgency(record: Record, lang: str, say: Phrases) -> Sentence:
    triage = record.assessment.triage
    reasons = [named(small(g.text), g.text_zh, lang).rstrip(".。") for g in triage.grounds[:_REASONS]]
    level = LEVELS[lang][triage.level or "self-care"]
    because = say.because.format(what=say.semicolon.join(reasons)) if reasons else ""
    return sentence(
        say.urgency.format(level=level, because=because),
        ["triage/level"],
        [s for g in triage.grounds[:_REASONS] for s in g.spans],
    )


def disease_name(name: str, name_zh: str | None, lang: str) -> str:
    """A disease inside a sentence."""
    return named(small(name), name_zh, lang)


def named(name: str, name_zh: str | None, lang: str) -> str:
    """The name in the asked language, where there is one."""
    return name_zh if lang == "zh" and name_zh else name


def of_items(phrase: str, items: Sequence[Item], say: Phrases, last: str) -> Sentence:
    """A sentence of a list of things, which rests on what they rest on."""
    return sentence(
        phrase.format(what=joined(items, say, last)),
        [fact for item in items for fact in item.facts],
        [span for item in items for span in item.spans],
    )


def joined(items: Sequence[Item], say: Phrases, last: str) -> str:
    """Things as a list in words."""
    words = [item.words for item in items]
    return say.comma.join(words[:-1]) + last + words[-1] if len(words) > 1 else words[0]


def sentence(text: str, facts: Iterable[str], spans: Iterable[Span]) -> Sentence:
    """A sentence of the template."""
    return Sentence(
        text=text[:1].upper() + text[1:],
        author="template",
        spans=tuple(dict.fromkeys(spans)),
        facts=tuple(dict.fromkeys(facts)),
    )
