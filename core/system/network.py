"""Nothing leaves this machine: a guard that turns any attempt into a defect."""

from __future__ import annotations

import socket
import sys

from core.system.errors import BugError

_NAME_LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})
_WITH_ADDRESS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_LOCAL_FAMILIES = frozenset(getattr(socket, name) for name in ("AF_UNIX", "AF_NETLINK") if hasattr(socket, name))
_installed = False


def forbid_network() -> None:
    """Refuse every use of the Internet protocols by this process's Python code, for good.

    Sockets within the machine (`AF_UNIX`, socket pairs) still work: Qt, D-Bus and `keyring` need them.
    Native code is not held by an audit hook; the model worker is held by the kernel (`core.system.isolation`).
    """
    global _installed
    if not _installed:
        sys.addaudithook(_refuse)
        _installed = True


def network_forbidden() -> bool:
    return _installed


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _NAME_LOOKUPS:
        raise BugError("Bedside tried to look up a name on the network, which it never does.")
    if event in _WITH_ADDRESS and getattr(arguments[0], "family", None) not in _LOCAL_FAMILIES:
        raise BugError("Bedside tried to use the network, which it never does.")
