"""What the patient takes already and must not while an acute illness lasts or before an operation: to hold, why, and
when to restart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.knowledge.pharmacy_rules import SEVERITIES, ConditionRule, Severity
from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances
from core.treatment.model import NO_GUIDELINE, PlanItem, SafetyItem
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

# So many pairs and drugs that are contraindicated are named before the rest. Expert estimate.
_FORBIDDEN = 4
# A moderate warning is named where it asks to hold or change the drug, and not to take it at bedtime.
_HOLDS = re.compile(r"(?:hold|stop|pause|withhold|omit|suspend|halve|reduce|change|switch|do not)\b", re.IGNORECASE)

TO_HOLD = "What the patient takes, to hold or change"


class _Held(NamedTuple):
    """A drug, the rule that speaks against it, and the states that make it hold."""

    drug: Prescribed
    rule: ConditionRule
    do: Phrase
    states: tuple[str, ...]


def held(disease: str, about: Circumstances, warnings: Iterable[SafetyItem] = ()) -> Iterator[PlanItem]:
    """What is to be undone at once, then one step for all that is taken and is to be held, with the plan of `disease`;
    none where nothing is. What the `warnings` of the drugs taken forbid is said first, the gravest of the rest before
    the slighter."""
    yield from undoing(disease, about)
    taken = [drug for drug in about.drugs if not drug.planned and drug.systemic and not undone(drug, about)]
    found = [one for drug in taken for one in _gravest(drug, about)]
    found.sort(key=lambda one: SEVERITIES.index(one.rule.severity))
    held_already = {(one.drug.shown,) for one in found if one.rule.severity == "contraindicated"}
    grave = [i for i in warnings if i.severity == "contraindicated" and i.action and i.drugs not in held_already]
    # Of several reasons against the same drugs the one that says to stop.
    by_drugs = {i.drugs: i for i in sorted(grave, key=lambda i: i.action.startswith("Stop"))}
    forbidden = list(dict.fromkeys(by_drugs[i.drugs] for i in grave))[:_FORBIDDEN]
    if not found and not forbidden:
        return
    told = [_forbidden(i) for i in forbidden] + list(_told(found, about))
    sources = dict.fromkeys([i.source for i in forbidden] + [one.rule.source for one in found if one.rule.source])
    bases = [i.basis for i in forbidden] + [one.rule.basis for one in found]
    yield PlanItem.model_validate(
        {
            "for": disease,
            "kind": "immediate",
            "text": f"{TO_HOLD}: {' '.join(p.en for p in told)}",
            "text_zh": f"正在使用而需暂停或更换的药物：{''.join(p.zh or p.en for p in told)}",
            "basis": "guideline" if all(basis == "guideline" for basis in bases) else "expert-estimate",
            "source": "; ".join(sources) or NO_GUIDELINE,
        }
    )


def _forbidden(item: SafetyItem) -> Phrase:
    """What a warning that interrupts asks to do with the drugs it is about."""
    drugs = " + ".join(item.drugs)
    return Phrase(
        en=f"{drugs} (contraindicated): {item.action.rstrip('.')}.",
        zh=f"{drugs}（禁忌）：{(item.action_zh or item.action).rstrip('。')}。",
    )


def _gravest(drug: Prescribed, about: Circumstances) -> Iterable[_Held]:
    """The gravest of the rules that hold against a drug now and say what to do; none where it is slight."""
    here = []
    for rule in drug.facts.conditions:
        states = tuple(key for key in rule.conditions if key in _WHILE and key in about.conditions)
        slight = rule.severity == "moderate" and rule.do is not None and not _HOLDS.search(rule.do.en)
        if states and rule.do and rule.severity in _WORTH_SAYING and not slight:
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
