"""Findings in Chinese text: the longest name at each place, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.context import Judgement
from core.language.model import Finding, Medication, Section
from core.language.zh import rules

_END = re.compile(r"[。！？；;\n]|(?<![\d])\.(?!\d)")
_CLAUSE = re.compile(r"[，,：:]")
_HEADING = re.compile(
    "(?:^|(?<=[。；;\\n\\s]))[\\s\\d、.．（(一二三四五六七八九十）)【\\[]*("
    + "|".join(sorted(rules.HEADINGS, key=len, reverse=True))
    + ")[】\\]]?\\s*(?:[:：]|(?=\\n))"
)


class Lexicon(NamedTuple):
    """Chinese names by their first character, longest first."""

    by_first: dict[str, tuple[tuple[str, str], ...]]


@lru_cache(maxsize=4)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The Chinese names of one knowledge base, with everyday wordings of them."""
    names = dict(knowledge.lexicon_zh)
    for said, meant in rules.SAME.items():
        if said not in names and meant in names:
            names[said] = names[meant]
    grouped: dict[str, list[tuple[str, str]]] = {}
    for name, term in names.items():
        if name:
            grouped.setdefault(name[0], []).append((name, term))
    return Lexicon({first: tuple(sorted(found, key=lambda n: (-len(n[0]), n))) for first, found in grouped.items()})


def split_sections_zh(text: str) -> list[Section]:
    """The sections of a Chinese record, by its headings."""
    marks = [(m.start(1), m.end(), rules.HEADINGS[m.group(1)]) for m in _HEADING.finditer(text)]
    sections: list[Section] = []
    first = marks[0][0] if marks else len(text)
    if first:
        sections.append(Section(kind="other", start=0, heading_end=0, end=first))
    for index, (start, body, kind) in enumerate(marks):
        end = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        sections.append(Section(kind=kind, start=start, heading_end=min(body, end), end=end))
    return sections


