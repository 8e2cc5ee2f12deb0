"""llama-cpp-python: compiled once for all checkouts of this user, then installed from its own wheel cache.

Compiled for the plain x86-64-v3 or ARM instructions, since the build that fits the machine it runs on crashes at the
first token on processors with AMX. Its wheel is kept apart from pip's cache, which ignores the flags a wheel was made
with and would hand out one made with others.
"""

from __future__ import annotations

import json
import os
import platform
import shlex
import shutil
import sysconfig
import tempfile
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

from devtools.console import DevError, Watch
from devtools.pins import Pins
from devtools.places import REQUIREMENTS, ROOT, VENV, Environment, cache_folder
from devtools.python_packages import install_lock
from devtools.stamps import digest, sha256
from devtools.steps import Step
from devtools.system_packages import compiler_advice, has_compiler

# What dev.py may be asked for.
FLAGS: dict[str, tuple[str, ...]] = {
    "cpu": ("-DGGML_NATIVE=OFF", "-DLLAVA_BUILD=OFF"),
    "cuda": ("-DGGML_NATIVE=OFF", "-DLLAVA_BUILD=OFF", "-DGGML_CUDA=ON"),
    "vulkan": ("-DGGML_NATIVE=OFF", "-DLLAVA_BUILD=OFF", "-DGGML_VULKAN=ON"),
    "metal": ("-DGGML_NATIVE=OFF", "-DLLAVA_BUILD=OFF", "-DGGML_METAL=ON"),
}
ACCELERATORS = tuple(FLAGS)
# For this very processor, to be measured beside what Bedside installs; never installed by it (see above).
_NATIVE = ("-DGGML_NATIVE=ON", "-DLLAVA_BUILD=OFF")
_RECORD = "made-from.json"
_WITHOUT_HELPERS = Path(__file__).with_name("without_helpers.cmake").as_posix()


@dataclass(frozen=True)
class Build:
    """One way of compiling one release on one kind of machine."""

    version: str
    sdist_sha256: str
    accelerator: str
    flags: tuple[str, ...]
    machine: str

    @property
    def key(self) -> str:
        """The name of its folder in the cache. The Python release is no part of it: the wheel serves them all."""
        ident = digest(self.version, self.sdist_sha256, *self.flags, self.machine)
        return f"llama-cpp-python-{self.version}-{self.accelerator}-{ident[:12]}"

    @property
    def folder(self) -> Path:
        return cache_folder() / "wheels" / self.key

    def wheel(self) -> Path | None:
        """The finished wheel, if it is there and is what was put there."""
        try:
            record = json.loads((self.folder / _RECORD).read_text(encoding="utf-8"))
            path = self.folder / record["wheel"]
            return path if sha256(path) == record["sha256"] else None
        except (OSError, ValueError, KeyError):
            return None

    def is_cached(self) -> bool:
        """Whether a finished wheel lies there, without reading all of it."""
        return (self.folder / _RECORD).exists()


def build_for(pins: Pins, accelerator: str) -> Build:
    """The build that this machine needs."""
    return _build(pins, accelerator, FLAGS[accelerator])


def native_build(pins: Pins) -> Build:
    """The build that fits the processor it is made on, and no other."""
    build = _build(pins, "native", _NATIVE)
    return replace(build, machine=f"{build.machine} {_processor()}")


def _build(pins: Pins, accelerator: str, flags: tuple[str, ...]) -> Build:
    libc, libc_version = platform.libc_ver()
    return Build(
        version=pins.runtime_version,
        sdist_sha256=pins.runtime_sha256,
        accelerator=accelerator,
        flags=flags,
        machine=f"{sysconfig.get_platform()} {libc}{libc_version}",
    )


