"""Tablets that were counted when they were swallowed at once: "took 40 paracetamol 500 mg tablets" is an overdose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.attributes import Named
from core.language.matching import named
from core.language.overdoses import OVERDOSE_OF
from core.language.tokens import Sentence

# So many tablets at once are no dose of anything that is sold in tablets; prednisolone and methotrexate by the ten are
# taken daily or weekly, which says so. Basis: expert-estimate.
LEAST = 12
_FEW = 8  # so many may be a dose
_GRAMS = 5.0  # of paracetamol at once: 75 mg/kg in somebody of 67 kg; expert-estimate
_TENS = {"ten": 10, "twelve": 12, "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
         "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "a hundred": 100}  # fmt: skip
_NUMBER = (
    r"(?:(?:about|around|approx(?:imately)?\.?|roughly|at least|up to|some|possibly|maybe|over|more than|nearly|like|"
    r"bout|probably|another|all|~|x)"
    r"\s*)*(?P<count>\d{1,3}|" + "|".join(_TENS) + r")(?:\s?(?:-|–|to|or)\s?\d{1,3})?(?![\d.,/]|\s?%)"
)
_STRENGTH = r"(?:\d+(?:[.,]\d+)?(?:/\d+)?\s?(?:mg|mcg|micrograms?|g)\b\s*)"
_PIECES = (  # what is counted where no drug is named: pieces, and what they are for
    r"(?:(?:tablets?|tabs?|pills?|capsules?|caps?|sachets?|caplets?|meds|(?:anti-?\s?depressant|"
    r"(?:pain|sleep)-?\s?killer|sleeper|anti-?psychotic|benzo)s?(?:\s(?:tablets?|tabs?|pills?))?|"
    r"(?:sleeping|heart|water|diabetes|blood pressure|bp|thyroid|epilepsy|iron)\s(?:tablets?|tabs?|pills?))\b\s*)"
)
_WHOSE = r"(?:(?:of|his|her|their|my|the|these|those|own|x|×|prescribed|old|\w{3,12}['’]s)\s*)*"
_PACK = (
    r"(?:(?:an?|one|two|three|four|several|the|his|her|\d)\s+)?(?:whole |full |entire |\w+ )?"
    r"(?:packets?|packs?|boxe?s?|bottles?|strips?|blister packs?|months?['’]? supply)(?:\s+and a half)?\s+of\s+"
)
_DRUG = r"(?P<drug>[a-z][a-z-]{2,}(?:\s[a-z][a-z-]{3,})?)"
_VERB = (
    r"\b(?:took|tuk|taken|swallowed|swallowing|ingested|ingesting|ate|eaten|downed|necked|gulped|popped|knocked back|"
    r"consumed|overdosed on|"
    r"overdose(?: of)?|od(?:['’]?d)?(?: on| of)?)\s*:?\s+(?:an? (?:intentional |deliberate |mixed )?(?:overdose|od) of "
    r")?(?:in total )?"
)
_COUNTED = re.compile(
    rf"{_VERB}(?:{_NUMBER}\s*[x×]?\s*|(?P<pack>{_PACK}))"
    rf"(?P<of>{_WHOSE}{_STRENGTH}?{_PIECES}?{_WHOSE}{_STRENGTH}?(?:{_DRUG})?(?:\s+{_STRENGTH})?(?:\s*{_PIECES})?)",
    re.IGNORECASE,
)
# "Had about 20 of my tablets all at once": one who "had 20 tablets" otherwise may have been given them.
_HAD = re.compile(
    rf"\bhad\s+{_NUMBER}\s*[x×]?\s*(?P<of>{_WHOSE}{_STRENGTH}?{_PIECES}?{_WHOSE}(?:{_DRUG})?)"
    r"(?=[^.;\n]{0,30}?\b(?:at once|in one (?:go|sitting|gulp)|one after (?:the other|another)|together(?! with)|"
    r"to (?:end|kill|die)))",
    re.IGNORECASE,
)
# "Paracetamol 500 mg x 32 taken at once", "amitriptyline 25 mg × 40 swallowed", "30 tablets of ramipril taken".
_BEHIND = re.compile(
    rf"(?:{_DRUG}\s+{_STRENGTH}?[x×]\s?(?P<count>\d{{2,3}})\s*{_PIECES}?|"
    rf"(?P<count2>\d{{2,3}})\s*[x×]?\s*{_STRENGTH}?{_PIECES}(?:of\s)?(?P<drug2>[a-z][a-z-]{{2,}})?\s*{_STRENGTH}?)"
    r"(?:were |was |all )?(?:taken|swallowed|ingested)\b",
    re.IGNORECASE,
)
_GRAM = re.compile(
    rf"{_VERB}(?P<amount>\d{{1,3}}(?:\.\d)?)\s?(?:g|grams?|grammes?)\s+(?:of\s+)?(?P<drug>paracetamol|acetaminophen|"
    r"tylenol)\b",
    re.IGNORECASE,
)
# A course, and no handful: "took 20 tablets of prednisolone over a week", "8 tablets daily".
_COURSE = re.compile(
    r"[^.;]{0,70}?\b(?:daily|a day|per day|each day|every|weekly|a week|per week|od|bd|tds|qds|tid|bid|qid|nightly|"
    r"this (?:month|year)|(?:over|in|for|during) (?:the |a |an |\d+ |\w+ )?(?:last |past )?(?:few )?"
    r"(?:weeks?|months?|years?|fortnight)|course|as prescribed)\b",
    re.IGNORECASE,
)
_BY_CLASS = {**OVERDOSE_OF, "benzodiazepines": "benzodiazepine overdose"}
# As the drug that is taken most is spelt in a message.
_SPELT = dict.fromkeys("paracetemol paracetomol parecetamol paracetamols paracetimol para paras".split(), "paracetamol")
_STRONG = frozenset("morphine oxycodone methadone fentanyl hydromorphone tramadol tapentadol heroin".split())
_CUES = frozenset(
    "took tuk taken swallowed swallowing ingested ingesting ate eaten downed necked gulped popped knocked consumed "
    "overdosed overdose od"
    .split()
)  # fmt: skip
_AT_ONCE = frozenset("once go sitting gulp other another together end kill die".split())


def swallowed(sentence: Sentence, knowledge: Knowledge) -> Iterator[Named]:
    """The overdoses that a sentence counts: one in general, and that of each drug that has a name of its own."""
    patterns = () if _CUES.isdisjoint(sentence.lowers) else (_COUNTED, _BEHIND)
    if "had" in sentence.lowers and not _AT_ONCE.isdisjoint(sentence.lowers):
        patterns = (*patterns, _HAD)
    if not patterns:
        return
    text = sentence.text
    body = max(sentence.start, sentence.body)
    for pattern in patterns:
        for match in pattern.finditer(text, body, sentence.end):
            groups = match.groupdict()
            count = _count(groups.get("count") or groups.get("count2"))
            drug = _drug(knowledge, groups.get("drug") or groups.get("drug2"))
            counted = drug or re.search(_PIECES, match.group(), re.IGNORECASE)
            said = max(match.end(g) for g in ("count", "count2", "pack") if groups.get(g))
            if not counted or (count < LEAST and not groups.get("pack")) or _COURSE.match(text, said):
                continue
            first, last = sentence.token_range(*match.span())
            yield from (Named(term, first, last) for term in _terms(knowledge, drug))
    for match in _GRAM.finditer(text, body, sentence.end):
        if float(match.group("amount")) >= _GRAMS and not _COURSE.match(text, match.end()):
            first, last = sentence.token_range(*match.span())
            yield from (Named(term, first, last) for term in _terms(knowledge, "acetaminophen"))


def doses(sentence: Sentence) -> set[int]:
    """The tokens of a few tablets that were taken: "took 2 paracetamol tablets" is no overdose of paracetamol."""
    found: set[int] = set()
    if _CUES.isdisjoint(sentence.lowers):
        return found
    for match in _COUNTED.finditer(sentence.text, max(sentence.start, sentence.body), sentence.end):
        if match.group("count") and _count(match.group("count")) <= _FEW:
            found.update(range(*sentence.token_range(*match.span())))
    return found


def _count(written: str | None) -> int:
    if not written:
        return 0
    return int(written) if written.isdigit() else _TENS.get(written.lower(), 0)


def _drug(knowledge: Knowledge, written: str | None) -> str | None:
    """The drug that the words name, or the first of them."""
    words = [_SPELT.get(word, word) for word in (written or "").lower().split()]
    return next((d for n in (2, 1) if (d := knowledge.drug(" ".join(words[:n])))), None) if words else None


@lru_cache(maxsize=1000)
def _terms(knowledge: Knowledge, drug: str | None) -> tuple[str, ...]:
    names = ["took an overdose"]
    for part in knowledge.drugs.product(drug) or (drug,) if drug else ():
        known = knowledge.drugs.get(part)
        names += [_BY_CLASS[c] for c in (known.classes if known else ()) if c in _BY_CLASS]
        names += ["opioid overdose"] if part in _STRONG else []
    return tuple(dict.fromkeys(term for name in names if (term := next(named(knowledge, name), None))))
