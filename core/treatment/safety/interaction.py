"""Drugs that harm together."""

from __future__ import annotations

from core.treatment.circumstances import Circumstances
from core.treatment.model import CheckKind, SafetyItem
from core.treatment.outcome import Outcome, item
from core.treatment.prescribed import Prescribed


def check(about: Circumstances) -> Outcome:
    """Every pair of drugs that a rule speaks of, each pair once: the gravest rule, ours before the thesaurus's."""
    by_name: dict[str, Prescribed] = {}
    for drug in about.drugs:
        if drug.recognised and (drug.systemic or _acts_from_outside(drug)):
            by_name.setdefault(drug.name, drug)
    kept: dict[tuple[str, str], SafetyItem] = {}
    for meeting in about.knowledge.drugs.interactions(tuple(by_name)):
        pair = (meeting.left, meeting.right)
        if by_name[pair[0]].place == by_name[pair[1]].place:
            continue  # the parts of one product were put together on purpose
        rule = meeting.rule
        kind: CheckKind = "qt" if rule.id.startswith("qt-") else "interaction"
        found = item(kind, rule, (by_name[name] for name in pair))
        if rule.interruptive is not None:
            found = found.model_copy(update={"interruptive": rule.interruptive})
        old = kept.get(pair)
        if old is None or found.rank < old.rank:
            kept[pair] = found
    unknown = tuple(
        f"{d.shown}: not in the drug knowledge" if d.recognised else f"{d.shown}: not a known drug"
        for d in about.drugs
        if d.known is None
    )
    return Outcome(tuple(kept.values()), tuple(d.shown for d in by_name.values()), unknown)


def _acts_from_outside(drug: Prescribed) -> bool:
    """Eye drops with a beta-blocker act on the heart: a local drug whose entry says what it does to the body counts."""
    return bool(drug.known and drug.known.entry.local and drug.known.facts.loads)
