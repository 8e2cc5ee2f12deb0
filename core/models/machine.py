"""What this machine has for running models: processor, its features, memory."""

from __future__ import annotations

import os
import platform
from functools import lru_cache
from pathlib import Path

from core.frozen import Frozen

# Of the many features of a processor, those that kernels are written for.
# fmt: off
_TELLING = (
    "ssse3", "sse4_1", "sse4_2", "avx", "avx2", "f16c", "fma", "bmi2", "avx_vnni", "avx512f", "avx512bw",
    "avx512_vnni", "avx512_bf16", "avx512_fp16", "amx_tile", "amx_int8", "amx_bf16",
    "neon", "asimd", "asimddp", "i8mm", "bf16", "sve", "sve2", "sme",
)
# fmt: on


class Processor(Frozen):
    name: str
    features: tuple[str, ...]
    cores: int
    logical: int


class Memory(Frozen):
    total_bytes: int | None
    available_bytes: int | None


@lru_cache(maxsize=1)
def processor() -> Processor:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        text = ""
    return processor_from(text)


def processor_from(cpuinfo: str) -> Processor:
    """From the text of /proc/cpuinfo; empty where the system has none."""
    names: list[str] = []
    features: set[str] = set()
    physical: set[tuple[str, str]] = set()
    package = ""
    for line in cpuinfo.splitlines():
        key, _, value = (part.strip() for part in line.partition(":"))
        if key in ("model name", "Model"):
            names.append(value)
        elif key in ("flags", "Features"):
            features.update(value.split())
        elif key == "physical id":
            package = value
        elif key == "core id":
            physical.add((package, value))
    logical = _usable()
    return Processor(
        name=names[0] if names else platform.processor() or platform.machine(),
        features=tuple(name for name in _TELLING if name in features),
        cores=min(len(physical) or logical, logical),
        logical=logical,
    )


def threads() -> int:
    """For computing: the real cores that we may use. The worker gives way to the window by its priority."""
    return max(1, processor().cores)


def memory() -> Memory:
    try:
        text = Path("/proc/meminfo").read_text(encoding="ascii")
    except OSError:
        return Memory(total_bytes=None, available_bytes=None)
    sizes = {line.split(":")[0]: int(line.split()[1]) * 1024 for line in text.splitlines() if line.endswith("kB")}
    return Memory(total_bytes=sizes.get("MemTotal"), available_bytes=sizes.get("MemAvailable"))


def peak_memory(process: int) -> int | None:
    """The most that a process has had in memory so far, in bytes; None where the system does not tell."""
    try:
        text = Path(f"/proc/{process}/status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    peaks = [int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("VmHWM:")]
    return peaks[0] if peaks else None


def _usable() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
