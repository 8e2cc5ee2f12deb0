"""Findings that others make together, or that one makes at an age: bleeding at sixty is postmenopausal bleeding.

A record says the parts, each in its own place; the entries weigh the whole. The rows state no more than the whole
finding's own name does. That women of 55 have passed the menopause is right in about nine of ten: expert estimate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from core.case.model import Patient, Sex

ANY_AGE = (0.0, 200.0)
NEWBORN = (0.0, 28 / 365.25)
CHILD = (0.0, 16.0)
PAST_MENOPAUSE = (55.0, 200.0)


class Conjunction(NamedTuple):
    """`gives` is present when all `parts` are, in a patient of this age (years, upper bound exclusive) and sex (None:
    either). Where every age will do, it need not be known."""

    gives: str
    parts: tuple[str, ...]
    ages: tuple[float, float] = ANY_AGE
    sex: Sex | None = None


CONJUNCTIONS = (
    Conjunction("BD:postmenopausal", (), PAST_MENOPAUSE, "female"),
    Conjunction("BD:postmenopausal-bleeding", ("HP:0034263",), PAST_MENOPAUSE, "female"),
    Conjunction("BD:postmenopausal-bleeding", ("BD:vaginal-spotting",), PAST_MENOPAUSE, "female"),
    Conjunction("BD:hypertension-in-pregnancy", ("BD:raised-blood-pressure", "BD:pregnancy")),
    Conjunction("BD:proteinuria-in-pregnancy", ("HP:0000093", "BD:pregnancy")),
    Conjunction("BD:bleeding-early-pregnancy", ("HP:0034263", "BD:under-20-weeks-pregnant")),
    Conjunction("BD:painful-bleeding-late-pregnancy", ("HP:0034263", "BD:over-20-weeks-pregnant", "HP:0002027")),
    Conjunction("BD:seizure-in-pregnancy-or-after-birth", ("HP:0001250", "BD:pregnancy")),
    Conjunction("BD:seizure-in-pregnancy-or-after-birth", ("HP:0001250", "BD:postpartum")),
    Conjunction("BD:fever-after-birth", ("HP:0001945", "BD:postpartum")),
    Conjunction("BD:new-headache-after-fifty", ("BD:new-headache",), (50.0, 200.0)),
    # Broken red cells beside a raised LDH; an anaemia may be yet to come.
    Conjunction("BD:haemolysis-signs", ("HP:0001981", "HP:0025435")),
    Conjunction("HP:0002373", ("HP:0001250", "HP:0001945"), (0.5, 6.0)),
    Conjunction("BD:child-limp", ("HP:0031955",), CHILD),
    Conjunction("BD:bilious-vomiting-newborn", ("HP:0034754",), NEWBORN),
    Conjunction("BD:infant-cyanosis", ("HP:0000961",), (0.0, 1.0)),
    Conjunction("BD:newborn-poor-feeding-lethargy", ("BD:poor-feeding", "HP:0001254"), NEWBORN),
)


def made_together(patient: Patient, present: Callable[[str], bool]) -> Iterator[Conjunction]:
    """The rows whose parts are all there in this patient."""
    for row in CONJUNCTIONS:
        if row.sex in (None, patient.sex) and _of_age(row.ages, patient) and all(map(present, row.parts)):
            yield row


def _of_age(ages: tuple[float, float], patient: Patient) -> bool:
    low, high = ages
    return ages == ANY_AGE or (patient.age_years is not None and low <= patient.age_years < high)
