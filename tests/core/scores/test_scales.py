"""Scales of items, stated classes, birth, stroke, delirium and leaving hospital."""

from __future__ import annotations

import pytest

from core.scores import find
from core.scores.inputs import Number, Told
from tests.core.scores.notes import asked, given
from tests.core.scores.rows import check, harmless, labels, rows

# The highest total of each scale, and the least.
SCALES = {
    "NIHSS": (42, 0), "PHQ-9": (27, 0), "GAD-7": (21, 0), "EPDS": (30, 0), "AUDIT": (40, 0), "AUDIT-C": (12, 0),
    "CIWA-Ar": (67, 0), "COWS": (48, 0), "Braden": (23, 6), "Morse": (125, 0), "Barthel": (100, 0), "Katz": (6, 0),
    "PEWS": (13, 0), "FOUR": (16, 0),
}  # fmt: skip
LACE = {"stay": 0, "urgent": False, "charlson": 0, "visits": 0}
HOSPITAL = {
    "haemoglobin": 12, "oncology": False, "sodium": 135, "procedure": False, "urgent": False, "admissions": 0,
    "stay": 4,
}  # fmt: skip


@pytest.mark.parametrize("name", SCALES)
def test_the_ends_of_a_scale_and_its_total_as_stated(name: str) -> None:
    calculator = find(name)
    assert calculator is not None
    highest, least = SCALES[name]
    assert given(name, {}, assume_absent=True).range == (least, highest)
    items = [i.id for i in calculator.inputs if isinstance(i, Told)]
    stated = next(i for i in calculator.inputs if isinstance(i, Number))
    assert stated.limits[1] == highest
    assert given(name, {"stated": highest}, assume_absent=False).value == highest
    whole = dict.fromkeys(items, 1.0)
    assert given(name, whole, assume_absent=False).value == len(items)
    missing = given(name, dict.fromkeys(items[1:], 1.0), assume_absent=False)
    assert missing.value is None
    assert len(missing.missing) == 2


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows(
            "Bishop", {"dilatation": 0, "effacement": 0, "station": 0, "consistency": 0, "position": 0},
            ({}, 0), ({"dilatation": 1}, 1), ({"dilatation": 2}, 1), ({"dilatation": 3}, 2), ({"dilatation": 4}, 2),
            ({"dilatation": 5}, 3), ({"effacement": 30}, 0), ({"effacement": 40}, 1), ({"effacement": 60}, 2),
            ({"effacement": 80}, 3), ({"station": 3, "consistency": 2, "position": 2}, 7),
        ),
        *rows("Apgar", dict.fromkeys(("appearance", "pulse", "grimace", "activity", "respiration"), 1), ({}, 5),
        ({"pulse": 2}, 6)),
        *rows(
            "ABCD2", harmless("ABCD2"),
            ({"age": 59}, 0), ({"age": 60}, 1), ({"systolic": 139}, 0), ({"systolic": 140}, 1), ({"diastolic": 89}, 0),
            ({"diastolic": 90}, 1), ({"systolic": 180, "diastolic": 110}, 1), ({"features": 2}, 2),
            ({"duration": 1}, 1), ({"diabetes": True}, 1),
        ),
        *rows(
            "CAM", harmless("CAM"),
            ({"acute": True, "inattention": True}, 0), ({"acute": True, "inattention": True, "level": True}, 1),
            ({"acute": True, "inattention": True, "disorganised": True}, 1), ({"inattention": True, "level": True}, 0),
            ({"acute": True, "level": True}, 0),
        ),
        *rows("CAGE", harmless("CAGE"), *(({n: True}, 1) for n in ("cut", "annoyed", "guilty", "eye-opener"))),
        *rows("ASA", {}, ({"class": 3}, 3)),
        *rows("ECOG", {}, ({"ecog": 2}, 2)),
        *rows("Karnofsky", {}, ({"karnofsky": 70}, 70)),
        *rows(
            "LACE", LACE,
            ({"stay": 1}, 1), ({"stay": 2}, 2), ({"stay": 3}, 3), ({"stay": 4}, 4), ({"stay": 6}, 4),
            ({"stay": 7}, 5), ({"stay": 13}, 5),
            ({"stay": 14}, 7), ({"urgent": True}, 3), ({"charlson": 3}, 3), ({"charlson": 4}, 5),
            ({"visits": 4}, 4), ({"visits": 9}, 4),
        ),
        *rows(
            "HOSPITAL score", HOSPITAL,
            ({}, 0), ({"haemoglobin": 11.9}, 1), ({"oncology": True}, 2), ({"sodium": 134}, 1),
            ({"procedure": True}, 1),
            ({"urgent": True}, 1), ({"admissions": 1}, 0), ({"admissions": 2}, 2), ({"admissions": 5}, 2),
            ({"admissions": 6}, 5),
            ({"stay": 5}, 2),
        ),
        *rows(
            "Elixhauser", harmless("Elixhauser"),
            ({"heart-failure": True}, 7), ({"metastatic": True}, 12), ({"liver": True}, 11),
            ({"lymphoma": True}, 9), ({"drugs": True}, -7),
            ({"obesity": True, "depression": True}, -7), ({"valves": True}, -1),
            ({"paralysis": True, "neurological": True}, 13),
            ({"arrhythmia": True}, 5), ({"tumour": True}, 4), ({"metastatic": True, "tumour": True}, 12),
            ({"lung-vessels": True}, 4), ({"peripheral": True}, 2), ({"lung": True}, 3), ({"kidney": True}, 5),
            ({"coagulopathy": True}, 3), ({"weight-loss": True}, 6), ({"fluids": True}, 5),
            ({"blood-loss": True}, -2), ({"deficiency": True}, -2),
        ),
    ],
)  # fmt: skip
def test_points(name: str, values, expected: float) -> None:
    check(name, values, expected)


