"""Drugs that a condition of this patient forbids, and drugs that may themselves cause what the patient complains of."""

from __future__ import annotations

from core.knowledge.pharmacy_rules import ConditionRule
from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, estimated, item, known_and_unknown, together
from core.treatment.prescribed import Prescribed
from core.treatment.safety.antiretrovirals import whole_regimen
from core.treatment.safety.qt import LEAST_LOAD
from core.treatment.told import told

# The condition, by its id, that is HIV as long as no whole regimen is taken.
HIV_PARTLY_TREATED = "hiv-without-regimen"
HEAD_OR_SPINE = "BD:neurosurgery-or-csf-leak"
# The most a day of what prevents thrombosis after an operation, in mg or units. Expert estimates after the labels.
_PREVENTIVE = {
    "enoxaparin": ("mass", 40.0),
    "dalteparin": ("units", 5000.0),
    "tinzaparin": ("units", 4500.0),
    "heparin": ("units", 15000.0),
    "fondaparinux": ("mass", 2.5),
    "apixaban": ("mass", 5.0),
    "rivaroxaban": ("mass", 10.0),
    "dabigatran": ("mass", 220.0),
}


def check(about: Circumstances) -> Outcome:
    """What forbids each drug, the gravest first with the rest beside it, then the findings of now that it may cause."""
    known, unknown = known_and_unknown(about.drugs)
    found: list[SafetyItem] = []
    for drug in known:
        found += together(_forbidden(drug, about))
        found += _caused(drug, about)
    return Outcome(tuple(found), tuple(d.shown for d in known), unknown)


def _forbidden(drug: Prescribed, about: Circumstances) -> list[SafetyItem]:
    found = []
    for rule in drug.facts.conditions if drug.ruled else ():
        here = [k for k in rule.conditions if k in about.conditions and not _settled(k, drug, about)]
        if here and not _beside(rule.unless_taken, about):
            rule = _in_emergency(rule, here, drug, about)
            places = tuple(span for k in here for span in about.conditions[k])
            known = told(here, about)
            found.append(item("disease", rule, (drug,), because=places, also=(f" {known.en}", known.zh or "")))
    return found


def _beside(classes: tuple[str, ...], about: Circumstances) -> bool:
    """Is a drug of one of the classes taken, be it as a part of the same inhaler?"""
    return any(d.known and not set(classes).isdisjoint(d.known.classes) for d in about.drugs)


def _in_emergency(rule: ConditionRule, here: list[str], drug: Prescribed, about: Circumstances) -> ConditionRule:
    """What speaks against lasting treatment only asks for care where a drug is about to be given in an emergency: who
    is demented and has a pulse of 38 is given atropine."""
    lasting = all(about.knowledge.drugs.conditions[key].lasting for key in here)
    if drug.urgent and lasting and rule.severity in ("contraindicated", "major"):
        return rule.model_copy(update={"severity": "moderate"})
    return rule


def _preventive(drug: Prescribed) -> bool:
    """Is it an anticoagulant in the dose that prevents thrombosis?"""
    most = _PREVENTIVE.get(drug.name)
    amount = drug.amount
    if most is None or amount is None or amount.per_kg or amount.per_m2 or amount.kind != most[0]:
        return False
    return amount.each * (amount.times or 1) <= most[1]


def _settled(condition: str, drug: Prescribed, about: Circumstances) -> bool:
    """Is a condition of the record nothing against this drug? The check of the QT interval says what there is to say of
    a long one; beside a whole regimen a drug against hepatitis B breeds no resistant HIV; who was operated on is given
    the preventive dose of an anticoagulant, apart from head and spine."""
    if condition == "long-qt":
        return drug.facts.loads.get("qt", 0) >= LEAST_LOAD
    if condition == "recent-surgery":
        return _preventive(drug) and HEAD_OR_SPINE not in about.recent
    return condition == HIV_PARTLY_TREATED and whole_regimen(about.drugs)


def _caused(drug: Prescribed, about: Circumstances) -> list[SafetyItem]:
    """A drug that is taken already and a finding of now that it commonly causes."""
    if drug.planned or not drug.systemic:
        return []
    here = [f for f in drug.facts.adverse if f in about.recent]
    if not here:
        return []
    labels = [about.knowledge.label(f) for f in here]
    rule = estimated(
        "information",
        (
            f"May itself cause: {', '.join(label.en for label in labels)}.",
            f"该药本身可引起：{'、'.join(label.zh or label.en for label in labels)}。",
        ),
        (
            "Ask whether it began after the drug was started or its dose raised.",
            "询问症状是否在用药或加量之后出现。",
        ),
    )
    return [item("disease", rule, (drug,), because=tuple(s for f in here for s in about.recent[f]))]
