from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.models.stops import StopText


def _run(pieces: list[str], stops: tuple[str, ...]) -> tuple[str, bool]:
    passed: list[str] = []
    text = StopText(stops, passed.append)
    for piece in pieces:
        if text.add(piece):
            return "".join(passed), True
    text.flush()
    return "".join(passed), False


def test_a_stop_text_over_several_pieces_is_never_shown() -> None:
    assert _run(["One.", " <", "en", "d>", " Two."], ("<end>",)) == ("One. ", True)


def test_what_only_began_like_one_is_passed_on() -> None:
    assert _run(["One <", "en", "ough."], ("<end>",)) == ("One <enough.", False)
    assert _run(["One <en"], ("<end>",)) == ("One <en", False)


def test_the_first_of_several_counts() -> None:
    assert _run(["a b c"], ("c", "b", "")) == ("a ", True)


@given(st.lists(st.text(alphabet="ab<", max_size=4)), st.lists(st.text(alphabet="ab<", min_size=1, max_size=3)))
def test_cutting_into_pieces_changes_nothing(pieces: list[str], stops: list[str]) -> None:
    whole = "".join(pieces)
    # The first stop text to be complete ends the answer; of those complete at once the earliest counts.
    ends = sorted(whole.find(stop) + len(stop) for stop in stops if stop in whole)
    passed, stopped = _run(pieces, tuple(stops))
    assert stopped == bool(ends)
    assert whole.startswith(passed)
    if not stopped:
        assert passed == whole
    for stop in stops:
        assert not stopped or stop not in passed
