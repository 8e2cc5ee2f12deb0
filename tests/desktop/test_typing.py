"""What follows a key in a long record: first the marks, then the ranking, then all the rest."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.case.model import Case
from desktop.app import make_window
from desktop.desk import Desk, make_desk
from desktop.main_window import MainWindow
from desktop.services import Services
from desktop.settings import LANGUAGE, MODELS, TOUR_OFFERED

RECORD = """Emergency department, clerking

CC: chest pain for 2 hours

HPI: 58-year-old man with sudden heavy central chest pressure while carrying shopping, radiating to the left arm
and jaw, with sweating and nausea. Not relieved by rest. Short of breath. No fever, no cough, pain not worse on
breathing in. No haemoptysis, no leg swelling. He had two shorter episodes last week on climbing the stairs, each
of which settled within five minutes of resting, and did not tell anybody. Today the pain began at about ten in the
morning and has not gone away. He vomited once in the ambulance. He took one of his wife's aspirin tablets at home.
He denies palpitations, syncope, back pain, abdominal pain, melaena and recent surgery. No long flights, no
immobilisation. He has been tired for about a month and has slept badly. No weight loss, no night sweats, no
headache, no visual disturbance, no weakness of the arms or legs.

PMH: hypertension for twelve years, type 2 diabetes for eight years, hyperlipidaemia. Appendicectomy in childhood.
Gout in the right great toe two years ago. No previous DVT or PE. No stroke, no asthma, no peptic ulcer, no
bleeding disorder. Medications: metformin 500 mg bid, amlodipine 5 mg daily, atorvastatin 20 mg nocte, allopurinol
100 mg daily, ibuprofen 400 mg as needed for knee pain Allergies: penicillin (rash) FH: father had a heart attack
at 50; mother has type 2 diabetes and breast cancer; one brother well SH: smokes 20 a day for 30 years, drinks 10
units a week, works as a lorry driver, lives with his wife, independent in all activities

Review of systems: appetite normal, bowels normal, no dysuria, no haematuria, no rash, no joint swelling at
present, no hearing loss, mood low since he lost a friend in spring, no thoughts of self-harm.

Examination: pale, clammy, in pain. T 36.7 °C, HR 104, BP 152/94, RR 22, SpO2 95% on room air. BP equal in both
arms. JVP not raised. Heart sounds normal, no murmur, no rub. Chest clear, no wheeze, no crackles, no chest wall
tenderness. Abdomen soft, not tender, no masses, bowel sounds normal. Calves soft, no oedema, peripheral pulses
present and equal. GCS 15, pupils equal and reactive, no focal neurological deficit. No pallor of the conjunctivae,
no jaundice, no lymphadenopathy. Weight 94 kg, height 176 cm.

ECG: sinus tachycardia, ST depression in V4-V6, no ST elevation, no Q waves, QTc 432 ms. Chest X-ray: clear lung
fields, heart not enlarged, mediastinum not widened, no pneumothorax. Labs: hs-troponin I 86 ng/L, creatinine 96
umol/L, eGFR 76, sodium 138 mmol/L, potassium 4.3 mmol/L, glucose 11.2 mmol/L, HbA1c 64 mmol/mol, WBC 9.8, Hb 141
g/L, platelets 251, CRP 6 mg/L, D-dimer 310 ng/mL, lipase 41 U/L, ALT 38 U/L, bilirubin 11 umol/L, albumin 41 g/L,
lactate 1.6 mmol/L
"""
KEYS = 7
MARKS_WITHIN_S, RANKING_WITHIN_S = 0.05, 0.25
# What `pace` takes where the bounds were set, while that machine runs fast (least of 60, three times over). Others
# share it, and the same work takes up to twice as long in processor time, too: the bounds hold for its fast state.
PACE_S = 0.015


@pytest.fixture
def real(
    prepared: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[MainWindow, Desk]]:
    """The window over the real engine, with the record assessed."""
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path))
    desk = make_desk(Services(tmp_path / "records"))
    desk.settings.set(LANGUAGE, "en")
    desk.settings.set(MODELS, False)
    desk.settings.set(TOUR_OFFERED, True)
    window = make_window(desk)
    qtbot.addWidget(window, before_close_func=lambda w: w.workspace.record.editor.document().setModified(False))
    window.show()
    window.unlock.entered.emit()
    window.workspace.record.editor.insertPlainText(RECORD)
    qtbot.waitUntil(lambda: window.workspace.analysis.has_result and desk.operations.idle, timeout=60_000)
    yield window, desk
    desk.operations.close()
    desk.services.close()


def pace() -> float:
    """Processor time of a fixed piece of work, in seconds: how fast the machine runs at this moment."""
    began = time.process_time()
    sum(number * number for number in range(200_000))
    return time.process_time() - began


def test_marks_and_ranking_follow_a_key_in_good_time(real: tuple[MainWindow, Desk], qtbot: QtBot) -> None:
    """Processor time of all threads together: what an idle machine would take, on a machine that is not idle, nor
    always equally fast."""
    window, desk = real
    analysis, editor = window.workspace.analysis, window.workspace.record.editor
    told: dict[str, float] = {}
    analysis.read.connect(lambda _: told.setdefault("marks", time.process_time()))
    analysis.ranked.connect(lambda _: told.setdefault("ranking", time.process_time()))
    marks, rankings = [], []
    at = RECORD.index("tired")
    for number in range(KEYS):
        cursor = editor.textCursor()
        cursor.setPosition(at + number)
        editor.setTextCursor(cursor)
        qtbot.waitUntil(lambda: analysis.has_result and desk.operations.idle, timeout=60_000)
        told.clear()
        slowness = pace() / PACE_S
        began = time.process_time()
        qtbot.keyClick(editor, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "ranking" in told, timeout=60_000)
        marks.append((told["marks"] - began) / slowness)
        rankings.append((told["ranking"] - began) / slowness)
    assert statistics.median(marks) < MARKS_WITHIN_S, marks
    assert statistics.median(rankings) < RANKING_WITHIN_S


def test_the_ranking_that_comes_first_is_the_one_of_the_assessment(tmp_path: Path) -> None:
    services = Services(tmp_path / "records")
    for case in (
        Case(id="a", text=RECORD),
        Case(id="b", text="Fever and chills for three days after a trip.", setting="emergency", region="africa"),
    ):
        first, whole = services.rank(case), services.assess(case)
        assert first.differential == whole.differential
        assert first.unlisted == whole.unlisted


def test_the_ranking_is_shown_before_the_rest_is_known(real: tuple[MainWindow, Desk], qtbot: QtBot) -> None:
    window, _ = real
    result, editor = window.workspace.result, window.workspace.record.editor
    before = result.assessment
    order: list[str] = []
    window.workspace.analysis.ranked.connect(lambda _: order.append(result.differential.rows.rows_model.rows[0].value))
    window.workspace.analysis.assessed.connect(lambda _: order.append("all"))
    assert before is not None
    cursor = editor.textCursor()
    at = RECORD.index("hs-troponin I 86 ng/L")
    cursor.setPosition(at)
    cursor.setPosition(at + len("hs-troponin I 86 ng/L"), cursor.MoveMode.KeepAnchor)
    cursor.insertText("hs-troponin I 3 ng/L")
    shown = result.differential.rows.rows_model.rows[0].value
    qtbot.waitUntil(lambda: "all" in order, timeout=60_000)
    assert order[1:] == ["all"]
    assert order[0] != shown
