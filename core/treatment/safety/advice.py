"""What a warning advises, as it holds for this patient: no drug is recommended that is itself forbidden, and nobody is
told to go on slowly with what must stop at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from core.language.model import Medication
from core.treatment.circumstances import Circumstances
from core.treatment.model import CheckKind, SafetyItem
from core.treatment.naming import named_in
from core.treatment.outcome import Outcome
from core.treatment.prescribed import prescribed

# What makes a check: broken off, it finds nothing.
Judge = Callable[[CheckKind, Circumstances], Outcome]
_OWN: tuple[tuple[CheckKind, tuple[str, str]], ...] = (
    ("allergy", ("allergy", "过敏")),
    ("disease", ("an illness of this patient", "患者的疾病")),
)
_AT_ONCE = "Stop at once"
_PERHAPS = ("a pregnancy that is not ruled out", "未排除妊娠")
_SLOWLY = re.compile(r"[;,]? *(?:and )?never stop(?: it)? abruptly|[；，]?切勿(?:骤停|突然停药)", re.IGNORECASE)


def fitted(items: Iterable[SafetyItem], about: Circumstances, judge: Judge) -> tuple[SafetyItem, ...]:
    """The warnings, each with the drugs told that its advice names and that are forbidden for this patient."""
    items = tuple(items)
    stopping = {item.drugs for item in items if item.action.startswith(_AT_ONCE)}
    named = {item.action: _named(item, about) for item in items if item.action}
    forbidden = _forbidden({name for names in named.values() for name in names}, about, judge)
    return tuple(
        _fit(item, {n: forbidden[n] for n in named.get(item.action, ()) if n in forbidden}, item.drugs in stopping)
        for item in items
    )


def _named(item: SafetyItem, about: Circumstances) -> tuple[str, ...]:
    """The drugs that the advice names one by one, apart from those that it is about."""
    mentions = named_in(item.action, about.knowledge)
    own = {drug.split(" (")[0] for drug in item.drugs}
    return tuple(m.drugs[0] for m in mentions if len(m.drugs) == 1 and m.drugs[0] not in own)


def _forbidden(names: Iterable[str], about: Circumstances, judge: Judge) -> dict[str, tuple[str, str]]:
    """Why a drug that advice names is contraindicated here, in both languages."""
    listed = [Medication(name=name, drug=name, status="planned") for name in sorted(names)]
    drugs = prescribed(listed, about.knowledge)
    beside = about._replace(drugs=drugs)
    found: dict[str, tuple[str, str]] = {}
    for kind, why in _OWN:
        for item in judge(kind, beside).items:
            if item.severity == "contraindicated":
                found.setdefault(item.drugs[0], why)
    if about.patient.pregnant or about.could_be_pregnant:
        for drug in drugs:
            if any(rule.severity == "contraindicated" for rule in drug.facts.pregnancy):
                found.setdefault(drug.name, ("pregnancy", "妊娠") if about.patient.pregnant else _PERHAPS)
    return found


def _fit(item: SafetyItem, forbidden: Mapping[str, tuple[str, str]], stopping: bool) -> SafetyItem:
    action, action_zh = item.action, item.action_zh
    if stopping:
        action = _SLOWLY.sub("", action)
        action_zh = action_zh and _SLOWLY.sub("", action_zh)
    if forbidden:
        en = ", ".join(f"{name} ({why[0]})" for name, why in forbidden.items())
        zh = "、".join(f"{name}（{why[1]}）" for name, why in forbidden.items())
        action = f"{action} Not for this patient: {en}."
        action_zh = f"{action_zh or item.action}该患者不用：{zh}。"
    return item if action == item.action else item.model_copy(update={"action": action, "action_zh": action_zh})
