"""System packages: installed by root, asked for by name by everybody else."""

from __future__ import annotations

import pytest

from devtools import system_packages
from devtools.console import DevError
from devtools.system_packages import parse_installed, provide

LISTING = (
    "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80.0-6)\n"
    "installed\tg++-12\tc++-compiler, c++abi2-dev\n"
    "config-files\txvfb\t\n"
    "installed\tlibegl1\t\n"
)


@pytest.fixture
def user(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(system_packages, "is_debian", lambda: True)
    monkeypatch.setattr(system_packages, "may_install", lambda: False)
    monkeypatch.setattr(system_packages, "installed", lambda: parse_installed(LISTING))
    return monkeypatch


def test_names_that_a_newer_release_provides_count() -> None:
    names = parse_installed(LISTING)
    assert {"libglib2.0-0", "libglib2.0-0t64", "c++-compiler", "libegl1"} <= names
    assert "xvfb" not in names, "removed, with its settings kept"


def test_nothing_missing_nothing_said(user: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    provide({"libegl1": True, "libglib2.0-0": True}, "app")
    assert capsys.readouterr().out == ""


def test_a_user_is_stopped_for_what_is_needed_and_told_the_line(user: pytest.MonkeyPatch) -> None:
    with pytest.raises(DevError, match=r"sudo apt-get install -y --no-install-recommends libgl1 xvfb\n") as stopped:
        provide({"libegl1": True, "libgl1": True, "xvfb": False}, "test")
    assert "dev.py test" in str(stopped.value)


def test_a_user_goes_on_without_what_is_only_useful(
    user: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    provide({"libegl1": True, "xvfb": False}, "test")
    assert "sudo apt-get install -y --no-install-recommends xvfb" in capsys.readouterr().out


def test_root_installs_just_what_is_missing(user: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    user.setattr(system_packages, "may_install", lambda: True)
    user.setattr(system_packages, "_install", lambda packages, watch: asked.append(packages))
    provide({"libegl1": True, "xdotool": False, "xvfb": False}, "test")
    assert asked == [("xdotool", "xvfb")]


def test_elsewhere_nothing_is_asked_of_dpkg(user: pytest.MonkeyPatch) -> None:
    user.setattr(system_packages, "is_debian", lambda: False)
    provide({"libgl1": True}, "app")
