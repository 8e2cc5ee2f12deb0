"""Drugs in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.knowledge.words import is_chinese
from core.language.model import Medication, Section
from core.language.zh.judging import denial_at
from core.language.zh.rules import FAMILY

# Drugs by their Chinese names; the dictionary of drug names has English ones only.
ENGLISH_DRUGS = {
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
_FORM = r"(?:肠溶片|缓释片|控释片|分散片|咀嚼片|缓释胶囊|胶囊|注射液|颗粒|口服液|气雾剂|吸入剂|片)?"
_DOSE = re.compile(
    _FORM + r"[（(：:\s]*(?P<dose>\d+(?:\.\d+)?\s?(?:mg|mcg|μg|µg|ug|g|ml|iu|u|单位|毫克|微克|克|毫升|片|粒|支|吸|喷))"
    r"(?![a-z])",
    re.IGNORECASE,
)
_INTERVAL = re.compile(
    r"(?P<interval>(?:每[日天晚早周]|一[日天])[一二两三四1-6]?次?|[1-6]次/[日天]|每\d{1,2}小时(?:[一1]次)?|"
    r"隔日[一1]?次?|睡前|"
    r"\b(?:qd|qn|qod|hs|bid|tid|qid|qw|q\d{1,2}h|prn|st)\b)",
    re.IGNORECASE,
)
_ROUTE = re.compile(
    r"口服|静脉滴注|静滴|静脉注射|静注|肌注|肌肉注射|皮下注射|皮下|吸入|雾化|外用|含服|舌下|滴眼|\b(?:po|iv|im|sc|"
    r"ih)\b",
    re.IGNORECASE,
)
_LATIN = re.compile(r"(?<![A-Za-z])[A-Za-z]{5,}(?![A-Za-z])")  # a drug by its English name
_CLAUSE = re.compile(r"[，。；,;\n]")
_ITEM_END = re.compile(r"[，。；,;\n、]")
_STOPPED = ("停用", "停服", "已停", "曾服", "停药", "自行停", "未再服")
_PLANNED = ("予", "给予", "建议", "拟")
_REPLACED = re.compile(r"[^，。；,;\n]{0,12}?(?:改为|改用|换为|换用|更换为)")
_REFUSED = ("拒绝", "拒服", "未服", "未用", "从未", "禁用", "忌用", "勿用", "不能用")


@lru_cache(maxsize=4)
def _names(knowledge: Knowledge) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a drug, and the drug of each Chinese name; the drug knowledge outranks the list above."""
    known = dict(ENGLISH_DRUGS)
    bases = knowledge.drugs
    entries = set(bases.names())
    known.update(
        {name: drug for name, drug in bases.spellings() if drug in entries and is_chinese(name) and len(name) > 1}
    )
    known.update({name: name for name in bases.products() if is_chinese(name) and len(name) > 1})
    return re.compile("|".join(re.escape(n) for n in sorted(known, key=len, reverse=True))), known


def drug_names_zh(knowledge: Knowledge) -> list[str]:
    """Every Chinese name of a drug that is found in a text."""
    return list(_names(knowledge)[1])


def drugs_zh(words: str, knowledge: Knowledge) -> list[str]:
    """The drugs that Chinese words name."""
    pattern, known = _names(knowledge)
    return [known[match.group()] for match in pattern.finditer(words)]


def medications_zh(text: str, knowledge: Knowledge, sections: Sequence[Section] = ()) -> list[Medication]:
    """The drugs of a Chinese text. What stands under the heading of allergies is no drug that is taken."""
    found = []
    elsewhere = [(s.start, s.end) for s in sections if s.kind in ("allergies", "family-history")]
    bases = knowledge.drugs
    pattern, known = _names(knowledge)
    latin = (m for m in _LATIN.finditer(text) if knowledge.drug(m.group().lower()) is not None)
    matches = sorted((*pattern.finditer(text), *latin), key=lambda m: m.start())
    for index, match in enumerate(matches):
        before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
        if any(start <= match.start() < end for start, end in elsewhere):
            continue
        segment = _CLAUSE.split(before)[-1]
        clause = _CLAUSE.split(after)[0]
        if "过敏" in segment or "过敏" in clause or denial_at(segment) is not None:
            continue
        if any(w in segment for w in (*_REFUSED, *FAMILY)) or "皮试" in clause[:4]:
            continue
        limit = min(matches[index + 1].start() if index + 1 < len(matches) else len(text), match.end() + 30)
        end = _ITEM_END.search(text, match.end(), limit)
        limit = end.start() if end else limit
        dose = _DOSE.match(text, match.end(), limit)
        route = _ROUTE.search(text, match.end(), limit) or _ROUTE.search(segment)
        interval = _INTERVAL.search(text, match.end(), limit)
        stopped = any(w in segment or after.startswith(w) for w in _STOPPED) or _REPLACED.match(after) is not None
        drug = known.get(match.group(), match.group().lower())
        found.append(
            Medication(
                name=match.group(),
                drug=knowledge.drug(drug) or " and ".join(bases.product(drug)) or drug,
                status="stopped" if stopped else "planned" if any(w in segment for w in _PLANNED) else "current",
                dose=dose.group("dose") if dose else None,
                route=route.group().lower() if route else None,
                interval=interval.group("interval").lower() if interval else None,
                start=match.start(),
                end=match.end(),
            )
        )
    return found
