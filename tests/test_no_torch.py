"""The knowledge lane and the window's start never pay for libraries they do not use."""

from __future__ import annotations

import subprocess
import sys


def _modules_after(statement: str) -> set[str]:
    code = f"{statement}; import sys; print('\\n'.join(sys.modules))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_assessing_imports_no_model_library() -> None:
    loaded = _modules_after("import core.assess, core.cli.analyse, core.cli.batch")
    assert not loaded & {"torch", "transformers", "llama_cpp", "PySide6", "reportlab", "sqlmodel"}
