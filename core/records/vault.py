"""The database key and the secrets that open it.

A random key encrypts the database; the passphrase and the recovery key each wrap that same key. So a changed
passphrase rewrites one small file, and no crash can leave the database between two keys.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from core.records import vault_file
from core.records.recovery_key import new_recovery_key, read_recovery_key
from core.records.vault_file import Kdf, Slot, SlotKind, VaultFile
from core.system.errors import KnownError
from core.system.hardening import close_memory

KEY_BYTES = 32
SHORTEST_PASSPHRASE = 8


def create(folder: Path, passphrase: str) -> tuple[bytearray, str]:
    """A new vault in `folder`: the database key, and the recovery key that is shown this once."""
    if exists(folder):
        raise KnownError("there are records in this folder already: nothing was changed")
    check_passphrase(passphrase)
    close_memory()
    recovery_key = new_recovery_key()
    key = bytearray(secrets.token_bytes(KEY_BYTES))
    name = secrets.token_hex(16)
    try:
        slots = (
            _wrap(name, "passphrase", passphrase, key),
            _wrap(name, "recovery-key", read_recovery_key(recovery_key), key),
        )
        vault_file.save(folder, VaultFile(id=name, slots=slots))
    except BaseException:
        wipe(key)
        raise
    return key, recovery_key


def check_passphrase(passphrase: str) -> None:
    """Raise KnownError unless this may become a passphrase."""
    if len(unicodedata.normalize("NFC", passphrase)) < SHORTEST_PASSPHRASE:
        raise KnownError(f"the passphrase is too short: choose at least {SHORTEST_PASSPHRASE} characters")


def unlock(folder: Path, passphrase: str) -> bytearray:
    """The database key. Raises KnownError on a wrong passphrase, a damaged vault, or none. Whoever asks wipes it."""
    key = _open(vault_file.load(folder), "passphrase", passphrase)
    if key is None:
        raise KnownError("the passphrase is wrong: try again, or use the recovery key")
    return key


def unlock_with_recovery_key(folder: Path, recovery_key: str) -> bytearray:
    """The same for someone who has lost the passphrase."""
    key = _open(vault_file.load(folder), "recovery-key", read_recovery_key(recovery_key))
    if key is None:
        raise KnownError("the recovery key does not open these records: compare it with what was written down")
    return key


def exists(folder: Path) -> bool:
    """Whether there is a vault in this folder: whether to ask for a passphrase or for a new one."""
    return vault_file.exists(folder)


def change_passphrase(folder: Path, old: str, new: str) -> None:
    """From now on `new` opens the records; the database and the recovery key stay as they are."""
    check_passphrase(new)
    _replace_passphrase(folder, unlock(folder, old), new)


def reset_passphrase(folder: Path, recovery_key: str, new: str) -> None:
    """The same for someone who has lost the passphrase; the recovery key goes on working."""
    check_passphrase(new)
    _replace_passphrase(folder, unlock_with_recovery_key(folder, recovery_key), new)


def wipe(secret: bytearray) -> None:
    """Overwrite a secret. Copies that Python or a library made of it are out of reach."""
    secret[:] = bytes(len(secret))


def _replace_passphrase(folder: Path, key: bytearray, new: str) -> None:
    try:
        vault = vault_file.load(folder)
        others = tuple(slot for slot in vault.slots if slot.kind != "passphrase")
        slots = (_wrap(vault.id, "passphrase", new, key), *others)
        vault_file.save(folder, VaultFile(id=vault.id, slots=slots))
    finally:
        wipe(key)


def _octets(secret: str) -> bytearray:
    # The same word typed on another system may be composed differently. A terminal can hand over half characters.
    return bytearray(unicodedata.normalize("NFC", secret).encode("utf-8", "surrogatepass"))


def _wrap(vault_id: str, kind: SlotKind, secret: str, key: bytearray) -> Slot:
    """Put `key` into a slot that `secret` opens."""
    kdf = Kdf(passes=3, memory_kib=64 * 1024, lanes=4, salt=secrets.token_hex(16))
    nonce = secrets.token_bytes(12)
    wrapping_key = _derive(kdf, _octets(secret))
    wrapped = AESGCM(wrapping_key).encrypt(nonce, key, _bound(vault_id, kind, kdf))
    wipe(wrapping_key)
    return Slot(kind=kind, kdf=kdf, nonce=nonce.hex(), wrapped=wrapped.hex())


def _open(vault: VaultFile, kind: SlotKind, secret: str) -> bytearray | None:
    """The key from the first slot of this kind that `secret` opens."""
    close_memory()
    for slot in vault.slots:
        if slot.kind != kind:
            continue
        wrapping_key = _derive(slot.kdf, _octets(secret))
        key = bytearray(KEY_BYTES)
        bound = _bound(vault.id, kind, slot.kdf)
        try:
            AESGCM(wrapping_key).decrypt_into(bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), bound, key)
        except InvalidTag:
            wipe(key)
        else:
            return key
        finally:
            wipe(wrapping_key)
    return None


def _derive(kdf: Kdf, secret: bytearray) -> bytearray:
    """The wrapping key; wipes `secret`."""
    wrapping_key = bytearray(KEY_BYTES)
    try:
        Argon2id(
            salt=bytes.fromhex(kdf.salt),
            length=KEY_BYTES,
            iterations=kdf.passes,
            lanes=kdf.lanes,
            memory_cost=kdf.memory_kib,
        ).derive_into(secret, wrapping_key)  # type: ignore[arg-type]  # takes any buffer; its stub knows only bytes
    except MemoryError:
        raise KnownError(
            f"unlocking needs {kdf.memory_kib // 1024} MB of free memory: close other programs and try again"
        ) from None
    finally:
        wipe(secret)
    return wrapping_key


def _bound(vault_id: str, kind: SlotKind, kdf: Kdf) -> bytes:
    """What the tag of a slot vouches for beside the key: a slot fits no other vault, kind or cost."""
    return json.dumps(["bedside-vault", 1, vault_id, kind, kdf.model_dump()], sort_keys=True).encode()
