"""One way back through what was typed and what was put right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.edits import Edit
from core.case.model import Correction
from desktop.history import History


class Shown:
    """What a history keeps the text of."""

    def __init__(self) -> None:
        self.text = ""
        self.history = History(self.put)

    def put(self, edit: Edit) -> None:
        self.text = edit.apply(self.text)

    def type(self, words: str, at: int | None = None) -> None:
        for letter in words:
            place = len(self.text) if at is None else at
            self.text = self.text[:place] + letter + self.text[place:]
            self.history.typed(self.text)

    def replace(self, text: str) -> None:
        self.text = text
        self.history.typed(text)


def put_right(start: int, end: int) -> Correction:
    return Correction(start=start, end=end, concept="HP:0001945", verdict="present")


@pytest.fixture
def shown() -> Shown:
    return Shown()


def test_words_typed_are_taken_back_one_by_one(shown: Shown) -> None:
    shown.type("no fever")
    shown.history.stack.undo()
    assert shown.text == "no "
    shown.history.stack.undo()
    assert (shown.text, shown.history.text) == ("", "")
    shown.history.stack.redo()
    shown.history.stack.redo()
    assert shown.text == "no fever"
    assert not shown.history.stack.canRedo()


def test_a_correction_is_a_step_between_what_was_typed_before_and_after(shown: Shown) -> None:
    shown.type("fever")
    shown.history.correct((put_right(0, 5),))
    shown.type("s")
    shown.history.stack.undo()
    assert shown.text == "fever"
    assert shown.history.corrections == (put_right(0, 5),)
    shown.history.stack.undo()
    assert shown.text == "fever"
    assert not shown.history.corrections
    shown.history.stack.undo()
    assert shown.text == ""


def test_a_correction_lost_with_its_words_comes_back_with_them(shown: Shown) -> None:
    shown.replace("no fever")
    shown.history.correct((put_right(3, 8),))
    shown.replace("no ")
    assert not shown.history.corrections
    shown.history.stack.undo()
    assert shown.history.corrections == (put_right(3, 8),)
    shown.replace("58 years, no fever")
    assert shown.history.corrections == (put_right(13, 18),)


def test_a_line_with_what_is_known_of_it_is_one_step(shown: Shown) -> None:
    shown.replace("cough")
    shown.history.write(Edit(5, "", "\nfever"), (put_right(6, 11),))
    assert shown.text == "cough\nfever"
    shown.history.stack.undo()
    assert (shown.text, shown.history.corrections) == ("cough", ())


def test_another_record_has_nothing_to_go_back_to(shown: Shown) -> None:
    shown.type("secret")
    shown.text = "next"
    shown.history.begin("next")
    assert not shown.history.stack.canUndo()
    assert shown.history.stack.count() == 0


@given(st.lists(st.one_of(st.text(alphabet="ab \n", max_size=6), st.booleans()), max_size=12))
def test_going_back_and_forth_ends_where_it_began(steps: list[str | bool]) -> None:
    shown = Shown()
    for step in steps:
        if isinstance(step, str):
            shown.replace(step)
        elif step and shown.text:
            shown.history.correct((put_right(0, len(shown.text)),))
        else:
            shown.history.stack.undo()
    end = shown.text, shown.history.corrections
    stack = shown.history.stack
    place = stack.index()
    stack.setIndex(0)
    assert (shown.text, shown.history.corrections) == ("", ())
    stack.setIndex(place)
    assert (shown.text, shown.history.corrections) == end
    assert shown.text == shown.history.text
