"""What a record says twice, differently. Better silent than a false alarm: whatever time, place or repetition could
explain is no contradiction."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from core.language.model import Allergies, Conflict, Finding, Measurement, Section
from core.language.no_allergies import none_known

Span = tuple[int, int]
# What makes two values, or a denial and a statement, of two moments, places or sides.
_OTHERWISE = re.compile(
    r"\d\d?:\d\d|\d\s?(?:hrs?|mins?)\b|\b\d{1,2}[ap]m\b|\b\d{4}\s?h(?:rs)?\b|→|->|\b(?:at|after|before|since|until|"
    r"till|then|later|again|repeat"
    r"\w*|re-?check\w*|now|today|yesterday|tonight|currently|initial\w*|first|second|third|on (?:arrival|admission|"
    r"discharge|presentation)|arrival|admission|discharge|triage|home|ambulance|ems|scene|field|clinic|gp|ward|icu|"
    r"ed|er|"
    r"outside|theatre|previous\w*|prior|pre|post|baseline|last|ago|old|past|history|previously|earlier|subsequent\w*|"
    r"during|while|when|overnight|morning|afternoon|evening|night|day|days|week|weeks|month|months|hours?|"
    r"minutes?|years?|lying|standing|sitting|supine|erect|rest|exertion|left|right|fluids?|treatment|improv\w*|"
    r"wors\w*|peak\w*|nadir|max\w*|min\w*|tmax|range|trend\w*|rose|fell|rising|falling|increas\w*|decreas\w*|up|down|"
    r"to|from|resolv\w*|settled|started|developed|became|calculated|corrected|adjusted|estimated|"
    r"ref\w*|urine|fluid|csf|episodes?|sometimes|occasional\w*|intermittent\w*)\b|"
    r"[昨今前后曾现左右]|既往|入院|出院|夜间|活动|静息|运动|劳累|再次|复查|缓解|消失|好转|加重|有时|偶|间断|治疗|"
    r"期间|时",
    re.IGNORECASE,
)
_FINE = re.compile(
    r"\b(?:negative|normal|unremarkable|not (?:raised|elevated|high|low|increased|reduced))\b(?!\W{0,3}(?:range|limit|"
    r"values?|saline|upper|lower|ref\w*|up|adult|is|was|\d)|\s*[:=<>≤≥])",
    re.IGNORECASE,
)
_LIMIT_BEFORE = re.compile(
    r"\b(?:limits? of|times|x|above|below|than|lower|upper|previously|usually|not|was|near)\s*$", re.IGNORECASE
)
# A denial of the bare finding: nothing between the word of denial, or the list, and the name; nothing that places it.
_BARE_BEFORE = re.compile(
    r"(?:^|\b(?:no|denie[sd]|without|nor|or|and|any|not|have|has|had|for|having|denying|never|nil|of|is|are)|"
    r"[,:;/(&.，。、：；无及和或有]|没有|否认|未见|未诉)\s*$",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"[\s(]*(?:in|of|at|on|over|within|to|from|with|without|after|but|or|scale|cells?)\b", re.IGNORECASE
)
# A time that reaches to now; of what was had, it does not.
_LASTS = re.compile(
    r"\b(?:for|x|since)\s(?:the (?:last|past)\s)?(?:(?:about|over|nearly|the)\s)?(?:\d+|an?|one|two|three|four|five|"
    r"six|"
    r"seven|eight|ten|few|several)\s?(?:hours?|hrs?|days?|weeks?|wks?|months?)\b|"
    r"\bsince (?:yesterday|this morning|last night|breakfast|lunch|the morning|mon|tues|wednes|thurs|fri|satur|"
    r"sun)(?:day)?\b|\d+余?(?:天|日|小时|周|个月|月)(?!前)",
    re.IGNORECASE,
)
_HAD = re.compile(r"\b(?:had|lasted|lasting|episodes?|was|were|gone|went)\b", re.IGNORECASE)
_OTHERWISE_NONE = 40  # characters between the last substance and "no other allergies"
_NEAR = 2  # sentences between which two values are of one moment
MOST_COMPARED = 60  # values of one analyte; more are a chart, and no slip of the pen


def conflicts_in(
    text: str,
    sections: Sequence[Section],
    sentences: Sequence[Span],
    named: Iterable[Finding],
    derived: Iterable[Finding],
    measurements: Sequence[Measurement],
    allergies: Allergies,
) -> list[Conflict]:
    """The contradictions among the findings, the values and the allergies of one record.

    `named` are the findings that stand in words, `derived` those that a value stands for.
    """
    return [
        *_both_denied_and_present(text, sentences, named, derived),
        *_values_twice(text, sections, sentences, measurements),
        *_fine_beyond_the_limit(text, measurements),
        *_allergies(text, allergies),
    ]


def _both_denied_and_present(
    text: str, sentences: Sequence[Span], named: Iterable[Finding], derived: Iterable[Finding]
) -> Iterator[Conflict]:
    """Findings both stated and denied (a measurement may contradict a denial, no complaint)."""
    sides: dict[str, tuple[list[Finding], list[Finding]]] = {}
    for finding in (*named, *(f for f in derived if f.assertion == "present")):
        if (
            finding.concept is not None
            and finding.experiencer == "patient"
            and finding.temporality == "recent"
            and finding.start is not None
            and finding.assertion in ("present", "absent")
        ):
            side = sides.setdefault(finding.concept, ([], []))[finding.assertion == "absent"]
            if len(side) < MOST_COMPARED:
                side.append(finding)
    for present, absent in (*sides.values(), *_wider(text, sides)):
        if not present or not absent:
            continue
        if {f.laterality for f in present} != {f.laterality for f in absent}:
            continue
        stated = next((f for f in present if f.value is not None or _plain(text, sentences, f)), None)
        denied = next((f for f in absent if _plain(text, sentences, f) and _bare(text, f)), None)
        if stated is not None and denied is not None:
            yield Conflict(about=stated.label, spans=(_span(stated), _span(denied)))


def _wider(
    text: str, sides: dict[str, tuple[list[Finding], list[Finding]]]
) -> Iterator[tuple[list[Finding], list[Finding]]]:
    """Denials beside statements that hold the very words denied: "chest pain for two hours" and "no chest pain"."""
    stated = [f for present, _ in sides.values() for f in present if f.value is None][:MOST_COMPARED]
    for concept, (present, absent) in sides.items():
        if absent and not present:
            denied = text[slice(*_span(absent[0]))].lower()
            held = [
                f for f in stated if text[slice(*_span(f))].lower().startswith(denied + " ") and f.concept != concept
            ]
            if held:
                yield held, absent


def _plain(text: str, sentences: Sequence[Span], finding: Finding) -> bool:
    """Is it said without a time, a side or a place that would make it another matter?"""
    if finding.start is None or finding.end is None:
        return False
    index = _index(sentences, finding.start)
    start, end = sentences[index] if index is not None else (finding.start, finding.end)
    clause_start = max((text.rfind(c, start, finding.start) for c in ";.；。"), default=-1)
    stops = [i for c in ";.；。" if (i := text.find(c, finding.end, end)) >= 0]
    if _PLACED.match(text, finding.end):
        return False
    first, last = max(start, clause_start + 1), min([end, *stops])
    said, lasting = _LASTS.subn(" ", text[first:last])
    if finding.time is not None and not lasting:
        return False
    return _OTHERWISE.search(said) is None and not (lasting and _HAD.search(said))


def _bare(text: str, finding: Finding) -> bool:
    start, end = _span(finding)
    return _PLACED.match(text, end) is None and _BARE_BEFORE.search(text[max(0, start - 12) : start]) is not None


def _values_twice(
    text: str, sections: Sequence[Section], sentences: Sequence[Span], measurements: Sequence[Measurement]
) -> Iterator[Conflict]:
    """One quantity with two values that nothing parts: in one section, a sentence or two apart, each under its name."""
    by_analyte: dict[str, list[Measurement]] = {}
    for m in measurements:
        if m.experiencer == "patient" and m.temporality == "recent" and m.relation == "=" and text[m.start].isalpha():
            by_analyte.setdefault(m.analyte, []).append(m)
    for found in by_analyte.values():
        if not 2 <= len(found) <= MOST_COMPARED:
            continue
        for one, other in combinations(found, 2):
            if one.value == other.value or abs(one.value - other.value) <= 0.05 * max(abs(one.value), abs(other.value)):
                continue
            first, last = _index(sentences, one.start), _index(sentences, other.start)
            if first is None or last is None or abs(last - first) > _NEAR or one.end > other.start:
                continue
            together = any(s.start <= one.start and other.end <= s.end for s in sections)
            if together and not _OTHERWISE.search(text, sentences[first][0], sentences[last][1]):
                yield Conflict(about=one.label, spans=((one.start, one.end), (other.start, other.end)))
                break


def _index(sentences: Sequence[Span], place: int) -> int | None:
    index = bisect_right(sentences, place, key=lambda span: span[0]) - 1
    return index if index >= 0 and place < sentences[index][1] else None


def _fine_beyond_the_limit(text: str, measurements: Iterable[Measurement]) -> Iterator[Conflict]:
    """A test said to be negative or normal, with a value that is not."""
    for m in measurements:
        if m.flag in (None, "normal") or m.experiencer != "patient" or not text[m.start].isalpha():
            continue
        said = _FINE.search(text, m.start, m.end)
        if said is not None and _LIMIT_BEFORE.search(text, max(0, said.start() - 14), said.start()):
            said = None
        behind = _FINE.match(text, *_behind(text, m.end))
        said = said or (behind if behind is not None and _ends(text, behind.end()) else None)
        if said is not None:
            yield Conflict(about=m.label, spans=((m.start, m.end), said.span()))


def _behind(text: str, end: int) -> Span:
    """Where the word in the bracket or behind the comma begins: "86 ng/L (normal)"."""
    place = end
    while place < min(len(text), end + 3) and text[place] in " (,-":
        place += 1
    return place, min(len(text), place + 24)


def _ends(text: str, end: int) -> bool:
    return end >= len(text) or text[end] in ").,;\n"


def _allergies(text: str, allergies: Allergies) -> Iterator[Conflict]:
    nothing = none_known(text)
    listed = [(i.start, i.end) for i in allergies.items if i.start is not None and i.end is not None]
    allergic = any(item.kind == "allergy" for item in allergies.items)  # what is not tolerated contradicts nothing
    if nothing is not None and allergic and not any(s <= nothing[0] < e for s, e in listed):
        before = text[max(0, nothing[0] - _OTHERWISE_NONE) : nothing[0]]
        if re.search(r"\)[,;.]\s*(?:but |otherwise )?$", before) and any(
            e >= nothing[0] - _OTHERWISE_NONE for _, e in listed
        ):
            return  # "plasters (itch), no drug allergies": nothing else
        yield Conflict(about="allergies", spans=(nothing, *listed[:3]))


def _span(finding: Finding) -> Span:
    return (finding.start or 0, finding.end or 0)
