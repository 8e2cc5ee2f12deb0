from __future__ import annotations

from core.narrative.stream import sentences


def test_what_a_model_writes_steers_no_terminal() -> None:
    pieces = ["He has fe", "\x1b[2Jver", " and\u202e cough.", "\n", "He has\a pain"]
    assert list(sentences(pieces)) == [("He has fe[2Jver and cough.", True), ("He has pain", False)]
