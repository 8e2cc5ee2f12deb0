"""English words in a Chinese note, put into Chinese: "既往 hypertension 10年" as "既往 高血压 10年"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.knowledge.base import Knowledge
from core.language.context import Context
from core.language.findings import read_findings
from core.language.respelt import Change
from core.language.tokens import Sentence
from core.language.zh.reader import lexicon

_RUN = re.compile(r"[A-Za-z][A-Za-z'’]*(?:[ ,/-]{1,2}[A-Za-z][A-Za-z'’]*)*(?P<stop>\.(?=\s|$))?")
_FEWEST = 2  # letters of a run that may be a finding
_WORDS = {
    "no": "无", "denies": "否认", "without": "无", "possible": "可能", "father": "父亲", "mother": "母亲",
    "brother": "兄弟", "sister": "姐妹", "wife": "妻子", "husband": "丈夫", "and": "、", "with": "伴",
}  # fmt: skip
_SMALL = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def chinese_for(text: str, knowledge: Knowledge) -> Iterator[Change]:
    """The English findings of a Chinese text, each with its Chinese name where that is one of the vocabulary's."""
    names = lexicon(knowledge)
    for run in _RUN.finditer(text):
        start, end = run.span()
        if end - start < _FEWEST:
            continue
        sentence = Sentence(text, start, end, "other", start)
        found = 0
        for f in read_findings(sentence, Context(sentence), knowledge, {}):
            if f.start is None or f.end is None or f.label_zh is None:
                continue
            if any(f.start + hit.length > f.end for hit in names.at(text, f.start, len(text))):
                continue  # "Murphy征" is Chinese
            if any(knowledge.drug(word.lower()) for word in text[f.start : f.end].split()):
                continue  # a drug stays one: its name is read as it stands
            if any(hit.term == f.concept for hit in names.at(f.label_zh, 0, len(f.label_zh))):
                found += 1
                yield Change(f.start, f.end, f.label_zh)
        if not found:
            continue
        yield from (Change(*word.span(), _WORDS[word.group().lower()]) for word in _SMALL.finditer(text, start, end))
        if run["stop"]:
            yield Change(end - 1, end, "。")
