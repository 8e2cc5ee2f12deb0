"""The vault's file: what is in it, how it is read without trusting it, and how it is written."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from core.frozen import Frozen
from core.system.atomic import write_atomically
from core.system.errors import KnownError

FILE_NAME = "vault.json"
_FORMAT, _VERSION = "bedside-vault", 1
_LARGEST = 64 * 1024
_DAMAGED = f"the vault ({FILE_NAME} in the records folder) is damaged: put it back from a backup"

SlotKind = Literal["passphrase", "recovery-key"]


def _hex(octets: int) -> Any:
    return Field(pattern=f"^[0-9a-f]{{{2 * octets}}}$")


class Kdf(Frozen):
    """How a secret becomes a key (Argon2id). The bounds keep a hostile file from taking all memory or all day."""

    name: Literal["argon2id"] = "argon2id"
    passes: int = Field(ge=1, le=16)
    memory_kib: int = Field(ge=8 * 1024, le=512 * 1024)
    lanes: int = Field(ge=1, le=16)
    salt: Annotated[str, _hex(16)]


class Slot(Frozen):
    """The database key, wrapped (AES-256-GCM) by what one secret opens."""

    kind: SlotKind
    kdf: Kdf
    nonce: Annotated[str, _hex(12)]
    wrapped: Annotated[str, _hex(48)]


class VaultFile(Frozen):
    """All slots open the same database key; more users will be more slots."""

    format: Literal["bedside-vault"] = "bedside-vault"
    version: Literal[1] = 1
    id: Annotated[str, _hex(16)]
    slots: tuple[Slot, ...] = Field(min_length=1, max_length=64)


class _Sealed(Frozen):
    """The checksum tells damage apart from a wrong passphrase; it is no protection, the tag of each slot is."""

    vault: VaultFile
    sha256: Annotated[str, _hex(32)]


def exists(folder: Path) -> bool:
    """Whether there is a vault in this folder."""
    return (folder / FILE_NAME).exists()


def load(folder: Path) -> VaultFile:
    """The vault in this folder. Raises KnownError when there is none or when it cannot be what we wrote."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise KnownError("there are no records yet: run 'bedside records init'") from None
    except OSError as error:
        raise KnownError(f"the vault in the records folder cannot be read: {error.strerror}") from None
    if _is_newer(content):
        raise KnownError("these records were made by a newer Bedside: update Bedside to open them")
    try:
        sealed = _Sealed.model_validate_json(content)
    except ValidationError:
        raise KnownError(_DAMAGED) from None
    if len(content) > _LARGEST or sealed.sha256 != _checksum(sealed.vault):
        raise KnownError(_DAMAGED)
    return sealed.vault


def save(folder: Path, vault: VaultFile) -> None:
    """Either the old vault or the new one is there afterwards, whatever happens in between."""
    sealed = _Sealed(vault=vault, sha256=_checksum(vault))
    try:
        write_atomically(folder / FILE_NAME, sealed.model_dump_json(indent=1).encode() + b"\n")
    except OSError as error:
        raise KnownError(f"the vault cannot be written, so nothing was changed: {error.strerror}") from None


def _is_newer(content: bytes) -> bool:
    """Looked at before the shape is: a later version may have another one."""
    try:
        vault = json.loads(content)["vault"]
        return bool(vault["format"] == _FORMAT and vault["version"] > _VERSION)
    except (ValueError, TypeError, LookupError, RecursionError):
        return False


def _checksum(vault: VaultFile) -> str:
    return hashlib.sha256(vault.model_dump_json().encode()).hexdigest()
