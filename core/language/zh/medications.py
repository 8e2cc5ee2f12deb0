"""Drugs in Chinese text."""

from __future__ import annotations

import re

from core.knowledge.base import Knowledge
from core.language.model import Medication
from core.language.zh.reader import denial_at

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


def medications_zh(text: str, knowledge: Knowledge) -> list[Medication]:
    """The drugs of a Chinese text."""
    found = []
    for match in _DRUG.finditer(text):
        before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
        segment = re.split(r"[，。；,;\n]", before)[-1]
        if "过敏" in segment or "过敏" in re.split(r"[，。；,;\n]", after)[0] or denial_at(segment) is not None:
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
