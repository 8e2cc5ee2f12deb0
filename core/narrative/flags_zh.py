"""What a Chinese sentence calls a value: high, low or normal, as the record's value is."""

from __future__ import annotations

import math
import re

from core.case.model import Case
from core.language import read
from core.narrative.model import Span
from core.narrative.record import Record

_WORDS = {
    "high": re.compile(r"升高|增高|偏高|增多|上升|高达"),
    "low": re.compile(r"降低|偏低|减低|减少|下降|低至"),
    "normal": re.compile(r"正常|不高|未见异常"),
}


# Told of a value far out of its range alone.
_FAR = re.compile(r"明显|显著")

_ANY = re.compile(rf"(?:{'|'.join(words.pattern for words in _WORDS.values())})(?:至|到|达|[,，]?为)?")


def flags_told(text: str, record: Record) -> list[Span]:
    """Where the sentence says what the flag of its only value says; "未见升高" of a normal one."""
    bare = _ANY.sub("", text)  # "空腹血糖升高,为12.6": the reader knows the value without the word
    said = read(Case(id="sentence", text=bare, lang="zh"), record.knowledge).measurements
    given = {
        known.flag
        for value in said
        for known in record.reading.measurements
        if known.flag and known.analyte == value.analyte and math.isclose(known.value, value.value, rel_tol=1e-6)
    }
    flags = {flag.removeprefix("critical-") for flag in given}
    critical = all(flag.startswith("critical-") for flag in given)
    if len(flags) != 1:
        return []
    flag = flags.pop()
    found = [m.span() for m in _WORDS[flag].finditer(text)]
    if critical:
        found += [m.span() for m in _FAR.finditer(text)]
    if flag == "normal":
        found += [m.span() for m in re.finditer(r"(?:未见|未|无|没有)(?:明显)?(?:升高|增高|降低)", text)]
    return found
