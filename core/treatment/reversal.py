"""Anticoagulants that are to be stopped and undone now: why, and with what."""

from __future__ import annotations

from typing import NamedTuple

from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances
from core.treatment.prescribed import Prescribed

# Conditions by their ids. In the first two the bleeding is, or may be, inside the head.
IN_THE_HEAD = ("intracranial-bleeding", "drowsy-head-injury")
BLEEDING = (*IN_THE_HEAD, "active-bleeding")
OPERATION = "emergency-operation"
INTRACRANIAL = (
    "AHA/ASA, Guideline for the management of patients with spontaneous intracerebral hemorrhage, 2022; "
    "NCS/SCCM, Guideline for reversal of antithrombotics in intracranial hemorrhage, 2016"
)
ELSEWHERE = "ACC, Expert consensus decision pathway on management of bleeding in patients on oral anticoagulants, 2020"


class Antidote(NamedTuple):
    """What undoes an anticoagulant. `blind`: where the signs are strong it is given before INR and CT are back."""

    give: Phrase
    oral: bool
    blind: bool = False


_VITAMIN_K = Antidote(
    Phrase(
        en="vitamin K 5 to 10 mg slowly into a vein and prothrombin complex by INR and weight (25 to 50 units/kg), "
        "INR again after 30 minutes",
        zh="维生素K 5至10 mg缓慢静脉注射，并按INR和体重给予凝血酶原复合物（25至50单位/kg），30分钟后复查INR",
    ),
    oral=True,
    blind=True,
)
_DABIGATRAN = Antidote(
    Phrase(
        en="idarucizumab 5 g into a vein; where there is none, prothrombin complex 50 units/kg",
        zh="依达赛珠单抗5 g静脉给药；无此药时用凝血酶原复合物50单位/kg",
    ),
    oral=True,
)
_FACTOR_XA = Antidote(
    Phrase(
        en="prothrombin complex 25 to 50 units/kg, or andexanet alfa (apixaban, rivaroxaban) where it is at hand",
        zh="凝血酶原复合物25至50单位/kg；有条件者可用andexanet alfa（阿哌沙班、利伐沙班）",
    ),
    oral=True,
)
_SMALL_HEPARIN = Antidote(
    Phrase(
        en="after a treatment dose protamine 1 mg for each 1 mg (100 units) of the last 8 hours, half of it from 8 to "
        "12 hours, at most 50 mg slowly; it undoes only a part",
        zh="治疗剂量者：8小时内每1 mg（100单位）用鱼精蛋白1 mg，8至12小时减半，最多50 mg缓慢给药；仅部分逆转",
    ),
    oral=False,
)
_HEPARIN = Antidote(
    Phrase(
        en="after a treatment dose protamine 1 mg for each 100 units of the last 2 to 3 hours, at most 50 mg slowly",
        zh="治疗剂量者：近2至3小时内每100单位用鱼精蛋白1 mg，最多50 mg缓慢给药",
    ),
    oral=False,
)
_NONE = Antidote(
    Phrase(en="it has no antidote of its own; ask a haematologist", zh="无特异拮抗剂，请血液科会诊"), oral=False
)
# The first class, or the name, that fits.
_BY_KIND = {
    "vitamin-k-antagonists": _VITAMIN_K,
    "dabigatran": _DABIGATRAN,
    "doacs": _FACTOR_XA,
    "lmwh": _SMALL_HEPARIN,
    "heparins": _HEPARIN,
}


def antidote(drug: Prescribed) -> Antidote | None:
    """What undoes a drug that is taken; None where it is no anticoagulant for the whole body."""
    if drug.known is None or drug.planned or not drug.systemic or "anticoagulants" not in drug.known.classes:
        return None
    kinds = {drug.known.entry.id, *drug.known.classes}
    return next((undone for kind, undone in _BY_KIND.items() if kind in kinds), _NONE)


def bleeding(about: Circumstances) -> tuple[str, ...]:
    """The bleeding conditions of now, certain or likely: what was in the past calls for no antidote."""
    return tuple(key for key in BLEEDING if key in about.conditions and about.standing[key] != "past")


def undone(drug: Prescribed, about: Circumstances) -> bool:
    """Is the drug to be stopped and undone because of bleeding, so that nobody asks for another dose or another drug of
    its kind?"""
    return antidote(drug) is not None and bool(bleeding(about))
