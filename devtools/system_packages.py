"""The system's own libraries and tools: brought by apt where we may, asked for by name where we may not."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping

from devtools.console import DevError, Watch, say

# Without these PySide6 cannot even be imported on a bare Debian; the off-screen platform needs nothing more.
QT = (
    "libegl1",
    "libgl1",
    "libopengl0",
    "libfontconfig1",
    "libdbus-1-3",
    "libglib2.0-0",
    "libxkbcommon0",
    "fonts-dejavu-core",
)
# A real window under X11. Qt's message blames libxcb-cursor0 whichever of them is missing.
WINDOW = (
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
)
TESTS = ("xvfb", "xdotool", "poppler-utils")
RUNTIME = ("libgomp1",)  # the compiled language model runtime uses OpenMP
BUNDLE = ("binutils",)  # with it PyInstaller finds out what a library needs
COMPILER = ("g++",)  # cmake and ninja come as locked wheels
VULKAN = ("libvulkan-dev", "glslc", "spirv-headers")

_APT = ("apt-get", "-y", "-q", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0")
_APT_ENVIRONMENT = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}


def is_debian() -> bool:
    """Whether packages can be looked up and asked for by Debian's names."""
    return sys.platform == "linux" and bool(shutil.which("dpkg-query")) and bool(shutil.which("apt-get"))


def may_install() -> bool:
    """Whether this call may install system packages itself."""
    return sys.platform != "win32" and os.geteuid() == 0


def parse_installed(listing: str) -> frozenset[str]:
    """Names from `dpkg-query`'s status, package and provides columns: newer releases rename libraries (libglib2.0-0
    became libglib2.0-0t64) and provide the old name."""
    names: set[str] = set()
    for line in listing.splitlines():
        status, _, rest = line.partition("\t")
        package, _, provides = rest.partition("\t")
        if status == "installed":
            names.add(package)
            names.update(part.split("(")[0].strip() for part in provides.split(",") if part.strip())
    return frozenset(names)


def installed() -> frozenset[str]:
    """What dpkg has installed, by every name that it answers to."""
    done = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}\t${Package}\t${Provides}\n"],
        capture_output=True,
        text=True,
        check=False,
    )
    return parse_installed(done.stdout)


def venv_package() -> tuple[str, ...]:
    """Debian splits the part of Python that makes environments into a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None:
        return ()
    return (f"python{sys.version_info.major}.{sys.version_info.minor}-venv",)


def has_compiler() -> bool:
    """Whether a C++ compiler can be called; on Windows CMake finds Visual Studio by itself."""
    return sys.platform == "win32" or any(shutil.which(name) for name in ("c++", "g++", "clang++"))


def missing(wanted: Iterable[str]) -> tuple[str, ...]:
    """Those of the packages that dpkg does not have; none where there is no dpkg to ask."""
    names = tuple(dict.fromkeys(wanted))
    if not names or not is_debian():
        return ()
    have = installed()
    return tuple(name for name in names if name not in have)


def ask_for(packages: Iterable[str]) -> str:
    """The line that an administrator types."""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def provide(wanted: Mapping[str, bool], verb: str) -> None:
    """See to it that packages are there: name → whether `verb` cannot do without it.

    Root installs what is missing. Anybody else is told the line to ask for, and is stopped only for what is needed.
    """
    lacking = missing(wanted)
    if not lacking:
        return
    if may_install():
        watch = Watch(f"[system packages] {' '.join(lacking)}", "system-packages")
        _install(lacking, watch)
        watch.done()
        return
    line = ask_for(lacking)
    needed = [name for name in lacking if wanted[name]]
    if needed:
        raise DevError(
            f"`dev.py {verb}` needs system packages that only an administrator can install. Please run:  {line}\n"
            "Then start the same command again."
        )
    say(f"NOTE: going on without system packages that a later step can use. To have them:  {line}")


def _install(packages: tuple[str, ...], watch: Watch) -> None:
    advice = (
        f"apt-get could not install {' '.join(packages)}. Check the network and the package sources, "
        f"try `{ask_for(packages)}` by hand, then start the same command again."
    )
    with contextlib.suppress(DevError):  # one broken source need not matter: the installation shows whether it does
        watch.run([*_APT, "update"], advice, _APT_ENVIRONMENT)
    watch.run([*_APT, "install", *packages], advice, _APT_ENVIRONMENT)


def compiler_advice() -> str:
    """How to get a C++ compiler where apt is not to be had."""
    if sys.platform == "darwin":
        return "A C++ compiler is needed. Please run:  xcode-select --install"
    if sys.platform == "win32":
        return "A C++ compiler is needed. Please install Visual Studio Build Tools with 'Desktop development with C++'."
    return "A C++ compiler is needed. Please install g++ or clang with your system's package manager."