def split_sentences_zh(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences between two places."""
    found = []
    left = start
    for match in _END.finditer(text, start, end):
        if text[left : match.start()].strip():
            found.append((left, match.end()))
        left = match.end()
    if text[left:end].strip():
        found.append((left, end))
    return found


def findings_zh(text: str, sections: list[Section], knowledge: Knowledge) -> list[Finding]:
    """All findings named in a Chinese text."""
    found: list[Finding] = []
    for section in sections:
        if section.kind in ("allergies", "medications"):
            continue
        for start, end in split_sentences_zh(text, section.heading_end, section.end):
            denied_up_to = -1
            for place, stop, term in _names(text, start, end, knowledge):
                said = judge_zh(text, start, end, place, stop, section.kind)
                if place == denied_up_to and said.assertion == "present":
                    said = said._replace(assertion="absent")  # 无尿频尿急尿痛: one denial for names run together
                denied_up_to = stop if said.assertion == "absent" else -1
                label = knowledge.label(term)
                found.append(
                    Finding(
                        concept=term,
                        label=label.en,
                        label_zh=label.zh,
                        assertion=said.assertion,
                        experiencer=said.experiencer,
                        temporality=said.temporality,
                        time=_time(text, start, end, place, stop),
                        start=place,
                        end=stop,
                    )
                )
    return found


def _names(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[tuple[int, int, str]]:
    by_first = lexicon(knowledge).by_first
    place = start
    while place < end:
        step = 1
        for name, term in by_first.get(text[place], ()):
            if place + len(name) <= end and text.startswith(name, place):
                if name[0] in "无不未" and _longest(text, place + 1, end, by_first) > len(name) - 1:
                    break  # "无尿频" denies 尿频 (frequency); it does not state 无尿 (anuria)
                yield place, place + len(name), term
                step = len(name)
                break
        place += step


def _longest(text: str, place: int, end: int, by_first: dict[str, tuple[tuple[str, str], ...]]) -> int:
    """How far the longest name that begins at a place reaches, in characters; 0 when none does."""
    names = by_first.get(text[place], ()) if place < end else ()
    return max((len(n) for n, _ in names if place + len(n) <= end and text.startswith(n, place)), default=0)


def judge_zh(text: str, start: int, end: int, place: int, stop: int, kind: str) -> Judgement:
    """What a Chinese sentence says of the finding between `place` and `stop`."""
    before, after = text[start:place], text[stop : min(end, stop + 8)]
    experiencer = "patient"
    if kind == "family-history" or _relative(before, rules.FAMILY):
        experiencer = "family"
    elif _relative(before, rules.OTHERS):
        experiencer = "other"
    segment = re.split(r"[，,：:]", before)[-1]
    assertion, temporality = "present", "recent"
    if (
        kind == "past-history"
        or any(w in segment for w in rules.PAST)
        or after.startswith(rules.PAST_AFTER)
        or before.rfind("既往") >= 0 > before.find("现")
    ):
        temporality = "historical"
    if kind == "family-history" or (experiencer == "family" and "史" in before):
        temporality = "historical"
    if (
        kind == "instructions"
        or any(w in segment for w in rules.HYPOTHETICAL if len(w) > 1)
        or re.match(r"\s*[如若](?![上下前厕])", segment)
    ):
        assertion = "hypothetical"
    elif _denied(before) or after.startswith(rules.DENIAL_AFTER):
        assertion = "absent"
    elif any(w in segment[-8:] for w in rules.POSSIBLE) or after.startswith(rules.POSSIBLE_AFTER):
        assertion = "possible"
    if assertion == "present" and after.startswith(rules.RESOLVED_AFTER) and experiencer == "patient":
        assertion, temporality = "absent", "resolved"
    return Judgement(assertion, experiencer, temporality)  # type: ignore[arg-type]


def _relative(before: str, words: tuple[str, ...]) -> bool:
    """Is a relative the subject of the clause, and not the one who tells or brings?"""
    for word in words:
        at = before.rfind(word)
        if at >= 0:
            after = before[at + len(word) :]
            if not after.startswith(rules.REPORTING) and "患者" not in after and "本人" not in after:
                return True
    return False


def _denied(before: str) -> bool:
    """Does a word of denial reach the finding? Across 、 always; across ， as long as nothing is asserted between."""
    segments = re.split(r"[，,：:]", before)
    if _denial_in(segments[-1], last=True):
        return True
    for index in range(len(segments) - 2, -1, -1):
        if any(rules.ASSERTS.search(s) for s in segments[index + 1 :]):
            return False
        denial = _denial_at(segments[index])
        if denial is not None:
            # "无发热，咳嗽" leaves the cough open and so present; "否认发热，咳嗽，胸痛" denies the whole list.
            return segments[index][denial:].startswith(("否认",)) and not rules.ASSERTS.search(
                segments[index][denial + 2 :]
            )
        if rules.ASSERTS.search(segments[index]):
            return False
    return False


def _denial_at(segment: str) -> int | None:
    """Where the last word of denial stands that is one."""
    best: int | None = None
    for word in rules.DENIAL:
        at = segment.rfind(word)
        while at >= 0:
            if not segment.startswith(rules.NOT_DENIALS, at):
                best = at if best is None else max(best, at)
                break
            at = segment.rfind(word, 0, at)
    return best


def _denial_in(segment: str, last: bool) -> bool:
    at = _denial_at(segment)
    if at is None:
        return False
    between = segment[at:]
    for word in sorted(rules.DENIAL, key=len, reverse=True):
        if between.startswith(word):
            between = between[len(word) :]
            break
    if segment[at] in "不非" and len(between) > 1:
        return False  # 不 and 非 deny what follows at once
    return not re.search(r"伴有|伴(?!随)|但|而有|出现|有", between) or not between


_TIME = re.compile(
    r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十数半]+余?)\s*(?:余)?\s*(?:分钟|小时|天|日|周|星期|个月|"
    r"月|年)"
)


def _time(text: str, start: int, end: int, place: int, stop: int) -> str | None:
    """How long, when it is said right behind the finding or in its clause."""
    segment_end = next((m.start() for m in _CLAUSE.finditer(text, stop, end)), end)
    match = _TIME.search(text, stop, segment_end)
    return match.group() if match else None


# Drugs by their Chinese names; the dictionary of drug names has English ones only.
_DRUGS = {
    "阿司匹林": "aspirin",
    "二甲双胍": "metformin",
    "胰岛素": "insulin",
    "氨氯地平": "amlodipine",
    "硝苯地平": "nifedipine",
    "美托洛尔": "metoprolol",
    "比索洛尔": "bisoprolol",
    "厄贝沙坦": "irbesartan",
    "缬沙坦": "valsartan",
    "氯沙坦": "losartan",
    "卡托普利": "captopril",
    "依那普利": "enalapril",
    "阿托伐他汀": "atorvastatin",
    "瑞舒伐他汀": "rosuvastatin",
    "辛伐他汀": "simvastatin",
    "氯吡格雷": "clopidogrel",
    "华法林": "warfarin",
    "利伐沙班": "rivaroxaban",
    "呋塞米": "furosemide",
    "螺内酯": "spironolactone",
    "氢氯噻嗪": "hydrochlorothiazide",
    "地高辛": "digoxin",
    "硝酸甘油": "nitroglycerin",
    "奥美拉唑": "omeprazole",
    "泮托拉唑": "pantoprazole",
    "布洛芬": "ibuprofen",
    "对乙酰氨基酚": "acetaminophen",
    "泼尼松": "prednisone",
    "甲泼尼龙": "methylprednisolone",
    "地塞米松": "dexamethasone",
    "沙丁胺醇": "albuterol",
    "布地奈德": "budesonide",
    "阿莫西林": "amoxicillin",
    "青霉素": "penicillin g",
    "头孢曲松": "ceftriaxone",
    "左氧氟沙星": "levofloxacin",
    "莫西沙星": "moxifloxacin",
    "阿奇霉素": "azithromycin",
    "左甲状腺素": "levothyroxine",
    "优甲乐": "levothyroxine",
    "格列美脲": "glimepiride",
    "阿卡波糖": "acarbose",
    "卡马西平": "carbamazepine",
    "氯化钾": "potassium chloride",
    "秋水仙碱": "colchicine",
    "别嘌醇": "allopurinol",
    "甲氨蝶呤": "methotrexate",
}
_DRUG = re.compile("|".join(sorted(_DRUGS, key=len, reverse=True)))
_DOSE = re.compile(
    r"(?:片|胶囊|缓释片|肠溶片|注射液)?\s*(\d+(?:\.\d+)?\s?(?:mg|g|ml|单位|片|μg|ug|IU|毫克|克))", re.IGNORECASE
)


def medications_zh(text: str, sections: list[Section], knowledge: Knowledge) -> list[Medication]:
    """The drugs of a Chinese text."""
    found = []
    for match in _DRUG.finditer(text):
        before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
        segment = re.split(r"[，。；,;\n]", before)[-1]
        if "过敏" in segment or "过敏" in re.split(r"[，。；,;\n]", after)[0] or _denial_at(segment) is not None:
            continue
        stopped = any(w in segment or after.startswith(w) for w in ("停用", "停服", "已停", "曾服"))
        planned = any(w in segment for w in ("予", "给予", "建议", "拟"))
        dose = _DOSE.match(text, match.end())
        drug = _DRUGS[match.group()]
        found.append(
            Medication(
                name=match.group(),
                drug=knowledge.drug(drug) or drug,
                status="stopped" if stopped else "planned" if planned else "current",
                dose=dose.group(1) if dose else None,
                start=match.start(),
                end=match.end(),
            )
        )
    return found
