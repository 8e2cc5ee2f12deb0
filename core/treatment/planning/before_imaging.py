"""What is asked before a test that irradiates the belly of a woman who is or may be pregnant."""

from __future__ import annotations

import re

from core.knowledge.disease import Management
from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances

_RAYS = re.compile(r"\bCT\b|\bcomputed tomography\b|\bscintigra|\bfluoroscop|\bradioiodine\b|\bCTPA\b", re.IGNORECASE)
# What the unborn child hardly feels.
_FAR_AWAY = re.compile(r"\b(?:head|brain|skull|face|sinus\w*|neck|temporal|orbit\w*)\b", re.IGNORECASE)
# Iodine that radiates stays in the thyroid of the unborn and of the breast-fed child.
_RADIOACTIVE = re.compile(r"\buptake scan\b|\bthyroid scintigra|\bradioiodine\b", re.IGNORECASE)
_FIRST = Phrase(en="A pregnancy test first, unless there is no time", zh="先查妊娠试验，除非情况紧急不容等待")
_OTHERWISE = Phrase(
    en="She is pregnant: ultrasound or MRI instead where they can answer; rays where her life asks for them",
    zh="患者已妊娠：能用超声或磁共振解决时优先选用；危及生命时仍应行射线检查",
)
_NO_IODINE = Phrase(
    en="No radioactive iodine in pregnancy or breastfeeding: it reaches the child's thyroid",
    zh="妊娠和哺乳期禁用放射性碘：可到达胎儿或婴儿甲状腺",
)


def before_imaging(step: Management, about: Circumstances) -> Phrase | None:
    """The note that a step with such a test needs where nobody says whether she is pregnant, and where she is."""
    words = step.do.en
    with_child = bool(about.patient.pregnant)
    # A step that speaks of the pregnant itself needs no note where she is; of the unknown it must ask for the test.
    if step.kind == "advice" or ("pregnan" if with_child else "pregnancy test") in words.lower():
        return None
    if _RADIOACTIVE.search(words) and (with_child or about.patient.lactating):
        return _NO_IODINE
    if not _RAYS.search(words) or _FAR_AWAY.search(words):
        return None
    return _OTHERWISE if with_child else _FIRST if about.could_be_pregnant else None
