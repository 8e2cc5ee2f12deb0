import json
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from core.records import vault, vault_file
from core.records.vault_file import VaultFile
from core.system.errors import KnownError
from tests.core.records.conftest import Made
from tests.core.records.samples import PASSPHRASE


def test_the_passphrase_and_the_recovery_key_open_the_same_key(made: Made):
    assert len(made.key) == 32
    assert made.key != bytes(32)
    assert vault.unlock_with_recovery_key(made.folder, made.recovery_key.lower()) == made.key


def test_a_passphrase_composed_differently_is_the_same(tmp_path: Path):
    key, _ = vault.create(tmp_path, "caf\u00e9 caf\u00e9")
    assert vault.unlock(tmp_path, "cafe\u0301 cafe\u0301") == key


def test_nothing_of_a_secret_stands_in_the_file(made: Made):
    content = (made.folder / vault_file.FILE_NAME).read_bytes()
    for secret in (PASSPHRASE.encode(), made.recovery_key.encode(), made.key, made.key.hex().encode()):
        assert secret not in content
    assert b'"memory_kib": 65536' in content


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_only_its_owner_can_read_it(made: Made):
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in made.folder.iterdir()} == {0o600}


def test_wrong_secrets(made: Made):
    with pytest.raises(KnownError, match="passphrase is wrong"):
        vault.unlock(made.folder, PASSPHRASE + "x")
    with pytest.raises(KnownError, match="recovery key does not open"):
        vault.unlock_with_recovery_key(made.folder, "0" * 32)
    with pytest.raises(KnownError, match="passphrase is wrong"):
        vault.unlock(made.folder, "half a character \ud800")


def test_a_changed_passphrase(folder: Path, made: Made):
    vault.change_passphrase(folder, PASSPHRASE, "another passphrase")
    assert vault.unlock(folder, "another passphrase") == made.key
    assert vault.unlock_with_recovery_key(folder, made.recovery_key) == made.key
    with pytest.raises(KnownError, match="passphrase is wrong"):
        vault.unlock(folder, PASSPHRASE)


def test_a_lost_passphrase(folder: Path, made: Made):
    vault.reset_passphrase(folder, made.recovery_key, "found again")
    assert vault.unlock(folder, "found again") == made.key


def test_short_passphrases_are_refused_before_anything_is_done(folder: Path, made: Made, tmp_path: Path):
    before = (folder / vault_file.FILE_NAME).read_bytes()
    for attempt in (
        lambda: vault.create(tmp_path / "new", "七个汉字不够长"),
        lambda: vault.change_passphrase(folder, PASSPHRASE, "e\u0301" * 7),
        lambda: vault.reset_passphrase(folder, made.recovery_key, ""),
    ):
        with pytest.raises(KnownError, match="too short: choose at least 8"):
            attempt()
    assert (folder / vault_file.FILE_NAME).read_bytes() == before
    assert not (tmp_path / "new").exists()


def test_a_vault_is_never_written_over(folder: Path):
    assert vault.exists(folder)
    with pytest.raises(KnownError, match="already"):
        vault.create(folder, PASSPHRASE)


def test_none_yet(tmp_path: Path):
    with pytest.raises(KnownError, match="there are no records yet: run 'bedside records init'"):
        vault.unlock(tmp_path / "nowhere", PASSPHRASE)


def test_a_vault_that_cannot_be_read(tmp_path: Path):
    (tmp_path / vault_file.FILE_NAME).mkdir()
    with pytest.raises(KnownError, match="cannot be read"):
        vault.unlock(tmp_path, PASSPHRASE)


def test_a_vault_that_cannot_be_written_wipes_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").touch()
    wiped: list[bytearray] = []
    monkeypatch.setattr(vault, "wipe", wiped.append)
    with pytest.raises(KnownError, match="cannot be written, so nothing was changed"):
        vault.create(tmp_path / "file", PASSPHRASE)
    assert len(wiped[-1]) == vault.KEY_BYTES


