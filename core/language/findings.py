"""From a sentence to its findings: what is named, what is abbreviated, what is denied without a word of denial."""

from __future__ import annotations

from collections.abc import Iterator

from core.knowledge.base import Knowledge
from core.language.arm_pressures import arm_difference
from core.language.assembled import with_composed
from core.language.attributes import Named, finding_of, with_duration
from core.language.context import Context
from core.language.dated import is_dated
from core.language.dipstick import pads
from core.language.drug_lists import tells
from core.language.en.idioms import idle, is_service
from core.language.en.other_senses import other_senses
from core.language.fits import timed_fits
from core.language.in_use import is_untaken, smoking_now, taken_now, was_smoker
from core.language.matching import find_matches
from core.language.medications import drug_tokens
from core.language.misplaced import is_misplaced
from core.language.model import Finding
from core.language.planned import is_planned
from core.language.pupils import of_both, unequal_pupils
from core.language.shorthand import (
    Vocabulary,
    abbreviations_in,
    define,
    defined_in,
    is_misread,
    letters_in,
    normals_in,
    vocabulary,
)
from core.language.spared import is_left_out
from core.language.swallowed import doses, swallowed
from core.language.times import Times
from core.language.tokens import Sentence

_NOT = frozenset("not no isn't wasn't never longer denies without".split())
_COMPLAINTS = ("symptom", "sign", "vital")
_SEEN = ("lab", "ecg", "imaging", "microbiology", "histology")


def read_findings(
    sentence: Sentence, context: Context, knowledge: Knowledge, defined: dict[str, str], inner: bool = False
) -> list[Finding]:
    """The findings of one sentence, in order; with `inner`, also those that stand inside a more special one.

    `defined` holds the abbreviations that the text has explained so far ("basal cell carcinoma (BCC)"), and gets those
    that this sentence explains. With `inner` they are not listed again: those who mark names in texts do not, either.
    """
    if sentence.kind == "allergies":
        return []  # names of reactions, not findings
    found = []
    times: Times | None = None
    names = names_in(sentence, knowledge, {} if inner else defined, inner)
    if sentence.kind == "medications" and not tells(sentence, names, drug_tokens(sentence, knowledge)):
        return []
    context.set_names((n.first, n.last) for n in names if not n.made)
    for item in names:
        judgement = context.judge(item.first, item.last, *kind_of(knowledge, item.term))
        condition: str | None = None
        if item.said is not None:
            if judgement.assertion in ("present", "absent", "possible"):
                judgement = judgement._replace(assertion=item.said)
        elif item.denied:
            before = sentence.lowers[max(0, item.first - 2) : item.first]
            if judgement.assertion == "absent" and not _NOT.isdisjoint(before):
                continue  # "not afebrile" says too little; "no cough, afebrile" does not
            judgement = judgement._replace(
                assertion="absent" if judgement.assertion == "present" else judgement.assertion
            )
        if judgement.temporality == "recent" and is_dated(sentence, item, knowledge):
            judgement = judgement._replace(temporality="historical")
        if item.parted or is_untaken(sentence, item, knowledge) or is_left_out(sentence, item, knowledge):
            judgement = judgement._replace(assertion="absent")
        if item.joint and judgement.assertion != "present":
            continue  # "no nausea or vomiting" denies both, not their coincidence
        if item.inner and (judgement.assertion == "absent" or not inner):
            continue  # no ulcerative colitis may yet be a colitis
        if judgement.assertion == "conditional" and not inner:
            # "Pain on exertion" is had, whatever brings it on: who reasons from findings must not lose it.
            judgement = judgement._replace(assertion="present")
            condition = context.condition(item.first, item.last)
        judgement = with_duration(sentence, item, judgement)
        smoking = smoking_now(sentence, item, knowledge)
        if smoking is False and judgement.assertion == "present" and judgement.experiencer == "patient":
            continue  # the pack-years of one who gave it up: "ex-smoker" says what there is to say
        if judgement.assertion == "present" and (smoking or taken_now(sentence, item, knowledge)):
            judgement = judgement._replace(temporality="recent")
        if judgement.assertion == "present" and was_smoker(item, knowledge):
            judgement = judgement._replace(temporality="historical")
        if is_planned(sentence, item, knowledge):
            judgement = judgement._replace(assertion="hypothetical", temporality="recent")
        times = times or Times(sentence)
        found.append(finding_of(sentence, item, judgement, times, knowledge, condition))
    return found


