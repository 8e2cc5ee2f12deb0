"""The recovery key: 160 random bits that a person can write down and read back."""

from __future__ import annotations

import secrets

from core.system.errors import KnownError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U
_MISREAD = str.maketrans("OIL", "011", " -–—\t\r\n")
_CHARACTERS = 32
_GROUP = 4


def new_recovery_key() -> str:
    """Thirty-two characters in groups of four."""
    text = "".join(secrets.choice(_ALPHABET) for _ in range(_CHARACTERS))
    return "-".join(text[at : at + _GROUP] for at in range(0, _CHARACTERS, _GROUP))


def read_recovery_key(typed: str) -> str:
    """The bare characters, whatever the case, the grouping and the usual confusions. Raises KnownError."""
    text = typed.upper().translate(_MISREAD)
    if len(text) != _CHARACTERS or not set(text) <= set(_ALPHABET):
        raise KnownError(f"that is not a recovery key: it has {_CHARACTERS} letters and digits in groups of {_GROUP}")
    return text
