"""Settings survive, and a damaged file harms nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.settings import ALL, LANGUAGE, MAXIMISED, THEME, WINDOW, Settings


def test_a_choice_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(file)
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.set(THEME, "dark")
    settings.set(THEME, "dark")
    settings.set(WINDOW, [1500, 900])
    again = Settings(file)
    assert again.get(THEME) == "dark"
    assert again.get(WINDOW) == [1500, 900]
    assert again.get(LANGUAGE) == LANGUAGE.default
    assert told == ["theme", "window"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"theme": "pink", "maximised": "yes", "window": ["a"], "unknown": 1}',
        b'{"window": [1]}',
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
    settings.set(MAXIMISED, True)
    assert settings.get(MAXIMISED)
