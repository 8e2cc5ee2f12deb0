"""What a process gives up, tried out from inside such a process."""

from __future__ import annotations

import ctypes
import json
import os
import socket
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.system import isolation, landlock, seccomp
from core.system.isolation import Isolation, allowed_environment

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own means")
_ROOT = Path(__file__).resolve().parents[3]
_PROGRAM = """
import json, os, socket, subprocess, sys
sys.path.insert(0, os.getcwd())
from core.system.isolation import isolate
account = isolate(int(sys.argv[2]) or os.getppid(), devices=sys.argv[3] == "devices")
outcome = {}
def attempt(name, step):
    try:
        step()
        outcome[name] = "done"
    except Exception as error:
        outcome[name] = type(error).__name__
attempt("socket", lambda: socket.socket())
attempt("unix", lambda: socket.socket(socket.AF_UNIX))
attempt("pair", socket.socketpair)
attempt("program", lambda: subprocess.run(["true"]))
attempt("write", lambda: open(sys.argv[1] + "/new", "w"))
attempt("append", lambda: open(sys.argv[1] + "/old", "a"))
attempt("remove", lambda: os.unlink(sys.argv[1] + "/old"))
attempt("read", lambda: open(sys.argv[1] + "/old").read())
attempt("signal", lambda: os.kill(os.getppid(), 0))
attempt("device", lambda: open("/dev/full", "w"))
attempt("null", lambda: open("/dev/null", "w"))
import resource
outcome["core"] = resource.getrlimit(resource.RLIMIT_CORE)[0]
outcome["status"] = open("/proc/self/status").read() if os.access("/proc/self/status", os.R_OK) else ""
print(json.dumps([account.model_dump(), outcome]))
"""


def _isolated(folder: Path, parent: int = 0, devices: str = "no") -> tuple[Isolation, dict[str, Any]]:
    (folder / "old").write_text("old")
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(folder), str(parent), devices],
        capture_output=True,
        text=True,
        cwd=_ROOT,
        env=allowed_environment(),
        start_new_session=True,
        timeout=60,
        check=True,
    )
    if not done.stdout:
        return Isolation(had=(), missing=(), network_closed=False), {}
    account, outcome = json.loads(done.stdout)
    return Isolation.model_validate(account), outcome


def _had(account: Isolation, part: str) -> bool:
    return any(part in words for words in account.had)


@LINUX
def test_what_it_says_it_gave_up_it_has_not_got(tmp_path: Path) -> None:
    account, outcome = _isolated(tmp_path)
    assert outcome["read"] == "done"
    assert outcome["null"] == "done"
    assert outcome["core"] == 0
    if _had(account, "seccomp"):
        for name in ("socket", "unix", "pair", "program"):
            assert outcome[name] == "PermissionError", name
        assert "Seccomp:\t2" in outcome["status"]
    if _had(account, "Landlock"):
        for name in ("write", "append", "remove", "device"):
            assert outcome[name] == "PermissionError", name
        assert not (tmp_path / "new").exists()
        assert (tmp_path / "old").read_text() == "old"
    if _had(account, "no privileges"):
        assert "CapEff:\t0000000000000000" in outcome["status"]
    if _had(account, "no new privileges"):
        assert "NoNewPrivs:\t1" in outcome["status"]
    assert account.network_closed == _had(account, "no way out to a network")


@LINUX
def test_a_graphics_processor_leaves_the_devices_open(tmp_path: Path) -> None:
    account, outcome = _isolated(tmp_path, devices="devices")
    assert outcome["device"] == "done"
    if _had(account, "Landlock"):
        assert outcome["write"] == "PermissionError"


@LINUX
def test_it_does_not_start_for_a_program_that_is_gone(tmp_path: Path) -> None:
    _, outcome = _isolated(tmp_path, parent=1 << 30)
    assert outcome == {}


def test_only_allowed_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDSIDE_PASSPHRASE", "correct horse")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    allowed = allowed_environment()
    assert allowed["LANG"] == "C.UTF-8"
    assert not {"BEDSIDE_PASSPHRASE", "PYTHONPATH", "HOME"} & set(allowed)
    assert "BEDSIDE_PASSPHRASE" in isolation._foreign_variables()


def test_a_system_that_offers_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(isolation, "forbid_network", lambda: None)
    monkeypatch.setattr(isolation, "_network_closed", lambda: False)
    account = isolation.isolate(os.getppid(), devices=False)
    assert not account.network_closed
    assert any("cannot ask for it on win32" in words for words in account.missing)
    assert any("no way out to a network" in words for words in account.missing)


