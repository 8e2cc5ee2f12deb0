"""Every cut-off of the scores of points, on both sides, with everything else silent or normal."""

from __future__ import annotations

import pytest

from core.scores import CALCULATORS
from tests.core.scores.notes import Given, given, note, number, score
from tests.core.scores.rows import labels


def points(name: str, **values: float | bool | str) -> float:
    """What these inputs (hyphens written as underscores) bring beside the plainest case."""
    basis: Given = {"age": 20.0, "sex": "male"} if "age" in {i.id for i in CALCULATORS[name].inputs} else {}
    wanted = {i.id for i in CALCULATORS[name].inputs}
    plain = {k: v for k, v in {**PLAIN.get(name, {}), **basis}.items() if k in wanted}
    changed = {k.replace("_", "-"): v for k, v in values.items()}
    return number(name, {**plain, **changed}) - number(name, plain)


PLAIN: dict[str, Given] = {
    "sirs": {"temperature": 37.0, "pulse": 70.0, "respiratory-rate": 14.0},
    "apache-ii": {"stated": 15.0},
    "sofa": {"stated": 15.0},
    "glasgow-blatchford": {"sex": "male"},
    "child-pugh": {"bilirubin": 1.0, "albumin": 4.0, "inr": 1.0},
}


@pytest.mark.parametrize(
    ("name", "key", "steps"),
    [
        ("centor", "age", [(3, 1), (14.9, 1), (15, 0), (44, 0), (45, -1)]),
        ("centor", "temperature", [(38, 0), (38.1, 1)]),
        ("feverpain", "temperature", [(38, 0), (38.1, 1)]),
        ("feverpain", "duration", [(3, 1), (3.5, 0)]),
        ("has-bled", "systolic", [(160, 0), (161, 1)]),
        ("has-bled", "creatinine", [(2.26, 0), (2.27, 1)]),
        ("has-bled", "bilirubin", [(2.4, 0), (2.5, 1)]),
        ("has-bled", "age", [(65, 0), (66, 1)]),
        ("has-bled", "drinks", [(7, 0), (8, 1)]),
        ("glasgow-blatchford", "urea-nitrogen", [(18.1, 0), (18.2, 2), (22.4, 3), (27.9, 3), (28, 4), (70, 6)]),
        ("glasgow-blatchford", "haemoglobin", [(13, 0), (12.9, 1), (12, 1), (11.9, 3), (10, 3), (9.9, 6)]),
        ("glasgow-blatchford", "systolic", [(110, 0), (109, 1), (100, 1), (99, 2), (90, 2), (89, 3)]),
        ("glasgow-blatchford", "heart-rate", [(99, 0), (100, 1)]),
        ("perc", "age", [(49, 0), (50, 1)]),
        ("perc", "heart-rate", [(99, 0), (100, 1)]),
        ("perc", "saturation", [(95, 0), (94, 1)]),
        ("sirs", "temperature", [(36, 0), (35.9, 1), (38, 0), (38.1, 1)]),
        ("sirs", "pulse", [(90, 0), (91, 1)]),
        ("sirs", "respiratory-rate", [(20, 0), (21, 1)]),
        ("sirs", "pco2", [(32, 0), (31, 1)]),
        ("sirs", "white-cells", [(12, 0), (12.1, 1), (4, 0), (3.9, 1)]),
        ("sirs", "bands", [(10, 0), (11, 1)]),
        ("rcri", "creatinine", [(2, 0), (2.01, 1)]),
        ("charlson", "age", [(49, 0), (50, 1), (60, 2), (70, 3), (80, 4)]),
        ("charlson", "creatinine", [(3, 0), (3.1, 2)]),
        ("psi", "age", [(21, 1), (90, 70)]),
        ("psi", "respiratory-rate", [(29, 0), (30, 20)]),
        ("psi", "systolic", [(90, 0), (89, 20)]),
        ("psi", "temperature", [(35, 0), (34.9, 15), (39.9, 0), (40, 15)]),
        ("psi", "heart-rate", [(124, 0), (125, 10)]),
        ("psi", "ph", [(7.35, 0), (7.34, 30)]),
        ("psi", "urea-nitrogen", [(29.9, 0), (30, 20)]),
        ("psi", "sodium", [(130, 0), (129, 20)]),
        ("psi", "glucose", [(249, 0), (250, 10)]),
        ("psi", "haematocrit", [(30, 0), (29.9, 10)]),
        ("psi", "po2", [(60, 0), (59, 10)]),
        ("psi", "saturation", [(90, 0), (89, 10)]),
        ("caprini", "age", [(40, 0), (41, 1), (61, 2), (75, 3)]),
        ("caprini", "bmi", [(25, 0), (25.1, 1)]),
        ("sofa", "platelets", [(150, 0), (149, 1), (99, 2), (49, 3), (19, 4)]),
        ("sofa", "bilirubin", [(1.1, 0), (1.2, 1), (2, 2), (6, 3), (12, 4)]),
        ("sofa", "creatinine", [(1.1, 0), (1.2, 1), (2, 2), (3.5, 3), (5, 4)]),
        ("sofa", "stated", [(15, 0), (14, 1), (13, 1), (12, 2), (10, 2), (9, 3), (6, 3), (5, 4)]),
        ("sofa", "mean-pressure", [(70, 0), (69, 1)]),
        ("sofa", "urine", [(500, 0), (499, 3), (200, 3), (199, 4)]),
        ("apache-ii", "age", [(44, 0), (45, 2), (55, 3), (65, 5), (75, 6)]),
        (
            "apache-ii",
            "temperature",
            [(41, 4), (39, 3), (38.5, 1), (36, 0), (35.9, 1), (33.9, 2), (31.9, 3), (29.9, 4)],
        ),
        ("apache-ii", "mean-pressure", [(160, 4), (130, 3), (110, 2), (70, 0), (69, 2), (50, 2), (49, 4)]),
        ("apache-ii", "heart-rate", [(180, 4), (140, 3), (110, 2), (70, 0), (69, 2), (54, 3), (39, 4)]),
        ("apache-ii", "respiratory-rate", [(50, 4), (35, 3), (25, 1), (12, 0), (11, 1), (9, 2), (5, 4)]),
        ("apache-ii", "ph", [(7.7, 4), (7.6, 3), (7.5, 1), (7.33, 0), (7.32, 2), (7.24, 3), (7.14, 4)]),
        ("apache-ii", "sodium", [(180, 4), (160, 3), (155, 2), (150, 1), (130, 0), (129, 2), (119, 3), (110, 4)]),
        ("apache-ii", "potassium", [(7, 4), (6, 3), (5.5, 1), (3.5, 0), (3.4, 1), (2.9, 2), (2.4, 4)]),
        ("apache-ii", "creatinine", [(3.5, 4), (2, 3), (1.5, 2), (0.6, 0), (0.5, 2)]),
        ("apache-ii", "haematocrit", [(60, 4), (50, 2), (46, 1), (30, 0), (29, 2), (19, 4)]),
        ("apache-ii", "white-cells", [(40, 4), (20, 2), (15, 1), (3, 0), (2.9, 2), (0.9, 4)]),
        ("apache-ii", "po2", [(71, 0), (70, 1), (61, 1), (60, 3), (55, 3), (54, 4)]),
        ("apache-ii", "stated", [(15, 0), (3, 12)]),
        ("child-pugh", "bilirubin", [(1.9, 0), (2, 1), (3, 1), (3.1, 2)]),
        ("child-pugh", "albumin", [(3.6, 0), (3.5, 1), (2.8, 1), (2.7, 2)]),
        ("child-pugh", "inr", [(1.6, 0), (1.7, 1), (2.3, 1), (2.4, 2)]),
    ],
)
def test_numbers(name: str, key: str, steps) -> None:
    assert [points(name, **{key: value}) for value, _ in steps] == [wanted for _, wanted in steps]


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("centor", {"exudate": 1, "nodes": 1, "fever": 1, "no-cough": 1}),
        ("feverpain", {"fever": 1, "no-cough": 1, "pus": 1, "inflamed": 1}),
        (
            "has-bled",
            {
                "uncontrolled": 1,
                "dialysis": 1,
                "renal": 1,
                "liver": 1,
                "stroke": 1,
                "bleeding": 1,
                "inr": 1,
                "drugs": 1,
                "alcohol": 1,
            },
        ),
        ("glasgow-blatchford", {"melaena": 1, "syncope": 2, "liver": 2, "failure": 2}),
        (
            "wells-dvt",
            {
                "cancer": 1,
                "paralysis": 1,
                "bedridden": 1,
                "tenderness": 1,
                "entire": 1,
                "calf": 1,
                "pitting": 1,
                "collateral": 1,
                "previous": 1,
            },
        ),
        ("perc", {"swelling": 1, "haemoptysis": 1, "surgery": 1, "previous": 1, "hormones": 1}),
        ("rcri", {"operation": 1, "ischaemia": 1, "failure": 1, "cerebrovascular": 1, "insulin": 1}),
        (
            "charlson",
            {
                "infarction": 1,
                "failure": 1,
                "peripheral": 1,
                "cerebrovascular": 1,
                "dementia": 1,
                "lung": 1,
                "connective": 1,
                "ulcer": 1,
                "mild-liver": 1,
                "severe-liver": 3,
                "diabetes": 1,
                "end-organ": 0,
                "hemiplegia": 2,
                "kidney": 2,
                "dialysis": 2,
                "leukaemia": 2,
                "lymphoma": 2,
                "aids": 6,
            },
        ),
        (
            "psi",
            {
                "home": 10,
                "cancer": 30,
                "liver": 20,
                "failure": 10,
                "stroke": 10,
                "kidney": 10,
                "confusion": 20,
                "effusion": 10,
            },
        ),
        (
            "caprini",
            {
                "failure": 1,
                "sepsis": 1,
                "pneumonia": 1,
                "varicose": 1,
                "swollen": 1,
                "bowel": 1,
                "infarction": 1,
                "lung": 1,
                "pregnant": 1,
                "hormones": 1,
                "miscarriage": 1,
                "plaster": 2,
                "catheter": 2,
                "cancer": 2,
                "previous": 3,
                "family": 3,
                "leiden": 3,
                "prothrombin": 3,
                "homocysteine": 3,
                "lupus": 3,
                "cardiolipin": 3,
                "heparin": 3,
                "fracture": 5,
                "stroke": 5,
                "trauma": 5,
                "spine": 5,
            },
        ),
        ("apache-ii", {"insufficiency": 5, "operation": 0, "emergency": 0, "acute-kidney": 0}),
    ],
)
def test_flags(name: str, flags) -> None:
    assert {key: points(name, **{key: True}) for key in flags} == flags


