"""What a check gives back, and how its items are made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from core.knowledge.pharmacy_rules import DrugRule, Severity
from core.knowledge.schema import Phrase
from core.treatment.circumstances import Spans
from core.treatment.model import CheckKind, SafetyItem
from core.treatment.prescribed import Prescribed

_WORTH_SAYING = 2  # moderate: what is slighter is not said beside something grave


class Outcome(NamedTuple):
    """The items of one check, the drugs it judged, and what it could not judge and why, in words."""

    items: tuple[SafetyItem, ...] = ()
    looked_at: tuple[str, ...] = ()
    could_not_judge: tuple[str, ...] = ()


def estimated(severity: Severity, say: tuple[str, str], do: tuple[str, str]) -> DrugRule:
    """A rule that a check brings itself, by an expert estimate; what is said and done in English and Chinese."""
    return DrugRule(
        severity=severity,
        say=Phrase(en=say[0], zh=say[1]),
        do=Phrase(en=do[0], zh=do[1]),
        basis="expert-estimate",
    )


def item(
    kind: CheckKind,
    rule: DrugRule,
    drugs: Iterable[Prescribed],
    *,
    because: Spans = (),
    also: tuple[str, str] = ("", ""),
) -> SafetyItem:
    """A warning by a rule. `because` are the places that make it hold; `also` is added to its sentence, in English and
    Chinese."""
    drugs = tuple(drugs)
    places = tuple((d.start, d.end) for d in drugs if d.start is not None and d.end is not None)
    return SafetyItem(
        kind=kind,
        severity=rule.severity,
        interruptive=rule.severity == "contraindicated",
        drugs=tuple(d.shown for d in drugs),
        message=rule.say.en + also[0],
        message_zh=rule.say.zh and rule.say.zh + also[1],
        action=rule.do.en if rule.do else "",
        action_zh=rule.do.zh if rule.do else None,
        source=rule.source or "expert estimate",
        basis=rule.basis,
        action_class=None,
        spans=tuple(dict.fromkeys((*places, *because))),
    )


def gravest(items: Iterable[SafetyItem]) -> tuple[SafetyItem, ...]:
    """One item for each set of drugs: the gravest."""
    kept: dict[tuple[str, ...], SafetyItem] = {}
    for one in items:
        old = kept.get(one.drugs)
        if old is None or one.rank < old.rank:
            kept[one.drugs] = one
    return tuple(kept.values())


def together(items: Iterable[SafetyItem]) -> tuple[SafetyItem, ...]:
    """One item for each set of drugs: the gravest, with the other reasons that are worth a word in its sentence."""
    groups: dict[tuple[str, ...], list[SafetyItem]] = {}
    for one in items:
        groups.setdefault(one.drugs, []).append(one)
    return tuple(_joined(sorted(group, key=lambda one: one.rank)) for group in groups.values())


def _joined(group: list[SafetyItem]) -> SafetyItem:
    first, *others = group
    more = [o for o in others if o.rank <= _WORTH_SAYING and o.message != first.message]
    if not more:
        return first
    en = dict.fromkeys(o.message for o in more)
    zh = dict.fromkeys(o.message_zh or o.message for o in more)
    return first.model_copy(
        update={
            "message": f"{first.message} Also: {' '.join(en)}",
            "message_zh": first.message_zh and f"{first.message_zh}另：{''.join(zh)}",
            "spans": tuple(dict.fromkeys(span for one in (first, *more) for span in one.spans)),
        }
    )


def known_and_unknown(drugs: Iterable[Prescribed]) -> tuple[tuple[Prescribed, ...], tuple[str, ...]]:
    """The drugs with an entry, and the others in words."""
    drugs = tuple(drugs)
    known = tuple(d for d in drugs if d.known is not None)
    return known, tuple(f"{d.shown}: not in the drug knowledge" for d in drugs if d.known is None)
