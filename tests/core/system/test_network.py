from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from core.system import network
from core.system.errors import BugError

_ROOT = Path(__file__).resolve().parents[3]
_PROGRAM = """
import os, socket, sys
sys.path.insert(0, os.getcwd())
from core.system.errors import BugError
from core.system.network import forbid_network, network_forbidden
assert not network_forbidden()
forbid_network()
forbid_network()
assert network_forbidden()
stream = socket.socket()
datagram = socket.socket(type=socket.SOCK_DGRAM)
attempts = {
    "connect": lambda: stream.connect(("127.0.0.1", 9)),
    "connect_ex": lambda: stream.connect_ex(("127.0.0.1", 9)),
    "bytes": lambda: stream.connect((b"127.0.0.1", 9)),
    "bind": lambda: stream.bind(("127.0.0.1", 0)),
    "sendto": lambda: datagram.sendto(b"x", ("127.0.0.1", 9)),
    "sendmsg": lambda: datagram.sendmsg([b"x"], [], 0, ("127.0.0.1", 9)),
    "getaddrinfo": lambda: socket.getaddrinfo("localhost", 80),
    "gethostbyname": lambda: socket.gethostbyname("localhost"),
    "gethostbyname_ex": lambda: socket.gethostbyname_ex("localhost"),
    "gethostbyaddr": lambda: socket.gethostbyaddr("127.0.0.1"),
    "getnameinfo": lambda: socket.getnameinfo(("127.0.0.1", 80), 0),
    "create_connection": lambda: socket.create_connection(("localhost", 80)),
}
if socket.has_ipv6:
    six = socket.socket(socket.AF_INET6)
    attempts["six"] = lambda: six.connect(("::1", 9))
for name, attempt in attempts.items():
    try:
        attempt()
    except BugError:
        continue
    raise SystemExit(f"{name} was not refused")
if hasattr(socket, "AF_UNIX"):
    one, other = socket.socketpair()
    one.sendall(b"within the machine")
    assert other.recv(30) == b"within the machine"
    folder = sys.argv[1]
    server, client = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
    server.bind(folder + "/s"); server.listen(); client.connect(folder + "/s")
print("refused", len(attempts))
"""


def test_every_way_to_the_network_is_refused_and_the_machine_itself_is_not(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=_ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("refused")


def test_the_hook_itself() -> None:
    with socket.socket() as inet:
        for event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
            with pytest.raises(BugError, match="use the network"):
                network._refuse(event, (inet, ("192.0.2.1", 9)))
    with pytest.raises(BugError, match="look up a name"):
        network._refuse("socket.getaddrinfo", ("example.org", 80, 0, 0, 0))
    network._refuse("open", ("/etc/hosts", "r", 0))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="the system has no sockets of its own")
def test_a_socket_within_the_machine_passes() -> None:
    with socket.socket(socket.AF_UNIX) as unix:
        network._refuse("socket.connect", (unix, "/run/somewhere"))
