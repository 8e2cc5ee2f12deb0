"""The page of the language models: what it says of each, and what can be done, stopped and refused."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from core.models import Achieved, LaneResult, ModelInfo, Verification
from core.models.cards import CardWords, Role, SourceAttributes
from core.system.errors import KnownError
from core.validation.earning import Moves, earned
from desktop.desk import Desk
from desktop.item_models.model_rows import model_rows
from desktop.main_window import MainWindow
from desktop.model_shelf import ModelShelf, ShelvedModel
from desktop.operations import Job
from desktop.views.models_dialog import ModelsDialog
from tests.desktop.test_chinese import english_in, of_row

CAME = ModelInfo(
    id="small",
    name="Small",
    path=Path("small.gguf"),
    role="writer",
    sha256="a" * 64,
    quantisation="Q4_1",
    architecture="llama",
    context=8192,
    licence="Apache-2.0",
    size_bytes=98_000_000,
    embedded=True,
    status="ready",
    sentence="Small is ready.",
    limits=("makes things up",),
    languages=("en",),
    memory_now_bytes=321_000_000,
    memory_full_bytes=415_000_000,
)
OWN = CAME.model_copy(
    update={"id": "large", "name": "Large", "embedded": False, "badge": "unvalidated", "sha256": "b" * 64}
)
MEASURED = Achieved(
    when="2026-11-22T10:00:00+00:00",
    cases=40,
    device="processor, 2 threads, with extra kernels",
    quantisation="Q4_1",
    lanes={"writer": LaneResult(what="passed", right=30, of=40), "engine": LaneResult(what="first", right=35, of=40)},
    may=("writer",),
    sentences=("It may write.",),
    tokens_per_second=41.0,
    prompt_tokens_per_second=104.0,
    first_word_ms=900.0,
    first_word_again_ms=120.0,
)


class ScriptedShelf(ModelShelf):
    """Two models; measuring waits until it may end or is stopped."""

    def __init__(self) -> None:
        self.shelf = [ShelvedModel(CAME, None, minutes=(2, 21)), ShelvedModel(OWN, None)]
        self.warning = ""
        self.may_end = threading.Event()
        self.added: tuple[Path, Role | None] | None = None
        self.trouble: KnownError | None = None

    def models(self) -> tuple[ShelvedModel, ...]:
        return tuple(self.shelf)

    def add(self, path: Path, role: Role | None, job: Job) -> ModelInfo:
        if self.trouble is not None:
            raise self.trouble
        self.added = path, role
        info = CAME.model_copy(update={"id": path.stem, "name": path.stem, "embedded": False})
        self.shelf.append(ShelvedModel(info, None))
        return info

    def caution(self, info: ModelInfo) -> str:
        return self.warning

    def verify(self, key: str, job: Job) -> Verification:
        return Verification(model=key, ok=key == "small", sha256="a" * 64, sentence="")

    def remove(self, key: str) -> None:
        self.shelf = [model for model in self.shelf if model.info.id != key]

    def measure(self, key: str, job: Job) -> None:
        job.progress(3, 40)
        while not self.may_end.is_set():
            if job.wait(0.005):
                raise KnownError("the measurement was stopped")
        self.shelf = [ShelvedModel(m.info, MEASURED if m.info.id == key else m.measured) for m in self.shelf]


@pytest.fixture
def shelf(desk: Desk) -> ScriptedShelf:
    made = desk.services.models = ScriptedShelf()
    return made


@pytest.fixture
def dialog(inside: MainWindow, shelf: ScriptedShelf, qtbot: QtBot) -> ModelsDialog:
    inside.actions_["models"].trigger()
    made = inside.dialogs.get(ModelsDialog)
    qtbot.waitUntil(lambda: made.rows.rows_model.rowCount() == 2)
    return made


def choose(dialog: ModelsDialog, at: int) -> None:
    dialog.rows.setCurrentIndex(dialog.rows.rows_model.index(at, 0))


def test_each_model_says_what_it_is_for_and_who_vouches_for_it(dialog: ModelsDialog) -> None:
    came, own = dialog.rows.rows_model.rows
    for words in (
        "writes",
        "Q4_1",
        "98 MB",
        "321 MB of memory at 4,096 tokens",
        "came with Bedside",
        "not measured here",
    ):
        assert words in came.detail
    assert (came.chip, own.chip) == ("", "unvalidated")
    assert "nobody vouches" in own.tip
    card = {row.title: row.detail for row in came.children}
    assert card["Limits"] == "makes things up"
    assert card["Languages"] == "English"
    assert card["SHA-256"] == "a" * 64
    assert card["Memory"] == "321 MB at 4,096 tokens, as it is used here; 415 MB at all 8,192 that it can read"


def test_what_nobody_stated_is_said_to_be_not_stated(dialog: ModelsDialog, desk: Desk) -> None:
    groups = [row for row in dialog.rows.rows_model.rows[1].children if row.detail == "not stated"]
    assert "Validated by others" in [row.title for row in groups]
    assert len(groups) >= 9
    desk.texts.speak("zh")
    desk.texts.turns.finish()
    assert {row.title: row.detail for row in dialog.rows.rows_model.rows[1].children}["外部验证"] == "未说明"


def test_a_card_is_read_in_chinese_where_it_has_that(desk: Desk) -> None:
    words = CardWords(intended_use="改写事实", limits=("会编造内容",), attributes=SourceAttributes(purpose="目的一"))
    stated = SourceAttributes(purpose="wording", maintenance="fixed")
    info = CAME.model_copy(update={"chinese": words, "attributes": stated})
    desk.texts.speak("zh")
    (row,) = model_rows((ShelvedModel(info, None),), desk.texts)
    card = {child.title: child.detail for child in row.children}
    assert (card["预期用途"], card["局限"], card["目的"], card["维护"]) == ("改写事实", "会编造内容", "目的一", "fixed")


def test_what_needs_more_memory_than_there_is_carries_a_caution(desk: Desk) -> None:
    said = "Small needs about 321 MB of memory and this machine has 300 MB: it may not run here, or only very slowly."
    (row,) = model_rows((ShelvedModel(CAME, None, caution=said),), desk.texts)
    assert (row.children[0].title, row.children[0].tone) == ("Caution", "warn")
    desk.texts.speak("zh")
    (row,) = model_rows((ShelvedModel(CAME, None, caution=said),), desk.texts)
    assert "300 MB" in row.children[0].detail
    assert "needs" not in row.children[0].detail


def test_how_long_measuring_takes_is_said_before_it_begins(dialog: ModelsDialog, desk: Desk) -> None:
    choose(dialog, 0)
    assert "about 2 minutes on a free machine and 21 on a busy one" in dialog.hint.text()
    for info, words, may in (
        (CAME.model_copy(update={"role": "encoder"}), "finds similar words and writes nothing", False),
        (CAME.model_copy(update={"status": "damaged"}), "its file is not whole", False),
        (CAME, "about 2 h on a free machine and 16 h on a busy one", True),
    ):
        dialog._came((ShelvedModel(info, None, minutes=(100, 940)),))
        assert words in dialog.hint.text()
        assert dialog.buttons["measure"].isEnabled() is may
        assert dialog.hint.isVisible()


def test_of_what_is_never_measured_nothing_is_said_about_measuring(desk: Desk) -> None:
    (row,) = model_rows((ShelvedModel(CAME.model_copy(update={"role": "encoder"}), None),), desk.texts)
    assert "measured" not in row.detail
    (row,) = model_rows((ShelvedModel(CAME, None, serves=True),), desk.texts)
    assert row.detail.endswith("not measured here, in use as it came with Bedside")


def test_what_came_with_bedside_stays(dialog: ModelsDialog) -> None:
    choose(dialog, 0)
    assert not dialog.buttons["remove"].isEnabled()
    choose(dialog, 1)
    assert dialog.buttons["remove"].isEnabled()


def test_measuring_tells_how_far_it_is_and_what_the_model_may_do(
    dialog: ModelsDialog, shelf: ScriptedShelf, qtbot: QtBot
) -> None:
    choose(dialog, 0)
    dialog.buttons["measure"].click()
    qtbot.waitUntil(lambda: "3 of 40" in dialog.work.words)
    assert not any(dialog.buttons[name].isEnabled() for name in ("add", "measure", "verify", "remove"))
    shelf.may_end.set()
    qtbot.waitUntil(lambda: "may: write" in dialog.rows.rows_model.rows[0].detail)
    values = {row.title: row.value for row in dialog.rows.rows_model.rows[0].children if row.value}
    assert values["Sentences that passed the check"] == "30 of 40 (75%)"
    assert (values["Reading"], values["Writing"]) == ("104 tokens a second", "41 tokens a second")
    assert values["Until the first word"] == "0.9 s, for the next case 0.1 s"
    assert values["Ran on"] == "processor, 2 threads, with extra kernels"
    titles = [row.title for row in dialog.rows.rows_model.rows[0].children]
    assert titles.index("It may write.") < titles.index("Its card") < titles.index("Intended use")
    assert dialog.buttons["measure"].isEnabled()


def test_measuring_can_be_stopped(dialog: ModelsDialog, shelf: ScriptedShelf, qtbot: QtBot) -> None:
    dialog.buttons["measure"].click()
    qtbot.waitUntil(dialog.work.stop.isVisible)
    dialog.work.stop.click()
    qtbot.waitUntil(lambda: "Stopped" in dialog.said.text())
    assert shelf.shelf[0].measured is None
    assert dialog.buttons["measure"].isEnabled()


def test_a_file_is_verified(dialog: ModelsDialog, qtbot: QtBot) -> None:
    choose(dialog, 0)
    dialog.buttons["verify"].click()
    qtbot.waitUntil(lambda: "whole" in dialog.said.text())
    choose(dialog, 1)
    dialog.buttons["verify"].click()
    qtbot.waitUntil(lambda: "not the file" in dialog.said.text())
    assert dialog.said.objectName() == "fault"


def test_a_file_is_added_in_the_role_that_was_chosen(
    dialog: ModelsDialog, shelf: ScriptedShelf, qtbot: QtBot, tmp_path: Path
) -> None:
    assert dialog.role.findData("encoder") == -1  # one of one's own has no use
    shelf.warning = "New needs about 9 GB of memory and this machine has 8 GB"
    dialog.role.setCurrentIndex(dialog.role.findData("second-opinion"))
    dialog.add(tmp_path / "new.gguf")
    qtbot.waitUntil(lambda: dialog.rows.rows_model.rowCount() == 3)
    assert shelf.added == (tmp_path / "new.gguf", "second-opinion")
    assert "nothing until it has been measured" in dialog.said.text()
    assert dialog.said.text().endswith("this machine has 8 GB.")


def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(
    dialog: ModelsDialog, shelf: ScriptedShelf, qtbot: QtBot, tmp_path: Path
) -> None:
    shelf.trouble = KnownError("that is no model: choose another file")
    dialog.add(tmp_path / "new.gguf")
    qtbot.waitUntil(lambda: dialog.said.text() == "That is no model: choose another file.")
    assert dialog.said.isVisible()


def test_removing_is_asked_about_first(dialog: ModelsDialog, shelf: ScriptedShelf, qtbot: QtBot) -> None:
    choose(dialog, 1)
    for answer, left in (("Keep it", 2), ("Remove…", 1)):
        dialog.buttons["remove"].click()
        (box,) = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]
        assert "Large" in box.text()
        next(button for button in box.findChildren(QPushButton) if button.text() == answer).click()
        qtbot.waitUntil(lambda left=left: dialog.rows.rows_model.rowCount() == left)  # type: ignore[misc]


def test_the_page_speaks_chinese(dialog: ModelsDialog, desk: Desk) -> None:
    desk.texts.speak("zh")
    desk.texts.turns.finish()
    assert "尚未在本机测评" in dialog.rows.rows_model.rows[0].detail


_NAMES = frozenset("llm all sentence encoder transformers minilm bert llama fast slow heartbeat tachycardia".split())


@pytest.mark.parametrize(
    ("lanes", "moves"),
    [
        ({"writer": (30, 40), "second-opinion": (20, 35)}, Moves(6, 0)),
        ({"writer": (9, 40), "second-opinion": (20, 35)}, Moves(0, 0)),
        ({"writer": (1, 2), "second-opinion": (3, 35)}, Moves(0, 0)),
        ({}, Moves(0, 0)),
    ],
)
def test_nothing_of_the_page_is_left_in_english(desk: Desk, lanes: dict[str, tuple[int, int]], moves: Moves) -> None:
    """The cards that came with the program, one of a file that nobody knows, and all that a measurement may say."""
    found = {name: LaneResult(what="x", right=right, of=of) for name, (right, of) in lanes.items()}
    may, sentences = earned(found, moves)
    measured = MEASURED.model_copy(update={"lanes": found, "may": may, "sentences": sentences})
    own = OWN.model_copy(
        update={
            "limits": ("unvalidated: Bedside does not know this file, and nothing is known about how well it does",),
            "origin": "added from a file",
            "licence": "not stated by the file",
        }
    )
    desk.texts.speak("zh")
    desk.texts.turns.finish()
    models = [model._replace(measured=measured) for model in ModelShelf().models()]
    rows = model_rows((*models, ShelvedModel(own, measured)), desk.texts)
    assert english_in((words for row in rows for words in of_row(row)), _NAMES) == {}


def test_locking_closes_the_page(dialog: ModelsDialog, inside: MainWindow) -> None:
    inside.session.lock()
    assert not dialog.isVisible()


def test_the_real_shelf_refuses_what_is_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path))
    job = Job(lambda call: call(), None, lambda: None)
    (tmp_path / "x.gguf").write_bytes(b"no model")
    for work in (
        lambda: ModelShelf().add(tmp_path / "x.gguf", None, job),
        lambda: ModelShelf().add(tmp_path / "none.gguf", None, job),
        lambda: ModelShelf().verify("none", job),
        lambda: ModelShelf().remove("none"),
    ):
        with pytest.raises(KnownError):
            work()


def test_the_real_shelf_stops_reading_a_file_and_tells_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path))
    shelf = ModelShelf()
    model = next((m.info for m in shelf.models() if m.info.embedded and m.info.status == "ready"), None)
    if model is None:
        pytest.skip("no model came with this installation")
    job = Job(lambda call: call(), None, lambda: None)
    assert shelf.verify(model.id, job).ok
    assert job.finished == job.total == model.size_bytes // 1_000_000
    job.cancel()
    assert not shelf.verify(model.id, job).ok
