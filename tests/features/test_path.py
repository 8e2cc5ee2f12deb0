"""The steps of path.feature, through the command line in a process of its own, as a person would use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pytest_bdd import given, parsers, scenarios, then, when

from core.system.folders import resources

scenarios("path.feature")
WORD = "correct horse battery"


class Clinic:
    """One data folder, one record, and what the last command said."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.record = folder / "record.txt"
        self.report = folder / "report.pdf"
        self.said: subprocess.CompletedProcess[str] | None = None

    def bedside(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "BEDSIDE_HOME": str(self.home), "BEDSIDE_PASSPHRASE": WORD, "PYTHONUTF8": "1"}
        code = "import sys; from core.cli import main; sys.exit(main())"
        self.said = subprocess.run(
            [sys.executable, "-c", code, *words], env=environment, capture_output=True, encoding="utf-8", check=False
        )
        return self.said

    def json(self, *words: str) -> Any:
        said = self.bedside(*words, "--json")
        assert said.returncode == 0, said.stderr
        return json.loads(said.stdout)


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


@pytest.fixture
def answer() -> dict[str, Any]:
    return {}


@given("the bundled chest pain record")
def _(clinic: Clinic) -> None:
    clinic.record = resources() / "examples" / "chest-pain.txt"


@given("encrypted records with a passphrase")
def _(clinic: Clinic) -> None:
    assert "recovery_key" in clinic.json("records", "init")


@given(parsers.parse('the record "{text}"'))
def _(clinic: Clinic, text: str) -> None:
    clinic.record.write_text(text, encoding="utf-8")


@given(parsers.parse("a file that is {kind}"))
def _(clinic: Clinic, kind: str) -> None:
    contents = {
        "empty": b"",
        "huge": b"chest pain and fever. " * 500_000,
        "binary": bytes(range(256)) * 40,
        "wrongly coded": "chest pain \udcff".encode("utf-8", "surrogateescape") + b"\x81\x8d\x00\x9d" * 20,
    }
    if kind != "missing":
        clinic.record.write_bytes(contents[kind])


@when("it is analysed, stored and reported")
def _(clinic: Clinic, answer: dict[str, Any]) -> None:
    answer.update(clinic.json("analyse", str(clinic.record), "--store", "--pdf", str(clinic.report), "--no-models"))


@when("it is analysed")
def _(clinic: Clinic, answer: dict[str, Any]) -> None:
    answer.update(clinic.json("analyse", str(clinic.record), "--no-models"))


@when("it is handed over")
def _(clinic: Clinic) -> None:
    clinic.bedside("analyse", str(clinic.record), "--no-models")


@then("acute myocardial infarction leads the differential")
def _(answer: dict[str, Any]) -> None:
    assert answer["differential"][0]["id"] == "acute-myocardial-infarction"


@then("the urgency is emergent")
def _(answer: dict[str, Any]) -> None:
    assert answer["triage"]["level"] == "emergent"


@then("the father's heart attack is not the patient's")
def _(answer: dict[str, Any], clinic: Clinic) -> None:
    text = clinic.record.read_text(encoding="utf-8")
    place = text.index("heart attack")
    about = [f for f in answer["findings"] if f["start"] is not None and f["start"] <= place < f["end"]]
    assert about
    assert {f["experiencer"] for f in about} == {"family"}


@then("every drug check says what it looked at")
def _(answer: dict[str, Any]) -> None:
    assert len(answer["checks"]) == 11
    assert all(c["looked_at"] or c["could_not_judge"] for c in answer["checks"])
    assert "done" in {c["status"] for c in answer["checks"]}


@then("options for treatment are offered")
def _(answer: dict[str, Any]) -> None:
    assert answer["plan"]["offered"]
    assert all(item["source"] for item in answer["plan"]["offered"])


@then("the report names the leading diagnosis and has numbered pages")
def _(clinic: Clinic, answer: dict[str, Any]) -> None:
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(clinic.report).pages]
    assert answer["differential"][0]["name"].lower() in pages[0].lower()
    assert f"1 of {len(pages)}" in pages[0]
    assert "not performed" in " ".join(pages).lower()


@then("the stored assessment is the one that was printed")
def _(clinic: Clinic, answer: dict[str, Any]) -> None:
    listed = clinic.json("records", "list")
    assert len(listed) == 1
    assert clinic.json("records", "show", listed[0]["id"])["assessment"] == answer


@then("no plaintext of the record lies in the data folder")
def _(clinic: Clinic) -> None:
    for path in clinic.home.rglob("*"):
        if path.is_file():
            assert b"carrying shopping" not in path.read_bytes(), path.name


@then("cough, sputum and fever are present")
def _(answer: dict[str, Any]) -> None:
    present = {f["label_zh"] for f in answer["findings"] if f["assertion"] == "present"}
    assert {"咳嗽", "发热"} <= present
    assert any("痰" in (label or "") for label in present)


@then("chest pain is absent")
def _(answer: dict[str, Any]) -> None:
    assert "HP:0100749" in {f["concept"] for f in answer["findings"] if f["assertion"] == "absent"}


@then("a chest infection leads the differential")
def _(answer: dict[str, Any]) -> None:
    infections = {"acute-bronchitis", "community-acquired-pneumonia", "influenza", "common-cold"}
    assert answer["differential"][0]["id"] in infections


@then("Bedside abstains and says what is needed")
def _(answer: dict[str, Any]) -> None:
    assert "vital signs" in answer["abstained"]["reason"]


@then("nothing is listed")
def _(answer: dict[str, Any]) -> None:
    assert answer["differential"] == []
    assert answer["cannot_miss"] == []
    assert answer["triage"]["level"] is None


@then("the answer is one plain sentence and exit status 2")
def _(clinic: Clinic) -> None:
    assert clinic.said is not None
    assert clinic.said.returncode == 2
    assert clinic.said.stdout == ""
    assert len(clinic.said.stderr.strip().splitlines()) == 1
    assert "Traceback" not in clinic.said.stderr
