"""The findings, by name, of an overdose of a class of drugs, whoever took it and however the record tells."""

from __future__ import annotations

OVERDOSE_OF = {
    "paracetamol-products": "paracetamol overdose taken",
    "salicylates": "aspirin overdose",
    "tricyclics": "tricyclic antidepressant taken",
    "sulfonylureas": "too many sulfonylurea tablets taken, or taken by mistake",
    "calcium-channel-blockers": "overdose of a calcium-channel blocker taken",
    "beta-blockers": "overdose of a beta-blocker taken",
    "iron-salts": "swallowed iron tablets",
}
