"""Base rates: what age, sex, setting, season and region do to them."""

from __future__ import annotations

import numpy as np
import pytest

from core.case.model import Patient
from core.diagnosis.rates import BaseRates, Circumstances
from core.knowledge.base import default_knowledge

KNOWLEDGE = default_knowledge()
RATES = BaseRates(KNOWLEDGE)
INDEX = {disease: i for i, disease in enumerate(KNOWLEDGE.diseases)}


def share(disease: str, circumstances: Circumstances) -> float:
    """Encounters per 10,000."""
    return float(10 ** RATES.log10(circumstances)[INDEX[disease]]) * 10_000


def test_a_known_cell_of_the_table_is_taken_as_it_is() -> None:
    old_man = Circumstances(Patient(age_years=70, sex="male"), setting="emergency")
    expected = KNOWLEDGE.shares[("acute-myocardial-infarction", "emergency", "male", "65-79")]
    assert share("acute-myocardial-infarction", old_man) == pytest.approx(expected)


def test_what_is_not_known_is_averaged_over() -> None:
    old_man = Patient(age_years=70, sex="male")
    anywhere = share("acute-myocardial-infarction", Circumstances(old_man))
    places = [
        share("acute-myocardial-infarction", Circumstances(old_man, setting="primary-care")),
        share("acute-myocardial-infarction", Circumstances(old_man, setting="emergency")),
    ]
    assert anywhere == pytest.approx(np.mean(places))


def test_a_man_has_no_ectopic_pregnancy_but_nothing_is_excluded_absolutely() -> None:
    man = Patient(age_years=30, sex="male")
    assert not RATES.possible(man)[INDEX["ectopic-pregnancy"]]
    assert RATES.possible(Patient(age_years=30, sex="female"))[INDEX["ectopic-pregnancy"]]
    assert 0 < share("ectopic-pregnancy", Circumstances(man)) < 0.001


def test_a_season_keeps_the_yearly_average() -> None:
    influenza = KNOWLEDGE.diseases["influenza"]
    assert influenza.season is not None
    by_month = [share("influenza", Circumstances(month=month)) for month in range(1, 13)]
    assert np.mean(by_month) == pytest.approx(share("influenza", Circumstances()))
    assert by_month[0] == pytest.approx(by_month[6] * influenza.season.factor)


def test_the_southern_hemisphere_has_its_winter_in_july() -> None:
    july = share("influenza", Circumstances(month=7, region="oceania"))
    assert july > share("influenza", Circumstances(month=1, region="oceania"))
