"""What holds at each place of a text: of whom it is said, whether it is denied, how sure it is, with what it belongs.

A second, cruder reading beside the reader's. The same rules read the record and the sentence that retells it, so that a
rule that is wrong is wrong on both sides alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from core.language.named_kin import as_subjects, named_kin
from core.language.sentences import split_sentences
from core.narrative.denials import CLAUSE, DENIAL, denials
from core.narrative.model import Span

_KIN = {
    "mother": "mother mum mom 母亲 妈妈 母",
    "father": "father dad 父亲 爸爸 父",
    "sister": "sister sisters 姐姐 妹妹 姐 妹",
    "brother": "brother brothers 哥哥 弟弟 哥 弟",
    "daughter": "daughter daughters 女儿",
    "son": "son sons 儿子",
    "aunt": "aunt 姑姑 姨妈 姨",
    "uncle": "uncle 叔叔 舅舅",
    "grandmother": "grandmother grandma 祖母 外祖母 奶奶 外婆",
    "grandfather": "grandfather grandad 祖父 外祖父 爷爷 外公",
    "cousin": "cousin 表哥 堂弟",
    "partner": "partner husband wife spouse fiance fiancé fiancee fiancée girlfriend boyfriend 丈夫 妻子 配偶",
    "relative": "niece nephew grandson granddaughter",
    "acquaintance": "friend neighbour neighbor flatmate housemate roommate colleague",
}
KIN_OF = {word: kin for kin, words in _KIN.items() for word in words.split()}
_YOUNGER = {"妹妹": "younger sister", "姐姐": "elder sister", "哥哥": "elder brother", "弟弟": "younger brother"}
KIN_OF |= _YOUNGER
_TWIN = {"twin": "relative"}  # known by a name alone: "a twin pregnancy" is nobody's but the patient's
_KIN_EN = "|".join(w for w in KIN_OF if w.isascii())
_KIN_ZH = "|".join(sorted((w for w in KIN_OF if not w.isascii()), key=len, reverse=True))
# Behind a Chinese relative, with or without a name, something is told of him or her: "哥哥林语辰8岁,上周患流感".
_TOLD_ZH = (
    r"(?=[\d患因有死]|体健|曾|在|于|的|也|是|两|:|怀孕|服用|吸烟|饮酒|得过?|确诊|已故|早逝|生前|既往|上周|上月|去年|今年|目前|正在"
    r"|(?!陪|代|送|发现|带|护|搀|诉|述|在|于|与|说|称)[\u4e00-\u9fff]{2,3}(?:[，,]?\d{1,3}岁|患(?![者儿])|死于|有(?!时)))"
)
_RELATIVE = re.compile(
    rf"(?:\b(?:maternal|paternal|elder|older|eldest|younger|youngest|twin|late|half)[\s-])?(?:[\w-]{{1,14}}[\s-]year[\s-]old\s)?\b(?P<en>{_KIN_EN})\b|(?P<zh>{_KIN_ZH}){_TOLD_ZH}",
    re.IGNORECASE,
)
# "Noticed by her daughter": she is no part of what is told.
_BYSTANDER = re.compile(
    r"\b(?:by|with|to|told|informed|confid\w+ in)\s+(?:his|her|their|the)?\s*(?:[\w-]+\s)?$", re.IGNORECASE
)
# "His neighbour found him on the floor", "friend Amelia gave adrenaline 0.5 mg": what follows is the patient's.
_HELPER = re.compile(
    r"(?:\s+[A-Z][a-z]+)?(?:,?\s+who)?\s+(?:(?:found|saw|brought|heard|woke|drove|took|caught|accompanied|helped|gave)\s+(?:him\b"
    r"|the patient\b|her\s(?:on|in|at|to|lying|unconscious|collapsed|unresponsive|with|by|this|last|there)\b)"
    r"|(?:called|rang|phoned)\s(?:for\s)?(?:the|an)\sambulance\b"
    r"|(?:gave|administered)\s(?:an?\s)?(?:EpiPen|adrenaline|CPR|first aid|\w+\s\d))"
)
_WITH_KIN = re.compile(
    rf"\b(?:with|by)\s(?:his|her|their)\s(?:[\w-]+\s)?(?P<en>{_KIN_EN})\b(?!['’]s)"
    rf"|(?:由|与|和|跟)(?P<zh>{_KIN_ZH})|(?P<behind>{_KIN_ZH})[^,，。;；]{{0,4}}(?:陪同|陪着|送来|带来|代诉)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:found|seen|brought|heard|woken|driven|taken|caught|called|helped|given|rung)\s(?:[\w-]+\s){0,3}by\s(?:[\w-]+\s){0,2}$"
    r"|\bby\s(?:his|her|their|the|an?)\s$",
    re.IGNORECASE,
)
# "An uncle on her mother's side", "her mother's cousin": the mother only tells whose uncle it is.
_BRANCH = re.compile(r"['’]s\s+(?:side|cousin|sister|brother|mother|father|aunt|uncle|family)\b", re.IGNORECASE)
_OF_FAMILY = re.compile(r"\bfamily history\b|家族史", re.IGNORECASE)
# "Epilepsy on his father's side": of the whole segment.
_ONE_SIDE = re.compile(r"\bon (?:his|her|the) (?:mother|father)['’]s side\b", re.IGNORECASE)
# "A family history of gout in an uncle": whose it is stands behind it.
_IN_WHOM = re.compile(r"\bin\s+(?:an?|his|her|the|one)\s+(?:[\w-]+\s)?$", re.IGNORECASE)
_BACK = re.compile(
    r"[,;]?\s*\b(?:and|but|while|whereas)\s+(?:he|she|the patient)\b|[;,]\s*(?:he|she|the patient)\b"
    r"|,\s*(?:and|while|whereas)\s+the\b"
    r"|,?\s*\bbut\s+(?!(?:was|is|has|had|never|did|does|not|no|less|more|milder|similar|only|later)\b)"
    r"|[,;，；]\s*(?:患者|患儿|本人|他(?!的)|她(?!的))|\b(?:he|she) (?:himself|herself)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?P<strong>probabl[ey]|likely|presumed|thought to)\b|\b(?:possibl[ey]|possibility|suspected|suspicion|might"
    r"|perhaps|(?-i:may)|pending|awaited|considered|unconfirmed|query"
    r"|(?<!as )(?<!even )if(?!\s+(?:you|the\s+\w+)\s+(?:could|would)))\b|\?|(?P<zh>可能|可疑|疑似|疑|考虑|待)",
    re.IGNORECASE,
)
_ALLERGY = re.compile(
    r"(?<!seasonal )\b(?:allerg\w+|(?<!heat )(?<!cold )(?<!exercise )(?<!glucose )(?<!lactose )intoleran\w+"
    r"|hypersensitiv\w+|causes)\b|过敏",
    re.IGNORECASE,
)
_COMMA = re.compile(r"[,，;；。()（）]|\.(?=\s|$)|\n")
_PRONOUN = re.compile(r"\s*(?:(?P<he>he|his)|she|her)\b", re.IGNORECASE)
_MALE = re.compile(r"\b(?:Mr|man|male|boy|gentleman)\b|\b\d{1,3}\s?M\b")
_FEMALE = re.compile(r"\b(?:Mrs|Ms|Miss|woman|female|girl|lady)\b|\b\d{1,3}\s?F\b")


class At(NamedTuple):
    """What holds at a place. `hedge` is 0 where nothing is doubted, 1 for possible, 2 for probable."""

    sentence: int
    clause: int
    whose: str
    denied: bool
    hedge: int
    allergy: bool


class Ground:
    """A text and what holds at its places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = split_sentences(text) if text else []
        self._clauses = _cut(text, CLAUSE)
        self._commas = _cut(text, _COMMA)
        self.denials: list[Span] = []
        self._kin: list[tuple[int, int, str]] = []
        self.company: set[str] = set()  # with whom the patient is, lives or came
        self.helpers: set[str] = set()  # relatives and others who did something for the patient
        self.segments: list[Span] = []
        names = named_kin(text, KIN_OF | _TWIN)
        named = as_subjects(names)
        for start, end in self.sentences:
            for a, b in _cut_between(text, start, end, ";；"):
                self.segments.append((a, b))
                self.denials += denials(text, a, b)
                self.helpers |= _helpers(text, a, b)
                self.company |= {KIN_OF[m.group(m.lastgroup or 0).lower()] for m in _WITH_KIN.finditer(text, a, b)}
                self._kin += _kin(text, a, b, names, named) or _still(text, a, b, self._kin)
        self.doubts = [m.span() for m in _HEDGE.finditer(text)]
        self._hedges = [(*_around(self._commas, m.start()), 2 if m["strong"] else 1) for m in _HEDGE.finditer(text)]
        self._allergies = [
            _around(self._commas if m.group() == "过敏" else self.segments, m.start()) for m in _ALLERGY.finditer(text)
        ]

    def at(self, place: int) -> At:
        """What holds at this character."""
        return At(
            _index(self.sentences, place),
            _index(self._clauses, place),
            next((who for a, b, who in self._kin if a <= place < b), "patient"),
            any(a <= place < b for a, b in self.denials),
            max((strength for a, b, strength in self._hedges if a <= place < b), default=0),
            any(a <= place < b for a, b in self._allergies),
        )