@pytest.mark.parametrize(
    ("name", "totals", "expected"),
    [
        ("PHQ-9", (4, 5, 9, 10, 14, 15, 19, 20),
         ["minimal", "mild", "mild", "moderate", "moderate", "moderately severe", "moderately severe", "severe"]),
        ("GAD-7", (4, 5, 9, 10, 14, 15), ["minimal", "mild", "mild", "moderate", "moderate", "severe"]),
        ("EPDS", (9, 10, 12, 13), ["unlikely", "possible", "possible", "likely"]),
        ("AUDIT", (7, 8, 15, 16, 19, 20), ["low", "hazardous", "hazardous", "harmful", "harmful", "dependence likely"]),
        ("AUDIT-C", (2, 3, 4), ["negative", "positive in women", "positive"]),
        ("CAGE", (0, 1, 2), ["negative", "not excluded", "positive"]),
        ("CIWA-Ar", (7, 8, 14, 15), ["minimal", "mild to moderate", "mild to moderate", "severe"]),
        ("COWS", (4, 5, 12, 13, 24, 25, 36, 37),
         ["none", "mild", "mild", "moderate", "moderate", "moderately severe", "moderately severe", "severe"]),
        ("Braden", (9, 10, 12, 13, 14, 15, 18, 19),
         ["very high", "high", "high", "moderate", "moderate", "mild", "mild", "not at risk"]),
        ("Morse", (24, 25, 44, 45), ["low", "moderate", "moderate", "high"]),
        ("Barthel", (20, 21, 60, 61, 90, 91, 99, 100),
         ["total dependence", "severe dependence", "severe dependence", "moderate dependence", "moderate dependence",
          "slight dependence", "slight dependence", "independent"]),
        ("Katz", (3, 4, 5, 6), ["severe impairment", "moderate impairment", "moderate impairment", "full function"]),
        ("NIHSS", (0, 1, 4, 5, 15, 16, 20, 21),
         ["none", "minor", "minor", "moderate", "moderate", "moderate to severe", "moderate to severe", "severe"]),
        ("ABCD2", (3, 4, 5, 6), ["low", "moderate", "moderate", "high"]),
        ("Apgar", (3, 4, 6, 7), ["low", "moderately abnormal", "moderately abnormal", "reassuring"]),
        ("Bishop", (6, 7, 8), ["unripe", "undecided", "ripe"]),
        ("PEWS", (2, 3, 4), ["low", "raised", "high"]),
        ("LACE", (4, 5, 9, 10), ["low", "moderate", "moderate", "high"]),
        ("HOSPITAL score", (4, 5, 6, 7), ["low", "intermediate", "intermediate", "high"]),
        ("Karnofsky", (40, 50, 70, 80),
         ["unable to care for self", "unable to work", "unable to work", "normal activity"]),
    ],
)  # fmt: skip
def test_categories(name: str, totals, expected) -> None:
    assert labels(name, *totals) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"behaviour": 2, "circulation": 1}, "raised"), ({"breathing": 1, "vomiting": 2}, "raised"),
        ({"behaviour": 3}, "high"), ({"circulation": 3}, "high"), ({"breathing": 3}, "high"),
        ({"nebulisers": 2, "vomiting": 2}, "high"), ({"stated": 3}, "raised"), ({}, "low"),
    ],
)  # fmt: skip
def test_three_points_for_one_part_are_high_in_brighton(parts, expected: str) -> None:
    calculator = find("PEWS")
    assert calculator is not None
    nothing = dict.fromkeys((i.id for i in calculator.inputs if isinstance(i, Told)), 0.0)
    assert given("PEWS", {**nothing, **parts}, assume_absent=False).category == expected


