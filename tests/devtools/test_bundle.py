"""The rules of the stand-alone program: what goes in, what stays out, and what is said when the system lacks a part."""

from __future__ import annotations

import ast
import ctypes
import importlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from devtools import bundle, console, model_runtime, pins
from devtools.frozen import contents, needs
from devtools.places import BUNDLE_VENV, ROOT


def test_nothing_that_bedside_imports_is_left_out() -> None:
    left_out = tuple(contents.EXCLUDED_MODULES)
    for path in [*(ROOT / "core").rglob("*.py"), *(ROOT / "desktop").rglob("*.py")]:
        if path.is_relative_to(ROOT / "core" / "training"):
            continue
        for module in _imported(path):
            inside = [name for name in left_out if f"{module}.".startswith(f"{name}.")]
            assert not inside, f"{path.relative_to(ROOT)} imports {module}"


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_a_forbidden_import_would_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "some.py"
    file.write_text("def f() -> None:\n    from PIL import ImageTk\n", encoding="utf-8")
    assert "PIL.ImageTk" in _imported(file)


def test_the_parts_of_bedside_go_in() -> None:
    assert contents.wanted_module("core.cli.analyse")
    assert not contents.wanted_module("core.training.encoder")


def test_resources_go_where_the_program_looks_for_them(tmp_path: Path) -> None:
    for name in (
        "resources/compiled/knowledge.7.building",
        "resources/examples/case.txt",
        "resources/models/small.gguf",
        "resources/models/small.yaml",
        "resources/fonts/make.py",
        "resources/fonts/README.md",
        "resources/fonts/Sans.ttf",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")

    def inside(models: bool) -> set[str]:
        pairs = contents.data_files(tmp_path, models=models)
        return {f"{folder}/{Path(source).name}" for source, folder in pairs}

    without = {
        "resources/examples/case.txt",
        "resources/models/small.yaml",
        "resources/fonts/Sans.ttf",
        "./LICENSE",
        "./NOTICE",
    }
    assert inside(models=False) == without
    assert inside(models=True) == without | {"resources/models/small.gguf"}


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\translations\\qtbase_de.qm",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/platforms/libqlinuxfb.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6\\plugins\\imageformats\\qwebp.dll",
        "libcairo.so.2",
        "llama_cpp/lib/libllama.so.0.5.0",
    ],
)
def test_what_is_never_used_stays_out(name: str) -> None:
    assert not contents.wanted_file(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "llama_cpp/lib/libllama.so",
        "llama_cpp/lib/libllama.so.0",
        "libcups.so.2",
        "resources/translations/shell.yaml",
    ],
)
def test_what_is_used_goes_in(name: str) -> None:
    assert contents.wanted_file(name)


def test_none_of_bedsides_own_files_is_taken_for_a_librarys() -> None:
    for source, folder in contents.data_files(ROOT, models=True):
        assert contents.wanted_file(f"{folder}/{Path(source).name}"), source


def test_the_two_programs_have_two_names_wherever_case_does_not_count() -> None:
    assert contents.console_name("linux") == "bedside"
    for platform in ("win32", "darwin"):
        assert contents.console_name(platform).casefold() != contents.WINDOW.casefold()


def test_debuggers_tables_are_taken_out_on_linux_alone() -> None:
    assert contents.bulky("libpython3.11.so.1.0", "linux")
    assert not contents.bulky("numpy.libs/libscipy_openblas64_-32a4b2a6.so", "linux")
    assert not contents.bulky("libpython3.11.dylib", "darwin")


LACKS = "libEGL.so.1: cannot open shared object file: No such file or directory"


def test_a_missing_library_is_named_with_its_package() -> None:
    sentence = needs.in_words(LACKS, "linux")
    assert "lacks the library libEGL.so.1" in sentence
    assert "apt-get install libegl1 " in sentence


def test_a_library_whose_package_is_unknown_is_still_named() -> None:
    sentence = needs.in_words("libodd.so.3: cannot open shared object file: No such file or directory", "linux")
    assert "lacks the library libodd.so.3" in sentence
    assert "apt-get" not in sentence


def test_another_fault_of_loading_is_quoted() -> None:
    assert "(undefined symbol: f)" in needs.in_words("undefined symbol: f", "linux")


def test_windows_is_told_what_to_install() -> None:
    assert "Visual C++ Redistributable" in needs.in_words("DLL load failed while importing QtCore", "win32")


