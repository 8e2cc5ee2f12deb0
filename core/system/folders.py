"""Where things are on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

from core.system.errors import KnownError


def home() -> Path:
    """The one folder that Bedside writes to: `BEDSIDE_HOME`, or the platform's own place for program data.

    Raises KnownError when there can be no such folder.
    """
    given = os.environ.get("BEDSIDE_HOME")
    folder = Path(given) if given else Path(platformdirs.user_data_dir("Bedside", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise KnownError(f"the data folder {folder} cannot be made: set BEDSIDE_HOME to a folder that can") from error
    return folder


def resources() -> Path:
    """The program's own read-only files; inside a bundle they lie beside the executable."""
    bundled = getattr(sys, "_MEIPASS", None)
    root = Path(bundled) if bundled else Path(__file__).resolve().parents[2]
    return root / "resources"


def compiled_knowledge() -> Path:
    """The knowledge base as `core.knowledge.build` leaves it."""
    return resources() / "compiled" / "knowledge.sqlite"
