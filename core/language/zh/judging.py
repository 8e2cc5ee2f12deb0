"""What a Chinese sentence says of the findings in it: denied, doubted, past, somebody else's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from core.language.context import Judgement
from core.language.zh import rules

REACH = 160  # characters in front of a finding that are asked about it
_PEOPLE = re.compile("|".join((*rules.FAMILY, *rules.OTHERS)))
_CLAUSE = re.compile(r"[，,：:]")
_IF = re.compile(r"\s*[如若](?![上下前厕])")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_PAST = re.compile(_any(rules.PAST))
_HYPOTHETICAL = re.compile(_any(w for w in rules.HYPOTHETICAL if len(w) > 1))
_POSSIBLE = re.compile(_any(rules.POSSIBLE))
_DENIAL = re.compile(_any(rules.DENIAL))
# The last of them: a greedy start goes back from the end to the first place that fits.
_LAST_DENIAL = re.compile(
    f".*(?=[{''.join(sorted({w[0] for w in rules.DENIAL}))}])(?!{_any(rules.NOT_DENIALS)})(?={_any(rules.DENIAL)})",
    re.DOTALL,
)
_BREAKS_DENIAL = re.compile(r"伴有|伴(?!随)|但|而有|出现|有")


class Clauses:
    """One sentence, its clauses read once for all the findings in it."""

    def __init__(self, text: str, start: int, end: int, kind: str) -> None:
        """`kind` is that of the section."""
        self._text, self._start, self._end, self._kind = text, start, end, kind
        commas = [m.end() for m in _CLAUSE.finditer(text, start, end)]
        self._firsts = [start, *commas]
        self._people = _PEOPLE.search(text, start, end) is not None
        self._past = text.find("既往", start, end) >= 0
        # Of each clause, as far as they are known: does a denial in it, or before it, reach over its end?
        self._carried: list[bool] = []

    def judge(self, place: int, stop: int) -> Judgement:
        """What is said of the finding between `place` and `stop`."""
        text, kind = self._text, self._kind
        number = bisect_right(self._firsts, place) - 1
        segment = text[max(self._firsts[number], place - REACH) : place]
        after = text[stop : min(self._end, stop + 8)]
        experiencer = "family" if kind == "family-history" else "patient"
        before = text[max(self._start, place - REACH) : place] if self._people or self._past else ""
        if self._people and experiencer == "patient":
            experiencer = _subject(before)
        assertion, temporality = "present", "recent"
        if (
            kind in ("past-history", "family-history")
            or _PAST.search(segment)
            or after.startswith(rules.PAST_AFTER)
            or (self._past and "既往" in before and "现" not in before)
            or (experiencer == "family" and "史" in before)
        ):
            temporality = "historical"
        if kind == "instructions" or _HYPOTHETICAL.search(segment) or _IF.match(segment):
            assertion = "hypothetical"
        elif self._denied(segment, number) or after.startswith(rules.DENIAL_AFTER):
            assertion = "absent"
        elif _POSSIBLE.search(segment[-8:]) or after.startswith(rules.POSSIBLE_AFTER):
            assertion = "possible"
        if assertion == "present" and after.startswith(rules.RESOLVED_AFTER) and experiencer == "patient":
            assertion, temporality = "absent", "resolved"
        return Judgement(assertion, experiencer, temporality)  # type: ignore[arg-type]

    def clause_end(self, stop: int) -> int:
        """Where the clause ends that goes on at `stop`."""
        number = bisect_right(self._firsts, stop)
        return self._firsts[number] - 1 if number < len(self._firsts) else self._end

    def _denied(self, segment: str, number: int) -> bool:
        """Does a word of denial reach the finding? Across 、 always; across ， while nothing is asserted between."""
        if _denial_in(segment):
            return True
        return number > 0 and self._reaches_over(number - 1) and not rules.ASSERTS.search(segment)

    def _reaches_over(self, number: int) -> bool:
        while len(self._carried) <= number:
            index = len(self._carried)
            clause = self._text[self._firsts[index] : self._firsts[index + 1] - 1]
            denial = denial_at(clause)
            if denial is not None:
                # "无发热，咳嗽" leaves the cough open and so present; "否认发热，咳嗽，胸痛" denies the whole list.
                carried = clause.startswith("否认", denial) and not rules.ASSERTS.search(clause, denial + 2)
            else:
                carried = index > 0 and self._carried[index - 1] and not rules.ASSERTS.search(clause)
            self._carried.append(carried)
        return self._carried[number]


def _subject(before: str) -> str:
    if _relative(before, rules.FAMILY):
        return "family"
    return "other" if _relative(before, rules.OTHERS) else "patient"


def _relative(before: str, words: tuple[str, ...]) -> bool:
    """Is a relative the subject of the clause, and not the one who tells or brings?"""
    for word in words:
        at = before.rfind(word)
        if at >= 0:
            after = before[at + len(word) :]
            if not after.startswith(rules.REPORTING) and "患者" not in after and "本人" not in after:
                return True
    return False


def denial_at(segment: str) -> int | None:
    """Where the last word of denial stands that is one."""
    match = _LAST_DENIAL.match(segment)
    return match.end() if match else None


def _denial_in(segment: str) -> bool:
    at = denial_at(segment)
    if at is None:
        return False
    word = _DENIAL.match(segment, at)
    between = segment[word.end() :] if word else segment[at:]
    if segment[at] in "不非" and len(between) > 1:
        return False  # 不 and 非 deny what follows at once
    return not between or not _BREAKS_DENIAL.search(between)
