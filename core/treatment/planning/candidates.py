"""The drugs that a plan could give, as they would be given."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_regimens import Regimen
from core.language.model import Medication
from core.treatment.prescribed import Prescribed, prescribed

_BESIDE = re.compile(r"\bwith ([a-z][a-z-]+)")


def partners(regimen: Regimen, knowledge: Knowledge) -> tuple[str, ...]:
    """The drugs that a regimen says it is given with ("inpatient, with azithromycin")."""
    words = _BESIDE.findall(regimen.when.en) if regimen.when else ()
    known = (drug for word in words if len(word) > 3 and (drug := knowledge.drug(word)))
    return tuple(dict.fromkeys(drug for drug in known if knowledge.drugs.get(drug)))


def candidate(regimen: Regimen, name: str, knowledge: Knowledge) -> Prescribed:
    """A regimen as a drug that is about to be given."""
    return _planned(name, knowledge, regimen.dose, regimen.route, regimen.interval)


def candidates(names: Iterable[str], knowledge: Knowledge) -> dict[str, Prescribed]:
    """Drugs that are about to be given in a dose that nobody has said yet."""
    return {name: _planned(name, knowledge) for name in names}


def _planned(
    name: str, knowledge: Knowledge, dose: str | None = None, route: str | None = None, interval: str | None = None
) -> Prescribed:
    order = Medication(name=name, drug=name, status="planned", dose=dose, route=route, interval=interval)
    return prescribed([order], knowledge)[0]
