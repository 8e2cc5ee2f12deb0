from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.knowledge.words import is_chinese, stem, stems, words


def test_british_and_american_spellings_meet() -> None:
    assert stems("haematuria") == stems("hematuria")
    assert stems("oedema of the ankles") == stems("ankle edema")[::-1]
    assert stem("diarrhoea") == stem("diarrhea")


def test_inflections_meet() -> None:
    assert stem("radiates") == stem("radiating") == stem("radiated")
    assert stem("headaches") == stem("headache")


def test_function_words_carry_nothing() -> None:
    assert stems("pain in the chest") == stems("pain chest")


@given(st.text(max_size=300))
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert stem(text[word.start : word.end]) == word.stem


def test_chinese_is_told_apart() -> None:
    assert is_chinese("发热 3 天")
    assert not is_chinese("fever for 3 days")
