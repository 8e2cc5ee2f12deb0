"""The sections and sentences of a Chinese record."""

from __future__ import annotations

import re

from core.language.model import Section
from core.language.zh import rules

_END = re.compile(r"[。！？；;\n]|(?<![\d])\.(?!\d)")
_HEADING = re.compile(
    "(?:^|(?<=[。；;\\n\\s]))[\\s\\d、.．（(一二三四五六七八九十）)【\\[]*("
    + "|".join(sorted(rules.HEADINGS, key=len, reverse=True))
    + ")[】\\]]?\\s*(?:[:：]|(?=\\n))"
)
_ALLERGIC = re.compile(r"过敏|(?:霉素|西林|头孢|磺胺)[^，。]{0,8}(?:皮疹|休克|[（(])|海鲜|花粉")
LONGEST = 400  # a longer stretch without an end is cut


def split_sections_zh(text: str) -> list[Section]:
    """The sections of a Chinese record, by its headings."""
    marks = [(m.start(1), m.end(), rules.HEADINGS[m.group(1)]) for m in _HEADING.finditer(text)]
    sections: list[Section] = []
    first = marks[0][0] if marks else len(text)
    if first:
        sections.append(Section(kind="other", start=0, heading_end=0, end=first))
    for index, (start, body, kind) in enumerate(marks):
        end = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        over = _after_list(text, body, end) if kind == "allergies" else end
        sections.append(Section(kind=kind, start=start, heading_end=min(body, over), end=over))
        if over < end:
            sections.append(Section(kind="other", start=over, heading_end=over, end=end))
    return sections


def _after_list(text: str, body: int, end: int) -> int:
    """Where a list of allergies is over: behind its first sentence, unless the next goes on with allergies."""
    place = body
    while 0 <= (stop := text.find("。", place, end)) < end - 1:
        following = text[stop + 1 : end].split("。", 1)[0]
        if following.strip() and not _ALLERGIC.search(following):
            return stop + 1
        place = stop + 1
    return end


def split_sentences_zh(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences between two places; one without an end is cut at a comma, for its words are read against each
    other."""
    found = []
    left = start
    for stop in (*(m.end() for m in _END.finditer(text, start, end)), end):
        while stop - left > LONGEST:
            comma = text.rfind("，", left + LONGEST // 2, left + LONGEST)
            middle = comma + 1 if comma >= 0 else left + LONGEST
            found.append((left, middle))
            left = middle
        found.append((left, stop))
        left = stop
    return [(a, b) for a, b in found if text[a:b].rstrip("。！？；;\n.").strip()]
