"""The parts of the documents that the template alone writes: openings, plans, warnings, and what a patient is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import get_args

from core.assessment import Sentence
from core.narrative import template
from core.narrative.names import small
from core.narrative.outline import Item, Outline
from core.narrative.phrases import HELP, PHRASES
from core.narrative.record import Record
from core.narrative.template import joined, leading_items, named, of_items, person, sentence
from core.treatment.model import CHECK_NAMES_ZH, PlanItem

_MOST = 6  # of a kind in one document
_WARNED = ("contraindicated", "major", "moderate")
Part = Callable[[Record, Outline, str], Iterator[Sentence]]


def _opening(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    yield template.opening(record, outline, lang)


def _line(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    yield _headed(record, outline, lang, PHRASES[lang].line, person(record.assessment.patient, lang))


def _referral(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    who = person(record.assessment.patient, lang)
    yield _headed(record, outline, lang, PHRASES[lang].referral, who[:1].lower() + who[1:])


def _headed(record: Record, outline: Outline, lang: str, phrase: str, who: str) -> Sentence:
    """Who, with what, and what it may be."""
    say = PHRASES[lang]
    first = template.opening(record, outline, lang)
    best = leading_items(record, lang)[:1] if record.assessment.abstained is None else []
    if not outline.complaint:
        return first
    what = joined(outline.complaint, say, say.last)
    head = say.semicolon + small(say.foremost.format(what=best[0].words)).rstrip(".。") if best else ""
    return sentence(
        phrase.format(who=who, what=what, leading=head),
        [*first.facts, *(fact for item in best for fact in item.facts)],
        [*first.spans, *(span for item in best for span in item.spans)],
    )


def _key(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    """What is present and weighs most in the leading diseases."""
    weights: dict[str, float] = {}
    for disease in record.assessment.differential[:3]:
        for evidence in disease.supporting:
            weights[evidence.concept] = max(weights.get(evidence.concept, 0.0), evidence.weight)

    def weight(item: Item) -> float:
        numbers = [int(fact.split("/")[1]) for fact in item.facts]
        return max(weights.get(record.assessment.findings[n].concept or "", 0.0) for n in numbers)

    items = sorted(outline.present, key=weight, reverse=True)[:_MOST]
    if items:
        yield of_items(PHRASES[lang].key, items, PHRASES[lang], PHRASES[lang].last)


def _plan(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    """What is offered, disease by disease."""
    yield from _offered(record, lang, get_args(PlanItem.model_fields["kind"].annotation))


def _follow_up(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    """What of it lies ahead when the patient goes home."""
    yield from _offered(record, lang, ("drug", "monitoring", "referral", "advice"))


def _offered(record: Record, lang: str, kinds: tuple[str, ...]) -> Iterator[Sentence]:
    say = PHRASES[lang]
    by_disease: dict[str, list[Item]] = {}
    for number, option in enumerate(record.assessment.plan.offered):
        if option.kind in kinds:
            item = Item(_option(option, lang), (f"plan/offered/{number}",), ())
            by_disease.setdefault(option.disease, []).append(item)
    for key, items in list(by_disease.items())[:2]:
        phrase = say.plan.replace("{disease}", _disease(record, key, lang))
        yield _listed(phrase, items[:_MOST], say.semicolon)


def _option(option: PlanItem, lang: str) -> str:
    text = named(small(option.text), option.text_zh, lang).rstrip(".。")
    amount = " ".join(part for part in (option.dose, option.route, option.interval, option.duration) if part)
    return f"{text} ({amount})" if amount and amount not in text else text


def _disease(record: Record, key: str, lang: str) -> str:
    found = next((d for d in record.assessment.differential if d.id == key), None)
    return template.disease_name(found.name, found.name_zh, lang) if found is not None else key.replace("-", " ")


def _excluded(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    """What is set apart, and why."""
    items = [
        Item(
            f"{_option(option, lang)} – {named(option.because or '', option.because_zh, lang).rstrip('.。')}",
            (f"plan/excluded/{number}",),
            (),
        )
        for number, option in enumerate(record.assessment.plan.excluded[:_MOST])
    ]
    if items:
        yield _listed(PHRASES[lang].excluded, items, PHRASES[lang].semicolon)


def _next(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    """What to ask, examine or test."""
    steps = enumerate(record.assessment.next_steps[:_MOST])
    items = [Item(named(small(s.label), s.label_zh, lang), (f"next_steps/{n}",), ()) for n, s in steps]
    if items:
        yield of_items(PHRASES[lang].next, items, PHRASES[lang], PHRASES[lang].last)


def _safety(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    """The drug warnings that matter, each a sentence of its own."""
    say = PHRASES[lang]
    for number, item in enumerate(record.assessment.safety):
        if item.severity not in _WARNED:
            continue
        ends = named(item.message, item.message_zh, lang), named(item.action, item.action_zh, lang)
        text = (" " if lang == "en" else "").join(_ended(part, lang) for part in ends if part)
        yield sentence(say.safety.format(what=say.comma.join(item.drugs), text=text), [f"safety/{number}"], item.spans)


def _ended(text: str, lang: str) -> str:
    return text if text.endswith((".", "。", "!", "?")) else text + ("." if lang == "en" else "。")


def _unchecked(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    """The checks that were not made: nothing reads as safe because it was not looked at."""
    items = [
        Item(CHECK_NAMES_ZH[check.kind] if lang == "zh" else check.kind, (f"checks/{number}",), ())
        for number, check in enumerate(record.assessment.checks)
        if check.status == "not-performed"
    ]
    if items:
        yield of_items(PHRASES[lang].unchecked, items, PHRASES[lang], PHRASES[lang].last)


def _you(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    if outline.complaint:
        yield of_items(PHRASES[lang].you, outline.complaint, PHRASES[lang], PHRASES[lang].last)


def _your_diseases(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    """The leading disease by name, without a figure; none when Bedside does not commit itself."""
    found = record.assessment.differential[:1]
    if found and record.assessment.abstained is None:
        name = template.disease_name(found[0].name, found[0].name_zh, lang)
        yield of_items(PHRASES[lang].your_diseases, [Item(name, ("differential/0",), ())], PHRASES[lang], "")


def _your_drugs(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    say = PHRASES[lang]
    if outline.medications:
        yield of_items(say.your_drugs, outline.medications, say, say.last)
    if outline.allergies:
        substances = [Item(re.split(r" \(|（", item.words)[0], item.facts, item.spans) for item in outline.allergies]
        yield of_items(say.your_allergies, substances, say, say.last)


def _your_steps(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    """What the knowledge base has a patient told of the leading disease."""
    found = record.assessment.differential[:1]
    if not found or record.assessment.abstained is not None:
        return
    entry = record.knowledge.diseases.get(found[0].id)
    for advice in entry.advice[:_MOST] if entry is not None else ():
        yield sentence(_ended(named(advice.en, advice.zh, lang), lang), ["differential/0"], [])


def _your_help(record: Record, outline: Outline, lang: str) -> Iterator[Sentence]:
    level = record.assessment.triage.level
    if level is not None:
        yield sentence(HELP[lang][level], ["triage/level"], [])


def _listed(phrase: str, items: Sequence[Item], between: str) -> Sentence:
    return sentence(
        phrase.format(what=between.join(item.words for item in items)),
        [fact for item in items for fact in item.facts],
        [span for item in items for span in item.spans],
    )


def _concluding(part: Callable[[Record, str], Iterator[Sentence]]) -> Part:
    return lambda record, outline, lang: part(record, lang)


PARTS: dict[str, Part] = {
    "opening": _opening, "line": _line, "referral": _referral, "key": _key, "plan": _plan, "follow_up": _follow_up,
    "excluded": _excluded,
    "next": _next, "safety": _safety, "unchecked": _unchecked, "you": _you, "your_diseases": _your_diseases,
    "your_drugs": _your_drugs, "your_steps": _your_steps, "your_help": _your_help,
    "scores": _concluding(template.scores), "abstained": _concluding(template.abstained),
    "leading": _concluding(template.leading), "dangers": _concluding(template.dangers),
    "urgency": _concluding(template.urgency),
}  # fmt: skip
