"""What the patient takes and is to stop in any case: it takes no option away, but is stopped first."""

from __future__ import annotations

from collections.abc import Iterable

from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.prescribed import Prescribed
from core.treatment.reversal import undone

# What nobody needs: anybody can stop it, whatever it is taken for.
_NEEDLESS = frozenset({"herbal-medicines"})
_INDUCES = frozenset({"strong", "moderate"})
_ANYWAY = "which is to stop in any case, and wait until it has worn off"
_MODERATE = 2  # the rank of what is said as a caution


def to_stop(taken: Iterable[Prescribed], items: Iterable[SafetyItem], about: Circumstances) -> dict[str, Prescribed]:
    """The drugs of the record that are to stop whatever else is given, by the name that a message gives them: those
    that are contraindicated by themselves here, those that are undone because of bleeding, and herbs."""
    forbidden = {
        i.drugs[0] for i in items if i.severity == "contraindicated" and len(i.drugs) == 1 and i.kind != "dose"
    }
    return {
        drug.shown: drug
        for drug in taken
        if not drug.planned and (drug.shown in forbidden or undone(drug, about) or _needless(drug))
    }


def first_stopped(item: SafetyItem, option: str, ending: dict[str, Prescribed]) -> SafetyItem:
    """A warning against an option, as it holds where the drug it meets is to be stopped anyway. What is forbidden
    beside a medicine stays forbidden until that one has left the body, and says so; of a herb, and of anything less,
    it is a caution."""
    partners = [name for name in item.drugs if name != option]
    if not partners or any(name not in ending for name in partners):
        return item
    named = " + ".join(partners)
    inducer = any(_INDUCES.intersection(ending[name].facts.induces.values()) for name in partners)
    lasts = (" (about two weeks: it speeds up enzymes)", "（酶诱导作用约需两周消退）") if inducer else ("", "")
    forbidden = item.severity == "contraindicated" and not all(_needless(ending[name]) for name in partners)
    en = f"Stop {named} first, {_ANYWAY}{lasts[0]}: {item.message}"
    zh = f"先停用{named}（此时本应停用），待其作用消退{lasts[1]}：{item.message_zh or item.message}"
    severity = item.severity if forbidden or item.rank > _MODERATE else "moderate"
    return item.model_copy(update={"message": en, "message_zh": zh, "severity": severity, "interruptive": forbidden})


def _needless(drug: Prescribed) -> bool:
    return drug.known is not None and not _NEEDLESS.isdisjoint(drug.known.classes)


def stops_first(item: SafetyItem) -> bool:
    """Does a caution ask to stop another drug first?"""
    return item.severity == "moderate" and _ANYWAY in item.message
