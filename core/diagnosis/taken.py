"""Findings that follow from the patient's drugs: who takes apixaban has "anticoagulant use", in whatever words.

The record need not say "on a blood thinner": the drug list, read or given beside the text, says it. Which class makes
which finding is what the findings' own names mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy import Load
from core.language.model import Medication

# Drugs that are in the patient: not stopped, not merely planned.
TAKEN = ("current", "before-admission")
# What stays where it is put does not act on the rest of the body.
LOCAL = ("topical", "topically", "nasal", "nasally", "eye drops")
# A drug with at least this load (3 is the heaviest) counts as one of the kind.
HEAVY = 2
LOWERING_PRESSURE = (
    "ace-inhibitors", "arbs", "arni", "dihydropyridines", "rate-limiting-ccbs", "beta-blockers", "alpha-blockers",
    "thiazides", "loop-diuretics", "central-antihypertensives", "vasodilators", "nitrates",
)  # fmt: skip
# The classes, or the names of single drugs, that make a finding.
BY_CLASS: dict[str, tuple[str, ...]] = {
    "BD:anticoagulant-use": ("anticoagulants",),
    "BD:antiplatelet-use": ("antiplatelets",),
    "BD:nsaid-use": ("nsaids",),
    "BD:corticosteroid-use": ("corticosteroids",),
    "BD:beta-blocker-use": ("beta-blockers",),
    "BD:ace-inhibitor-use": ("ace-inhibitors",),
    "BD:diuretic-use": ("loop-diuretics", "mras", "potassium-sparing-diuretics"),
    "BD:thiazide-use": ("thiazides",),
    "BD:blood-pressure-lowering-medicines": LOWERING_PRESSURE,
    "BD:statin-use": ("statins",),
    "BD:digoxin-use": ("cardiac-glycosides",),
    "BD:lithium-use": ("lithium",),
    "BD:opioid-use": ("opioids",),
    "BD:constipating-drug": ("opioids", "iron-salts", "rate-limiting-ccbs"),
    "BD:ppi-use": ("ppis",),
    "BD:oestrogen-use": ("oestrogens", "combined-contraceptives"),
    "BD:unopposed-oestrogen-or-tamoxifen": ("tamoxifen",),
    "BD:metformin-use": ("biguanides",),
    "BD:insulin-use": ("insulins",),
    "BD:sulfonylurea-use": ("sulfonylureas",),
    "BD:sglt2-inhibitor-use": ("sglt2-inhibitors",),
    "BD:inhaled-steroid-use": ("inhaled-corticosteroids",),
    "BD:inhaler-use": ("beta2-agonists", "inhaled-antimuscarinics", "inhaled-corticosteroids"),
    "BD:thyroid-affecting-drug": ("lithium", "amiodarone"),
    "BD:retention-provoking-drug": ("decongestants", "tricyclics", "first-generation-antihistamines", "opioids"),
    "BD:fluoroquinolone-use": ("fluoroquinolones",),
    "BD:drug-induced-lupus-drug": ("hydralazine", "procainamide", "isoniazid", "minocycline"),
    "BD:tetracycline-or-vitamin-a": ("tetracyclines", "retinoids"),
    "BD:erection-drug": ("pde5-inhibitors",),
}
BY_LOAD: dict[str, Load] = {
    "BD:qt-prolonging-drug": "qt",
    "BD:hepatotoxic-drug": "hepatotoxic",
    "BD:immunosuppression": "immunosuppressive",
    "BD:serotonergic-drug": "serotonergic",
    "BD:siadh-causing-drug": "sodium-lowering",
    "BD:dopamine-blocker-use": "dopamine-blocking",
    "BD:anticholinergic-drug": "anticholinergic",
    "BD:ototoxic-drug": "ototoxic",
    "BD:nephrotoxin-exposure": "nephrotoxic",
    "BD:potassium-raising-cause": "potassium-raising",
    "BD:marrow-toxic-drug": "myelosuppressive",
}


def taken_as(medication: Medication, knowledge: Knowledge) -> Iterator[str]:
    """The findings that a drug of the patient's list makes present."""
    if medication.drug is None or medication.status not in TAKEN:
        return
    if (medication.route or "").lower() in LOCAL:
        return
    known = knowledge.drugs.get(medication.drug)
    if known is None:
        return
    kinds = {known.name, *known.classes}
    yield from (finding for finding, of in BY_CLASS.items() if not kinds.isdisjoint(of))
    yield from (finding for finding, load in BY_LOAD.items() if (known.facts.loads.get(load) or 0) >= HEAVY)
