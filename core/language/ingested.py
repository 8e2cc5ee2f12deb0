"""Tablets that were not meant for who swallowed them: "swallowed granny's tablets - ? gliclazide", "误服降压药3片".

A few tablets of somebody else's, or any that a small child got hold of, are a poisoning until shown otherwise, however
few they are: one tablet of a sulfonylurea or of a calcium-channel blocker is too much for a child. Basis:
expert-estimate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.matching import named
from core.language.model import Finding
from core.language.overdoses import OVERDOSE_OF
from core.language.tokens import Sentence
from core.language.zh.medications import drugs_zh

CHILD = 12.0  # years: up to this age nobody takes tablets of their own accord; expert-estimate
# One tablet of these may be too much for a small child, which is not yet an overdose of benzodiazepines by its name.
_BY_CLASS = {
    **OVERDOSE_OF,
    "opioids": "heroin or strong opioid taken",
    "benzodiazepines": "benzodiazepine taken",
}
# Medicines of which a child may have been given a dose: only somebody else's count.
_HOME = frozenset(("paracetamol-products", "salicylates"))
_LAY = (
    (re.compile(r"\b(?:diabet\w+|sugar) (?:tablets?|pills?|meds|medicines?|medication)|(?:降糖|糖尿病)(?:药|片)", re.I),
     "sulfonylureas"),
    (re.compile(r"\biron (?:tablets?|pills?|supplements?)|\bprenatal vitamins|铁剂|铁片|补铁", re.I), "iron-salts"),
    (re.compile(r"\bsleeping (?:tablets?|pills?)|安眠药|安定片?", re.I), "benzodiazepines"),
    (re.compile(r"\bbeta[ -]?blockers?|倍他乐克|β受体阻滞剂", re.I), "beta-blockers"),
)  # fmt: skip
_KIN = (
    r"(?:gran|granny|grannie|grandma|grandmother|grandmum|nan|nana|nanny|nanna|grandad|granddad|grandpa|grandfather|"
    r"gramps|"
    r"mum|mom|mummy|mommy|mother|dad|daddy|father|husband|wife|partner|boyfriend|girlfriend|brother|sister|aunt|auntie|"
    r"uncle|neighbour|neighbor|friend|flatmate|housemate|childminder|babysitter|son|daughter|family member|relative)"
)
_OWNED = re.compile(rf"\b{_KIN}(?:['’]?s|s['’])\s", re.IGNORECASE)
_PIECES = re.compile(
    r"\b(?:tablets?|tabs?|pills?|capsules?|caps|meds|medicines?|medications?|patch|syrup|drops)\b", re.I
)
_VERB = re.compile(
    r"\b(?P<mouth>swallow(?:ed|ing)|ate|eaten|eating|drank|drunk|drinking|ingest(?:ed|ing)|chew(?:ed|ing)|suck(?:ed|ing)|"
    r"gulped|(?:got|gotten|been) into|got hold of|helped (?:him|her)self to|put in (?:his|her) mouth)\b|"
    r"\b(?:took|taken|had|given)\b",
    re.IGNORECASE,
)
_CUES = frozenset(
    "swallowed swallowing ate eaten eating drank drunk drinking ingested ingesting chewed chewing sucked sucking "
    "gulped into hold helped mouth took taken had given".split()
)
_MISTAKE = re.compile(
    r"\b(?:by (?:mistake|accident|error)|accidental\w*|mistaken\w*|instead of (?:his|her|my)|mix-?up)\b", re.I
)
_NOT_SO = re.compile(
    r"\b(?:not|n['’]t|never|denie[sd]|without|no (?:evidence|history|question) (?:of|that)|if|in case|should|"
    rf"{_KIN}|dog|cat)(?:\s(?:he|she|they|it|has|have|had|been|also|having|ever|himself|herself))*\s*$",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"\b(?:years? ago|months? ago|last year|in (?:19|20)\d\d|as a (?:child|toddler|baby)|previously)\b", re.I
)
_REGULAR = re.compile(r"\b(?:daily|od|bd|tds|qds|every (?:day|night|morning)|as prescribed|regularly)\b", re.IGNORECASE)
_SMALL = re.compile(
    r"\b(?:child|toddler|infant|baby|kid|(?:little|young) (?:boy|girl)|daughter|son)\b|"
    r"\b(?:\d|1[0-2])\s?-?(?:yrs?|years?|y/?o|yo|y)\b|\b\d{1,2}\s?-?(?:months?|mths?|mo|/12)\b(?!\sago)|"
    r"\b\d\s?(?:yo\s?)?[MF]\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[,;.:\n–-]")
_BEYOND = 110  # characters behind the verb in which the tablets are named


def ingested(sentence: Sentence, age_years: float | None, knowledge: Knowledge) -> Iterator[Finding]:
    """The poisonings of one sentence by tablets of somebody else's, or that a child got hold of."""
    if _CUES.isdisjoint(sentence.lowers) or sentence.kind in ("allergies", "family-history", "past-history", "plan"):
        return
    text = sentence.text
    body = max(sentence.start, sentence.body)
    for match in _VERB.finditer(text, body, sentence.end):
        behind = text[match.end() : min(sentence.end, match.end() + _BEYOND)]
        before = text[max(sentence.start, match.start() - 40) : match.start()]
        if _NOT_SO.search(before) or _LONG_AGO.search(behind) or _REGULAR.search(behind):
            continue
        child = _is_child(sentence, age_years)
        owned = _OWNED.search(behind[:40])
        mistake = _MISTAKE.search(before) or _MISTAKE.search(behind)
        classes = _classes(behind, knowledge)
        if owned:
            meant = (classes or _PIECES.search(behind)) and (child or match.group("mouth") or mistake)
        else:
            meant = child and match.group("mouth") and not _HOME.issuperset(classes)
        if meant:
            yield from _findings(classes, match.start(), _end_of(text, match.end(), sentence.end), knowledge)
            return


