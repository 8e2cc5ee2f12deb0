"""A kernel filter over this process's system calls (Linux, seccomp)."""

from __future__ import annotations

import ctypes
import platform
import struct

_PR_SET_SECCOMP = 22
_MODE_FILTER = 2
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | 1  # the call returns EPERM
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # classic BPF
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4  # offsets in struct seccomp_data


# What a model has no business with, by its number on x86_64 and on aarch64: sockets (which io_uring opens too), other
# programs, other processes' memory, name spaces, keys, the kernel itself.
_REFUSED: dict[str, tuple[int, int]] = {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "accept": (43, 202),
    "accept4": (288, 242),
    "bind": (49, 200),
    "listen": (50, 201),
    "sendto": (44, 206),
    "sendmsg": (46, 211),
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "open_by_handle_at": (304, 265),
}
_AUDIT_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_FIRST_FOREIGN = 0x40000000  # numbers from here on belong to another calling convention of the processor (x32)


def program(machine: str) -> bytes:
    """The filter for this architecture as the kernel reads it."""
    if machine not in _AUDIT_ARCHITECTURES:
        raise OSError(f"there is no filter for the architecture {machine}")
    column = list(_AUDIT_ARCHITECTURES).index(machine)
    refused = [numbers[column] for numbers in _REFUSED.values()]
    count = len(refused)
    steps = [
        _step(_LOAD, 0, 0, _ARCHITECTURE_AT),
        _step(_EQUAL, 0, count + 3, _AUDIT_ARCHITECTURES[machine]),
        _step(_LOAD, 0, 0, _NUMBER_AT),
        _step(_AT_LEAST, count + 1, 0, _FIRST_FOREIGN),
        *(_step(_EQUAL, count - index, 0, number) for index, number in enumerate(refused)),
        _step(_RETURN, 0, 0, _ALLOW),
        _step(_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(steps)


def _step(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def apply(libc: ctypes.CDLL) -> None:
    """Install the filter for this thread and all that it starts. Needs no_new_privs."""
    code = program(platform.machine())
    argument = _Program(len(code) // 8, code)
    if libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(argument), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel did not take the filter")
