from __future__ import annotations

import random

import numpy as np

from core.case.model import Patient
from core.diagnosis.calibration import Calibration, Coverage
from core.language.model import Finding, Reading
from tests.vignettes.altered import View, views
from tests.vignettes.platt import Row, fitted

LENGTH = 10


def _view(letter: str, sentences: int) -> View:
    spans = tuple((n * LENGTH, (n + 1) * LENGTH) for n in range(sentences))
    findings = tuple(Finding(concept="HP:0001945", label="fever", start=start, end=start + 5) for start, _ in spans)
    return View(
        letter * LENGTH * sentences, Reading(language="en", patient=Patient(), sentences=spans, findings=findings)
    )


def test_a_view_loses_sentences_with_their_findings_or_gains_a_strangers() -> None:
    own, stranger = _view("a", 20), _view("b", 20)
    same, less, more, both, line = views(own, stranger, random.Random(1))
    assert same == own
    assert len(less.text) == len(own.text)
    assert 0 < len(less.reading.findings) == less.text.count("a") / LENGTH < 20
    assert more.text.count("a") == 200
    assert len(more.reading.findings) == 20 + more.text.count("b") / LENGTH > 20
    assert all(more.text[f.start : f.end] in ("aaaaa", "bbbbb") for f in more.reading.findings)
    assert both.text.count("a") < 200 <= 200 + both.text.count("b")
    assert line.text.startswith("a" * LENGTH)
    assert len(line.reading.findings) in (1, 2)


def test_the_regression_finds_that_what_is_left_over_lowers_the_chance() -> None:
    chance = random.Random(2)
    rows = []
    for _ in range(2000):
        left = float(chance.randrange(10))
        right = chance.random() < 1 / (1 + np.exp(-(1.5 - 1.2 * np.log1p(left))))
        rows.append(Row(0.5, Coverage(left, 0.5, 1.0, -1.0, 8.0), bool(right), 1.0))
    plain = Calibration(prior_weight=0.5, silence=0.2, temperature=0.6, unlisted_share=0.5)
    found = fitted(plain, rows)
    assert abs(found.unexplained + 1.2) < 0.25
    assert abs(found.unlike) < 1e-6
