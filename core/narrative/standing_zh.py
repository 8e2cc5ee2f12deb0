"""The same of a Chinese text: what is over, stopped, planned or only spoken of."""

from __future__ import annotations

import re
from itertools import pairwise

from core.narrative.model import Span
from core.narrative.standing import Stretch

_PIECE = re.compile(r"[,，。；;\n:：]")
_NUMBER = r"(?:\d+|[一二两三四五六七八九十几数]+)"
_TAKE = r"(?:口服|服用|使用|应用|服|用)"
_BEGAN = re.compile(r"诊断|确诊|发现|开始|起|出现|始|以来|至今|发病|加重|一直|反复")
_CHRONIC = re.compile(
    r"高血压|糖尿病|冠心病|房颤|心房颤动|哮喘|慢性|关节炎|甲状腺|痛风|肝硬化|癫痫病|肾病|心衰|心力衰竭|骨质疏松|症"
)
_OVER_BEFORE = re.compile(
    rf"曾(?:患|有|得|发生|因)|儿时|幼时|小时候|幼年|童年|婴儿期|新生儿期|(?:曾|既往|以前|之前|原){_TAKE}"
)
_TIMED_BEFORE = re.compile(rf"去年|前年|上个?月|上周|{_NUMBER}个?(?:年|月)前|(?:19|20)\d\d年")
_OVER_BEHIND = re.compile(
    r"[已后现均自行]*(?:治愈|痊愈|恢复|缓解|消失|消退|愈合)|后?未再(?:发作?|复发|出现)|[已后]愈|"
    r"已?停(?:用|服|药)|已停|(?:已)?用完|疗程(?:已)?(?:结束|完成)|改(?:用|为)"
)
_NOT_OVER = re.compile(r"(?:未|不|无|没有|可|能|部分|稍)$")
_ENDED_BEFORE = re.compile(r"停(?:用|服)(?:了)?")
_AHEAD_BEFORE = re.compile(rf"计划|拟|准备|打算|考虑|拒绝|建议|将(?:予|于|开始|{_TAKE})")
_AHEAD_BEHIND = re.compile(r"但?未(?:用|服|使用)(?![抗过])")
_ILLNESS = re.compile(r"病|史|症|炎|癌|颤")  # "房颤病史2年,未服用抗凝药" plans nothing
_SPOKEN_BEFORE = re.compile(
    r"担心|害怕|恐|担忧|怕(?!冷|热|光)|筛查|排查|(?:接种|预防)(?:了|过)?|阅读|听说|观看|接触过?|照顾|护理(?!$)|宣传|讲解|介绍"
)
_SPOKEN_BEHIND = re.compile(r"的?(?:风险|危险)|疫苗|门诊|筛查|知识|手册|宣传|科普|预防|慈善|基金|协会|讲座|电影|文章")
_MARKS = {
    "over": re.compile(
        r"曾|既往|史|年(?!龄)|(?<!目)前|过(?!敏)|上个?月|上周|儿时|幼|童年|已|停|愈|恢复|缓解|消|用完|结束|完成|改|当时|\d月"
    ),
    "ahead": re.compile(r"计划|拟|准备|打算|考虑|拒绝|建议|将|未|下|不|待|愿"),
    "spoken": re.compile(
        r"担|怕|恐|忧|筛|查|排|除|接种|疫苗|预防|风险|危险|门诊|阅读|听说|观看|手册|宣传|科普|知识|慈善|讲座|电影|文章|接触|照顾|未|无|否"
    ),
}
_FORMER = re.compile(rf"既往|曾(?:经)?|以前|过去|原{_TAKE}|已停")
_IS_NOW = re.compile(rf"现(?!病)|目前|正在|长期|每日|{_NUMBER}(?:余)?(?:天|日|小时|周|个月)(?!前)")
_GOES_ON = re.compile(r"[已现后未目均自]")
_SHORT = 8  # characters of a time that stands by itself before what it is the time of


def stretches_zh(text: str) -> list[Stretch]:
    """Where what a Chinese record says is not so now."""
    found: list[Stretch] = []
    pieces = _pieces(text)
    for number, (a, b) in enumerate(pieces):
        for match in _OVER_BEFORE.finditer(text, a, b):
            found.append(Stretch(match.start(), b, "over", False, False))
        for match in _TIMED_BEFORE.finditer(text, a, b):
            if not _BEGAN.search(text, a, b):
                found.append(Stretch(match.end(), b, "over", False, True))
        for match in _ENDED_BEFORE.finditer(text, a, b):
            found.append(Stretch(match.end(), b, "over", False, False))
        for match in _AHEAD_BEFORE.finditer(text, a, b):
            found.append(Stretch(match.end(), b, "ahead", False, False))
        for match in _SPOKEN_BEFORE.finditer(text, a, b):
            found.append(Stretch(match.end(), b, "spoken", False, False))
        found += _behind(text, pieces, number)
    return found


def _behind(text: str, pieces: list[Span], number: int) -> list[Stretch]:
    a, b = pieces[number]
    found = []
    for match in _OVER_BEHIND.finditer(text, a, b):
        if not _NOT_OVER.search(text, a, match.start()):
            head = a if match.start() - a > 2 or not number or text[a - 1] in "。\n" else pieces[number - 1][0]
            found.append(Stretch(head, match.start(), "over", False, False))
    for match in _AHEAD_BEHIND.finditer(text, a, b):
        head = a if match.start() - a > 1 or not number or text[a - 1] in "。\n" else pieces[number - 1][0]
        if not _ILLNESS.search(text, head, match.start()):
            found.append(Stretch(head, match.start(), "ahead", False, False))
    for match in _SPOKEN_BEHIND.finditer(text, a, b):
        found.append(Stretch(a, match.start(), "spoken", False, False))
    return found


def lasts_zh(words: str) -> bool:
    """Is this an illness that is commonly for life?"""
    return _CHRONIC.search(words) is not None


def marked_zh(text: str, place: int, kind: str) -> bool:
    """Does a Chinese sentence say so of what stands at this place?"""
    return _MARKS[kind].search(text, *_clause(text, place)) is not None


def former_zh(text: str, place: int) -> bool:
    """Does it say outright that this is no more?"""
    span = _clause(text, place)
    return _FORMER.search(text, *span) is not None


def is_now_zh(text: str, place: int) -> bool:
    """Does the record say in the same piece that it is so now, or for how long?"""
    a, b = next((p for p in _pieces(text) if p[0] <= place < p[1]), (place, place))
    return _IS_NOW.search(text, a, b) is not None


def _clause(text: str, place: int) -> Span:
    pieces = _pieces(text)
    here = next((n for n, (a, b) in enumerate(pieces) if a <= place < b), 0)
    first = last = here
    while first > 0 and pieces[first - 1][1] - pieces[first - 1][0] <= _SHORT:
        first -= 1
    while last + 1 < len(pieces) and _GOES_ON.match(text, *pieces[last + 1]):
        last += 1
    return pieces[first][0], pieces[last][1]


def _pieces(text: str) -> list[Span]:
    cuts = [0, *(m.end() for m in _PIECE.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if b > a]
