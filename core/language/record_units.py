"""The unit of a glucose that is written without one, where its bare number could be of either convention.

"Glucose 52" is a coma of too much sugar in mmol/L and one of too little in mg/dL: the other values of the sentence, and
what the sentences before it speak of, tell which laboratory it came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.case.model import Patient
from core.knowledge.base import Knowledge
from core.language.model import Measurement
from core.language.ranges import flag
from core.language.tokens import Sentence

# Between these bare numbers a glucose may be either (mmol/L: as high as hyperosmolar states are reported; mg/dL: as low
# as life). Expert estimates.
_LEAST, _MOST = 25.0, 110.0
_MOST_PLAIN = 60.0  # mmol/L where nobody speaks of such a state: beyond it a number is rather one of mg/dL
_BARE = re.compile(r"\d+(?:\.\d+)?$")
_HYPEROSMOLAR = re.compile(r"\b(?:hyper-?osmolar|HHS|HONK)\b", re.IGNORECASE)
_HYPEROSMOLAR_FROM = 320.0  # mOsm/kg: JBDS 02, management of the hyperosmolar hyperglycaemic state (2022)
_LOW = re.compile(r"\bhypos?\b|\bhypoglyc", re.IGNORECASE)
_US = re.compile(r"mg\s?/\s?dL|g\s?/\s?dL|\bBUN\b", re.IGNORECASE)
_SI = re.compile(r"[mµμu](?:mol)\s?/\s?L", re.IGNORECASE)
# Bare creatinines: in mg/dL nobody reaches the one, in µmol/L nobody falls below the other. Expert estimate.
_CREATININE_SI, _CREATININE_US = 30.0, 15.0


def with_units_of_record(
    found: Sequence[Measurement], sentence: Sentence, knowledge: Knowledge, patient: Patient
) -> list[Measurement]:
    """The measurements, with each bare glucose that could be of either convention in that of the values beside it."""
    if not any(_is_open(m) for m in found):
        return list(found)
    in_si = _is_si(found, sentence)
    if in_si is None:
        return list(found)
    analyte = knowledge.analytes["glucose"]
    kept = []
    for m in found:
        if _is_open(m):
            value = float(m.given) * (1.0 if in_si else analyte.units["mg/dL"])
            kept.append(m.model_copy(update={"value": value, "flag": flag(analyte, value, patient, m.relation)}))
        else:
            kept.append(m)
    return kept


def _is_open(m: Measurement) -> bool:
    return m.analyte == "glucose" and _BARE.match(m.given) is not None and _LEAST <= float(m.given) <= _MOST


def _is_si(found: Sequence[Measurement], sentence: Sentence) -> bool | None:
    """Do the words and values around say mmol/L (True) or mg/dL (False)? None where they say neither."""
    spoken = sentence.text[sentence.start : sentence.end]
    near, before = spoken, sentence.before
    while before is not None:
        near, before = f"{before.text} {near}", before.before
    if _HYPEROSMOLAR.search(near) or any(m.analyte == "osmolality" and m.value >= _HYPEROSMOLAR_FROM for m in found):
        return True
    creatinine = [float(m.given) for m in found if m.analyte == "creatinine" and _BARE.match(m.given)]
    if _US.search(spoken) or _LOW.search(spoken) or any(c <= _CREATININE_US for c in creatinine):
        return False
    highest = max(float(m.given) for m in found if _is_open(m))
    if highest <= _MOST_PLAIN and (_SI.search(spoken) or any(c >= _CREATININE_SI for c in creatinine)):
        return True
    return None
