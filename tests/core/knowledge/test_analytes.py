"""The analytes are right as arithmetic: factors follow from molar masses, limits and bare numbers hang together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from core.knowledge.analyte import Analyte, ReferenceRange
from core.knowledge.sources import read_sources
from core.system.folders import resources
from core.units.quantity import Converter, normalise_unit

SOURCES = read_sources(resources() / "knowledge")
ANALYTES = SOURCES.analytes

# Molar masses in g/mol, written here on their own (not taken from the knowledge files).
MOLAR_MASS = {
    "glucose": 180.16, "csf-glucose": 180.16, "two-hour-glucose": 180.16, "pleural-glucose": 180.16,
    "creatinine": 113.12, "urine-creatinine": 113.12, "urate": 168.11, "bilirubin": 584.66,
    "direct-bilirubin": 584.66, "indirect-bilirubin": 584.66, "transcutaneous-bilirubin": 584.66,
    "cholesterol": 386.65, "ldl-cholesterol": 386.65, "hdl-cholesterol": 386.65, "non-hdl-cholesterol": 386.65,
    "triglycerides": 885.4, "pleural-triglycerides": 885.4, "lactate": 90.08, "csf-lactate": 90.08,
    "pyruvate": 88.06, "iron": 55.845, "tibc": 55.845, "calcium": 40.078, "urine-calcium-24h": 40.078,
    "vitamin-b12": 1355.4, "folate": 441.4, "cortisol": 362.46, "urinary-free-cortisol": 362.46,
    "paracetamol-level": 151.16, "salicylate-level": 138.12, "free-t3": 650.97, "total-t3": 650.97,
    "total-t4": 776.87, "free-t4": 776.87, "aldosterone": 360.44, "oestradiol": 272.38, "progesterone": 314.46,
    "testosterone": 288.42, "free-testosterone": 288.42, "dheas": 368.49, "androstenedione": 286.41,
    "hydroxyprogesterone": 330.46, "c-peptide": 3020.3, "acth": 4541.0, "calcitonin": 3418.0,
    "parathyroid-hormone": 9425.0, "igf-1": 7649.0, "plasma-metanephrine": 197.23, "plasma-normetanephrine": 183.2,
    "plasma-noradrenaline": 169.18, "vitamin-d": 400.64, "calcitriol": 416.64, "vitamin-a": 286.45,
    "vitamin-e": 430.71, "vitamin-c": 176.12, "homocysteine": 135.18, "methylmalonic-acid": 118.09, "zinc": 65.38,
    "copper": 63.546, "selenium": 78.971, "manganese": 54.938, "blood-lead": 207.2, "blood-mercury": 200.59,
    "plasma-phenylalanine": 165.19, "plasma-tyrosine": 181.19, "digoxin-level": 780.94, "phenytoin-level": 252.27,
    "carbamazepine-level": 236.27, "valproate-level": 144.21, "theophylline-level": 180.16, "vancomycin-level": 1449.3,
    "methotrexate-level": 454.44, "tacrolimus-level": 804.02, "ciclosporin-level": 1202.6, "ethanol-level": 46.07,
    "methanol-level": 32.04, "urine-vma": 198.17, "urine-hiaa": 191.18, "urine-oxalate-24h": 90.03,
    "urine-citrate-24h": 192.12, "beta2-microglobulin": 11800.0,
}  # fmt: skip
# Of these a normal bare number in the one unit is an abnormal one in the other, and both are written: the canonical
# unit wins, as the files say. A new one needs a reason; a unit that stands in the text settles it.
UNTOLD = frozenset(
    "blood-urea-nitrogen csf-protein hydroxyprogesterone testosterone troponin-i troponin-t urea urine-copper-24h "
    "urine-glucose urine-hva urine-protein urine-vma".split()
)
_GRAMS = {"g": 1.0, "mg": 1e-3, "ug": 1e-6, "ng": 1e-9, "pg": 1e-12}
_MOLES = {"mol": 1.0, "mmol": 1e-3, "umol": 1e-6, "nmol": 1e-9, "pmol": 1e-12}
_PER = {"l": 1.0, "dl": 0.1, "ml": 1e-3, "24h": 1.0, "day": 1.0, "d": 1.0}  # all in litres, or all in days


def _in_moles(unit: str, mass: float) -> float | None:
    """How many moles (per litre or day) one of the unit is; None for a unit of another kind."""
    top, _, bottom = normalise_unit(unit).partition("/")
    if bottom not in _PER:
        return None
    if top in _GRAMS:
        return _GRAMS[top] / mass / _PER[bottom]
    return _MOLES[top] / _PER[bottom] if top in _MOLES else None


@pytest.mark.parametrize("key", sorted(MOLAR_MASS))
def test_factors_follow_from_the_molar_mass(key: str) -> None:
    analyte = ANALYTES[key]
    canonical = _in_moles(analyte.unit, MOLAR_MASS[key])
    assert canonical is not None
    crossed = 0
    for unit, factor in analyte.units.items():
        moles = _in_moles(unit, MOLAR_MASS[key])
        if moles is not None:
            assert factor == pytest.approx(moles / canonical, rel=0.005), unit
            crossed += ("mol" in unit) != ("mol" in analyte.unit)
    assert crossed, "no unit crosses from mass to amount of substance"


def _limits(entry: ReferenceRange) -> list[float]:
    named = (entry.low, entry.high, entry.critical_low, entry.critical_high)
    return [limit for limit in named if limit is not None]


@pytest.mark.parametrize("analyte", ANALYTES.values(), ids=list(ANALYTES))
def test_references_are_plausible_and_in_order(analyte: Analyte) -> None:
    lowest, highest = analyte.plausible
    assert lowest < highest
    for entry in analyte.reference:
        assert all(lowest <= limit <= highest for limit in _limits(entry))
        order = (entry.critical_low, entry.low, entry.high, entry.critical_high)
        known = [limit for limit in order if limit is not None]
        assert known == sorted(known)
        assert entry.age[0] < entry.age[1]


@pytest.mark.parametrize("analyte", ANALYTES.values(), ids=list(ANALYTES))
def test_no_two_ranges_hold_for_one_patient(analyte: Analyte) -> None:
    for n, one in enumerate(analyte.reference):
        for other in analyte.reference[n + 1 :]:
            apart = one.age[1] <= other.age[0] or other.age[1] <= one.age[0]
            assert apart or one.sex != other.sex


@pytest.mark.parametrize("analyte", ANALYTES.values(), ids=list(ANALYTES))
def test_one_written_unit_has_one_factor(analyte: Analyte) -> None:
    factors: dict[str, set[float]] = {}
    for unit, factor in analyte.units.items():
        factors.setdefault(normalise_unit(unit), set()).add(factor)
    assert not {unit: found for unit, found in factors.items() if len(found) > 1}


def _middles(analyte: Analyte) -> Iterator[float]:
    for entry in analyte.reference:
        if entry.low is not None and entry.high is not None:
            yield (entry.low + entry.high) / 2
        elif entry.high is not None:
            yield entry.high / 2 if analyte.plausible[0] <= entry.high / 2 else entry.high
        elif entry.low is not None:
            yield min(entry.low * 1.2, analyte.plausible[1])


def _converter(analyte: Analyte) -> Converter:
    return Converter(
        analyte.unit, analyte.units, analyte.offsets, analyte.assumed_units, analyte.plausible, analyte.plausible_bare
    )


@pytest.mark.parametrize("analyte", ANALYTES.values(), ids=list(ANALYTES))
def test_an_assumed_unit_gives_a_plausible_middle(analyte: Analyte) -> None:
    converter = _converter(analyte)
    for unit, middle in product(analyte.assumed_units, _middles(analyte)):
        written = (middle - analyte.offsets.get(unit, 0)) / analyte.units[unit]
        assert converter.convert(written, unit) == pytest.approx(middle, rel=1e-3, abs=1e-5)


@pytest.mark.parametrize("analyte", ANALYTES.values(), ids=list(ANALYTES))
def test_a_normal_bare_number_is_not_taken_for_another_unit(analyte: Analyte) -> None:
    """ "Creatinine 1.0" cannot be µmol/L: where two units are assumed, the first must refuse the second's numbers."""
    converter = _converter(analyte)
    for unit, middle in product(analyte.assumed_units, _middles(analyte)):
        if analyte.id in UNTOLD or middle == 0:
            continue
        written = (middle - analyte.offsets.get(unit, 0)) / analyte.units[unit]
        assert converter.convert(written, None) == pytest.approx(middle, rel=1e-3, abs=1e-5), unit


def test_there_are_many_and_each_has_names_in_both_languages() -> None:
    assert len(ANALYTES) >= 300
    assert [a.id for a in ANALYTES.values() if not a.names.en or not a.names.zh] == []
    vague = [n for a in ANALYTES.values() for n in a.names.en if len(n) == 1 and n not in ("T", "P", "K")]
    assert vague == []


def test_findings_of_a_side_exist() -> None:
    named = {f for a in ANALYTES.values() for ids in a.findings.model_dump().values() for f in ids}
    assert named <= set(SOURCES.findings)
