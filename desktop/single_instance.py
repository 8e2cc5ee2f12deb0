"""One window for one home folder: a second start brings the first to the front."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from core.system.folders import home

_ANSWER_MS = 1000


class SingleInstance(QObject):
    """`called` when another start asks this one to show itself.

    `first` tells whether this is the one that may run; `unclean` that the one before it did not end in order. The
    words go through a socket of this user on this machine and say nothing but "show yourself".
    """

    called = Signal()

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        folder = folder or home()
        self._name = "bedside-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        file = folder / "window.lock"
        there_before = file.exists()
        self._lock = QLockFile(str(file))
        self._lock.setStaleLockTime(0)  # only a process that is gone leaves a stale lock, however long it ran
        self.first = self._lock.tryLock(0)
        self.unclean = self.first and there_before
        if self.first:
            self._listen()

    def call_the_first(self) -> bool:
        """Ask the one that runs to show itself; whether it heard."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        heard = socket.waitForConnected(_ANSWER_MS)
        socket.abort()
        return heard

    def end(self) -> None:
        """This one ends in order."""
        if self.first:
            self._server.close()
            self._lock.unlock()

    def _listen(self) -> None:
        QLocalServer.removeServer(self._name)  # what a crash may have left; the lock says that nobody listens there
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnectFromServer()
            socket.deleteLater()
            self.called.emit()
