"""What a step or a risk says of others than this patient: of driving and old age to a child, of pregnancy to a man."""

from __future__ import annotations

import re

from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances

_GROWN_UP = 16  # completed years; from here on people drive, and thrombosis is prevented as in adults
_MAY_BEAR = (10, 56)
# What is left out of words on a child, English and Chinese.
_OF_THE_GROWN = re.compile(r"; no driving[^;]*| and falls\b|\bdelirium, |, and daily in the old\b| in the old\b")
_OF_THE_GROWN_ZH = re.compile(r"；明确反应前不驾车|与跌倒|谵妄、|，老年人每日|老年人")
# A clause that says nothing but what holds in pregnancy: "azithromycin in pregnancy", "no statin in pregnancy". One
# with more in it ("sulfasalazine, or methotrexate (never in pregnancy)") is of everybody.
_OF_PREGNANCY = re.compile(
    r"(?:(?:no|never)\b[^;()]*|(?!.*\band (?:late )?in pregnancy)[^,;()]*)\bin pregnancy|"
    r"no [^;()]* in pregnancy, nor the two together|(?:a )?pregnancy test(?: first)?",
    re.IGNORECASE,
)
# Where nobody in shock is sent.
_CLINIC = re.compile(r"\bearly pregnancy (?:unit|clinic)\b", re.IGNORECASE)
_IN_SHOCK = frozenset({"shock", "hypotension"})


def for_child(said: Phrase, about: Circumstances) -> Phrase:
    """The words of a risk, without what is of grown-up people only where the patient is a child."""
    age = about.patient.age_years
    if age is None or age >= _GROWN_UP:
        return said
    return Phrase(en=_OF_THE_GROWN.sub("", said.en), zh=_OF_THE_GROWN_ZH.sub("", said.zh or "") or None)


def for_patient(said: Phrase, about: Circumstances) -> Phrase | None:
    """The words of a step without its clauses on pregnancy where there can be none; None where nothing is left, and
    where it sends who is in shock to a clinic. The Chinese must part in the same clauses, else all stays."""
    if _CLINIC.search(said.en) and not _IN_SHOCK.isdisjoint(about.conditions):
        return None
    if _may_bear(about):
        return said
    clauses, clauses_zh = said.en.rstrip(".").split("; "), (said.zh or said.en).rstrip("。").split("；")
    kept = [n for n, clause in enumerate(clauses) if not _OF_PREGNANCY.fullmatch(clause)]
    if not kept:
        return None
    if len(kept) == len(clauses) or len(clauses) != len(clauses_zh):
        return said
    en = "; ".join(clauses[n] for n in kept)
    return Phrase(en=f"{en[0].upper()}{en[1:]}.", zh="；".join(clauses_zh[n] for n in kept) + "。")


def _may_bear(about: Circumstances) -> bool:
    age, patient = about.patient.age_years, about.patient
    bears = patient.sex != "male" and (age is None or _MAY_BEAR[0] <= age < _MAY_BEAR[1])
    return bool(patient.pregnant) or bears
