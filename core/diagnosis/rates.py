"""Base rates: how common each disease is among patients of this age and sex, here and now."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.case.model import Patient, Setting
from core.knowledge.base import Knowledge
from core.knowledge.disease import Region
from core.knowledge.sources import BANDS

Floats = NDArray[np.float64]

SETTINGS = ("primary-care", "emergency")
SEXES = ("female", "male")
# Of a hundred patients whose age is not told, so many are in each band: the middle-aged come most. Expert estimate.
OF_ALL_AGES = (0.12, 0.1, 0.33, 0.25, 0.13, 0.07)
# Nobody has counted rarer than this; a share of zero, which says "impossible", is handled apart.
SMALLEST_SHARE = 0.001
# A disease that does not occur in this sex or age: nothing in a text excludes absolutely, an entry may be wrong.
IMPOSSIBLE_SHARE = 0.00001
# South of the equator the seasons are shifted by half a year.
SOUTHERN = ("oceania",)


class Circumstances(NamedTuple):
    """Who is seen, where and when: what is known before the complaint. None means not known."""

    patient: Patient = Patient()
    setting: Setting | None = None
    month: int | None = None
    region: Region | None = None


class BaseRates:
    """The shares table as one array, with what season and region do to it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._entries = tuple(knowledge.diseases.values())
        index = {disease: i for i, disease in enumerate(knowledge.diseases)}
        self._shares = np.zeros((len(SETTINGS), len(SEXES), len(BANDS), len(index)))
        for (disease, setting, sex, band), share in knowledge.shares.items():
            if disease in index:
                cell = SETTINGS.index(setting), SEXES.index(sex), BANDS.index(band), index[disease]
                self._shares[cell] = share

    def log10(self, circumstances: Circumstances) -> Floats:
        """log10 of the share of encounters for every disease; what is not known is averaged over."""
        chosen = self._selected(circumstances, settings=True).mean(axis=(0, 1))
        share = np.average(chosen, axis=0, weights=OF_ALL_AGES if len(chosen) > 1 else None)
        for i, entry in enumerate(self._entries):
            if entry.season is not None and circumstances.month is not None:
                share[i] *= _in_season(entry.season.months, entry.season.factor, circumstances)
            if entry.endemic is not None and circumstances.region is not None:
                at_home = circumstances.region in entry.endemic.regions
                share[i] *= 1.0 if at_home else entry.endemic.factor_elsewhere
        floor = np.where(self.possible(circumstances.patient), SMALLEST_SHARE, IMPOSSIBLE_SHARE)
        out: Floats = np.log10(np.maximum(share, floor) / 10_000)
        return out

    def possible(self, patient: Patient) -> NDArray[np.bool_]:
        """Which diseases occur at all in this sex and age (a share of zero in every setting says that one does not)."""
        highest = self._selected(Circumstances(patient), settings=False).max(axis=(0, 1, 2))
        return np.asarray(highest > 0)

    def _selected(self, circumstances: Circumstances, *, settings: bool) -> Floats:
        patient = circumstances.patient
        place = "emergency" if circumstances.setting == "ward" else circumstances.setting
        rows = [SETTINGS.index(place)] if settings and place in SETTINGS else [0, 1]
        sexes = [SEXES.index(patient.sex)] if patient.sex in SEXES else [0, 1]
        bands = [BANDS.index(age_band(patient.age_years))] if patient.age_years is not None else range(len(BANDS))
        chosen: Floats = self._shares[np.ix_(rows, sexes, list(bands))]
        return chosen


def age_band(age_years: float) -> str:
    """The band of the shares table that an age falls into.

    >>> age_band(4.9), age_band(5), age_band(80)
    ('0-4', '5-14', '80+')
    """
    for limit, band in zip((5, 15, 40, 65, 80), BANDS, strict=False):
        if age_years < limit:
            return band
    return BANDS[-1]


def _in_season(months: tuple[int, ...], factor: float, circumstances: Circumstances) -> float:
    """How much more or less common than over the whole year (the table's figures are yearly averages)."""
    month = circumstances.month or 1
    if circumstances.region in SOUTHERN:
        month = (month + 5) % 12 + 1
    year = (factor * len(months) + 12 - len(months)) / 12
    return (factor if month in months else 1.0) / year
