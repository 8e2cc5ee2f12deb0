"""The second opinion at the command line: asked for by name, set apart from the assessment, told with its measure."""

from __future__ import annotations

from core.assessment import Assessment
from core.case.model import Case, Language
from core.knowledge.base import default_knowledge
from core.sayings import sayings
from core.validation import SecondOpinion, open_second_opinion, second_opinion
from core.validation.choosing import SWITCHED_OFF
from core.validation.second_opinion import Named


def asked(case: Case, assessment: Assessment, *, models: bool = True) -> SecondOpinion:
    """What the model says, or why none was asked; without `models` none is."""
    if not models:
        return SecondOpinion(sentence=SWITCHED_OFF)
    with open_second_opinion(assessment.lang) as service:
        return second_opinion(case, assessment, service, default_knowledge())


def told(opinion: SecondOpinion, lang: Language) -> list[str]:
    """Lines for a person. What the model did not say in the knowledge base's words is counted, not shown."""
    zh = lang == "zh"
    lines = [_line(named, opinion.samples, zh) for named in opinion.named]
    lines += _agreement(opinion, zh)
    if opinion.unknown:
        count = opinion.unknown
        names = "name" if count == 1 else "names"
        lines.append(f"另有{count}个名称知识库中没有。" if zh else f"{count} {names} that the knowledge base lacks.")
    lines += _common(opinion, zh)
    said = [sentence for sentence in (opinion.sentence, *opinion.notes, opinion.measured) if sentence]
    lines += [f"{sayings()(sentence).rstrip('.。')}。" for sentence in said] if zh else said
    if opinion.unmeasured is not None:
        command = f"bedside models bench {opinion.unmeasured}"
        lines.append(f"测评命令：{command}" if zh else f"'{command}' measures it.")
    title = "第二意见（语言模型，非结论）：" if zh else "Second opinion (a language model's, not a conclusion):"
    return [title, *(f"  {line}" for line in lines)]


def _line(named: Named, samples: int, zh: bool) -> str:
    place = named.engine_rank
    if zh:
        name = named.name_zh or named.name
        return f"{name}：{samples}次中{named.samples}次提到；" + (f"引擎第{place}位" if place else "未列出")
    engine = f"the engine has it at {place}" if place else "not on the engine's list"
    return f"{named.name}: in {named.samples} of {samples} answers; {engine}"


def _agreement(opinion: SecondOpinion, zh: bool) -> list[str]:
    """Whether both have the same disease first; nothing where one of them has none."""
    if opinion.agrees is None or opinion.engine_first is None:
        return []
    first = (opinion.engine_first_zh or opinion.engine_first) if zh else opinion.engine_first
    if opinion.agrees:
        return [f"与引擎一致：首位均为{first}。" if zh else f"It agrees with the engine: both have {first} first."]
    return [
        f"与引擎不一致：引擎首位为{first}。" if zh else f"It does not agree with the engine, which has {first} first."
    ]


def _common(opinion: SecondOpinion, zh: bool) -> list[str]:
    """The order that both together give, where this model was measured to make the list better."""
    if opinion.fused is None:
        return []
    if all(line.rank == line.engine_rank for line in opinion.fused):
        return ["两者结合后，排序与引擎相同。" if zh else "Both together leave the engine's order as it is."]
    lines = ["两者结合后的排序：" if zh else "Both together, in this order:"]
    for line in opinion.fused:
        name = (line.name_zh or line.name) if zh else line.name
        engine = f"引擎第{line.engine_rank}位" if zh else f"the engine has it at {line.engine_rank}"
        lines.append(f"  {line.rank}. {name}{'（' if zh else ' ('}{engine}{'）' if zh else ')'}")
    return lines
