"""The verbs that look: `knowledge`, `models`, `doctor`."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from core.models import Verification
from core.system.errors import KnownError
from tests.core.cli.conftest import Bedside


def test_a_disease_by_id_and_by_any_name(bedside: Bedside) -> None:
    for name in (("acute-appendicitis",), ("Acute", "Appendicitis"), ("急性阑尾炎",)):
        assert bedside("knowledge", "show", *name, "--json").document["id"] == "acute-appendicitis"
    assert "Management" in bedside("knowledge", "show", "acute-appendicitis").out


def test_a_finding_by_id_and_by_name(bedside: Bedside) -> None:
    assert bedside("knowledge", "show", "HP:0001945", "--json").document["id"] == "HP:0001945"
    assert "HP:0001945" in bedside("knowledge", "show", "fever").out


def test_an_entry_that_is_not_there(bedside: Bedside) -> None:
    assert "no entry 'qzqzqz'" in bedside("knowledge", "show", "qzqzqz").sentence
    assert "near it: " in bedside("knowledge", "show", "appendic").sentence
    assert "(vertigo)" in bedside("knowledge", "show", "the", "room", "was", "spinning").sentence


def test_the_entries_are_checked(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    class Sources:
        diseases = findings = analytes = ()

    class Problem:
        @staticmethod
        def _asdict() -> dict[str, str]:
            return {"where": "here", "what": "wrong"}

        def __str__(self) -> str:
            return "here: wrong"

    monkeypatch.setattr("core.cli.knowledge.read_sources", lambda _: Sources())
    monkeypatch.setattr("core.cli.knowledge.unused", lambda _: [])
    monkeypatch.setattr("core.cli.knowledge.lint", lambda _: [])
    assert bedside("knowledge", "lint", "--json").document["problems"] == []
    monkeypatch.setattr("core.cli.knowledge.lint", lambda _: [Problem()])
    said = bedside("knowledge", "lint")
    assert said.code == 2
    assert "here: wrong" in said.out
    assert said.err.startswith("bedside: the entries have 1 problems")


def test_models(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.cli.models.list_models", lambda: ())
    assert bedside("models", "list", "--json").document == []
    assert "templates" in bedside("models", "list").out
    monkeypatch.setattr("core.cli.models.verify_models", lambda: ())
    assert "No model" in bedside("models", "verify").out
    wrong = Verification(model="m", ok=False, sha256=None, sentence="Small is damaged.")
    monkeypatch.setattr("core.cli.models.verify_models", lambda: (wrong,))
    said = bedside("models", "verify")
    assert (said.code, said.out) == (2, "m: Small is damaged.\n")
    assert "1 of 1 models" in said.err


def test_the_embedded_model_is_listed(bedside: Bedside) -> None:
    assert {"id", "role", "licence", "status"} <= set(bedside("models", "list", "--json").document[0])


def test_what_this_machine_can_do(own_home: Path, bedside: Bedside) -> None:
    document = bedside("doctor", "--json").document
    keys = {"app", "home", "machine", "models", "knowledge", "knowledge_overdue", "knowledge_problem", "records"}
    assert keys <= set(document)
    assert document["home"] == str(own_home)
    assert document["knowledge"]["bedside"]["review_by"]
    said = bedside("doctor").out
    assert "Processor: " in said
    assert "The model process has: " in said
    (own_home / "records").mkdir()
    assert "there is a database" in bedside("doctor").out


def test_what_is_missing_is_a_line_and_not_a_failure(bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
    def unbuilt() -> None:
        raise KnownError("the knowledge base has not been built: build it")

    real = builtins.__import__

    def without_sqlcipher(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("sqlcipher3"):
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr("core.cli.doctor.default_knowledge", unbuilt)
    monkeypatch.setattr(builtins, "__import__", without_sqlcipher)
    said = bedside("doctor")
    assert said.code == 0
    assert "has not been built" in said.out
    assert "SQLCipher is missing" in said.out


def test_why_a_disease_stands_where_it_does(bedside: Bedside) -> None:
    record = "resources/examples/chest-pain.txt"
    document = bedside("knowledge", "why", record, "pulmonary embolism", "--json").document
    assert document["asked"]["id"] == "pulmonary-embolism"
    assert document["other"]["rank"] == 1
    assert document["comparison"]["ahead"] < 0
    said = bedside("knowledge", "why", record, "pulmonary-embolism").out
    assert "how common it is in such a patient" in said
    assert "Would tell them apart" in said


def test_why_the_leading_disease_leads_is_told_beside_the_runner_up(bedside: Bedside) -> None:
    record = "resources/examples/chest-pain.txt"
    document = bedside("knowledge", "why", record, "acute-myocardial-infarction", "--json").document
    assert (document["asked"]["rank"], document["other"]["rank"]) == (1, 2)


def test_two_diseases_side_by_side_with_and_without_a_record(bedside: Bedside) -> None:
    entries = bedside("knowledge", "compare", "migraine", "tension-type-headache", "--json").document
    assert entries["comparison"]["would_decide"]
    assert "Would tell them apart" in bedside("knowledge", "compare", "migraine", "tension-type-headache").out
    record = "resources/examples/chest-pain.txt"
    with_record = bedside("knowledge", "compare", "acute pericarditis", "unstable-angina", record, "--json").document
    assert with_record["comparison"]["decided"]
    assert "name two" in bedside("knowledge", "compare", "migraine", "migraine").sentence
    assert "no disease 'qzqzqz'" in bedside("knowledge", "compare", "migraine", "qzqzqz").sentence


def test_a_record_without_medicine_has_no_ranking_to_explain(bedside: Bedside, tmp_path: Path) -> None:
    shopping = tmp_path / "list.txt"
    shopping.write_text("bread, butter, two envelopes", encoding="utf-8")
    assert "no ranking to explain" in bedside("knowledge", "why", str(shopping), "migraine").sentence


def test_the_base_in_numbers(bedside: Bedside) -> None:
    document = bedside("knowledge", "stats", "--json").document
    assert document["diseases"] >= 40
    assert document["weights"] == sum(document["weights_by_basis"].values())
    assert "diseases" in bedside("knowledge", "stats").out
