"""What is said of a defect of ours: its kind and its place, never its message, which may quote the record."""

from __future__ import annotations

import traceback
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


def defect_sentence(error: BaseException) -> str:
    """One sentence for whoever has to report it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if Path(f.filename).is_relative_to(_ROOT / "core")] or frames
    place = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"a defect in Bedside stopped this ({type(error).__name__}{place}): please report it"
