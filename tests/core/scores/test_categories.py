"""The classes of a value just below, at and just above every limit, as the published tables draw them."""

from __future__ import annotations

import pytest

from core.scores import CALCULATORS
from tests.core.scores.published_classes import OF_DAILY_USE, Classes, Limit
from tests.core.scores.rows import labels

# Bazett and the others alike: below 350 short, from 460 (women; men 450) borderline, from 500 a risk of torsades.
_QTC: tuple[Limit, ...] = (
    ("from", 350, "not prolonged"),
    ("from", 460, "borderline or prolonged by sex"),
    ("from", 500, "markedly prolonged"),
)
# KDIGO 2012 of the value as it is reported, in whole numbers: 15, 30, 45, 60 and 90.
_KDIGO: tuple[Limit, ...] = (
    ("from", 14.5, "G4"), ("from", 29.5, "G3b"), ("from", 44.5, "G3a"), ("from", 59.5, "G2"), ("from", 89.5, "G1"),
)  # fmt: skip
_RATIO: tuple[Limit, ...] = (("from", 0.4, "0.4 to 0.8"), ("from", 0.8, "0.8 to 2"), ("above", 2, "above 2"))
PUBLISHED: dict[str, Classes] = {
    **OF_DAILY_USE,
    **dict.fromkeys(
        ("qtc-bazett", "qtc-fridericia", "qtc-framingham", "qtc-hodges", "qtc-rautaharju"), ("short", _QTC)
    ),
    **dict.fromkeys(("mdrd", "ckd-epi-2021", "ckd-epi-cystatin", "ckd-epi-combined"), ("G5", _KDIGO)),
    **dict.fromkeys(("delta-ratio", "albumin-corrected-delta-ratio"), ("below 0.4", _RATIO)),
    **dict.fromkeys(("anion-gap", "albumin-corrected-anion-gap"), ("not raised", (("above", 12, "raised"),))),
    "delta-delta": ("below -6", (("from", -6, "-6 to 6"), ("above", 6, "above 6"))),
    "psi": ("class I or II", (("above", 70, "class III"), ("above", 90, "class IV"), ("above", 130, "class V"))),
    "wells-pe": ("low", (("from", 2, "moderate"), ("above", 6, "high"))),
    "wells-dvt": ("low", (("from", 1, "moderate"), ("from", 3, "high"))),
    "caprini": ("lowest", (("from", 1, "low"), ("from", 3, "moderate"), ("from", 5, "high"))),
    "gcs": ("severe", (("above", 8, "moderate"), ("above", 12, "mild or none"))),
    "sofa": ("0 to 6", (("from", 7, "7 to 9"), ("from", 10, "10 to 12"), ("from", 13, "13 or more"))),
    "apache-ii": ("below 10", (("from", 10, "10 to 19"), ("from", 20, "20 to 29"), ("from", 30, "30 or more"))),
    "centor": ("low", (("from", 2, "moderate"), ("from", 4, "high"))),
    "feverpain": ("low", (("from", 2, "moderate"), ("from", 4, "high"))),
    "curb-65": ("low", (("from", 2, "intermediate"), ("from", 3, "high"))),
    "heart": ("low", (("from", 4, "moderate"), ("from", 7, "high"))),
    "fena": ("below 1 %", (("from", 1, "1 to 2 %"), ("above", 2, "above 2 %"))),
    "feurea": ("35 % or less", (("above", 35, "35 to 50 %"), ("above", 50, "above 50 %"))),
    "corrected-calcium": ("low", (("from", 8.5, "normal"), ("above", 10.5, "high"))),
    "serum-osmolality": ("low", (("from", 275, "normal"), ("above", 295, "high"))),
    "fib-4": ("low", (("from", 1.45, "indeterminate"), ("above", 3.25, "high"))),
    "apri": ("low", (("above", 0.5, "indeterminate"), ("above", 1.5, "high"))),
    "nafld-fibrosis": ("low", (("from", -1.455, "indeterminate"), ("above", 0.675, "high"))),
    "framingham-hard-chd": ("below 10 %", (("from", 10, "10 to 20 %"), ("above", 20, "above 20 %"))),
    "bmi": (
        "underweight",
        (
            ("from", 18.5, "normal"),
            ("from", 25, "overweight"),
            ("from", 30, "obesity class 1"),
            ("from", 35, "obesity class 2"),
            ("from", 40, "obesity class 3"),
        ),
    ),
    "morphine-equivalents": ("below 50", (("from", 50, "50 or more"), ("from", 90, "90 or more"))),
    "killip": ("class I", (("from", 2, "class II"), ("from", 3, "class III"), ("from", 4, "class IV"))),
    "pf-ratio": (
        "100 or less",
        (("above", 100, "101 to 200"), ("above", 200, "201 to 300"), ("above", 300, "above 300")),
    ),
    "ranson-admission": ("mild", (("from", 3, "severe"),)),
    "das28-crp": (
        "remission",
        (("from", 2.6, "low activity"), ("above", 3.2, "moderate activity"), ("above", 5.1, "high activity")),
    ),
    "asa": ("I", tuple(("from", n, name) for n, name in zip(range(2, 7), ("II", "III", "IV", "V", "VI"), strict=True))),
    "ecog": ("0", tuple(("from", n, str(n)) for n in range(1, 6))),
    "karnofsky": ("unable to care for self", (("from", 50, "unable to work"), ("from", 80, "normal activity"))),
}
# Where a total cannot take the values between.
STEPS = {"wells-pe": 0.5}


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_classes_around_every_limit(name: str) -> None:
    before, limits = PUBLISHED[name]
    step = 10.0 ** -CALCULATORS[name].decimals
    assert len(CALCULATORS[name].categories) == len(limits) + 1
    step = STEPS.get(name, step)
    following = [limit for _, limit, _ in limits[1:]] + [float("inf")]
    for (kind, limit, after), end in zip(limits, following, strict=True):
        at = after if kind == "from" else before
        # Of classes one step wide the value just above belongs to the next one already.
        assert labels(name, limit - step, limit, min(limit + step, end - step / 2)) == [before, at, after]
        before = after


