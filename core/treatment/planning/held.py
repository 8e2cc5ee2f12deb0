"""What the patient takes already and must not while an acute illness lasts or before an operation: to hold, why, and
when to restart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.knowledge.pharmacy_rules import SEVERITIES, ConditionRule, Severity
from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances
from core.treatment.model import NO_GUIDELINE, PlanItem
from core.treatment.planning.undoing import undoing
from core.treatment.prescribed import Prescribed
from core.treatment.reversal import undone

_WORTH_SAYING: tuple[Severity, ...] = ("contraindicated", "major", "moderate")
# The states, by the ids of `conditions`, in which a lasting medicine is paused; most pass.
_WHILE = frozenset((
    "acute-kidney-injury", "active-bleeding", "contrast-planned", "dehydration", "fluid-loss", "hyperkalaemia",
    "hypotension", "ketoacidosis", "lactic-acidosis", "metabolic-acidosis", "operation-ahead", "shock",
    "systemic-infection",
))  # fmt: skip


TO_HOLD = "What the patient takes, to hold or change"


class _Held(NamedTuple):
    """A drug, the rule that speaks against it, and the states that make it hold."""

    drug: Prescribed
    rule: ConditionRule
    do: Phrase
    states: tuple[str, ...]


def held(disease: str, about: Circumstances) -> Iterator[PlanItem]:
    """What is to be undone at once, then one step for all that is taken and is to be held, with the plan of `disease`;
    none where nothing is."""
    yield from undoing(disease, about)
    taken = [drug for drug in about.drugs if not drug.planned and drug.systemic and not undone(drug, about)]
    found = [one for drug in taken for one in _gravest(drug, about)]
    if not found:
        return
    told = list(_told(found, about))
    sources = dict.fromkeys(one.rule.source for one in found if one.rule.source)
    yield PlanItem.model_validate(
        {
            "for": disease,
            "kind": "immediate",
            "text": f"{TO_HOLD}: {' '.join(p.en for p in told)}",
            "text_zh": f"正在使用而需暂停或更换的药物：{''.join(p.zh or p.en for p in told)}",
            "basis": "guideline" if all(one.rule.basis == "guideline" for one in found) else "expert-estimate",
            "source": "; ".join(sources) or NO_GUIDELINE,
        }
    )


def _gravest(drug: Prescribed, about: Circumstances) -> Iterable[_Held]:
    """The gravest of the rules that hold against a drug now and say what to do; none where it is slight."""
    here = []
    for rule in drug.facts.conditions:
        states = tuple(key for key in rule.conditions if key in _WHILE and key in about.conditions)
        if states and rule.do and rule.severity in _WORTH_SAYING:
            here.append(_Held(drug, rule, rule.do, states))
    return sorted(here, key=lambda one: SEVERITIES.index(one.rule.severity))[:1]


def _told(found: Iterable[_Held], about: Circumstances) -> Iterator[Phrase]:
    """A sentence for each thing to do, with the drugs that it is done with and the states that ask for it. The last
    sentence of what several are told (when to restart) stands once, behind them."""
    by_last: dict[Phrase, dict[Phrase, list[_Held]]] = {}
    for one in found:
        first, last = _parted(one.do)
        by_last.setdefault(last, {}).setdefault(first, []).append(one)
    for last, groups in by_last.items():
        for first, ones in groups.items():
            drugs = ", ".join(dict.fromkeys(one.drug.shown for one in ones))
            why = _named(dict.fromkeys(key for one in ones for key in one.states), about)
            yield Phrase(en=f"{drugs} ({why.en}): {first.en}", zh=f"{drugs}（{why.zh}）：{first.zh}")
        if last.en:
            yield last


def _parted(do: Phrase) -> tuple[Phrase, Phrase]:
    """What to do, without its last sentence, and that sentence; one sentence is not parted."""
    first, stop, last = do.en.removesuffix(".").rpartition(". ")
    zh = (do.zh or do.en).removesuffix("。")
    first_zh, stop_zh, last_zh = zh.rpartition("。")
    if not stop or not stop_zh:
        return do.model_copy(update={"zh": f"{zh}。"}), Phrase(en="", zh="")
    return Phrase(en=f"{first}.", zh=f"{first_zh}。"), Phrase(en=f"{last}.", zh=f"{last_zh}。")


def _named(states: Iterable[str], about: Circumstances) -> Phrase:
    keys = list(states)
    names = [about.knowledge.drugs.conditions[key].names for key in keys]
    likely = [about.standing[key] == "likely" for key in keys]
    return Phrase(
        en=", ".join(f"likely: {n.en[0]}" if maybe else n.en[0] for n, maybe in zip(names, likely, strict=True)),
        zh="、".join(("可能：" if maybe else "") + (n.zh or n.en)[0] for n, maybe in zip(names, likely, strict=True)),
    )