def is_denial(word: str) -> bool:
    """Is this a word of denial and nothing else?"""
    return DENIAL.fullmatch(word) is not None


def _cut(text: str, marks: re.Pattern[str]) -> list[Span]:
    cuts = [0, *(m.end() for m in marks.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if b > a]


def _cut_between(text: str, start: int, end: int, marks: str) -> list[Span]:
    cuts = [start, *(place + 1 for place in range(start, end) if text[place] in marks), end]
    return [(a, b) for a, b in pairwise(cuts) if b > a]


def _index(spans: list[Span], place: int) -> int:
    return next((number for number, (a, b) in enumerate(spans) if a <= place < b), -1)


def _around(spans: list[Span], place: int) -> Span:
    number = _index(spans, place)
    return spans[number] if number >= 0 else (place, place)


def _kin(
    text: str, start: int, end: int, names: Mapping[str, str], named: re.Pattern[str] | None
) -> list[tuple[int, int, str]]:
    """From each relative, called so or by name, to the next one, or to where the patient is spoken of again."""
    of_family = _OF_FAMILY.search(text, start, end)
    matches = [
        m
        for m in _RELATIVE.finditer(text, start, end)
        if (of_family or not _BYSTANDER.search(text, start, m.start()))
        and not _BRANCH.match(text, m.end())
        and not _HELPER.match(text, m.end())
    ]
    if named is not None:
        matches = sorted([*matches, *named.finditer(text, start, end)], key=lambda m: m.start())
    found: list[tuple[int, int, str]] = []
    for number, match in enumerate(matches):
        last = matches[number + 1].start() if number + 1 < len(matches) else end
        back = _BACK.search(text, match.end(), last)
        called = match.group(match.lastgroup or 0)
        who = names[called] if match.lastgroup == "name" else KIN_OF[called.lower()]
        first = of_family.start() if of_family and number == 0 and of_family.end() < match.start() else match.start()
        if of_family and _IN_WHOM.search(text, start, match.start()):
            first = found[-1][1] if found else of_family.start()
            last = match.end() if number + 1 < len(matches) else last
        found.append((first, back.start() if back else last, who))
    if not matches and _ONE_SIDE.search(text, start, end):
        found.append((start, end, "family"))
    elif of_family and not matches:
        back = _BACK.search(text, of_family.end(), end)
        found.append((of_family.start(), back.start() if back else end, "family"))
    return found


def _helpers(text: str, start: int, end: int) -> set[str]:
    return {
        KIN_OF[m.group(m.lastgroup or 0).lower()]
        for m in _RELATIVE.finditer(text, start, end)
        if _HELPER.match(text, m.end()) or _BY.search(text, start, m.start())
    }


def _still(text: str, start: int, end: int, before: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """ "Daughter updated; she has breast cancer" of a man: behind a relative a pronoun that is not the patient's."""
    pronoun = _PRONOUN.match(text, start)
    if pronoun is None or not before or len(text[before[-1][1] : start].strip(" ;.")) > 0:
        return []
    patient = _FEMALE if pronoun["he"] else _MALE
    return [(start, end, before[-1][2])] if patient.search(text) and not _sexes(text, pronoun) else []


def _sexes(text: str, pronoun: re.Match[str]) -> bool:
    """Does the text call the patient by the sex of the pronoun as well?"""
    return (_MALE if pronoun["he"] else _FEMALE).search(text) is not None