@pytest.mark.parametrize("environ", [{"QT_QPA_PLATFORM": "offscreen"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_without_x11_nothing_of_it_is_asked_for(environ: dict[str, str]) -> None:
    assert needs.missing_display(environ, "linux") is None


def test_without_a_display_the_command_line_is_named() -> None:
    assert "no display here" in (needs.missing_display({}, "linux") or "")
    assert needs.missing_display({}, "win32") is None


def test_a_plugin_that_cannot_be_loaded_is_told() -> None:
    """There is no bundle here, so that the plugin of X11 is not where a bundle has it."""
    assert "libqxcb.so" in (needs.missing_display({"DISPLAY": ":1"}, "linux") or "")


def test_what_the_loader_said_is_told_through_pyinstallers_wrapping(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrapped(name: str) -> object:
        raise OSError("Failed to load dynlib/dll. Most likely it was not found.") from OSError(LACKS)

    monkeypatch.setattr(ctypes, "CDLL", wrapped)
    assert "lacks the library libEGL.so.1" in (needs.missing_display({"DISPLAY": ":1"}, "linux") or "")


def test_the_window_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def absent(name: str) -> object:
        raise ImportError(LACKS)

    monkeypatch.setattr(importlib, "import_module", absent)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit) as left:
        needs.leave_if_something_is_missing()
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("Bedside's window cannot open: ")
    assert told.count("\n") == 1


def test_the_box_gets_the_systems_own_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "zenity"
    program.write_text("#!/bin/sh\n", encoding="ascii")
    program.chmod(0o755)
    calls: list[tuple[list[str], dict[str, str]]] = []

    def start(command: list[str], **named: object) -> None:
        environment = named["env"]
        assert isinstance(environment, dict)
        calls.append((command, environment))

    monkeypatch.setattr(subprocess, "Popen", start)
    monkeypatch.setattr(sys, "platform", "linux")
    for name, value in {
        "PATH": str(tmp_path),
        "DISPLAY": ":1",
        "LD_LIBRARY_PATH": "/the/bundle",
        "LD_LIBRARY_PATH_ORIG": "/theirs",
    }.items():
        monkeypatch.setenv(name, value)
    needs.tell("A sentence.")
    [(command, environment)] = calls
    assert command == ["zenity", "--error", "--text", "A sentence."]
    assert environment["LD_LIBRARY_PATH"] == "/theirs"


def test_the_environment_holds_the_locks_and_the_runtime() -> None:
    build = model_runtime.build_for(pins.read(), "cpu")

    def names(models: bool) -> list[str]:
        return [step.name for step in bundle.steps(build, models=models)]

    assert names(models=True) == ["environment", "libraries-core", "libraries-bundle", "model-runtime"]
    assert names(models=False) == names(models=True)[:-1]


def test_sizes_count_no_link_twice(tmp_path: Path) -> None:
    files = {
        "bedside": 10,
        "_internal/libpython3.so": 300,
        "_internal/PySide6/Qt/lib/libQt6Core.so.6": 2_000_000,
        "_internal/resources/models/small.gguf": 9_000_000,
        "_internal/resources/fonts/Sans.ttf": 50,
    }
    for name, size in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(size))
    (tmp_path / "_internal" / "libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    found = bundle.sizes(tmp_path)
    assert found.total() == sum(files.values())
    assert found["resources/models"] == 9_000_000
    assert found["PySide6"] == 2_000_000
    lines = bundle.size_report(tmp_path).splitlines()
    assert lines[0].split() == ["11", "MB", "in", "all,", "of", "which"]
    assert lines[1].split() == ["9", "MB", "resources/models"]


def made_with(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *, models: bool
) -> tuple[Sequence[str | Path], dict[str, str]]:
    """The command that PyInstaller is started with, and the variables it is given."""
    seen: list[tuple[Sequence[str | Path], dict[str, str]]] = []

    def run(watch: object, command: Sequence[str | Path], advice: str, env: dict[str, str]) -> None:
        seen.append((command, env))

    monkeypatch.setattr(console, "LOGS", folder)
    monkeypatch.setattr(console.Watch, "run", run)
    monkeypatch.setattr(bundle, "_try_out", lambda: 0)
    assert bundle.make(["--clean"], models=models) == 0
    [(command, env)] = seen
    return command, env


def test_pyinstaller_is_the_one_of_the_bundles_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    command, env = made_with(monkeypatch, tmp_path, models=True)
    assert command[0] == BUNDLE_VENV.python
    assert command[-2:] == [ROOT / "build.spec", "--clean"]
    assert env == {}


def test_a_bundle_without_models_is_asked_for_in_words_that_the_spec_reads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _, env = made_with(monkeypatch, tmp_path, models=False)
    [name] = env
    assert f'"{name}" not in os.environ' in (ROOT / "build.spec").read_text(encoding="utf-8")
