"""Chinese words in an English note, put into English: "No cough. 昨日发热" as "No cough. yesterday fever"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.knowledge.base import Knowledge
from core.language.respelt import Change
from core.language.zh.medications import ENGLISH_DRUGS
from core.language.zh.reader import lexicon

_CJK = re.compile(r"[\u4e00-\u9fff]+(?:[，。、；：？（）][\u4e00-\u9fff]*)*")
_MARKS = {"，": ", ", "。": ". ", "、": ", ", "；": "; ", "：": ": ", "？": "? ", "（": " (", "）": ") "}
# What small words are in English. A heading, whole, stays as it is: sections know it.
_WORDS = {
    **dict.fromkeys(("否认有", "否认"), "denies"),
    **dict.fromkeys(("未见明显", "未见", "未闻及", "未触及", "未及", "未诉", "没有", "并无", "无明显", "无", "不伴"),
                    "no"),
    **dict.fromkeys(("可能", "疑似", "考虑", "怀疑"), "possible"), "不除外": "not excluded", "排除": "rule out",
    **dict.fromkeys(("父亲", "爸爸", "其父"), "father"), **dict.fromkeys(("母亲", "妈妈", "其母"), "mother"),
    **dict.fromkeys(("哥哥", "弟弟", "兄弟"), "brother"), **dict.fromkeys(("姐姐", "妹妹", "姐妹"), "sister"),
    **dict.fromkeys(("祖父", "爷爷", "外祖父", "外公"), "grandfather"), "儿子": "son", "女儿": "daughter",
    **dict.fromkeys(("祖母", "奶奶", "外祖母", "外婆"), "grandmother"), "妻子": "wife", "丈夫": "husband",
    "家族史": "family history of", **dict.fromkeys(("患者", "病人"), "patient"), "患有": "has", "死于": "died of",
    **dict.fromkeys(("昨日", "昨天"), "yesterday"), **dict.fromkeys(("今日", "今天"), "today"),
    **dict.fromkeys(("既往有", "既往", "曾有", "曾患"), "history of"), **dict.fromkeys(("病史",), "history"),
    **dict.fromkeys(("伴有", "伴"), "with"), **dict.fromkeys(("出现", "有"), "has"), "和": "and", "及": "and",
    "但": "but",
    **dict.fromkeys(("如出现", "如有", "若"), "if"), "天": "days", "小时": "hours", "周": "weeks", "个月": "months",
    "年": "years", "服用": "takes", "已停用": "stopped", "停用": "stopped",
}  # fmt: skip
_LONGEST = max(map(len, _WORDS))
_KEPT = re.compile(r"主诉|现病史|既往史|过敏史|家族史|查体|诊断|过敏|[^\s，。；]{1,8}过敏")


def english_for(text: str, knowledge: Knowledge) -> Iterator[Change]:
    """The Chinese findings, drugs and small words of a text, each with the English for it. What an allergy is told in
    stays Chinese, since it is read so."""
    for run in _CJK.finditer(text):
        place, end = run.span()
        while place < end:
            kept = _KEPT.match(text, place, end)
            stop, words = (kept.end(), None) if kept else _english(text, place, end, knowledge)
            if words is not None:
                yield Change(place, stop, words)
            place = stop


def _english(text: str, place: int, end: int, knowledge: Knowledge) -> tuple[int, str | None]:
    """Where the word that stands here ends, and the English for it, if any."""
    if text[place] in _MARKS:
        return place + 1, _MARKS[text[place]]
    hit = next((h for h in lexicon(knowledge).at(text, place, end) if not h.bare), None)
    for length in range(min(_LONGEST, end - place), 0, -1):
        if (word := _WORDS.get(text[place : place + length])) and (hit is None or hit.length <= length):
            return place + length, f" {word} "
    if hit is not None:
        return place + hit.length, f" {knowledge.label(hit.term).en} "
    for name, drug in ENGLISH_DRUGS.items():
        if text.startswith(name, place, end):
            return place + len(name), f" {drug} "
    return place + 1, None
