"""Which open findings are worth a question: those that somebody at the bedside would not laugh at.

A question belongs to a disease that explains something of what is complained of; and it can be answered by a patient of
this age and sex.
"""

from __future__ import annotations

from core.diagnosis.coverage import EXPLAINS
from core.diagnosis.observations import LASTING, Observations
from core.diagnosis.rates import Floats
from core.diagnosis.scorer import Scorer

# Only the first diseases are worth a question, and only for what weighs in one of them (log10).
ASKED_ABOUT = 5
WEIGHS = 0.3
# Too young to tell of a pain or a feeling that nobody sees. Expert estimate.
CANNOT_TELL = 4.0
UNSEEN = frozenset(
    {
        "HP:0002315", "HP:0033050", "HP:0002018", "HP:0000613", "HP:0001962", "HP:0100749", "HP:0033771", "HP:0012378",
        "BD:dizziness", "HP:0003401", "BD:severe-headache", "BD:worst-headache-of-life", "HP:0002321",
    }
)  # fmt: skip
# What nobody asks a child of: smoking, drinking, drugs, sexual contacts. Expert estimate.
GROWN_UP = 12.0
NOT_OF_A_CHILD = frozenset(
    {
        "BD:smoking", "BD:heavy-smoker", "BD:ex-smoker", "BD:alcohol-excess", "BD:alcohol-stopped-recently",
        "BD:recent-alcohol-binge", "BD:purine-rich-meal-or-alcohol", "BD:tolerance-to-alcohol", "BD:shift-work",
        "BD:previous-alcohol-withdrawal", "BD:cannot-cut-down-drinking", "BD:little-or-no-alcohol", "BD:opioid-use",
        "BD:daily-cannabis-use", "BD:recreational-drug-use", "BD:intravenous-drug-use", "BD:stimulant-use",
        "BD:opioid-use-disorder", "BD:methadone-or-opioid-stopped", "BD:sexually-active", "BD:new-sexual-partner",
        "BD:multiple-sexual-partners", "BD:recent-sexual-intercourse", "BD:men-who-have-sex-with-men",
        "BD:partner-with-sexually-transmitted-infection", "BD:history-of-sexually-transmitted-infection",
        "BD:change-in-smokers-cough", "BD:outdoor-sun-wind-work", "BD:wet-work-or-irritants",
    }
)  # fmt: skip
# Who lies in one of these, or has a coma score of 8 or less, tells of no symptom; the family may tell the history.
CANNOT_SPEAK = ("BD:mechanical-ventilation", "HP:0001259")
COMA = 8
CHILDBEARING = (11.0, 56.0)
PREGNANCY = "BD:pregnancy"
OF_PREGNANCY = frozenset(
    {
        PREGNANCY, "BD:postpartum", "BD:could-be-pregnant", "BD:over-20-weeks-pregnant", "BD:under-20-weeks-pregnant",
        "BD:pregnancy-test-positive", "BD:first-pregnancy",
    }
)  # fmt: skip
# Nobody who is pregnant has just given birth or is past the menopause.
NOT_WHEN_PREGNANT = frozenset({"BD:postpartum", "BD:postmenopausal", "BD:could-be-pregnant"})
MENOPAUSE_FROM = 40.0
# What is settled by another finding: less than twenty weeks pregnant is not more than twenty.
SETTLED_BY = {
    "BD:over-20-weeks-pregnant": ("BD:under-20-weeks-pregnant",),
    "BD:under-20-weeks-pregnant": ("BD:over-20-weeks-pregnant",),
    "BD:deficit-persists": ("BD:deficit-resolved-within-a-day",),
    "BD:deficit-resolved-within-a-day": ("BD:deficit-persists",),
    # A drug with the day it was begun answers how long after it the rash came.
    "BD:new-medicine-or-food": ("BD:recent-new-drug-within-weeks",),
    "BD:rash-within-two-weeks-of-drug": ("BD:recent-new-drug-within-weeks",),
    "BD:rash-two-to-eight-weeks-after-drug": ("BD:recent-new-drug-within-weeks",),
    "BD:severe-pain": ("BD:pain-out-of-proportion-limb", "BD:pain-out-of-proportion-to-skin"),
}


def relevant(scorer: Scorer, observations: Observations, contributions: Floats, order: list[int]) -> frozenset[str]:
    """The findings that weigh in one of the first diseases which explains something that is complained of."""
    findings = scorer.knowledge.findings
    said = {c for c in observations.stated_present() if c in findings and findings[c].kind not in LASTING}
    said |= {above for concept in said for above in scorer.knowledge.ancestors(concept)}
    found: set[str] = set()
    for i in order[:ASKED_ABOUT]:
        rows = scorer.rows_of(i)
        own = contributions[rows]
        terms = [scorer.terms[term] for term in scorer.row_term[rows]]
        if said.isdisjoint(term for term, weight in zip(terms, own.tolist(), strict=True) if weight > EXPLAINS):
            continue
        strongest = abs(scorer.row_present[rows]), abs(scorer.row_absent[rows])
        found.update(t for t, p, a in zip(terms, *strongest, strict=True) if max(p, a) >= WEIGHS)
    return frozenset(found)


def can_speak(observations: Observations) -> bool:
    """Is the patient awake enough to tell what it is like?"""
    coma = observations.least("gcs")
    return not any(observations.present(f) for f in CANNOT_SPEAK) and (coma is None or coma > COMA)


def answerable(observations: Observations, term: str) -> bool:
    """Can a patient of this age and sex have it, and tell?"""
    patient, age = observations.patient, observations.patient.age_years
    carrying = patient.pregnant is True or observations.present(PREGNANCY)
    if age is not None and age < CANNOT_TELL and term in UNSEEN:
        return False
    if age is not None and age < GROWN_UP and term in NOT_OF_A_CHILD:
        return False
    if term in observations.too_short:
        return False
    if any(observations.present(other) for other in SETTLED_BY.get(term, ())):
        return False
    if term in OF_PREGNANCY:
        fertile = age is None or CHILDBEARING[0] <= age < CHILDBEARING[1]
        return patient.sex != "male" and fertile and not (carrying and term in NOT_WHEN_PREGNANT)
    if term == "BD:postmenopausal":
        return patient.sex != "male" and not carrying and (age is None or age >= MENOPAUSE_FROM)
    return True
