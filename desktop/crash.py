"""What went wrong in the program itself, in a report that holds nothing of a patient.

A report has types and places: never the message of an exception, never the value of a variable, never a path
outside the program. It is a file in the home folder; nothing is sent anywhere.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import re
import sys
import threading
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion

from core.system.atomic import write_atomically
from core.system.folders import home, resources

_KEPT = 20
_QT_PLACE = re.compile(r"Q[A-Za-z0-9]+(::[A-Za-z0-9_~]+)?")
_FRAME = re.compile(r'\s*File "([^"]*)", line (\d+) in (\S+)')
_log = logging.getLogger(__name__)


class CrashHandler(QObject):
    """`reported` tells, in the thread of the window, the file of a new report."""

    reported = Signal(object)  # Path
    _made = Signal(object)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.folder = folder or home() / "crash-reports"
        self._said: set[str] = set()
        self._turn = threading.Lock()
        self._fatal = self.folder / "fatal.trace"
        self._stream: TextIO | None = None
        self._made.connect(self.reported, Qt.ConnectionType.QueuedConnection)

    def install(self) -> Path | None:
        """From now on nothing is lost silently. Returns the report of a fatal crash of the last run, if it had one."""
        sys.excepthook = self.caught
        threading.excepthook = lambda told: self.caught(told.exc_type, told.exc_value, told.exc_traceback)
        qInstallMessageHandler(self.qt_said)
        before = self._of_the_run_before()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._stream = self._fatal.open("w", encoding="utf-8")
            faulthandler.enable(self._stream)
        return before

    def end(self) -> None:
        """The program ends in order."""
        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        if self._stream is not None:
            self._stream.close()
            self._stream = None
            self._fatal.unlink(missing_ok=True)

    def caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """An exception that nobody else wanted."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        frames = [_frame(f.filename, f.lineno, f.name) for f in traceback.extract_tb(trace)]
        self._report(f"{kind.__module__}.{kind.__qualname__}", frames)

    def qt_said(self, level: QtMsgType, context: QMessageLogContext, words: str) -> None:
        """A message of Qt: at most the class and function it names are kept of it, since it may quote a path."""
        place = _QT_PLACE.match(words)
        said = f"Qt {level.name}: {context.category or 'default'} {place.group() if place else ''}".rstrip()
        _log.warning("%s", said)
        if level in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self._report(said, [_frame(f.filename, f.lineno, f.name) for f in traceback.extract_stack()[:-1]])

    def _of_the_run_before(self) -> Path | None:
        try:
            told = self._fatal.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
        if not told.strip():
            return None
        first = re.match(r"Fatal Python error: ([A-Za-z ]+)", told)
        at_fault = told[max(0, told.find("Current thread")) :]
        frames = [_frame(*match.groups()) for match in _FRAME.finditer(at_fault)][::-1]  # told the other way round
        return self._report(f"fatal: {first.group(1) if first else 'unknown'}", frames)

    def _report(self, what: str, frames: list[str]) -> Path | None:
        with self._turn:
            once = what + (frames[-1] if frames else "")
            if once in self._said:
                return None  # a defect in something that is drawn comes back with every picture
            self._said.add(once)
            _log.error("%s at %s", what, frames[-1] if frames else "?")
            now = datetime.now(UTC)
            file = self.folder / f"{now:%Y%m%d-%H%M%S-%f}.txt"
            lines = [f"{what}", f"{now:%Y-%m-%d %H:%M:%S} UTC", _system(), "", *frames, ""]
            try:
                write_atomically(file, "\n".join(lines).encode())
                for old in sorted(self.folder.glob("*.txt"))[:-_KEPT]:
                    old.unlink(missing_ok=True)
            except OSError:
                return None
        self._made.emit(file)
        return file


def _frame(file: str, line: object, function: str) -> str:
    return f"  {_inside(file)}:{line} {function}"


def _inside(file: str) -> str:
    """The path within the program or a library; elsewhere the name alone, since folders may be named for anybody."""
    path = Path(file)
    for root, prefix in _roots():
        with suppress(ValueError):
            return f"{prefix}{path.relative_to(root).as_posix()}"
    return path.name


def _roots() -> list[tuple[Path, str]]:
    libraries = sorted((base for base in sys.path if base), key=len, reverse=True)
    return [*((Path(base), "…/") for base in libraries if "site-packages" in base), (resources().parent, "")]


def _system() -> str:
    return f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.machine()}"
