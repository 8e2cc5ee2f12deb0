"""What goes into the stand-alone program, and what libraries bring along that Bedside never uses."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

WINDOW = "Bedside"

# Loaded by no part of Bedside, only by parts of libraries that it does not use. The model runtime's own Python layer is
# among them: the worker uses the bindings alone.
EXCLUDED_MODULES = [
    "PIL._avif",
    "PIL._imagingtk",
    "PIL._webp",
    "PIL.ImageTk",
    "core.training",
    "diskcache",
    "distutils",
    "llama_cpp.llama",
    "llama_cpp.server",
    "numpy.f2py",
    "numpy.testing",
    "setuptools",
    "tkinter",
    "torch",
    "transformers",
    "wheel",
]

_UNWANTED = re.compile(
    "|".join(
        (
            r"^PySide6/(?:.+/)?translations/(?!qtbase_zh_CN\.qm$)",  # Qt speaks English by itself
            # Screens without a window system, and a network, which Bedside does not use.
            r"/plugins/(?:egldeviceintegrations|generic|networkinformation|tls)/",
            r"/plugins/platforms/\w*(?:eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)",
            r"/libQt6Egl\w+\.so|^libQt6Egl\w+\.so",
            r"/plugins/imageformats/\w*(?:icns|pdf|tga|tiff|wbmp|webp)",
            # GTK's look: the window has its own; these are what it brings along.
            r"/plugins/platformthemes/libqgtk3",
            r"^lib(?:atk-1|cairo|cairo-gobject|datrie|fribidi|gdk_pixbuf-2|graphite2|harfbuzz|pango\w*-1|pixman-1|thai)[.]",
            r"^llama_cpp/lib/.+\.so\.\d+\.\d",  # the third copy of each library: wheels know no links
        )
    )
)

# On Linux some libraries are published with the tables of a debugger, of no use to a reader of crash reports here.
# Stripping all would be wrong: it breaks libraries that were patched when their wheel was made.
_BULKY = re.compile(r"^libpython3|^sqlcipher3/_sqlite3")


def console_name(platform: str = sys.platform) -> str:
    """The command line's executable; named apart where a file system does not tell `Bedside` from `bedside`."""
    return "bedside" if platform.startswith("linux") else "bedside-console"


def wanted_module(name: str) -> bool:
    """Whether a module of Bedside's own goes in: all but training, which needs torch."""
    return not name.startswith("core.training")


def data_files(root: Path, *, models: bool) -> Iterator[tuple[str, str]]:
    """Bedside's own files, each with the folder that it goes to."""
    left_out = {".py", ".md", ".building", *(() if models else (".gguf",))}
    for file in sorted((root / "resources").rglob("*")):
        if file.is_file() and file.suffix not in left_out:  # a knowledge base that is .building is gone in a moment
            yield str(file), file.parent.relative_to(root).as_posix()
    for name in ("LICENSE", "NOTICE"):
        yield str(root / name), "."


def wanted_file(name: str) -> bool:
    """Whether a file that a library brings along goes in; `name` is where it would lie."""
    return not _UNWANTED.search(name.replace("\\", "/"))


def bulky(name: str, platform: str = sys.platform) -> bool:
    """Whether a library is to be freed of its debugger's tables."""
    return platform.startswith("linux") and bool(_BULKY.search(name))
