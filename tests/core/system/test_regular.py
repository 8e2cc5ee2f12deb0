from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from core.system import regular
from core.system.regular import NoFileError, open_regular, read_regular


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"one\r\n\x1a two")
    assert read_regular(file) == b"one\r\n\x1a two"
    link = tmp_path / "link"
    link.symlink_to(file)
    with open_regular(link) as opened:
        assert opened.read(3) == b"one"
        assert not os.get_inheritable(opened.fileno())


def test_nothing_else_is_opened(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        open_regular(tmp_path)
    with pytest.raises(FileNotFoundError):
        open_regular(tmp_path / "nowhere")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(NoFileError):  # and at once: nobody writes into it
        open_regular(pipe)
    with pytest.raises(NoFileError):
        open_regular(Path("/dev/null"))
    (tmp_path / "link").symlink_to(pipe)
    with pytest.raises(NoFileError):
        open_regular(tmp_path / "link")


def test_a_pipe_that_took_the_place_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    asked: list[int] = []
    real = regular._held

    def late(path: Path, mode: int) -> None:
        asked.append(mode)
        if len(asked) > 1:
            real(path, mode)

    monkeypatch.setattr(regular, "_held", late)
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(NoFileError):
        open_regular(pipe)
    assert len(asked) == 2
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_socket(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(tmp_path / "s"))
        with pytest.raises(NoFileError):
            open_regular(tmp_path / "s")