@pytest.mark.parametrize(
    ("name", "key", "answers"),
    [
        ("child-pugh", "ascites", {"none": 0, "mild or controlled": 1, "moderate to severe": 2}),
        ("child-pugh", "encephalopathy", {"none": 0, "grade 1 to 2": 1, "grade 3 to 4": 2}),
        ("charlson", "tumour", {"none": 0, "localised": 2, "metastatic": 6}),
        ("caprini", "operation", {"none": 0, "minor": 1, "major": 2, "joint replacement": 5}),
        ("caprini", "bed", {"no": 0, "at bed rest": 1, "over three days": 2}),
        ("sofa", "pressors", {"none": 0, "low": 2, "middle": 3, "high": 4}),
    ],
)
def test_choices(name: str, key: str, answers) -> None:
    assert {answer: points(name, **{key: answer}) for answer in answers} == answers


def test_what_depends_on_two_inputs() -> None:
    assert points("charlson", diabetes=True, end_organ=True) == 2
    assert points("charlson", mild_liver=True, severe_liver=True) == 3
    assert points("wells-dvt", alternative=True) == 0  # silence about legs is already another diagnosis
    assert points("wells-dvt", alternative=False) == 2
    assert points("psi", sex="female") == -10
    women = [points("glasgow-blatchford", sex="female", haemoglobin=v) for v in (12, 11.9, 10, 9.9)]
    assert women == [0, 1, 1, 6]
    assert points("apache-ii", insufficiency=True, operation=True) == 2
    assert points("apache-ii", insufficiency=True, operation=True, emergency=True) == 5
    assert points("apache-ii", creatinine=2.0, acute_kidney=True) == 6
    assert points("apache-ii", creatinine=0.5, acute_kidney=True) == 2
    assert points("sofa", pressors="middle", mean_pressure=60) == 3
    assert points("sofa", anuria=True, creatinine=1.0) == 4
    assert points("sofa", urine=400.0, creatinine=6.0) == 4


