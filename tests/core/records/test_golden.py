"""Records as every released version left them open, whole, in this one."""

import json
import shutil
from pathlib import Path

import pytest

from core.records import Records, vault
from tests.core.records.golden import content

GOLDEN = Path(__file__).parent / "golden"
VERSIONS = sorted(folder.name for folder in GOLDEN.iterdir() if (folder / "vault.json").exists())


def test_there_are_some():
    assert "v1" in VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_they_open(version: str, tmp_path: Path):
    folder = Path(shutil.copytree(GOLDEN / version, tmp_path / version))
    with Records.open(folder, content.PASSPHRASE) as records:
        for case in content.CASES:
            assert records.load_case(case.id) == case
        assert records.load_assessment("golden-en") == content.ASSESSMENTS[-1][0]
        assert records.load_assessment("golden-zh") is None
        assert [c.id for c in records.list_cases()] == ["golden-en", "golden-zh"]
        assert records.list_cases("heart")[0].triage_level == "emergent"
        exported = records.export_case("golden-en")
        assert [made["assessment"] for made in exported["assessments"]] == [
            json.loads(document) for document, _ in content.ASSESSMENTS
        ]
        records.save_case(content.CASES[0])


@pytest.mark.parametrize("version", VERSIONS)
def test_their_recovery_key_opens_them(version: str, tmp_path: Path):
    folder = Path(shutil.copytree(GOLDEN / version, tmp_path / version))
    key = vault.unlock_with_recovery_key(folder, (folder / "recovery-key.txt").read_text())
    with Records.open_with_key(folder, key) as records:
        assert len(records.list_cases()) == len(content.CASES)