def _is_child(sentence: Sentence, age_years: float | None) -> bool:
    if age_years is not None:
        return age_years <= CHILD
    return _SMALL.search(sentence.text, sentence.start, sentence.end) is not None


def _end_of(text: str, place: int, end: int) -> int:
    """The end of the words behind a place, before the next mark."""
    stop = _MARK.search(text, place, end)
    return len(text[: stop.start()].rstrip()) if stop and stop.start() > place else end


def _classes(words: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The classes with findings of their own that drugs, or lay words for them, belong to."""
    found = [name for pattern, name in _LAY if pattern.search(words)]
    for word in re.findall(r"[a-z][a-z-]{3,}", words.lower()):
        drug = knowledge.drug(word)
        for part in (knowledge.drugs.product(drug) or (drug,)) if drug else ():
            known = knowledge.drugs.get(part)
            found += [c for c in (known.classes if known else ()) if c in _BY_CLASS]
    return tuple(dict.fromkeys(found))


_ZH = re.compile(
    r"(?P<no>未|否认|无|没有)?(?:曾)?(?:误服|误食|误吞|偷吃|错服|误用|吞食)了?(?P<what>[^，。；,;\n]{1,30})"
)
_NO_DRUG_ZH = re.compile(r"蘑菇|电池|硬币|玩具|异物|鱼刺|毒鼠|鼠药|农药|清洁|洗涤|汽油|酒精|消毒|腐|碱|酸")
_DRUG_ZH = re.compile(r"药|片|粒|丸|胶囊")


def ingested_zh(text: str, start: int, end: int, kind: str, knowledge: Knowledge) -> Iterator[Finding]:
    """The same in a sentence of a Chinese record: "误服爷爷的氨氯地平2片"."""
    if kind in ("allergies", "family-history", "past-history"):
        return
    for match in _ZH.finditer(text, start, end):
        what = match["what"]
        drugs = drugs_zh(what, knowledge)
        if match["no"] or _NO_DRUG_ZH.search(what) or not (drugs or _DRUG_ZH.search(what)):
            continue
        classes = [name for pattern, name in _LAY if pattern.search(what)]
        for drug in drugs:
            known = knowledge.drugs.get(knowledge.drug(drug) or drug)
            classes += [c for c in (known.classes if known else ()) if c in _BY_CLASS]
        yield from _findings(dict.fromkeys(classes), match.start(), match.end(), knowledge)


def _findings(classes: Iterable[str], start: int, end: int, knowledge: Knowledge) -> Iterator[Finding]:
    for term in _terms(knowledge, tuple(classes)):
        label = knowledge.label(term)
        yield Finding(concept=term, label=label.en, label_zh=label.zh, start=start, end=end)


@lru_cache(maxsize=200)
def _terms(knowledge: Knowledge, classes: tuple[str, ...]) -> tuple[str, ...]:
    wanted = ["took an overdose", *(_BY_CLASS[c] for c in classes)]
    return tuple(dict.fromkeys(term for name in wanted if (term := next(named(knowledge, name), None))))
