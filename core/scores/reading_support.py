"""Support of breathing and circulation: inspired oxygen, and drugs that hold the pressure up."""

from __future__ import annotations

import re

from core.scores.asked import fit
from core.scores.facts import Fact
from core.scores.source import Source

ROOM_AIR = 21.0
_LITRES = re.compile(
    r"\b(\d{1,2}(?:\.\d)?)\s*(?:L|l|lit(?:er|re)s?)\s*(?:/\s*min|per minute|of oxygen|O2|oxygen|(?:by |via )?nasal)",
)
_FIO2 = re.compile(
    r"(?:FiO[2₂]|fraction of inspired (?:oxygen|O2|air))[^.;%\d]{0,40}(?:(\d{2,3})\s*%|(0\.\d+|1\.0)\b)"
    r"|(\d{2,3})\s*%\s*(?:of\s+)?(?:FiO[2₂]|Venturi|oxygen|O2)\b",
    re.IGNORECASE,
)
NO_PRESSOR, LOW_PRESSOR, MIDDLE_PRESSOR, HIGH_PRESSOR = "none", "low", "middle", "high"
_LEVELS = (NO_PRESSOR, LOW_PRESSOR, MIDDLE_PRESSOR, HIGH_PRESSOR)
_PRESSORS = {"norepinephrine": (0.1, 2), "epinephrine": (0.1, 2), "dopamine": (15.0, 1), "dobutamine": (1e9, 1)}
_RATE = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:mcg|µg|μg|ug|micrograms?)\s*(?:/|per\s)\s*kg\s*(?:/|per\s)\s*(min|h)", re.IGNORECASE
)
_NAMES = (
    r"nor-?(?:adrenaline|epinephrine)|norad|(?-i:NA|NAdr?)|levophed|adrenaline|epinephrine|dopamine|dobutamine"
    r"|去甲肾上腺素|去甲|肾上腺素|多巴胺|多巴酚丁胺"
)
_AT_RATE = re.compile(rf"(?<![A-Za-z])(?P<drug>{_NAMES})(?![A-Za-z])[^.;\d]{{0,25}}{_RATE.pattern}", re.IGNORECASE)
# "NA 0.42", "norad at 0.1": a drip without its unit is in µg/kg/min, and a sodium is never so small.
_BARE_RATE = re.compile(
    r"\b(?:NA|(?i:norad|nor-?adrenaline|nor-?epinephrine|levophed))\s*(?:at\s|@\s?|:\s?|=\s?)?(?P<rate>[0-3]?\.\d+)(?!\d|\.\d)"
    r"(?!\s?(?:m[lLgc]|mmol|ml/h))"
)
_GENERIC = {
    "norad": "norepinephrine", "na": "norepinephrine", "nad": "norepinephrine", "nadr": "norepinephrine",
    "levophed": "norepinephrine", "去甲肾上腺素": "norepinephrine", "去甲": "norepinephrine",
    "肾上腺素": "epinephrine", "多巴胺": "dopamine", "多巴酚丁胺": "dobutamine",
}  # fmt: skip


def read_fio2(source: Source) -> Fact:
    """The inspired oxygen in %: as stated, 21 on room air, or 20 + 4 for each litre by nasal cannula."""
    ways = [Fact((m.value,), unit="%", start=m.start, end=m.end) for m in source.measurements("fio2")]
    for words in _FIO2.finditer(source.text):
        whole = words.group(1) or words.group(3)
        share = float(whole) if whole else 100 * float(words.group(2))
        ways.append(Fact((share,), unit="%", start=words.start(), end=words.end()))
    air = [f for f in source.findings("BD:breathing-room-air") if f.assertion == "present"]
    ways += [Fact((ROOM_AIR,), unit="%", start=f.start, end=f.end) for f in air]
    if ways:
        return max(ways, key=lambda fact: fit(source, fact))
    litres = _LITRES.search(source.text)
    if litres is not None and float(litres.group(1)) <= 15:
        return Fact((min(20 + 4 * float(litres.group(1)), 100.0),), unit="%", start=litres.start(), end=litres.end())
    return Fact(unit="%")


def read_pressors(source: Source) -> Fact:
    """The strongest support by the classes of SOFA: dopamine up to 5 or dobutamine are low; above that middle; above 15
    (noradrenaline or adrenaline above 0.1) µg/kg/min high. A drug without a rate counts as the lowest it can be."""
    taken = {d: (m.start, m.end) for d in _PRESSORS if (m := source.medication(d)) and m.start is not None and m.end}
    taken = {_named(found["drug"]): found.span("drug") for found in _AT_RATE.finditer(source.text)} | taken
    bare = next(_BARE_RATE.finditer(source.text), None)
    if bare is not None:
        taken.setdefault("norepinephrine", (bare.start(), bare.end()))
    if not taken:
        return Fact(_LEVELS)
    rates = [(m.start(), float(m[1]) / (60 if m[2].lower() == "h" else 1)) for m in _RATE.finditer(source.text)]
    if bare is not None and not any(bare.start("rate") == at for at, _ in rates):
        rates = sorted([*rates, (bare.start("rate"), float(bare["rate"]))])
    levels = {
        drug: _level(drug, next((r for at, r in rates if at > start), None)) for drug, (start, _) in taken.items()
    }
    strongest = max(levels, key=lambda drug: levels[drug])
    return Fact((_LEVELS[levels[strongest]],), start=taken[strongest][0], end=taken[strongest][1])


def _named(drug: str) -> str:
    """The generic name of a pressor as it is written."""
    name = drug.lower()
    return _GENERIC.get(name) or name.replace("nor-", "nor").replace("adrenaline", "epinephrine")


def _level(drug: str, rate: float | None) -> int:
    """The class of a drug at the next rate that is given behind it ("dopamine and dobutamine at 4 µg/kg/min")."""
    high, least = _PRESSORS[drug]
    if rate is None:
        return least
    if rate > high:
        return 3
    return 2 if drug == "dopamine" and rate > 5 else least
