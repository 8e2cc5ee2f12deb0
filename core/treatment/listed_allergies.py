"""What the record lists as an allergy, as a state of the patient that rules refer to: to what, and how it showed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_patient import ListedAllergy
from core.language.grave_reactions import GRAVE_REACTION
from core.language.medications import drug_of
from core.language.model import AllergyItem
from core.treatment.prescribed import contents

# A drug that took the skin off is never given again, nor what is kin to it: no test and no small dose makes it safe.
_SKIN = (
    r"(?<![a-z])(?:SJS|TEN|DRESS|AGEP|SCAR)(?![a-z])|stevens|lyell|epiderm\w* necrol|exfoliat|skin (?:came|peel|slough)"
    r"|剥脱|表皮松解|史蒂文斯|多形红斑|药物超敏反应综合征"
)
_GRAVE = rf"{GRAVE_REACTION}|{_SKIN}"
_SHOWN = {
    "any": re.compile(""),
    "immediate": re.compile(
        rf"{_GRAVE}|hive|urticar|swell|swollen|wheez|breath|immediate|荨麻疹|风团|水肿|喘|呼吸", re.I
    ),
    "grave": re.compile(_GRAVE, re.IGNORECASE),
    "skin": re.compile(_SKIN, re.IGNORECASE),
    "mild": re.compile(rf"^(?!.*(?:{_GRAVE}))", re.IGNORECASE | re.DOTALL),
}


def meant(sought: ListedAllergy, listed: Iterable[AllergyItem], knowledge: Knowledge) -> tuple[AllergyItem, ...]:
    """The allergies of the record to one of the groups that showed in the way that is asked for. An intolerance is
    none."""
    shown = _SHOWN[sought.reaction]
    return tuple(
        one
        for one in listed
        if one.kind == "allergy"
        and shown.search(f"{one.reaction or ''} {one.substance}")
        and not groups_of(one.substance, knowledge).isdisjoint(sought.groups)
    )


def groups_of(substance: str, knowledge: Knowledge) -> set[str]:
    """The groups of cross-reacting substances that an entry of the allergy list belongs to, by its own name or by the
    drugs that it names."""
    groups = knowledge.drugs.allergy_groups
    plain = substance.lower().strip()
    named = {g.id for g in groups.values() if any(re.fullmatch(rf"{re.escape(w.lower())}s?", plain) for w in g.words)}
    drug = drug_of(knowledge, substance)
    drugs = contents(substance, drug, knowledge) or ((drug,) if drug else ())
    known = (knowledge.drugs.get(name) for name in drugs)
    return named.union(*(one.facts.allergy for one in known if one))
