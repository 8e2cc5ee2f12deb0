"""Why there is no warning: what each check looked at, what it could not judge, and what broke off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cli import main
from core.knowledge.base import Knowledge, default_knowledge
from core.treatment.circumstances import Circumstances
from core.treatment.model import CHECK_KINDS, CheckKind
from core.treatment.outcome import Outcome
from core.treatment.planning import make_plan
from core.treatment.safety import FAILED, check_drugs
from core.treatment.safety.checking import CHECKS
from tests.core.treatment.ward import drug, ward

RECORD = (
    "82-year-old woman. Medications: warfarin 3 mg daily, ibuprofen 400 mg tds, zzzolol 5 mg od, metformin 500 mg bd."
)


def broken(about: Circumstances) -> Outcome:
    raise ValueError("a name that must not be shown")


def checked(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """What `bedside check` prints of the record."""
    file = folder / "record.txt"
    file.write_text(RECORD, encoding="utf-8")
    assert main(["check", str(file), *more]) == 0
    return capsys.readouterr().out


def test_each_check_answers_in_the_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = {c["kind"]: c for c in json.loads(checked(tmp_path, capsys, "--json"))["checks"]}
    assert tuple(made) == CHECK_KINDS
    for check in made.values():
        assert check["looked_at"] or check["could_not_judge"]
        assert "zzzolol" not in check["looked_at"]
        assert check["status"] == "partial"
        assert check["as_of"]
    assert made["interaction"]["looked_at"] == ["warfarin", "ibuprofen", "metformin"]
    for kind in set(CHECK_KINDS) - {"pharmacogenomic"}:
        assert any("zzzolol" in reason for reason in made[kind]["could_not_judge"]), kind
    assert "metformin: no creatinine with age and sex, and no eGFR" in made["renal"]["could_not_judge"]
    assert "the record says nothing about allergies" in made["allergy"]["could_not_judge"]
    assert "would matter for warfarin" in made["pharmacogenomic"]["could_not_judge"][0]


def test_each_reason_stands_in_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = checked(tmp_path, capsys)
    assert "Not judged (interaction): zzzolol: not a known drug" in said
    assert "Not judged (renal): metformin: no creatinine" in said
    assert "Not judged (allergy): the record says nothing about allergies" in said
    assert "not thereby safe" in said


@pytest.mark.parametrize("kind", CHECK_KINDS)
def test_a_check_that_breaks_off_says_so_and_the_others_are_made(
    drugs: Knowledge, monkeypatch: pytest.MonkeyPatch, kind: CheckKind
) -> None:
    monkeypatch.setitem(CHECKS, kind, broken)
    made, _ = check_drugs(ward(drugs, drug("painol", "5 mg", "daily"), drug("longidone", "1 g", "weekly")))
    (failed,) = [c for c in made if c.kind == kind]
    assert (failed.status, failed.looked_at, failed.could_not_judge) == ("not-performed", (), (FAILED,))
    assert all(c.looked_at or c.could_not_judge for c in made)
    assert [c.kind for c in made if FAILED in c.could_not_judge] == [kind]


def test_the_text_names_a_check_that_broke_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CHECKS, "interaction", broken)
    said = checked(tmp_path, capsys)
    assert "Drug checks NOT performed: interaction" in said
    assert f"Not judged (interaction): {FAILED}" in said
    assert "must not be shown" not in said


def test_no_drug_is_offered_that_a_broken_check_did_not_see(monkeypatch: pytest.MonkeyPatch) -> None:
    about = ward(default_knowledge(), patient={"sex": "female", "age_years": 30, "pregnant": False})
    assert [i.drug for i in make_plan(about, {"acute-cystitis": 0.9}).offered if i.drug]
    monkeypatch.setitem(CHECKS, "allergy", broken)
    plan = make_plan(about, {"acute-cystitis": 0.9})
    assert not [i.drug for i in plan.offered if i.drug]
    assert plan.excluded
    assert all("A check failed" in (i.because or "") and "未能完成" in (i.because_zh or "") for i in plan.excluded)
