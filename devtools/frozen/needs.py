"""What the window needs of the system it runs on, and a sentence for the person in front where that is not there.

Without this a missing library ends the program with a message for programmers, or, started by a double click, with
nothing at all. Qt itself aborts, and blames another library than the one that is missing.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_ABSENT = re.compile(r"(\S+?\.so[.\d]*): cannot open shared object file")
_MODULES = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtNetwork")
_X11_PLUGIN = Path("PySide6", "Qt", "plugins", "platforms", "libqxcb.so")

# Libraries that belong to the system's graphics and are therefore not in the bundle → the Debian package with them.
_PACKAGES = {
    "libEGL.so": "libegl1",
    "libGL.so": "libgl1",
    "libGLX.so": "libglx0",
    "libOpenGL.so": "libopengl0",
    "libX11.so": "libx11-6",
    "libdrm.so": "libdrm2",
    "libxcb.so": "libxcb1",
    "libxcb-dri": "libxcb-dri3-0",
}


def leave_if_something_is_missing() -> None:
    """Say in a sentence what the window cannot do without here, and end with code 2; else do nothing."""
    sentence = missing_part() or missing_display(os.environ)
    if sentence:
        tell(f"Bedside's window cannot open: {sentence}")
        sys.exit(2)


def missing_part() -> str | None:
    """A sentence about a library that the window's own cannot be loaded without."""
    try:
        for module in _MODULES:
            importlib.import_module(module)
    except ImportError as error:
        return in_words(str(error))
    return None


def missing_display(environ: Mapping[str, str], platform: str = sys.platform) -> str | None:
    """A sentence about what is missing to open a window on Linux."""
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if not platform.startswith("linux") or (chosen and not chosen.startswith("xcb")):
        return None
    if not chosen and environ.get("WAYLAND_DISPLAY"):
        return None
    if not environ.get("DISPLAY"):
        return "there is no display here. The command line beside it, bedside, does the same work without one."
    return _x11_problem()


def _x11_problem() -> str | None:
    """Load what Qt will load for a window under X11, and knock at the display; Qt itself would abort."""
    try:
        ctypes.CDLL(str(Path(getattr(sys, "_MEIPASS", "")) / _X11_PLUGIN))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return in_words(str(error.__cause__ or error))  # in a bundle PyInstaller wraps what the loader said
    xcb.xcb_connect.restype = ctypes.c_void_p
    for function in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        function.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    if refused:
        return f"the display {os.environ['DISPLAY']} does not answer or does not let this user in."
    return None


def in_words(error: str, platform: str = sys.platform) -> str:
    """What a failed loading means for the person in front."""
    if platform == "win32":
        return (
            "a library of Windows is missing. Install Microsoft's Visual C++ Redistributable for Visual Studio 2015 to "
            "2022 (x64) and start Bedside again."
        )
    absent = _ABSENT.search(error)
    if absent is None:
        return f"a part of it cannot be loaded ({error}). Unpack Bedside's folder anew, as a whole."
    name = absent[1]
    package = next((package for stem, package in _PACKAGES.items() if name.startswith(stem)), None)
    if package is None:
        return f"this system lacks the library {name}. Install the package that has it, then start Bedside again."
    return (
        f"this system lacks the library {name}. On Debian and Ubuntu:  sudo apt-get install {package}  "
        "(elsewhere the package that has it), then start Bedside again."
    )


def tell(sentence: str) -> None:
    """On standard error, and in a box for whoever started the window by a double click."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr, flush=True)
    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, sentence, "Bedside", 0x10)
    elif sys.platform.startswith("linux") and not (sys.stderr is not None and sys.stderr.isatty()):
        _box(sentence)


def _box(sentence: str) -> None:
    """With whatever the desktop has for it, waiting for nobody."""
    boxes = {"zenity": ["--error", "--text", sentence], "kdialog": ["--error", sentence], "xmessage": [sentence]}
    program = next((name for name in boxes if shutil.which(name)), None)
    if program is None or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    # Other programs must not be given the bundle's libraries.
    own = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
    if "LD_LIBRARY_PATH_ORIG" in own:
        own["LD_LIBRARY_PATH"] = own["LD_LIBRARY_PATH_ORIG"]
    subprocess.Popen(
        [program, *boxes[program]],
        env=own,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
