"""A single drug on a heart whose QT interval is long already, or that lacks potassium or magnesium."""

from __future__ import annotations

from core.knowledge.pharmacy_rules import DrugRule, Severity
from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances, Spans
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, item, known_and_unknown
from core.treatment.prescribed import Prescribed

# Thresholds in ms: the joint statement of AHA and ACCF on torsade de pointes in hospital (2010) takes a QTc above 500
# for dangerous and one above the 99th percentile (470 in men, 480 in women) for abnormal.
_DANGEROUS = 500.0
LEAST_LOAD = 2  # of a drug that prolongs it by itself
_LONG = {"male": 470.0, "female": 480.0}
_SOURCE = "AHA/ACCF, Prevention of torsade de pointes in hospital settings, 2010"


def _rule(forbidden: bool, why: str, why_zh: str) -> DrugRule:
    return _worded(
        "contraindicated" if forbidden else "major",
        Phrase(en=f"Prolongs the QT interval; {why}.", zh=f"可延长QT间期；{why_zh}。"),
        Phrase(
            en="Choose a drug that does not prolong it; correct potassium and magnesium, and repeat the ECG.",
            zh="换用不延长QT间期的药物；纠正血钾、血镁并复查心电图。",
        ),
    )


def _conditional(why: str, why_zh: str) -> DrugRule:
    """Of a drug that prolongs it only where potassium is low or too much of it is in the blood."""
    return _worded(
        "moderate",
        Phrase(
            en=f"Prolongs the QT interval where potassium is low or its level high; {why}.",
            zh=f"低钾或血药浓度过高时可延长QT间期；{why_zh}。",
        ),
        Phrase(
            en="Keep potassium and magnesium normal, the dose low, and repeat the ECG.",
            zh="维持血钾、血镁正常，用低剂量并复查心电图。",
        ),
    )


def _worded(severity: Severity, say: Phrase, do: Phrase) -> DrugRule:
    return DrugRule(severity=severity, say=say, do=do, basis="guideline", source=_SOURCE)


def check(about: Circumstances) -> Outcome:
    """Drugs known to cause torsades (load 3), possibly (2) or under conditions (1), where QTc, history or electrolytes
    speak against; of the last only where the QTc is dangerous or a long QT is known."""
    known, unknown = known_and_unknown(d for d in about.drugs if d.systemic)
    found: list[SafetyItem] = []
    for drug in known:
        load = drug.facts.loads.get("qt", 0)
        reason = _reason(about, load) if load >= LEAST_LOAD or not _said_elsewhere(drug, about) else None
        if reason is not None:
            rule, spans = reason
            found.append(item("qt", rule, (drug,), because=spans))
    return Outcome(tuple(found), tuple(d.shown for d in known), unknown)


def _said_elsewhere(drug: Prescribed, about: Circumstances) -> bool:
    """Does the drug's own entry speak of a long QT, so that the check of conditions says it?"""
    return "long-qt" in about.conditions and any("long-qt" in rule.conditions for rule in drug.facts.conditions)


def _reason(about: Circumstances, load: int) -> tuple[DrugRule, Spans] | None:
    if load < 1:
        return None
    if about.qtc is not None:
        span = ((about.qtc.start, about.qtc.end),)
        value = about.qtc.value
        said = f"the QTc is {value:.0f} ms", f"QTc为{value:.0f} ms"
        if value > _DANGEROUS:
            return _conditional(*said) if load < LEAST_LOAD else _rule(load == 3, *said), span
        if value > _LONG.get(about.patient.sex, min(_LONG.values())) and load >= LEAST_LOAD:
            return _rule(False, *said), span
    if "long-qt" in about.conditions:
        said = "the record tells of a long QT", "病历载有QT延长"
        rule = _conditional(*said) if load < LEAST_LOAD else _rule(load == 3, *said)
        return rule, about.conditions["long-qt"]
    for key, low, low_zh in (("hypokalaemia", "potassium", "低钾"), ("hypomagnesaemia", "magnesium", "低镁")):
        if load == 3 and key in about.conditions:
            return _rule(False, f"the {low} is low", f"存在{low_zh}"), about.conditions[key]
    return None
