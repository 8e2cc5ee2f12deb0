"""Oxygen given beside a saturation: "91% on 2 L" is a finding of its own, and "on air" denies it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.matching import named
from core.language.model import Finding, Measurement
from core.language.tokens import Sentence

_OXYGEN = re.compile(
    r"\b(?:on|with|requiring|via|at)\s+(?:(?P<litres>\d{1,2}(?:\.\d)?)\s?(?:L|l|lpm|litres?|liters?)\b|"
    r"(?P<device>(?:a )?(?:nasal cannula|NC|NRB|non-?rebreather|face ?mask|high[- ]flow|HFNC|BiPAP|CPAP|venti mask|"
    r"supplemental oxygen|oxygen|O2))\b|"
    r"(?P<air>room air|RA|R/A|OA|air)\b)"
)
# "SpO2 95% RA": behind a saturation it is no arthritis.
_BARE_AIR = re.compile(
    r"\s?[,(]?\s?(?P<air>RA|R/A|OA|[Rr]oom air|in air)\b(?!\s(?:flare|factor|since|knees?|"
    r"hips?|hands?|of)\b)(?P<litres>)"
)


def oxygen_findings(sentence: Sentence, measurements: Iterable[Measurement], knowledge: Knowledge) -> list[Finding]:
    """Whether the saturation of a sentence was held with oxygen; who got any was not on air alone."""
    matches = [
        match
        for m in measurements
        if m.analyte == "oxygen-saturation" and m.temporality == "recent"
        if (match := _BARE_AIR.match(sentence.text, m.end, sentence.end))
        or (match := _OXYGEN.search(sentence.text, m.end, min(sentence.end, m.end + 40)))
    ]
    term = _term(knowledge) if matches else None
    if term is None:
        return []
    given = [match for match in matches if not match.group("air")]
    label = knowledge.label(term)
    match = (given or matches)[0]
    litres = match.group("litres")
    return [
        Finding(
            concept=term,
            label=label.en,
            label_zh=label.zh,
            assertion="present" if given else "absent",
            value=float(litres) if litres else None,
            unit="L/min" if litres else None,
            start=_given_at(match),
            end=match.end(),
        )
    ]


def _given_at(match: re.Match[str]) -> int:
    """Where what is breathed is named: behind "on", which is nothing that is there or not."""
    return min(match.start(name) for name in ("litres", "device", "air") if match.groupdict().get(name))


@lru_cache(maxsize=4)
def _term(knowledge: Knowledge) -> str | None:
    names = ("supplemental oxygen", "oxygen therapy", "requires oxygen")
    return next((term for name in names for term in named(knowledge, name)), None)