def kind_of(knowledge: Knowledge, term: str | None) -> tuple[bool, bool]:
    """Is the term, so far as we know, something that comes and goes rather than somebody's condition; and is it one
    that is complained of or found at the bedside?"""
    entry = knowledge.findings.get(term) if term else None
    if entry is None:
        return False, False
    return entry.kind in (*_COMPLAINTS, *_SEEN), entry.kind in _COMPLAINTS


def names_in(sentence: Sentence, knowledge: Knowledge, defined: dict[str, str], every: bool = False) -> list[Named]:
    """Everything in a sentence that names a finding; with `every`, HPO's terms inside names of ours, too."""
    words = vocabulary(knowledge)
    taken: set[int] = idle(sentence) | doses(sentence)
    found: list[Named] = []
    for item in normals_in(sentence, words, taken):
        found.append(item)
        taken.update(range(item.first, item.last))
    for pad in pads(sentence, knowledge):
        found += [Named(term, pad.first, pad.last, said=pad.said) for term in pad.terms]
        taken.update(range(pad.first, pad.last))
    idle_or_normal = frozenset(taken)
    for item in letters_in(sentence, words):
        found.append(item)
        taken.update(range(item.first, item.last))
    told = list(_stories(sentence, words))
    pupils = list(unequal_pupils(sentence, knowledge))
    told += pupils
    found += [*told, *swallowed(sentence, knowledge), *arm_difference(sentence, knowledge)]
    for match in find_matches(sentence, knowledge, sentence.body, taken, every):
        again = any(n.term == match.term and n.first < match.last and match.first < n.last for n in told)
        if not (again or is_misread(sentence, match.first, match.last)):
            found.append(Named(match.term, match.first, match.last, joint=match.joint, inner=match.inner))
    found = timed_fits(sentence, knowledge, with_composed(sentence, knowledge, found, idle_or_normal))
    if pupils:  # one that is wide is not both
        found = [item for item in found if item.term != of_both(knowledge)]
    for item in found:
        taken.update(range(item.first, item.last))
    for item in found:
        if not (item.joint or item.inner):
            define(sentence, item, defined)
    found += [item for item in defined_in(sentence, defined) if item.first not in taken]
    for item in found:
        taken.update(range(item.first, item.last))
    found += [item for item in abbreviations_in(sentence, words) if item.first not in taken]
    found = [
        item
        for item in found
        if not is_service(sentence, item.last) and not is_misplaced(knowledge.label(item.term).en, sentence)
    ]
    found = _meant(sentence, found, knowledge)
    return sorted(found, key=lambda n: (n.first, n.last, n.term))


def _meant(sentence: Sentence, found: list[Named], knowledge: Knowledge) -> list[Named]:
    """The names but for those that stand in a phrase where their words mean something else."""
    senses = other_senses(sentence) if found else []
    if not senses:
        return found
    tokens = sentence.tokens
    return [
        item
        for item in found
        if not any(
            start <= tokens[item.first].start
            and tokens[item.last - 1].end <= end
            and (labels is None or labels.search(knowledge.label(item.term).en))
            for start, end, labels in senses
        )
    ]


def _stories(sentence: Sentence, words: Vocabulary) -> Iterator[Named]:
    body = max(sentence.start, sentence.body)
    cues = words.stories.keys() & sentence.lowers
    told = {id(story): (story, term) for w in cues for story, term in words.stories[w]}
    for story, term in told.values():
        inside = "told" in story.pattern.groupindex  # then a heading may help to tell it: "CXR: no effusion"
        match = story.pattern.search(sentence.text, sentence.start if inside else body, sentence.end)
        if match is not None and match.start("told" if inside else 0) >= body:
            first, last = sentence.token_range(*match.span("told" if inside else 0))
            if "no" not in sentence.lowers[first + 1 : last]:  # "urine: no blood" tells of none
                yield Named(term, first, last)
