"""`python -m desktop`: the window. `--smoke` starts it, prints the time until it can be used, and quits."""

from __future__ import annotations

import sys

if sys.argv[1:2] == ["--model-worker"]:
    # In a bundle the executable itself is started as the worker (docs/models.md): nothing else may come first.
    from core.models.worker import main as _model_worker

    _model_worker(sys.argv[2:])

import os
import time
from pathlib import Path

_STARTED = time.time()


def main(arguments: list[str] | None = None) -> int:
    """Run the window; the code of the process."""
    from core.system.network import forbid_network

    forbid_network()
    given = sys.argv if arguments is None else ["bedside", *arguments]
    from desktop.app import run

    if "--smoke" in given:
        return run([word for word in given if word != "--smoke"], _report_and_quit)
    return run(given)


def _report_and_quit() -> None:
    from PySide6.QtWidgets import QApplication

    print(f"usable after {(time.time() - _process_start()) * 1000:.0f} ms", flush=True)
    QApplication.closeAllWindows()


def _process_start() -> float:
    """When the process was started; on systems that do not tell, when this file was."""
    try:
        ticks = int(Path("/proc/self/stat").read_bytes().rsplit(b")", 1)[1].split()[19])
        running = float(Path("/proc/uptime").read_bytes().split()[0]) - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return _STARTED
    return time.time() - running


if __name__ == "__main__":
    sys.exit(main())
