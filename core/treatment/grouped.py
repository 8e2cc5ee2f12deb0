"""Warnings as a page shows them: what says the same of several drugs once, and the slight ones folded away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.treatment.model import SafetyItem

# So many are told in full, and however many are grave. An expert estimate of what is read.
TOLD = 12
_GRAVE = 1  # the rank of a major warning


def alike(items: Iterable[SafetyItem]) -> list[list[SafetyItem]]:
    """The gravest first; what says the same of several drugs stands together."""
    together: dict[object, list[SafetyItem]] = {}
    for item in sorted(items, key=lambda item: (not item.interruptive, item.rank)):
        key = (item.interruptive, item.severity, item.kind, item.message, item.action, item.basis, item.source)
        together.setdefault(key, []).append(item)
    return list(together.values())


def folded(groups: Sequence[list[SafetyItem]]) -> tuple[list[list[SafetyItem]], list[list[SafetyItem]]]:
    """Those that are told in full, and the rest. What is contraindicated or major is always told; of the slighter
    ones as many as there is room for."""
    grave = [group for group in groups if group[0].interruptive or group[0].rank <= _GRAVE]
    slight = [group for group in groups if group not in grave]
    room = max(0, TOLD - len(grave))
    return [*grave, *slight[:room]], slight[room:]
