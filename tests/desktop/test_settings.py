"""Settings survive, and a damaged file harms nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.settings import ALL, CASES_SHOWN, LANGUAGE, LETTERHEAD, PANES, SECTIONS, THEME, Settings


def test_a_choice_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(file)
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.set(THEME, "dark")
    settings.set(THEME, "dark")
    settings.set(PANES, [300, 900])
    again = Settings(file)
    assert again.get(THEME) == "dark"
    assert again.get(PANES) == [300, 900]
    assert again.get(LANGUAGE) == LANGUAGE.default
    assert told == ["theme", "panes"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"theme": "pink", "cases_shown": "yes", "panes": ["a"], "unknown": 1, "idle_minutes": 3}',
        b'{"panes": [1], "idle_minutes": true}',
        b'{"letterhead": "' + b"x" * 601 + b'"}',
    ],
)
def test_nonsense_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    settings = Settings(file)
    for setting in ALL:
        assert settings.get(setting) == setting.default


def test_a_disk_that_cannot_be_written_to_keeps_the_choice_for_now(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    settings = Settings(blocked / "settings.json")
    settings.set(CASES_SHOWN, False)
    assert not settings.get(CASES_SHOWN)


def test_the_file_is_written_behind_and_at_the_latest_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    waiting: list[Callable[[], None]] = []
    settings = Settings(file, waiting.append)
    settings.set(THEME, "dark")
    settings.set(LETTERHEAD, "Dr A\nWard 3")
    assert not file.exists()
    waiting[0]()
    written = file.read_bytes()
    waiting[1]()
    settings.flush()
    assert file.read_bytes() == written
    assert Settings(file).get(LETTERHEAD) == "Dr A\nWard 3"


def test_a_person_can_choose_everything_but_what_the_window_remembers_by_itself() -> None:
    shown = {setting.name for section in SECTIONS for setting in section.settings}
    assert {s.name for s in ALL} - shown == {
        *("geometry", "panes", "halves", "cases_shown", "tour_offered"),
        *("report_left_out", "letterhead_image"),  # chosen beside the preview
    }
