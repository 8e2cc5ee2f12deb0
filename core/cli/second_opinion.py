"""The second opinion at the command line: asked for by name, set apart from the assessment, told with its measure."""

from __future__ import annotations

from core.assessment import Assessment
from core.case.model import Case, Language
from core.knowledge.base import default_knowledge
from core.validation import SecondOpinion, open_second_opinion, second_opinion


def asked(case: Case, assessment: Assessment) -> SecondOpinion:
    """What the model says, or why none was asked."""
    with open_second_opinion() as service:
        return second_opinion(case, assessment, service, default_knowledge())


def told(opinion: SecondOpinion, lang: Language) -> list[str]:
    """Lines for a person. What the model did not say in the knowledge base's words is counted, not shown."""
    zh = lang == "zh"
    lines = ["第二意见（语言模型，非结论）：" if zh else "Second opinion (a language model's, not a conclusion):"]
    for named in opinion.named:
        name = named.name_zh if zh and named.name_zh else named.name
        place = named.engine_rank
        if zh:
            lines.append(
                f"  {name}：{opinion.samples}次中{named.samples}次提到；" + (f"引擎第{place}位" if place else "未列出")
            )
        else:
            engine = f"the engine has it at {place}" if place else "not on the engine's list"
            lines.append(f"  {name}: in {named.samples} of {opinion.samples} answers; {engine}")
    if opinion.unknown:
        count = opinion.unknown
        lines.append(f"  另有{count}个名称知识库中没有。" if zh else f"  {count} names that the knowledge base lacks.")
    lines += [f"  {sentence}" for sentence in (opinion.sentence, opinion.measured) if sentence]
    return lines
