from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a Bedside of its own, with nothing remembered."""
    home = tmp_path / "home"
    monkeypatch.setenv("BEDSIDE_HOME", str(home))
    return home
