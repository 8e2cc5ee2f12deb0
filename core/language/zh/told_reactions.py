"""Drugs that are not tolerated, told in Chinese: a positive skin test, "禁用青霉素", "曾用头孢呋辛后出现皮疹"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.model import AllergyItem
from core.language.zh.medications import ENGLISH_DRUGS, drug_names_zh

_CLASSES = (
    "青霉素", "头孢菌素", "头孢", "磺胺", "喹诺酮", "大环内酯", "四环素", "氨基糖苷",
    "碘造影剂", "含碘造影剂", "碘对比剂", "造影剂", "非甾体抗炎药", "解热镇痛药",
    "止痛药", "退热药", "消炎药", "抗生素", "感冒药", "局麻药", "麻药",
    "普利类", "他汀类", "破伤风抗毒素", "疫苗", "乳胶", "酒精",
)  # fmt: skip
_POSITIVE = (
    r"(?:结果|反应|试验)?(?:均|曾|为|呈|示|提示|显示|是)*(?:[:：])?\s*"
    r"(?:强|弱|可疑|极)?(?:阳性|阳(?!光)|[（(]\s*[+＋]{1,4}\s*[)）]|[+＋]{1,4})"
)
_KIND_OF = r"(?:类|族|钠|钾|注射液|针剂?|药物|胶囊|片|制剂|抗生素|抗菌药物?){0,3}"
_BARRED = (
    r"(?:禁用|忌用|忌服|禁服|禁止使用|不能(?:再)?(?:使用|用|服|吃|打)|不可(?:再)?(?:使用|用|服)|不得使用|勿用|勿服|"
    r"终身禁用)"
    r"(?:一切|任何|所有|各种|全部)?"
)
_OTHER_REASON = re.compile(
    r"肾|肝|妊娠|孕|哺乳|溃疡|出血|心衰|心力衰竭|心功能|手术|禁食|低血压|儿童|小儿|岁以下|癫痫|肌无力|G6PD|蚕豆|"
    r"早产|新生儿|"
    r"眼压|青光眼|前列腺|血糖|酮症|酒|避免|慎用|患儿应|饮食|指南"
)
_ANTI_INFECTIVE = re.compile(r"霉素|西林|头孢|磺胺|沙星|硝唑|培南|环素|喹诺酮|内酯|造影剂|对比剂|抗毒素")
_REACTION = (
    r"皮疹|药疹|疹|荨麻疹|风团|红斑|水疱|水泡|皮炎|瘙痒|发痒|浑身痒|过敏|休克|晕厥|昏倒|喉头水肿|水肿|面部肿|"
    r"嘴唇肿|口唇肿|脸肿|肿胀|哮喘|喘|"
    r"呼吸困难|憋气|痉挛|剥脱|坏死松解|粒细胞缺乏|粒缺|血小板减少|横纹肌溶解|锥体外系|肌张力障碍|角弓反张|肝损害|"
    r"肝损伤|肝衰竭|"
    r"恶性综合征|血清素综合征|5-羟色胺综合征|再生障碍|乳酸酸中毒|红人|DRESS|SJS|TEN(?![A-Za-z])|HIT(?![A-Za-z])"
)
_USED = r"(?:口服|服用|注射|静滴|静脉滴注|静脉注射|输注|输|使用|应用|肌注|接受|服|用|吃|打|对|因|及)"
_BETWEEN = (
    r"(?:钠|类|药物|针|片|胶囊|过|了|用药|治疗(?:[\u4e00-\u9fff]{0,6}，?)?|，(?=(?:服|吃|用|打|输)?[后完])|服|吃|"
    r"用|打|输|都|均|也)*"
    r"(?P<then>后|完|时|即|就|便|会|可|而|(?=出现|发生|引起|导致|诱发|引发))"
    r"(?:曾|立即|很快|即|就|均|都|会|每次|反复|逐渐|，|,)*"
)
_CHARS = r"(?:[\u4e00-\u9fffA-Za-z]|、)"
_DID = (
    r"(?:出现|发生|引起|导致|致|诱发|引发|起|有)?(?:过(?!敏))?"
    rf"(?P<did>{_CHARS}{{0,12}}?(?:{_REACTION}){_CHARS}{{0,10}})"
)
_DENIED = re.compile(r"未|无|没有|不|否认|消退|好转|缓解|减轻|治疗$|改善|消失")
_ONCE = re.compile(r"曾|既往|以往|史|年前|个月前|月前|幼|儿时|小时候|过去|以前|之前|上次|\d{4}年")
_ALWAYS = re.compile(r"每次|一(?:吃|用|服|打|输)|就|会|都")
_NOW = re.compile(r"今|本次|此次|刚|目前|昨|分钟前|小时前|\d\s*(?:天|日|周)前|现(?!在不)")
_KIN = re.compile(
    r"(?:[其之]?(?:父|母|兄|弟|姐|妹)亲?|父母|爸爸|妈妈|丈夫|妻子|儿子|女儿|哥哥|姐姐|弟弟|妹妹|爷爷|奶奶|"
    r"家族)(?P<behind>[^。；\n]*)$"
)
_SPEAKS = re.compile(r"^(?:代?诉|述|称|说|告知|代述|表示|反映|提供)|患儿|患者|病人|本人")
_SENTENCE = re.compile(r"[。；;\n！？]")


@lru_cache(maxsize=4)
def _patterns(knowledge: Knowledge) -> tuple[re.Pattern[str], ...]:
    """A skin test, a test that names its drug behind it, what must not be had, and what was had with what it did."""
    names = {*_CLASSES, *ENGLISH_DRUGS, *drug_names_zh(knowledge)}
    drug = f"(?P<name>{'|'.join(re.escape(n) for n in sorted(names, key=len, reverse=True))})"
    did = rf"[\u4e00-\u9fff]{{0,8}}?(?:{_REACTION})[\u4e00-\u9fff]{{0,6}}?"
    return (
        re.compile(rf"{drug}{_KIND_OF}(?P<did>皮试{_POSITIVE})"),
        re.compile(rf"(?P<did>皮试)(?:[:：]|阳性[:：]|示)?\s*{drug}{_KIND_OF}{_POSITIVE}"),
        re.compile(rf"{_BARRED}{drug}{_KIND_OF}"),
        re.compile(rf"{_USED}{drug}{_BETWEEN}{_DID}"),
        re.compile(rf"{drug}(?:所|引起的|所引起的)?(?:致|诱发|引起)(?P<did>{did})史"),
        re.compile(rf"{drug}(?P<then>诱导|相关|所致|引起|导致)性?的?(?P<did>{did}症?)"),
    )


def told_reactions_zh(text: str, knowledge: Knowledge) -> Iterator[AllergyItem]:
    """What a Chinese text tells of drugs that the patient does not tolerate."""
    for sentence in _sentences(text):
        start, end = sentence
        said = text[start:end]
        tested, barred = "皮试" in said, "禁" in said or "忌" in said or "勿" in said or "不" in said
        told = re.search(_REACTION, said) is not None
        if not (tested or barred or told):
            continue
        one, other, never, used, history, induced = _patterns(knowledge)
        wanted = [
            *([one, other] if tested else ()),
            *([never] if barred else ()),
            *([used, history, induced] if told else ()),
        ]
        for pattern in wanted:
            for match in pattern.finditer(said):
                if _of_kin(said[: match.start()]) or (pattern in (used, induced) and not _was_once(said, match)):
                    continue
                did = match.groupdict().get("did")
                if pattern is never:
                    why = re.search(rf"[^，,。；]{{0,6}}(?:{_REACTION})", said[match.end() :])
                    did = why.group().strip(" ，,、（(因为") if why and not _DENIED.search(why.group()) else None
                    other_reason = _OTHER_REASON.search(said) is not None
                    if did is None and (other_reason or not _ANTI_INFECTIVE.search(match["name"])):
                        continue
                first, last = match.span("name")
                yield AllergyItem(substance=match["name"], reaction=did, start=start + first, end=start + last)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _SENTENCE.finditer(text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _was_once(said: str, match: re.Match[str]) -> bool:
    """Was it once, or is it so whenever it is had; and did it do this, and not end it?"""
    if _DENIED.search(match["did"]) or _DENIED.search(match.group()[: match.start("did") - match.start()][-3:]):
        return False
    before = said[max(0, match.start() - 16) : match.end("then")]
    if _ONCE.search(before):
        return True
    return _ALWAYS.search(said[max(0, match.start() - 2) : match.start("did") + 1]) is not None and not _NOW.search(
        said
    )


def _of_kin(before: str) -> bool:
    kin = _KIN.search(before)
    return kin is not None and _SPEAKS.search(kin["behind"]) is None
