"""The same drug twice under two names, and two drugs of a kind of which one is enough."""

from __future__ import annotations

from itertools import combinations

from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, estimated, gravest, item, known_and_unknown
from core.treatment.prescribed import Prescribed

_SAME = estimated(
    "major",
    (
        "The same drug stands in the list under two names, so that its doses add up.",
        "同一药物以两个名称出现在用药清单中，剂量会叠加。",
    ),
    (
        "Stop one of them, or count both against the daily maximum.",
        "停用其中之一，或将两者合并计入每日最大剂量。",
    ),
)


def check(about: Circumstances) -> Outcome:
    """A drug under two names, each with a dose or in a product of its own; two members of a class that warns of it."""
    known, unknown = known_and_unknown(d for d in about.drugs if d.systemic)
    found: list[SafetyItem] = []
    classes = about.knowledge.drugs.classes
    for a, b in combinations(known, 2):
        if a.name == b.name:
            if _two_orders(a, b):
                found.append(item("duplicate", _SAME, (a, b)))
            continue
        shared = [c for c in _classes(a) if c in _classes(b)]
        rules = [rule for c in shared if (rule := classes[c].together) is not None]
        found += [item("duplicate", rule, (a, b)) for rule in rules[:1]]
    return Outcome(gravest(found), tuple(d.shown for d in known), unknown)


def _classes(drug: Prescribed) -> tuple[str, ...]:
    return drug.known.classes if drug.known else ()


def _two_orders(a: Prescribed, b: Prescribed) -> bool:
    """Two places of the text, or two lines of a list. One of each is the same order told twice, and so is a generic
    name in the bracket behind the brand."""
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return a.start is b.start
    if (a.start, a.end) == (b.start, b.end):
        return False
    return max(a.start, b.start) - min(a.end, b.end) > 3
