"""The drugs with the facts of their classes joined in, and which drugs a selector of an interaction means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, get_args

from core.knowledge.pharmacy import Drug, Facts, Share, Strength
from core.knowledge.pharmacy_sources import Pharmacy

# What a drug says of these replaces what its classes say; everything else adds up.
_REPLACED = ("kidney", "liver", "pregnancy", "pregnancy_safe", "lactation", "lactation_safe")
_ADDED = ("age", "conditions", "allergy", "adverse", "monitoring")
_BY_KEY = ("loads", "inhibits", "induces", "substrate")
# A drug that says "safe" takes back its class's warning, and the other way round.
_OPPOSITE = {
    "pregnancy": "pregnancy_safe",
    "pregnancy_safe": "pregnancy",
    "lactation": "lactation_safe",
    "lactation_safe": "lactation",
}


class Formulary:
    """All drugs as the checks use them."""

    def __init__(self, pharmacy: Pharmacy) -> None:
        self._pharmacy = pharmacy
        self._facts = {drug.id: self._joined(drug) for drug in pharmacy.drugs.values()}

    def classes(self, drug: Drug) -> tuple[str, ...]:
        """The classes of a drug and those above them, nearest first."""
        found: dict[str, None] = {}
        waiting = list(drug.classes)
        while waiting:
            name = waiting.pop(0)
            if name not in found:
                found[name] = None
                waiting += self._pharmacy.classes[name].parents
        return tuple(found)

    def facts(self, drug: Drug) -> Facts:
        """Its own facts joined with those of its classes."""
        return self._facts[drug.id]

    def _joined(self, drug: Drug) -> Facts:
        if drug.local:
            return _facts_of(drug)
        joined: dict[str, Any] = {}
        # The farthest class first, so that the nearer outranks it and the drug outranks all.
        for part in (*(self._pharmacy.classes[c] for c in reversed(self.classes(drug))), drug):
            for field in _REPLACED:
                if value := getattr(part, field):
                    joined[field] = value
                    joined.pop(_OPPOSITE.get(field, ""), None)
            for field in _ADDED:
                joined[field] = tuple(dict.fromkeys((*joined.get(field, ()), *getattr(part, field))))
            for field in _BY_KEY:
                joined[field] = {**joined.get(field, {}), **getattr(part, field)}
        return Facts.model_construct(**{**_facts_of(Facts()).__dict__, **joined})

    def meant(self, selectors: Iterable[str]) -> set[str]:
        """The ids of the drugs that any of the selectors means."""
        parsed = [_parse(selector) for selector in selectors]
        return {drug.id for drug in self._pharmacy.drugs.values() if any(self._matches(s, drug) for s in parsed)}

    def _matches(self, selector: _Selector, drug: Drug) -> bool:
        facts = self._facts[drug.id]
        match selector.kind:
            case "drug":
                return drug.id == selector.what
            case "class":
                return selector.what in self.classes(drug)
            case "load":
                return facts.loads.get(selector.what, 0) >= int(selector.level or 1)  # type: ignore[call-overload, no-any-return]
            case "substrate":
                return _at_least(facts.substrate.get(selector.what), selector.level, get_args(Share))  # type: ignore[call-overload]
            case _:
                return _at_least(getattr(facts, selector.kind).get(selector.what), selector.level, get_args(Strength))


class _Selector(NamedTuple):
    kind: str
    what: str
    level: str | None


def _parse(selector: str) -> _Selector:
    kind, _, rest = selector.partition(":")
    what, _, level = rest.partition(">=")
    return _Selector(kind, what, level or None)


def _at_least(value: str | None, level: str | None, order: tuple[str, ...]) -> bool:
    """`order` runs from the strongest down. A prodrug, the last of its order, is only meant when it is named."""
    if value is None:
        return False
    if "prodrug" in (value, level):
        return value == level
    return level is None or order.index(value) <= order.index(level)


def _facts_of(part: Facts) -> Facts:
    return Facts.model_construct(**{field: getattr(part, field) for field in Facts.model_fields})