def test_wiping():
    secret = bytearray(b"secret")
    vault.wipe(secret)
    assert secret == bytes(6)


def test_every_flipped_byte_is_noticed(folder: Path):
    file = folder / vault_file.FILE_NAME
    good = file.read_bytes()
    for at in range(len(good) - 1):  # the last is the line's end
        file.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        with pytest.raises(KnownError, match="damaged: put it back from a backup"):
            vault_file.load(folder)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\x00", b"[" * 60_000, b" " * 70_000, b'{"vault": []}'])
def test_other_content(tmp_path: Path, content: bytes):
    (tmp_path / vault_file.FILE_NAME).write_bytes(content)
    with pytest.raises(KnownError, match="damaged"):
        vault_file.load(tmp_path)


def test_a_vault_with_much_behind_it(folder: Path):
    with (folder / vault_file.FILE_NAME).open("ab") as file:
        file.write(b" " * 70_000)
    with pytest.raises(KnownError, match="damaged"):
        vault_file.load(folder)


def test_a_newer_vault_says_so(tmp_path: Path):
    content = {"vault": {"format": "bedside-vault", "version": 2, "more": []}, "anything": 1}
    (tmp_path / vault_file.FILE_NAME).write_text(json.dumps(content))
    with pytest.raises(KnownError, match="newer Bedside"):
        vault_file.load(tmp_path)


@pytest.mark.parametrize("change", [{"memory_kib": 2**30}, {"passes": 10**6}, {"lanes": 0}, {"salt": "00"}])
def test_hostile_costs_are_never_paid(folder: Path, change: dict[str, object]):
    file = folder / vault_file.FILE_NAME
    content = json.loads(file.read_text())
    content["vault"]["slots"][0]["kdf"].update(change)
    file.write_text(json.dumps(content))
    with pytest.raises(KnownError, match="damaged"):
        vault.unlock(folder, PASSPHRASE)


def test_a_cost_that_was_lowered_does_not_open(folder: Path):
    good = vault_file.load(folder)
    slot = good.slots[0]
    cheap = slot.model_copy(update={"kdf": slot.kdf.model_copy(update={"memory_kib": 8 * 1024})})
    vault_file.save(folder, good.model_copy(update={"slots": (cheap,)}))
    with pytest.raises(KnownError, match="passphrase is wrong"):
        vault.unlock(folder, PASSPHRASE)


def test_a_slot_fits_no_other_vault_and_no_other_kind(folder: Path, made: Made, tmp_path: Path):
    good = vault_file.load(folder)
    shutil.copytree(folder, tmp_path / "other")
    vault_file.save(tmp_path / "other", VaultFile(id="0" * 32, slots=good.slots))
    with pytest.raises(KnownError, match="passphrase is wrong"):
        vault.unlock(tmp_path / "other", PASSPHRASE)
    swapped = good.slots[1].model_copy(update={"kind": "passphrase"})
    vault_file.save(folder, VaultFile(id=good.id, slots=(swapped,)))
    with pytest.raises(KnownError, match="passphrase is wrong"):
        vault.unlock(folder, made.recovery_key.replace("-", ""))


def test_too_little_memory(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(**_parameters: object) -> None:
        raise MemoryError

    monkeypatch.setattr(vault, "Argon2id", refuse)
    with pytest.raises(KnownError, match="64 MB of free memory"):
        vault.unlock(folder, PASSPHRASE)


def test_the_vault_does_not_wait_for_the_database_layer():
    code = "import sys, core.records.vault; print(sorted({'sqlmodel', 'sqlalchemy', 'sqlcipher3'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_room_has_nothing_else():
    import core.records

    assert core.records.Records.__name__ == "Records"
    assert core.records.summary_of.__name__ == "summary_of"
    with pytest.raises(AttributeError, match="no attribute 'Recordings'"):
        _ = core.records.Recordings
