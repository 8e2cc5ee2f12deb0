"""The terms of every library that goes into the stand-alone program, which a copy of it must bring along."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

FOLDER = "licences"
_TERMS = re.compile(r"^(?:licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_CODE = (".py", ".pyc", ".pyi")

# Published without a text of their terms: Qt for Python chooses among the LGPL 3 and others. The LGPL adds to the GPL,
# so that both texts are needed; they lie in resources/licences and go in with it.
_WITHOUT_TEXT = {"pyside6-essentials", "pyside6-pdf", "shiboken6"}


def licence_files(installed: Iterable[Distribution] | None = None) -> Iterator[tuple[str, str]]:
    """Each text with the folder it goes to; of every library installed here, and of Python.

    Raises:
        LookupError: a library brings no text, and none is known to stand for it.
    """
    for library in distributions() if installed is None else installed:
        name = _plain(library.metadata["Name"])
        texts = list(_texts(library))
        if not texts and name not in _WITHOUT_TEXT:
            raise LookupError(f"{name} brings no text of its terms")
        for text in texts:
            yield str(text), f"{FOLDER}/{name}"
    for folder in (Path(sys.base_prefix), Path(re.__file__).parents[1]):  # Windows; elsewhere
        if (folder / "LICENSE.txt").is_file():
            yield str(folder / "LICENSE.txt"), f"{FOLDER}/python"
            return


def _texts(library: Distribution) -> Iterator[Path]:
    for file in library.files or ():
        if ".dist-info" in file.parts[0] and _TERMS.match(file.name) and file.suffix not in _CODE:
            yield Path(str(library.locate_file(file)))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
