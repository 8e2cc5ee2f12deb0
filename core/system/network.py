"""Nothing leaves this machine: a guard that turns any attempt into a defect."""

from __future__ import annotations

import sys

from core.system.errors import BugError

_NAME_LOOKUPS = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)
_WITH_ADDRESS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_installed = False


def forbid_network() -> None:
    """Refuse every use of the Internet protocols by this process's Python code, for good.

    Sockets of the local machine (`AF_UNIX`, socket pairs) still work: Qt, D-Bus and `keyring` need them.
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
    # An address of AF_UNIX is a path or bytes, of AF_NETLINK and the like a pair of integers; sendmsg on a connected
    # socket has none.
    if event in _WITH_ADDRESS and len(arguments) > 1 and _is_internet(arguments[1]):
        raise BugError("Bedside tried to use the network, which it never does.")


def _is_internet(address: object) -> bool:
    return isinstance(address, tuple) and bool(address) and isinstance(address[0], str)
