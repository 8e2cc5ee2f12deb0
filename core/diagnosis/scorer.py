"""One vectorised scorer: log10 odds of every disease from its base rate and the findings.

The weights of all diseases lie in parallel arrays, one row a (disease, finding) pair; a case fills one vector of
findings, and sums over rows are numpy reductions, so that the time does not depend on Python loops over diseases.
"""

from __future__ import annotations

from math import log10

import numpy as np
from numpy.typing import NDArray

from core.case.model import Patient, Setting
from core.diagnosis.observations import Observations
from core.knowledge.base import Knowledge
from core.knowledge.sources import BANDS

Floats = NDArray[np.float64]

# How far a base rate is believed: tables are coarse, and who comes is not who is asked about. Expert estimate.
PRIOR_WEIGHT = 0.6
# A symptom that almost every patient with the disease has, and that the record does not mention: part of its absence.
# Expert estimate; signs and tests may simply not have been done, so only symptoms count.
SILENCE = 0.25
# A modifier (old age, pregnancy …) named in `weaker_in` halves what the finding says.
WEAKER = 0.5
SMALLEST_SHARE = 0.001


class Scorer:
    """The compiled weights of one knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.diseases = tuple(knowledge.diseases)
        index = {disease: i for i, disease in enumerate(self.diseases)}
        rows = knowledge.weights
        self.terms = tuple(dict.fromkeys(row.term for row in rows))
        self.column = {term: i for i, term in enumerate(self.terms)}
        self.row_disease = np.array([index[row.disease] for row in rows], dtype=np.intp)
        self.row_term = np.array([self.column[row.term] for row in rows], dtype=np.intp)
        self.row_present = np.array([row.present for row in rows])
        self.row_absent = np.array([row.absent for row in rows])
        self.row_weaker = [row.weaker_in for row in rows]
        self._modified = [i for i, modifiers in enumerate(self.row_weaker) if modifiers]
        self._group, self._caps = self._groups()
        kinds = [knowledge.findings[term].kind for term in self.terms]
        self._symptom = np.array([kind == "symptom" for kind in kinds])

    def _groups(self) -> tuple[NDArray[np.intp], Floats]:
        """A number for each group of correlated findings; a finding on its own is a group of its own, uncapped."""
        numbers: dict[tuple[str, str], int] = {}
        group = np.empty(len(self.row_disease), dtype=np.intp)
        caps: list[float] = []
        for i, row in enumerate(self.knowledge.weights):
            key = (row.disease, row.group or f"#{i}")
            if key not in numbers:
                numbers[key] = len(caps)
                entry = self.knowledge.diseases[row.disease]
                caps.append(next((g.cap_log10 for g in entry.groups if g.id == row.group), np.inf))
            group[i] = numbers[key]
        return group, np.array(caps)

    def priors(self, patient: Patient, setting: Setting | None) -> Floats:
        """log10 of the tempered base rates for this age, sex and setting; an unknown one is averaged over."""
        settings = [setting] if setting in ("primary-care", "emergency") else ["primary-care", "emergency"]
        if setting == "ward":
            settings = ["emergency"]
        sexes = [patient.sex] if patient.sex != "unknown" else ["female", "male"]
        bands = [age_band(patient.age_years)] if patient.age_years is not None else list(BANDS)
        shares = self.knowledge.shares
        out = np.empty(len(self.diseases))
        for i, disease in enumerate(self.diseases):
            found = [shares.get((disease, s, x, b), 0.0) for s in settings for x in sexes for b in bands]
            out[i] = log10(max(SMALLEST_SHARE, sum(found) / len(found)) / 10_000) * PRIOR_WEIGHT
        return out

    def contributions(self, observations: Observations, patient: Patient) -> Floats:
        """What every (disease, finding) row adds, before group caps."""
        present = np.zeros(len(self.terms))
        absent = np.zeros(len(self.terms))
        silent = self._symptom.astype(np.float64)
        for i, term in enumerate(self.terms):
            seen = observations.get(term)
            if seen is not None:
                silent[i] = 0.0
                (present if seen.present else absent)[i] = seen.strength
        # Silence can only count against a disease: an unmentioned counter-argument is no argument.
        unmentioned = SILENCE * silent[self.row_term] * np.minimum(self.row_absent, 0.0)
        out: Floats = present[self.row_term] * self.row_present + absent[self.row_term] * self.row_absent + unmentioned
        for i in self._modified:
            if any(_applies(modifier, observations, patient) for modifier in self.row_weaker[i]):
                out[i] *= WEAKER
        return out

    def capped(self, contributions: Floats) -> Floats:
        """The same with every group cut to its cap, each member by the same share."""
        sums = np.bincount(self._group, weights=contributions, minlength=len(self._caps))
        scale = np.ones_like(sums)
        over = np.abs(sums) > self._caps
        scale[over] = self._caps[over] / np.abs(sums[over])
        scaled: Floats = contributions * scale[self._group]
        return scaled

    def totals(self, contributions: Floats) -> Floats:
        """The sum for each disease."""
        return np.bincount(self.row_disease, contributions, len(self.diseases)).astype(np.float64)

    def combinations(self, observations: Observations) -> Floats:
        """What findings that mean more together add."""
        out = np.zeros(len(self.diseases))
        for i, disease in enumerate(self.knowledge.diseases.values()):
            for combination in disease.combinations:
                if all(observations.present(f) for f in combination.findings):
                    out[i] += log10(combination.lr_present)
        return out


def age_band(age_years: float) -> str:
    """The band of the shares table that an age falls into.

    >>> age_band(4.9), age_band(5), age_band(80)
    ('0-4', '5-14', '80+')
    """
    for limit, band in zip((5, 15, 40, 65, 80), BANDS, strict=False):
        if age_years < limit:
            return band
    return BANDS[-1]


def _applies(modifier: str, observations: Observations, patient: Patient) -> bool:
    age = patient.age_years
    if modifier.startswith("age-over-"):
        return age is not None and age > float(modifier.removeprefix("age-over-"))
    if modifier.startswith("age-under-"):
        return age is not None and age < float(modifier.removeprefix("age-under-"))
    if modifier == "pregnancy":
        return patient.pregnant is True
    return observations.present(modifier)
