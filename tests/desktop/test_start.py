"""The first window waits for nothing it does not show."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

HEAVY = {
    "torch",
    "transformers",
    "llama_cpp",
    "numpy",
    "sqlmodel",
    "sqlalchemy",
    "reportlab",
    "pypdf",
    "pydantic",
    "core.assess",
}


def test_the_way_to_the_first_window_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from desktop.app import make_application, make_window; from desktop.desk import make_desk;"
        "app = make_application(['x']); window = make_window(make_desk()); window.show();"
        "print('\\n'.join(sys.modules)); sys.stdout.flush(); import os; os._exit(0)"
    )
    environment = {**os.environ, "BEDSIDE_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert not set(done.stdout.split()) & HEAVY


def test_smoke_starts_tells_the_time_and_quits(tmp_path: Path) -> None:
    environment = {**os.environ, "BEDSIDE_HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(tmp_path)}
    tmp_path.chmod(0o700)
    command = [sys.executable, "-m", "desktop", "--smoke"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=120)
    assert re.fullmatch(r"usable after \d+ ms\n", done.stdout)
    complaints = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert complaints == []
