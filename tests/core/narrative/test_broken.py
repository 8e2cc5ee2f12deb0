"""Sentences that say one thing again and again, and sentences that stop short."""

from __future__ import annotations

import pytest

from core.narrative.broken import CUT_OFF, REPEATS, broken
from core.narrative.check import check_sentence
from core.narrative.model import Withheld
from core.narrative.record import Record
from core.narrative.telling import Told, tell
from tests.core.narrative.cases import CHEST_PAIN, CHINESE, recorded


@pytest.fixture(scope="module")
def record() -> Record:
    return recorded(CHEST_PAIN)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("He has sweating, sweating, sweating, sweating, sweating.", REPEATS),
        ("He has no fever, no fever, no fever, no fever.", REPEATS),
        ("He has nausea and nausea.", REPEATS),
        ("She takes paracetamol, sumatriptan, paracetamol.", REPEATS),
        ("Also present: pain, nausea; pain.", REPEATS),
        ("He has sweating sweating.", REPEATS),
        ("He has chest pain, heavy chest pain, the chest pain and more chest pain.", REPEATS),
        ("He has sweating and.", CUT_OFF),
        ("He has no.", CUT_OFF),
        ("He has no fever, no cough, no.", CUT_OFF),
        ("He has chest.", CUT_OFF),
        ("He takes metformin 500.", CUT_OFF),
        ("He takes metformin 500 mg bid and amlodipine 5.", CUT_OFF),
        ("The blood pressure is 152.", CUT_OFF),
        ("He has a history of hypertension and type 2.", CUT_OFF),
        ("He has had chest pain for 2.", CUT_OFF),
        ("The heart rate is 104.", None),
        ("He takes metformin 500 mg bid.", None),
        ("He takes metformin 500 mg bid and amlodipine 5 mg daily.", None),
        ("He has chest pain, sweating and nausea.", None),
        ("His father had a myocardial infarction at 50.", None),
        ("He has no fever, cough or haemoptysis.", None),
    ],
)
def test_loops_and_cut_ends(record: Record, text: str, reason: str | None) -> None:
    assert broken(text, record) == reason
    if reason is not None:
        checked = check_sentence(text, record)
        assert isinstance(checked, Withheld)
        assert checked.reasons == (reason,)


def test_in_chinese() -> None:
    record = recorded(CHINESE)
    assert broken("患者咳嗽、咳嗽、咳嗽。", record) == REPEATS
    assert broken("患者咳嗽、发热和。", record) == CUT_OFF
    assert broken("患者咳嗽、发热3天。", record) is None


def test_an_answer_that_the_length_ended_has_no_last_sentence(record: Record) -> None:
    pieces = ["He has sweating. ", "He has nausea."]
    whole = list(tell(pieces, record, Told()))
    assert not any(isinstance(checked, Withheld) for checked in whole)
    first, last = tell(pieces, record, Told(), lambda: True)
    assert not isinstance(first, Withheld)
    assert isinstance(last, Withheld)
    assert last.reasons == (CUT_OFF,)
