"""Drugs in a record: which, how much, by which way, how often, and whether still."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.context import Context
from core.language.drug_phrases import is_listed_name, phrase_at
from core.language.en.contraceptives import hormones
from core.language.en.dosing import (
    A_RESULT,
    BARE,
    COLUMN,
    DOSE,
    FITNESS,
    INHALED,
    INTERVAL,
    MEASURED,
    ROUTE,
    ROUTE_BEFORE,
    UNKNOWN,
)
from core.language.en.drug_status import given_by_kin, is_not_taken, status_of
from core.language.en.drug_years import is_avoided, was_of_then
from core.language.en.drugs import ALSO_MEASURED, BIGRAM_FIRST, CLIPPED, NO_DRUG, SHORT
from core.language.model import Medication
from core.language.tokens import Sentence


def read_medications(
    sentence: Sentence, context: Context, knowledge: Knowledge, taken: set[tuple[int, int]]
) -> list[Medication]:
    """The drugs of one sentence. `taken` are spans that are already understood otherwise (measurements)."""
    if sentence.kind in ("allergies", "family-history"):
        return []
    found: list[Medication] = []
    spans = list(_drugs(sentence, knowledge))
    for index, (first, last, drug) in enumerate(spans):
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        if any(a < end and start < b for a, b in taken):
            continue
        limit = sentence.tokens[spans[index + 1][0]].start if index + 1 < len(spans) else sentence.end
        medication = _medication(sentence, context, first, last, drug, min(limit, end + 80))
        if medication is not None:
            found.append(medication)
    if sentence.kind == "medications":
        found += _unknown(sentence, found, knowledge)
    return sorted(found, key=lambda m: m.start or 0)


def drug_tokens(sentence: Sentence, knowledge: Knowledge) -> list[int]:
    """The tokens of a sentence with which the name of a drug begins."""
    return [first for first, _, _ in _drugs(sentence, knowledge)]


def drug_of(knowledge: Knowledge, name: str) -> str | None:
    """The generic name of a drug as somebody wrote it, with or without its dose."""
    plain = " ".join(name.lower().split())
    words = re.findall(r"[a-z][a-z0-9\-']*", plain)
    for candidate in (
        plain,
        " ".join(words),
        *(" ".join(words[i : i + n]) for n in (3, 2, 1) for i in range(len(words) - n + 1)),
    ):
        found = _drug(knowledge, candidate) if candidate else None
        if found:
            return found
        if candidate in SHORT:
            return _drug(knowledge, SHORT[candidate]) or SHORT[candidate]
        if candidate in CLIPPED:
            return knowledge.drug(CLIPPED[candidate]) or CLIPPED[candidate]
    return None


@lru_cache(maxsize=50_000)
def _drug(knowledge: Knowledge, name: str) -> str | None:
    """The generic name; of a product of several drugs all of them ("amoxicillin and clavulanic acid")."""
    return knowledge.drug(name) or " and ".join(knowledge.drugs.product(name)) or None


def _drugs(sentence: Sentence, knowledge: Knowledge) -> Iterator[tuple[int, int, str]]:
    lowers = sentence.lowers
    said: dict[int, tuple[int, str]] = {}
    for start, end, name in hormones(sentence.text, max(sentence.start, sentence.body), sentence.end):
        first, last = sentence.token_range(start, end)
        said[first] = (last, _drug(knowledge, name) or name)
    i = 0
    while i < len(lowers):
        if i in said:
            yield i, *said[i]
            i = said[i][0]
            continue
        word = lowers[i]
        step = 1
        token = sentence.tokens[i]
        several = phrase_at(sentence, knowledge, i) if token.start >= sentence.body else 0
        if several:
            end = sentence.tokens[i + several - 1].end
            named = _drug(knowledge, " ".join(sentence.text[token.start : end].lower().split()))
            if named is not None:
                yield i, i + several, named
                i += several
                continue
        if word == "inh" and i and lowers[i - 1] in INHALED:
            i += 1  # the way of the drug before it, and no isoniazid
            continue
        listed = token.start >= sentence.body and is_listed_name(sentence, knowledge, i)
        if listed or (token.stem and word[0].isalpha() and token.start >= sentence.body):
            known = None
            if listed or (len(word) > 3 and word not in NO_DRUG):
                known = _drug(knowledge, word)
            if (
                known is None
                and word in SHORT
                and (sentence.raw(i).isupper() or sentence.kind == "medications" or word == "nitro")
            ):
                known = _drug(knowledge, SHORT[word]) or SHORT[word]
            if known is None and word in CLIPPED:
                known = _drug(knowledge, CLIPPED[word]) or CLIPPED[word]
            longer = _longer(sentence, knowledge, i) if known or word in BIGRAM_FIRST else None
            if longer is not None:
                step, known = longer
            if known is not None:
                yield i, i + step, known
        i += step


def _longer(sentence: Sentence, knowledge: Knowledge, i: int) -> tuple[int, str] | None:
    """ "insulin glargine", "amoxicillin-clavulanate": a name of several words that begins here."""
    lowers = sentence.lowers
    for n in (3, 2):
        part = lowers[i : i + n]
        if len(part) == n and all(p[0].isalnum() or p in "-/" for p in part):
            start, end = sentence.tokens[i].start, sentence.tokens[i + n - 1].end
            name = " ".join(sentence.text[start:end].lower().split())
            found = _drug(knowledge, name) or CLIPPED.get(name)
            if found:
                return n, found
    return None


def _medication(
    sentence: Sentence, context: Context, first: int, last: int, drug: str, limit: int
) -> Medication | None:
    text = sentence.text
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    name = text[start:end]
    before, after = text[max(sentence.start, start - 90) : start], text[end:limit]
    beyond = COLUMN.sub(" ", text[end : min(sentence.end, end + 90)])[:60]
    if is_not_taken(before, beyond) or is_avoided(beyond):
        return None
    judgement = context.judge(first, last)
    if judgement.experiencer != "patient" and not given_by_kin(before):
        return None
    dose = DOSE.match(after) or (BARE.match(after) if sentence.kind == "medications" else None)
    route, interval = ROUTE.search(after), INTERVAL.search(after)
    if route is None or (limit < sentence.end and not after[route.end() :].strip()):
        route = ROUTE_BEFORE.search(before)  # "IV furosemide"; what stands last before another drug is that one's
    if name == "ASA" and FITNESS.match(after):
        return None
    if dose is None and route is None and name.lower() in ALSO_MEASURED and _is_result(before, after):
        return None
    tail = max((m.end() for m in (dose, route, interval) if m is not None), default=0)
    heading = text[sentence.start : max(sentence.start, sentence.body)].lower()
    status = status_of(before, beyond, sentence.kind, heading)
    if status == "current" and sentence.kind != "medications" and was_of_then(before, beyond):
        status, interval = "stopped", None  # of "paracetamol OD in 2014" no interval is meant
    return Medication(
        name=name,
        drug=drug,
        status=status,
        dose=" ".join(dose.group("dose").split()) if dose else None,
        route=route.group("route").lower() if route else None,
        interval=_interval(interval) if interval else None,
        start=start,
        end=end + (tail if dose and tail <= 60 else 0),
    )


def _is_result(before: str, after: str) -> bool:
    """Is what a laboratory measures as well spoken of as a result: "serum estradiol was low"?"""
    return MEASURED.search(before) is not None or A_RESULT.match(after) is not None


def given_medication(name: str, knowledge: Knowledge) -> Medication:
    """A drug handed over beside the text: "metformin 1 g bd" with its dose, way and interval."""
    number = re.search(r"\s\d", name)
    head, tail = (name[: number.start()], name[number.start() :]) if number else (name, "")
    dose, route, interval = DOSE.match(tail), ROUTE.search(tail), INTERVAL.search(tail)
    return Medication(
        name=head.strip() or name,
        drug=drug_of(knowledge, head.strip() or name),
        dose=" ".join(dose.group("dose").split()) if dose else None,
        route=route.group("route").lower() if route else None,
        interval=_interval(interval) if interval else None,
    )


def _interval(match: re.Match[str]) -> str:
    return " ".join((match.group("interval") or match.group("only") or "").split()).lower() + (
        " prn" if match.group("prn") else ""
    )


def _unknown(sentence: Sentence, found: list[Medication], knowledge: Knowledge) -> Iterator[Medication]:
    """In a list of drugs, what has a dose is one though nobody knows it. A known drug that was passed over is one that
    is not taken."""
    body = max(sentence.start, sentence.body)
    for part in re.finditer(r"[^,;\n]+", sentence.text[body : sentence.end]):
        match = UNKNOWN.match(part.group())
        if match and drug_of(knowledge, match.group("name")) is None:
            start = body + part.start() + match.start("name")
            end = body + part.start() + match.end("name")
            if not any(m.start is not None and m.end is not None and m.start < end and start < m.end for m in found):
                dose = DOSE.match(sentence.text[end : sentence.end])
                yield Medication(
                    name=match.group("name"), drug=None, dose=dose.group("dose") if dose else None, start=start, end=end
                )