@pytest.mark.parametrize(("gradient", "wanted"), [(199, 0), (200, 2), (349, 2), (350, 3), (499, 3), (500, 4)])
def test_the_gradient_to_the_alveoli_from_half_oxygen(gradient: float, wanted: int) -> None:
    po2 = 0.9 * 713 - 40 / 0.8 - gradient
    assert points("apache-ii", po2=po2, fio2=90.0, pco2=40.0) == wanted


@pytest.mark.parametrize(
    ("po2", "ventilated", "wanted"),
    [(400, False, 0), (399, False, 1), (299, False, 2), (199, False, 2), (199, True, 3), (99, False, 2), (99, True, 4)],
)
def test_the_lungs_of_sofa(po2: float, ventilated: bool, wanted: int) -> None:
    assert points("sofa", po2=float(po2), fio2=100.0, ventilated=ventilated) == wanted


def test_coma_scale() -> None:
    assert given("gcs", {"stated": 0.0, "eye": 2.0, "verbal": 3.0, "motor": 4.0}).value == 9
    assert given("gcs", {"stated": 7.0}).value == 7
    assert given("gcs", {"stated": 0.0}, assume_absent=False).range == (3, 15)


NEVER_LOW = ("perc", "wells-dvt", "wells-pe", "heart", "glasgow-blatchford", "psi", "caprini", "rcri", "sirs")


