"""What an allergy once did, told in Chinese: "青霉素过敏（过敏性休克）", "曾因磺胺出现皮炎"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.language.model import AllergyItem

_WORDS = r"[\u4e00-\u9fffA-Za-z]"
_LEAD = re.compile(
    r"(?:静滴|输注|注射|口服|服用|打|小时候|幼时|儿时|以前|患者|病人|患儿|本人|家属|自诉|自述|诉|称|有|既往|曾|因|"
    r"对|明确|其|及){1,5}(?=.{2})"
)
_DID = re.compile(
    r"史?(?:[，,、：:\s—–-]*(?:(?:每次|曾|主要|当时|其)*(?:口服|服药|服用|用药|使用|注射|输注|静滴|接触|食用|服|用|"
    r"吃)?(?:后|时)?"
    r"(?:曾|可|主要|即|均|会)*(?:表现为|表现|反应为|反应[:：]|出现|引起|导致|引发|致|发生|曾有|有过|为))"
    r"(?P<did>(?:[\u4e00-\u9fffA-Za-z]|、){2,30})|"
    r"\s*[（(](?!具体|不详|皮试|否认|史)(?P<bracket>[^）)\n]{2,40})[）)])"
)
# What came of a drug that is given now is of now: "静滴青霉素后过敏，出现皮疹", "对海鲜过敏，出现皮疹2天".
_NOW_BEFORE = re.compile(r"(?:静滴|滴注|输注|注射|口服|服用|今[日晨天早]?|刚|本次|此次|现|分钟|小时)[^，。；]*$|后$")
_NOW = re.compile(r"今|本次|此次|刚|目前|\d+\s*分钟前|\d+\s*小时前")
_LASTING = re.compile(r"\s*(?:已|约|有|近)?\s*[\d一二两三四五六七八九十半]+\s*(?:余)?(?:天|日|小时|分钟|周)(?!前)")
_ONCE = re.compile(r"曾|既往|以往|史|年前|幼|儿时|小时候|过去")
_ALLERGEN = (
    r"(?:(?:(?![无否认未没既往曾因有对患者自诉述史后服用射滴注病])[\u4e00-\u9fff]){0,4}(?:霉素|西林|沙星|硝唑|西平|"
    r"嘌醇|拉唑|洛芬|昔康|沙坦|普利|他汀|因肽|可因|卡因|英钠|妥英|匹林|乃近|氯酸|培南)|"
    r"头孢[\u4e00-\u9fff]{0,3}?|磺胺[\u4e00-\u9fff]{0,4}?|(?:碘|含碘|增强)?造影剂|青霉素类?|抗生素|止痛药|退热药|"
    r"感冒药|"
    r"破伤风抗毒素|疫苗|血制品|"
    r"海鲜|花生|坚果|虾|蟹|鱼|牛奶|鸡蛋|芒果|乳胶|蜂毒|酒精)"
)
_REACTION = r"过敏|皮疹|皮炎|荨麻疹|休克|水肿|喘|呼吸困难|瘙痒|痉挛|药疹|红斑|风团|剥脱|坏死松解|粒细胞缺乏"
_USED = r"(?:口服|服用|注射|静滴|静脉滴注|静脉注射|输注|使用|应用|肌注|接受|接触|食用|服|用|吃|食|对|因)*"
_ONCE_DID = re.compile(
    r"(?:曾经?|既往|以往|年前|幼时|幼年|儿时|小时候|过去)[^，。；\n\d]{0,4}?"
    rf"{_USED}(?P<name>{_ALLERGEN})(?:后|时|药物|治疗|类|针|皮试|而|即|曾){{0,4}}"
    rf"(?:出现|发生|引起|导致|致|诱发|引发|起)(?:过(?!敏))?(?P<reaction>(?:{_WORDS}|"
    rf"、){{0,12}}?(?:{_REACTION})(?:{_WORDS}|、){{0,12}})"
)
_HISTORY = re.compile(
    rf"(?P<name>{_ALLERGEN})(?:药物|类|引起的|所致|致)?"
    r"(?P<reaction>过敏性(?:休克|皮炎|皮疹|喉头水肿|哮喘)|药疹|喉头水肿|剥脱性皮炎|皮疹|荨麻疹)病?史"
)
_HAS = re.compile(rf"(?:有|为)(?P<name>{_ALLERGEN})(?:类|药物)?过敏(?!性|原|反应|科)")
_OF_KIN = re.compile(r"(?:[其之]?(?:父|母|兄|弟|姐|妹)亲?|父母|爸爸|妈妈|丈夫|妻子|儿子|女儿|哥哥|姐姐|弟弟|妹妹|家族)")
_SPEAKS = re.compile(r"诉|述|称|说|告知|患儿|患者|病人|本人")
_CLAUSE = re.compile(r"[，。；,;\n]")
_DENIED = re.compile(r"否认|无|未|没有|父|母|兄|弟|姐|妹|妻|丈夫|儿子|女儿")


def reaction_behind(text: str, start: int, end: int) -> str | None:
    """What is told behind an allergy that stands between two places as what it did, if that is not of now."""
    match = _DID.match(text, end)
    if match is None:
        return None
    clause = _CLAUSE.split(text[max(0, start - 24) : end].removesuffix("史").removesuffix("过敏"))[-1]
    told = match.group("did") or match.group("bracket")
    once = _ONCE.search(clause) or _ONCE.search(match.group())
    if not once and (_NOW_BEFORE.search(clause) or _NOW.search(told) or _LASTING.match(text, match.end())):
        return None
    return told


def is_denied(text: str, start: int, end: int) -> bool:
    """Is an allergy that stands between two places denied, or somebody else's: "对青霉素不过敏", "其母对青霉素过敏"?"""
    said = text[start:end].removesuffix("过敏")
    if said[-1:] in ("不", "未", "无", "非") or any(word in said for word in ("无", "否认", "没有", "未")):
        return True
    clause = _CLAUSE.split(text[max(0, start - 16) : end])[-1]
    return _OF_KIN.search(clause) is not None and _SPEAKS.search(clause) is None


def parted(item: AllergyItem) -> Iterator[AllergyItem]:
    """The substances of "青霉素和头孢", each for itself."""
    names = re.split(r"[和及与或]", item.substance)
    if item.start is None or not all(len(name) > 1 for name in names):
        yield item
        return
    at = item.start
    for name in names:
        yield item.model_copy(update={"substance": name, "start": at, "end": at + len(name)})
        at += len(name) + 1


def without_lead(item: AllergyItem) -> AllergyItem:
    """The substance without the words that lead to it: "自诉阿莫西林" is 阿莫西林."""
    lead = _LEAD.match(item.substance)
    if lead is None or item.start is None:
        return item
    name = item.substance[lead.end() :].removesuffix("后")
    start = item.start + lead.end()
    return item.model_copy(update={"substance": name, "start": start, "end": start + len(name)})


def reactions_zh(text: str) -> Iterator[AllergyItem]:
    """Substances told by what they once did, or that the patient "has": "曾因磺胺出现剥脱性皮炎", "有头孢曲松过敏"."""
    for pattern in (_ONCE_DID, _HISTORY, _HAS):
        for match in pattern.finditer(text):
            clause = _CLAUSE.split(text[max(0, match.start() - 12) : match.start("name")])[-1]
            if not _DENIED.search(clause):
                start, end = match.span("name")
                did = match.groupdict().get("reaction") or reaction_behind(text, start, match.end())
                yield AllergyItem(substance=match["name"], reaction=did, start=start, end=end)
