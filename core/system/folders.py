"""Where things are on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs


def home() -> Path:
    """The one folder that Bedside writes to: `BEDSIDE_HOME`, or the platform's own place for program data."""
    given = os.environ.get("BEDSIDE_HOME")
    folder = Path(given) if given else Path(platformdirs.user_data_dir("Bedside", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def resources() -> Path:
    """The program's own read-only files; inside a bundle they lie beside the executable."""
    bundled = getattr(sys, "_MEIPASS", None)
    root = Path(bundled) if bundled else Path(__file__).resolve().parents[2]
    return root / "resources"


def compiled_knowledge() -> Path:
    """The knowledge base as `core.knowledge.build` leaves it."""
    return resources() / "compiled" / "knowledge.sqlite"