@pytest.mark.parametrize("name", NEVER_LOW)
def test_no_low_risk_while_anything_is_unknown(name: str) -> None:
    for assume in (False, True):
        result = score(name, note(age_years=30, sex="male"), assume)
        low = [c.en for c in CALCULATORS[name].categories if c.low]
        assert low
        assert result.category not in low


@pytest.mark.parametrize(
    ("name", "bounds"),
    [
        ("child-pugh", [(6, "class A"), (7, "class B"), (9, "class B"), (10, "class C")]),
        ("psi", [(70, "class I or II"), (71, "class III"), (91, "class IV"), (131, "class V")]),
        ("rcri", [(0, "class I"), (1, "class II"), (2, "class III"), (3, "class IV")]),
        ("gcs", [(8, "severe"), (9, "moderate"), (13, "mild or none")]),
        ("caprini", [(0, "lowest"), (1, "low"), (3, "moderate"), (5, "high")]),
        ("centor", [(-1, "low"), (2, "moderate"), (4, "high")]),
        ("feverpain", [(1, "low"), (2, "moderate"), (4, "high")]),
        ("has-bled", [(1, "low"), (2, "moderate"), (3, "high")]),
        ("glasgow-blatchford", [(1, "very low"), (2, "raised"), (7, "high")]),
        ("wells-dvt", [(0, "low"), (1, "moderate"), (3, "high")]),
        ("perc", [(0, "negative"), (1, "positive")]),
        ("sirs", [(1, "fewer than 2 criteria"), (2, "systemic inflammatory response")]),
        ("charlson", [(0, "none"), (1, "mild"), (3, "moderate"), (5, "severe")]),
        ("sofa", [(6, "0 to 6"), (7, "7 to 9"), (10, "10 to 12"), (13, "13 or more")]),
        ("apache-ii", [(9, "below 10"), (10, "10 to 19"), (20, "20 to 29"), (30, "30 or more")]),
    ],
)
def test_categories(name: str, bounds) -> None:
    assert labels(name, *(v for v, _ in bounds)) == [label for _, label in bounds]