def test_a_step_that_fails_is_named_with_its_reason() -> None:
    account = isolation._Account()

    def fails() -> None:
        raise OSError(1, "unshare")

    def has_no_such_call() -> None:
        raise AttributeError("unshare")

    account.attempt("a network of its own", fails)
    account.attempt("no privileges", has_no_such_call)
    account.attempt("no core dumps", lambda: None)
    assert account.missing == [
        "a network of its own (not had: Operation not permitted)",
        "no privileges (not had: unshare)",
    ]
    assert account.had == ["no core dumps"]


class _Refusing:
    """A kernel that refuses everything."""

    def _no(self, *arguments: object) -> int:
        ctypes.set_errno(38)
        return -1

    prctl = unshare = capset = syscall = _no


@LINUX
def test_a_kernel_that_refuses_is_noticed() -> None:
    libc: Any = _Refusing()
    with pytest.raises(OSError, match="prctl"):
        isolation._prctl(libc, 38, 1)
    with pytest.raises(OSError, match="unshare"):
        isolation._unshare(libc)
    with pytest.raises(OSError, match="capset"):
        isolation._drop_capabilities(libc)
    with pytest.raises(OSError, match="Landlock"):
        landlock.apply(libc)
    with pytest.raises(OSError, match="filter"):
        seccomp.apply(libc)


class _OldKernel:
    """Landlock of a given version; keeps what it was asked for."""

    def __init__(self, version: int) -> None:
        self._version = version
        self.asked: list[tuple[object, ...]] = []

    def syscall(self, *arguments: object) -> int:
        self.asked.append(arguments)
        if arguments[1] is None:
            return self._version
        return os.open(os.devnull, os.O_RDONLY) if arguments[0] == 444 else 0


@pytest.mark.parametrize(("version", "size"), [(1, 8), (2, 8), (3, 8), (4, 16), (6, 24)])
def test_an_older_landlock_is_asked_for_what_it_knows(version: int, size: int) -> None:
    kernel: Any = _OldKernel(version)
    assert landlock.apply(kernel, ("/dev",)) == version
    _, ruleset, rule, restrict = kernel.asked
    assert ruleset[2] == size == len(ruleset[1])
    (rights,) = struct.unpack("Q", ruleset[1][:8])
    assert bool(rights & 1 << 13) == (version >= 2)
    assert bool(rights & 1 << 14) == (version >= 3)
    assert not rights & 1 << 2  # reading stays
    assert rule[0] == 445
    assert restrict[0] == 446


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_refuses_what_it_should_and_nothing_else(machine: str) -> None:
    code = seccomp.program(machine)
    audit = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}[machine]
    allow, refuse = 0x7FFF0000, 0x00050001
    column = ["x86_64", "aarch64"].index(machine)
    refused = {numbers[column] for numbers in seccomp._REFUSED.values()}
    assert len(refused) == len(seccomp._REFUSED)
    for number in range(480):
        assert _run(code, number, audit) == (refuse if number in refused else allow), number
    assert _run(code, 0, audit ^ 1) == refuse  # another architecture
    assert _run(code, 0x40000000 | 1, audit) == refuse  # another calling convention


def _run(code: bytes, number: int, architecture: int) -> int:
    """The filter as the kernel would run it."""
    position, accumulator = 0, 0
    while True:
        operation, if_true, if_false, value = struct.unpack_from("HBBI", code, position * 8)
        position += 1
        if operation == 0x20:
            accumulator = {0: number, 4: architecture}[value]
        elif operation == 0x06:
            return int(value)
        else:
            holds = accumulator == value if operation == 0x15 else accumulator >= value
            position += if_true if holds else if_false


def test_an_architecture_without_a_filter_is_told() -> None:
    with pytest.raises(OSError, match="riscv64"):
        seccomp.program("riscv64")


@LINUX
def test_an_inherited_handle_is_seen() -> None:
    handle = os.open(os.devnull, os.O_RDONLY)
    try:
        assert handle not in isolation._inherited_handles()
        os.set_inheritable(handle, True)
        assert handle in isolation._inherited_handles()
    finally:
        os.close(handle)


def test_an_open_network_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    class Open:
        def __init__(self, *arguments: object) -> None: ...

        def __enter__(self) -> Open:
            return self

        def __exit__(self, *arguments: object) -> None: ...

        def connect(self, address: object) -> None: ...

    monkeypatch.setattr(socket, "socket", Open)
    assert not isolation._network_closed()
