"""The first step where an anticoagulant meets bleeding, or an operation that cannot wait: stop it, and undo it."""

from __future__ import annotations

from collections.abc import Iterator

from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances
from core.treatment.model import NO_GUIDELINE, PlanItem
from core.treatment.prescribed import Prescribed
from core.treatment.reversal import ELSEWHERE, IN_THE_HEAD, INTRACRANIAL, OPERATION, Antidote, antidote, bleeding
from core.treatment.told import told

# A warfarin bleed into the head that is all but certain by its signs is not left to wait for a laboratory: BCSH,
# Guidelines on oral anticoagulation with warfarin, 4th edition, 2011. What costs more and is riskier waits for the CT.
_AT_ONCE = Phrase(en="", zh="")
_BLIND = Phrase(en=" before INR and CT are back where the signs are strong", zh="（征象明确时不等INR和CT结果）")
_BY_CT = Phrase(
    en=" as soon as CT shows bleeding, before it where life is in danger", zh="（CT证实出血即予；危及生命时不等CT）"
)
_IF_GRAVE = Phrase(en=" where the bleeding is serious", zh="（出血严重时）")


def undoing(disease: str, about: Circumstances) -> Iterator[PlanItem]:
    """One step for each anticoagulant that is taken, with the plan of `disease`."""
    states = bleeding(about)
    for drug in about.drugs:
        against = antidote(drug)
        if against is None:
            continue
        if states:
            yield _for_bleeding(disease, drug, against, states, about)
        elif OPERATION in about.conditions:
            yield _for_operation(disease, drug, against, about)


def _for_bleeding(
    disease: str, drug: Prescribed, against: Antidote, states: tuple[str, ...], about: Circumstances
) -> PlanItem:
    in_the_head = [key for key in states if key in IN_THE_HEAD]
    if not in_the_head:
        how, source = _IF_GRAVE, ELSEWHERE if against.oral else None
    elif about.standing.get("intracranial-bleeding") == "now":
        how, source = _AT_ONCE, INTRACRANIAL
    else:
        how, source = _BLIND if against.blind else _BY_CT, INTRACRANIAL
    why = told(in_the_head or states, about)
    return _step(
        disease,
        f"Stop {drug.shown} now and reverse it{how.en}: {against.give.en}. {why.en}",
        f"立即停用{drug.shown}并逆转{how.zh}：{against.give.zh}。{why.zh}",
        source,
    )


def _for_operation(disease: str, drug: Prescribed, against: Antidote, about: Circumstances) -> PlanItem:
    why = told([OPERATION], about)
    return _step(
        disease,
        f"Stop {drug.shown} now, ask for the hour of the last dose and measure its effect; reverse it where the "
        f"operation cannot wait until it has worn off: {against.give.en}. {why.en}",
        f"立即停用{drug.shown}，询问末次用药时间并检测其抗凝效应；手术不能等待其失效时予以逆转：{against.give.zh}。{why.zh}",
        None,
    )


def _step(disease: str, en: str, zh: str, source: str | None) -> PlanItem:
    return PlanItem.model_validate(
        {
            "for": disease,
            "kind": "immediate",
            "text": en,
            "text_zh": zh,
            "basis": "guideline" if source else "expert-estimate",
            "source": source or NO_GUIDELINE,
        }
    )