# Where the points decide together with the total: the total, the points that make it up, and the class.
RATED: dict[str, tuple[tuple[float, tuple[float, ...], str], ...]] = {
    # Royal College of Physicians 2017: 3 in a single parameter asks for an urgent review below 5 as well.
    "news2": (
        (0, (0, 0), "low"), (4, (2, 2), "low"), (4, (3, 1), "low-medium"), (5, (3, 2), "medium"),
        (6, (2, 2, 2), "medium"), (7, (3, 2, 2), "high"),
    ),
    # ESC 2020: men 0 and women 1 low, men 1 and women 2 intermediate; the last point is that for being a woman.
    "cha2ds2-vasc": (
        (0, (0, 0), "low"), (1, (0, 1), "low"), (1, (1, 0), "intermediate"), (2, (1, 1), "intermediate"),
        (2, (2, 0), "high"), (3, (2, 1), "high"),
    ),
    # Brighton: a 3 in one part or 4 in all calls the doctor. The first addend is that of a stated total.
    "pews": (
        (2, (0, 1, 1, 0), "low"), (3, (0, 1, 2, 0), "raised"), (3, (0, 3, 0, 0), "high"), (4, (0, 2, 2, 0), "high"),
        (3, (3, 0, 0, 0), "raised"), (4, (4, 0, 0, 0), "high"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RATED)
def test_the_classes_that_the_points_decide(name: str) -> None:
    for total, points, expected in RATED[name]:
        category = CALCULATORS[name].category(total, points)
        assert category is not None
        assert (total, points, category.en) == (total, points, expected)


def test_the_classes_of_every_score_are_held_against_a_table() -> None:
    # The criteria of Duke are no total: `test_inflammation.py` holds them.
    classed = {key for key, calculator in CALCULATORS.items() if calculator.categories}
    assert classed == {*PUBLISHED, *RATED, "duke"}
