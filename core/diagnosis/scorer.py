"""One vectorised scorer: log10 odds of every disease from its base rate and the findings.

The weights of all diseases lie in parallel arrays, one row a (disease, finding) pair; a case fills one vector of
findings, and sums over rows are numpy reductions, so that the time does not depend on Python loops over diseases.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log10
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.case.model import Patient
from core.diagnosis.calibration import Calibration, default_calibration
from core.diagnosis.observations import Observations
from core.diagnosis.rates import BaseRates, Circumstances, Floats
from core.knowledge.base import Knowledge
from core.knowledge.disease import Combination

# A modifier (old age, pregnancy …) named in `weaker_in` halves what the finding says.
WEAKER = 0.5
# An exposure that speaks so much (log10) for an emergency that it opens says by itself what may be the matter: a
# swallowed battery, antifreeze that was drunk. Expert estimate.
OPENS_ALONE = 1.8
# An exposure or a risk whose absence says so much against a disease (log10) is one that nearly all its patients have:
# not to mention it counts as not to mention a symptom. On fresh long cases two more were first and nowhere one fewer;
# counted twice or thrice it cost more than it gained. Expert estimate.
EXPOSED = ("exposure", "risk")
NECESSARY = -0.6
# What a disease known before says for itself (log10: three to one): a relapse is likelier than a first attack, and the
# complaint may be of another disease all the same. Expert estimate.
KNOWN = 0.5


class States(NamedTuple):
    """What is known of every finding of the scorer: 0 to 1, how surely it is present, and how surely absent."""

    present: Floats
    absent: Floats


class Scorer:
    """The compiled weights of one knowledge base."""

    def __init__(self, knowledge: Knowledge, calibration: Calibration | None = None) -> None:
        self.knowledge = knowledge
        self.calibration = calibration or default_calibration()
        self.diseases = tuple(knowledge.diseases)
        self.index = {disease: i for i, disease in enumerate(self.diseases)}
        self.rates = BaseRates(knowledge)
        rows = knowledge.weights
        self.terms = tuple(dict.fromkeys(row.term for row in rows))
        self.column = {term: i for i, term in enumerate(self.terms)}
        self.row_disease = np.array([self.index[row.disease] for row in rows], dtype=np.intp)
        self.row_term = np.array([self.column[row.term] for row in rows], dtype=np.intp)
        self.row_present = np.array([row.present for row in rows])
        self.row_absent = np.array([row.absent for row in rows])
        self._below = self._descendants()
        self._modifiers = self._modified_rows()
        self._group, self._caps = self._groups()
        self._combinations = self._all_combinations()
        self.opening_exposures = self._exposures_that_open()
        self._expected = self._expected_rows()
        self._hold_known_diagnoses()

    def _descendants(self) -> dict[str, list[int]]:
        """The columns below each finding: what an absent one denies as well."""
        below: dict[str, list[int]] = {}
        for term, column in self.column.items():
            for ancestor in self.knowledge.ancestors(term):
                below.setdefault(ancestor, []).append(column)
        return below

    def _expected_rows(self) -> NDArray[np.bool_]:
        """The rows of which a record's silence says something: symptoms, and what nearly nobody gets the disease
        without (the drug of a poisoning, the fall of a fracture). Signs and tests may simply not have been done."""
        kinds = np.array([self.knowledge.findings[term].kind for term in self.terms])[self.row_term]
        exposed = np.isin(kinds, EXPOSED) & (self.row_absent <= NECESSARY)
        expected: NDArray[np.bool_] = (kinds == "symptom") | exposed
        return expected

    def _hold_known_diagnoses(self) -> None:
        """What the record calls a known disease is there, and is not therefore what the patient comes with."""
        findings, diseases = self.knowledge.findings, self.knowledge.diseases
        for row, weight in enumerate(self.knowledge.weights):
            finding = findings[weight.term]
            if finding.kind == "history" and _namesakes(finding.names.en, diseases[weight.disease].names.en):
                self.row_present[row] = min(float(self.row_present[row]), KNOWN)

    def _modified_rows(self) -> dict[str, NDArray[np.intp]]:
        """The rows that each modifier weakens."""
        found: dict[str, list[int]] = {}
        for i, row in enumerate(self.knowledge.weights):
            for modifier in row.weaker_in:
                found.setdefault(modifier, []).append(i)
        return {modifier: np.array(rows, dtype=np.intp) for modifier, rows in found.items()}

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

    def _all_combinations(self) -> list[tuple[int, Combination]]:
        entries = self.knowledge.diseases.values()
        return [(i, combination) for i, disease in enumerate(entries) for combination in disease.combinations]

    def _exposures_that_open(self) -> frozenset[str]:
        found: set[str] = set()
        for i, disease in enumerate(self.knowledge.diseases.values()):
            if disease.urgency == "emergent":
                exposures = [f for f in disease.opened_by if self.knowledge.findings[f].kind == "exposure"]
                weights = self.weights_for(i) if exposures else {}
                found.update(f for f in exposures if weights.get(f, 0.0) >= OPENS_ALONE)
        return frozenset(found)

    def weights_for(self, disease: int) -> dict[str, float]:
        """What the presence of each finding says for one disease (log10), before group caps."""
        rows = self.rows_of(disease)
        terms = (self.terms[term] for term in self.row_term[rows])
        return dict(zip(terms, self.row_present[rows].tolist(), strict=True))

    def rows_of(self, disease: int) -> slice:
        """The rows of one disease: rows are in the order of diseases."""
        first, last = np.searchsorted(self.row_disease, (disease, disease + 1))
        return slice(int(first), int(last))

    def priors(self, circumstances: Circumstances) -> Floats:
        """log10 of the tempered base rates."""
        tempered: Floats = self.rates.log10(circumstances) * self.calibration.prior_weight
        return tempered

    def states(self, observations: Observations) -> States:
        """What the record says of every finding that any disease weighs."""
        present, absent = np.zeros(len(self.terms)), np.zeros(len(self.terms))
        for concept in observations.denied_outright():
            strength = observations[concept].strength
            for column in self._below.get(concept, ()):
                absent[column] = strength
        for concept, seen in observations.items():
            known = self.column.get(concept)
            if known is not None:
                present[known], absent[known] = (seen.strength, 0.0) if seen.present else (0.0, seen.strength)
        return States(present, absent)

    def contributions(self, observations: Observations, patient: Patient) -> Floats:
        """What every (disease, finding) row adds, before group caps."""
        states = self.states(observations)
        silent = (states.present == 0) & (states.absent == 0)
        # Silence can only count against a disease: an unmentioned counter-argument is no argument.
        expected = self._expected & silent[self.row_term]
        unmentioned = self.calibration.silence * expected * np.minimum(self.row_absent, 0.0)
        out: Floats = (
            states.present[self.row_term] * self.row_present
            + states.absent[self.row_term] * self.row_absent
            + unmentioned
        )
        weaker = [rows for modifier, rows in self._modifiers.items() if _applies(modifier, observations, patient)]
        if weaker:
            out[np.unique(np.concatenate(weaker))] *= WEAKER
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
        for i, combination in self._combinations:
            if all(observations.present(f) for f in combination.findings):
                out[i] += log10(combination.lr_present)
        return out


def _namesakes(these: Iterable[str], those: Iterable[str]) -> bool:
    return not {name.lower() for name in these}.isdisjoint(name.lower() for name in those)


def _applies(modifier: str, observations: Observations, patient: Patient) -> bool:
    age = patient.age_years
    if modifier.startswith("age-over-"):
        return age is not None and age > float(modifier.removeprefix("age-over-"))
    if modifier.startswith("age-under-"):
        return age is not None and age < float(modifier.removeprefix("age-under-"))
    if modifier == "pregnancy":
        return patient.pregnant is True
    return observations.present(modifier)
