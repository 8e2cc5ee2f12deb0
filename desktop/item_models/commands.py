"""What the command palette finds, and which of it comes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["action", "case", "disease", "score"]
KINDS: tuple[Kind, ...] = ("action", "case", "disease", "score")
_MOST = 40


@dataclass(frozen=True)
class Command:
    """One thing that can be chosen. `also` are other names it is found by; `hint` stands at the right."""

    kind: Kind
    key: str
    title: str
    hint: str = ""
    also: tuple[str, ...] = ()
    detail: str = ""


def best(commands: Iterable[Command], words: str, limit: int = _MOST) -> list[Command]:
    """Those that hold every word in one of their names, the closest first; what is alike stays in its order.

    What was found by another name than its own is told with that name.
    """
    wanted = words.casefold().split()
    if not wanted:
        return list(commands)[:limit]
    ranked = []
    for place, command in enumerate(commands):
        distances = [(_distance(name, wanted, at), at) for at, name in enumerate((command.title, *command.also))]
        distance, at = min(distances)
        if distance < _FAR:
            if at and command.kind in ("disease", "score"):
                command = replace(command, detail=command.also[at - 1])
            ranked.append((distance, KINDS.index(command.kind), place, command))
    ranked.sort(key=lambda entry: entry[:3])
    return [entry[3] for entry in ranked[:limit]]


_FAR = 1_000_000.0


def _distance(name: str, wanted: list[str], later: int) -> float:
    """Nearer where the name begins with the words, where its words do, and where little else is in it."""
    name = name.casefold()
    if any(word not in name for word in wanted):
        return _FAR
    whole = " ".join(wanted)
    starts = {part[: len(word)] for word in wanted for part in name.replace("-", " ").split()}
    if name.startswith(whole):
        rank = 0
    elif all(word in starts for word in wanted):
        rank = 1
    else:
        rank = 2
    return rank * 1000 + min(later, 1) * 400 + len(name) - len(whole)
