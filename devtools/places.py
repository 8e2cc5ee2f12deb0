"""Where things lie: the checkout, its environment, and the user's cache that all checkouts share."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements"
LOGS = ROOT / "build" / "dev"


def cache_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The user's own cache folder for Bedside: compiled wheels and unpacked data packages."""
    home = Path.home()
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "bedside" / "Cache"
    if platform == "darwin":
        return home / "Library" / "Caches" / "bedside"
    given = environ.get("XDG_CACHE_HOME", "")
    # The specification has a relative path ignored.
    return (Path(given) if given and Path(given).is_absolute() else home / ".cache") / "bedside"


@dataclass(frozen=True)
class Environment:
    """One virtual environment."""

    folder: Path

    @property
    def scripts(self) -> Path:
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    def program(self, name: str) -> Path:
        """The path of an installed command, `python` among them."""
        return self.scripts / (f"{name}.exe" if sys.platform == "win32" else name)

    @property
    def python(self) -> Path:
        return self.program("python")

    @property
    def version(self) -> str:
        """The Python that made it, as `3.11.7`; empty where there is no environment."""
        return self._settings().get("version", "")

    @property
    def moved(self) -> bool:
        """Whether it was made under another path, which its commands still name as their Python's."""
        return not self._settings().get("command", "").endswith(str(self.folder))

    def _settings(self) -> dict[str, str]:
        try:
            lines = (self.folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return {}
        pairs = (line.split("=", 1) for line in lines if "=" in line)
        return {key.strip(): value.strip() for key, value in pairs}

    def installed(self, module: str) -> bool:
        """Whether a top-level module or package of that name lies in it."""
        pattern = "Lib/site-packages" if sys.platform == "win32" else "lib/python3.*/site-packages"
        return any((folder / module).exists() for folder in self.folder.glob(pattern))


VENV = Environment(ROOT / ".venv")
BENCH_VENV = Environment(ROOT / ".venv-bench")
NATIVE_RUNTIME = BENCH_VENV.folder / "native"  # `bench.generation` looks for it there
BUNDLE_VENV = Environment(ROOT / ".venv-bundle")
TRAIN_VENV = Environment(ROOT / ".venv-train")
