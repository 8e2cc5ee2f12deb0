"""What cannot be true of one person at once: a habit denied and had, two sides of what has one, a drug that is not
tolerated and taken, no drugs and a drug. As in `conflicts`, better silent than a false alarm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from core.language.model import Allergies, Conflict, Finding, Medication

Span = tuple[int, int]
_HABITS = frozenset(("smoker", "heavy alcohol use", "intravenous drug use"))
# Habits that stand under two names: one is the other's denial.
_OPPOSITES = (("drinks little or no alcohol", "heavy alcohol use"), ("not sexually active", "sexually active"))
# Of a habit that came, went or was somebody's once.
_ONCE = re.compile(
    r"\b(?:used to|quit|stopped|gave up|given up|until|till|ago|previous\w*|former\w*|ex|past|last|before|after|since|"
    r"resumed|restarted|again|now|currently|as a teenager|youth|cut down|weekends?|socially|occasional\w*|only|except|"
    r"apart from|other than|excess|beyond|but|however)\b",
    re.IGNORECASE,
)
# What has one side in one illness: a second one, at the same time, is a slip of the pen.
_ONE_SIDED = re.compile(
    r"one side|hemi|fracture|dislocat|amputat|nephrectomy|mastectomy|torsion|flank pain|facial (?:weakness|palsy|"
    r"droop)|"
    r"deep vein thrombosis|pneumothorax|iliac fossa|weakness of one",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(
    r"\b(?:both|bilateral\w*|also|other|opposite|contralateral|previous\w*|prior|old|past|ago|19\d\d|20\d\d|then|later|"
    r"initially|now|today|yesterday|alternat\w*|either|history|h/o|moved|spread|migrat\w*|first|second|new|turns?|"
    r"whereas|while|mother|father|brother|sister|and left|and right|not)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:both|bilateral\w*|each)\b", re.IGNORECASE)
_NO_DRUGS = re.compile(
    r"\b(?:(?:regular |current |home )?(?:medications?|meds|medicines|drugs|drug history|dhx?)\s?[:-]\s?(?:none|nil)\b|"
    r"(?:takes|taking|on) no (?:regular |current )?(?:medications?|meds|medicines|drugs)\b|"
    r"no (?:regular|current) (?:medications?|meds|medicines)\b)(?!\s*(?:except|other|apart|but|save))",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:takes|taking|is on|remains on|currently on|on regular|on long-term)\s(?:\w+\s)?$", re.IGNORECASE
)
_NOW_AND_THEN = re.compile(r"\b(?:prn|as needed|occasional\w*|when|if|over the counter|otc|sometimes)\b", re.IGNORECASE)


def contradictions_in(
    text: str, findings: Sequence[Finding], medications: Iterable[Medication], allergies: Allergies
) -> list[Conflict]:
    """The contradictions among the habits, the sides, the drugs and the allergies of one record."""
    taken = [m for m in medications if m.status == "current" and m.start is not None and m.end is not None]
    return [
        *_habits(text, findings),
        *_sides(text, findings),
        *_untolerated(taken, allergies),
        *_none_and_some(text, taken),
    ]


def _own(findings: Iterable[Finding], assertion: str) -> Iterator[Finding]:
    for f in findings:
        if f.experiencer == "patient" and f.assertion == assertion and f.start is not None and f.end is not None:
            yield f


def _habits(text: str, findings: Sequence[Finding]) -> Iterator[Conflict]:
    """ "Never smoked" and "smokes 20 a day", with no word of then and now."""
    habits = [f for f in findings if f.label in _HABITS and f.temporality != "resolved"]
    for label in sorted({f.label for f in habits}):
        had = [f for f in _own(habits, "present") if f.label == label and not _ONCE.search(_around(text, f))]
        denied = [f for f in _own(habits, "absent") if f.label == label and not _ONCE.search(_around(text, f))]
        if had and denied:
            yield Conflict(about=label, spans=(_span(had[0]), _span(denied[0])))
    for little, much in _OPPOSITES:
        both = [
            next((f for f in _own(findings, "present") if f.label == name and not _ONCE.search(_around(text, f))), None)
            for name in (little, much)
        ]
        if both[0] and both[1] and _around(text, both[0]) != _around(text, both[1]):
            yield Conflict(about=much, spans=(_span(both[0]), _span(both[1])))


def _sides(text: str, findings: Sequence[Finding]) -> Iterator[Conflict]:
    """ "Right hemiparesis … left hemiparesis", in two sentences neither of which speaks of another time or both."""
    sided: dict[str, list[Finding]] = {}
    for f in _own(findings, "present"):
        if f.laterality in ("left", "right") and f.temporality == "recent" and _ONE_SIDED.search(f.label):
            sided.setdefault(f.label, []).append(f)
    for label, found in sided.items():
        for one, other in combinations(found[:10], 2):
            if one.laterality == other.laterality or _around(text, one) == _around(text, other):
                continue
            if _BOTH.search(text, max(0, (one.start or 0) - 200), (other.end or 0) + 200):
                continue
            if not (_OTHER_SIDE.search(_around(text, one)) or _OTHER_SIDE.search(_around(text, other))):
                yield Conflict(about=label, spans=(_span(one), _span(other)))
                break


def _untolerated(taken: Iterable[Medication], allergies: Allergies) -> Iterator[Conflict]:
    """A drug that is taken and listed as not tolerated; what merely is alike is for the drug checks."""
    for m in taken:
        name = (m.drug or m.name).lower()
        for item in allergies.items:
            if item.start is None or item.end is None or item.start <= (m.start or 0) < item.end:
                continue
            substance = item.substance.lower()
            if substance == name or (substance.startswith("penicillin") and name.endswith("cillin")):
                yield Conflict(about="allergies", spans=((item.start, item.end), (m.start or 0, m.end or 0)))
                break


def _none_and_some(text: str, taken: Iterable[Medication]) -> Iterator[Conflict]:
    """ "Medications: none" and "takes warfarin"."""
    none = _NO_DRUGS.search(text)
    if none is None:
        return
    for m in taken:
        start, end = m.start or 0, m.end or 0
        if _TAKES.search(text, max(0, start - 30), start) and not _NOW_AND_THEN.search(text, start, end + 30):
            yield Conflict(about="medications", spans=(none.span(), (start, end)))
            return


def _around(text: str, finding: Finding) -> str:
    """The words of the sentence that a finding stands in."""
    start, end = _span(finding)
    first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    stops = [i for mark in (". ", ".\n", "\n") if (i := text.find(mark, end)) >= 0]
    return text[first : min(stops, default=len(text))]


def _span(finding: Finding) -> Span:
    return (finding.start or 0, finding.end or 0)