def test_a_duration_that_is_not_given_leaves_the_points_open() -> None:
    result = asked("ABCD2", "Man of 70, BP 150/80, no diabetes. Slurred speech.")
    assert (result.value, result.range) == (None, (3, 5))


@pytest.mark.parametrize(
    ("name", "text", "question", "expected"),
    [
        ("PHQ-9", "PHQ-9 score 14.", None, 14),
        ("AUDIT-C", "AUDIT-C score of 5.", None, 5),
        ("Katz", "Katz ADL index: 4.", None, 4),
        ("PEWS", "PEWS 6 on the ward.", None, 6),
        ("GAD-7", "Item 1: 2, item 2: 1, item 3: 0, item 4: 3, item 5: 1, item 6: 0, item 7: 2.", None, 9),
        (
            "GAD-7",
            (
                "Feeling nervous, nearly every day; not able to stop worrying, several days; worrying too "
                "much, not at all; trouble"
                " relaxing, several days; restless, not at all; irritable, more than half the days; afraid, not at all."
            ),
            None,
            7,
        ),
        (
            "CIWA-Ar",
            (
                "Nausea 1, tremor 4, sweats 3, anxiety 2, agitation 1, tactile 0, auditory 0, visual 0, headache "
                "2, orientation 1."
            ),
            None,
            14,
        ),
        ("ASA", "ASA III, for hernia repair.", None, 3),
        ("ECOG", "ECOG performance status 2.", None, 2),
        (
            "ABCD2",
            "Man of 70, BP 150/80, no diabetes. His right arm was weak: weakness of the right arm from 10:15 to 11:30.",
            None,
            6,
        ),
        ("ABCD2", "Man of 50, BP 120/70, no diabetes. Slurred speech for twenty-five minutes.", None, 2),
        ("ABCD2", "Man of 50, BP 120/70, no diabetes. Slurred speech lasting 40 seconds.", None, 1),
        (
            "Apgar",
            (
                "At one minute: pale, heart rate 70, no response to suction, limp, gasping. At five minutes: "
                "pink, heart rate 140,"
                " coughing, active movements, crying lustily."
            ),
            "Apgar at five minutes?",
            10,
        ),
        (
            "Apgar",
            (
                "At one minute: pale, heart rate 70, no response to suction, limp, gasping. At five minutes: "
                "pink, heart rate 140,"
                " coughing, active movements, crying lustily."
            ),
            "Apgar at one minute?",
            2,
        ),
        (
            "Bishop",
            (
                "08:00: cervix 1 cm dilated, 30 % effaced, station -3, firm, posterior. 14:00: cervix 4 cm "
                "dilated, 80 % effaced,"
                " station 0, soft, anterior."
            ),
            "Bishop score at 14:00?",
            11,
        ),
        (
            "Bishop",
            (
                "08:00: cervix 1 cm dilated, 30 % effaced, station -3, firm, posterior. 14:00: cervix 4 cm "
                "dilated, 80 % effaced,"
                " station 0, soft, anterior."
            ),
            "Bishop score at 08:00?",
            1,
        ),
        ("CAM", "Acute onset, fluctuating course. Inattention. Drowsy.", None, 1),
    ],
)
def test_from_words(name: str, text: str, question: str | None, expected: float) -> None:
    assert asked(name, text, question).value == expected