def _processor() -> str:
    """What the compiler may make use of here; the name alone where the system does not list it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    listed = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    return digest(platform.processor() or platform.machine(), listed)[:12]


def step(build: Build, target: Environment | None = None) -> Step:
    """The step that has the runtime installed (in `.venv`, or in `target`), compiling it where no wheel is kept."""
    into = target or VENV
    return Step(
        name="model-runtime",
        title=f"language model runtime{_once(build)}",
        fingerprint=lambda: digest(into.version, build.key),
        present=lambda: into.installed("llama_cpp"),
        run=lambda watch: _install(build, into, watch),
    )


def _once(build: Build) -> str:
    return "" if build.is_cached() else " (compiled once, about ten minutes on two cores)"


def _install(build: Build, into: Environment, watch: Watch) -> None:
    wheel = build.wheel() or compile_wheel(build, watch)
    watch.run(
        [*(into.python, "-m", "pip", "install", "--no-deps", "--no-index", "--force-reinstall"), wheel],
        f"The compiled language model runtime could not be installed. Delete {build.folder} and try again.",
    )


def unpacked(build: Build, folder: Path) -> Step:
    """The step that has the runtime in a folder of its own, for what is measured beside the one that is installed."""

    def run(watch: Watch) -> None:
        wheel = build.wheel() or compile_wheel(build, watch)
        shutil.rmtree(folder, ignore_errors=True)
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)

    return Step(
        name="native-runtime",
        title=f"llama.cpp as it fits this processor, to measure beside{_once(build)}",
        fingerprint=lambda: build.key,
        present=lambda: (folder / "llama_cpp").exists(),
        run=run,
    )


def compile_wheel(build: Build, watch: Watch) -> Path:
    """Compile from the pinned source archive, in an environment of its own, and keep the wheel with its record."""
    if not has_compiler():
        raise DevError(compiler_advice())
    if build.accelerator == "cuda" and not shutil.which("nvcc"):
        raise DevError("The CUDA build needs NVIDIA's CUDA toolkit (nvcc). Install it, or leave out --accelerator.")
    wheels = build.folder.parent
    wheels.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="building-", dir=wheels) as name:
        work = Path(name)
        tools = Environment(work / "tools")
        advice = "The tools that compile the language model runtime could not be installed. Check the network."
        watch.run([VENV.python, "-m", "venv", tools.folder], advice)
        install_lock(tools, REQUIREMENTS / "llama-build.txt", watch)
        source = work / "source.txt"
        source.write_text(f"llama-cpp-python=={build.version} --hash=sha256:{build.sdist_sha256}\n", encoding="ascii")
        watch.run(
            [
                *(tools.python, "-m", "pip", "wheel", "--verbose", "--no-deps", "--no-cache-dir"),
                *("--no-build-isolation", "--no-binary", "llama-cpp-python", "--require-hashes"),
                *("--wheel-dir", work / "out", "-r", source),
            ],
            "The language model runtime could not be compiled; the lines above say why. Start the same command again, "
            "or go on without language models: dev.py --without-models.",
            {
                "CMAKE_ARGS": shlex.join([*build.flags, f"-DCMAKE_PROJECT_llama.cpp_INCLUDE={_WITHOUT_HELPERS}"]),
                "CMAKE_BUILD_PARALLEL_LEVEL": str(os.cpu_count() or 2),
                "PATH": os.pathsep.join([str(tools.scripts), os.environ.get("PATH", "")]),
                "TMPDIR": str(work),  # the build tree takes more than some machines' memory-backed /tmp has
            },
        )
        return keep(build, next((work / "out").glob("llama_cpp_python-*.whl")))


def keep(build: Build, wheel: Path) -> Path:
    """Move a finished wheel into the cache, its record last: a folder without one is not finished."""
    build.folder.mkdir(parents=True, exist_ok=True)
    (build.folder / _RECORD).unlink(missing_ok=True)
    kept = build.folder / wheel.name
    shutil.move(wheel, kept)
    record = {
        "wheel": kept.name,
        "sha256": sha256(kept),
        "version": build.version,
        "source_sha256": build.sdist_sha256,
        "cmake": list(build.flags),
        "machine": build.machine,
    }
    new = build.folder / f"{_RECORD}.new"
    new.write_text(json.dumps(record, indent=1), encoding="utf-8")
    new.replace(build.folder / _RECORD)
    return kept


def trial(build: Build, pins: Pins) -> Step:
    """The step that has the smallest model write a few words: a runtime that cannot run here imports without fault."""
    model = ROOT / "resources" / "models" / pins.models[0].file

    def run(watch: Watch) -> None:
        try:
            watch.run([VENV.python, "-c", _TRIAL, model], "crashed")
        except DevError:
            watch.notes.append(
                f"the language model runtime does not run on this machine (see {watch.log}). Bedside works without it: "
                "the prose is then written from templates."
            )

    return Step(
        name="model-trial",
        title="language model, first words",
        fingerprint=lambda: digest(VENV.version, build.key, pins.models[0].sha256),
        present=model.exists,
        run=run,
    )


_TRIAL = """
import sys
from llama_cpp import Llama
model = Llama(sys.argv[1], n_ctx=256, n_threads=2, verbose=False)
print(model.create_completion("The patient has", max_tokens=8, temperature=0.0)["choices"][0]["text"])
model.close()
"""
