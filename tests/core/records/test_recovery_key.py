import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.records.recovery_key import new_recovery_key, read_recovery_key
from core.system.errors import KnownError


def test_eight_groups_of_four_without_the_letters_that_are_misread():
    key = new_recovery_key()
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}", key)
    assert key != new_recovery_key()


def test_read_back_however_it_was_typed():
    assert read_recovery_key(" oil0-0000 abcd–EFGH\n" + "0000" * 4) == "01100000ABCDEFGH" + "0" * 16


@settings(deadline=None)
@given(st.text())
def test_anything_else_is_refused_in_a_sentence_that_does_not_quote_it(typed: str):
    with pytest.raises(KnownError, match="that is not a recovery key"):
        read_recovery_key("!" + typed)
