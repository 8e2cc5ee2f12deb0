"""What `bedside analyse --second-opinion` prints: agreement, the common order, how it was asked, and why nobody was."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cli.second_opinion import told
from core.system.folders import compiled_knowledge
from core.validation import Named, SecondOpinion
from core.validation.fusion import Fused
from tests.core.cli.conftest import Bedside

GOUT = Named(id="gout", name="gout", name_zh="痛风", samples=2, best_place=1, engine_rank=2)


def _line(place: int, name: str, name_zh: str, engine: int) -> Fused:
    return Fused(rank=place, id=name, name=name, name_zh=name_zh, engine_rank=engine, named=name == "gout")


OPINION = SecondOpinion(
    named=(GOUT,),
    samples=2,
    agrees=False,
    engine_first="cellulitis",
    engine_first_zh="蜂窝织炎",
    notes=("It was stopped: 2 of 3 answers had come.",),
    measured="On this machine this model had the diagnosis in its list in 20 of 35 bundled cases.",
)


def _said(opinion: SecondOpinion, lang: str = "en") -> str:
    return "\n".join(told(opinion, "zh" if lang == "zh" else "en"))


def test_agreement_is_told() -> None:
    assert "does not agree with the engine, which has cellulitis first" in _said(OPINION)
    assert "引擎首位为蜂窝织炎" in _said(OPINION, "zh")
    same = OPINION.model_copy(update={"agrees": True, "engine_first": "gout", "engine_first_zh": None})
    assert "It agrees with the engine: both have gout first." in _said(same)
    assert "agree" not in _said(OPINION.model_copy(update={"agrees": None}))


def test_the_common_order_is_told() -> None:
    changed = (_line(1, "gout", "痛风", 2), _line(2, "cellulitis", "蜂窝织炎", 1))
    said = _said(OPINION.model_copy(update={"fused": changed}))
    assert "Both together, in this order:" in said
    assert "1. gout (the engine has it at 2)" in said
    assert "1. 痛风（引擎第2位）" in _said(OPINION.model_copy(update={"fused": changed}), "zh")
    same = (_line(1, "cellulitis", "蜂窝织炎", 1), _line(2, "gout", "痛风", 2))
    assert "leave the engine's order as it is" in _said(OPINION.model_copy(update={"fused": same}))
    assert "together" not in _said(OPINION)


def test_how_it_was_asked_is_told_in_both_languages() -> None:
    assert "2 of 3 answers had come" in _said(OPINION)
    chinese = _said(OPINION, "zh")
    assert "20" in chinese
    assert "bundled" not in chinese
    assert "stopped" not in chinese


def test_who_has_not_been_measured_is_told_with_the_way_to_do_it() -> None:
    opinion = SecondOpinion(sentence="Small has not been measured on this machine, so it was not asked.",
                            unmeasured="small")  # fmt: skip
    assert "'bedside models bench small' measures it." in _said(opinion)
    assert "bedside models bench small" in _said(opinion, "zh")


@pytest.mark.skipif(not compiled_knowledge().is_file(), reason="the knowledge base has not been built")
def test_without_models_none_is_asked(bedside: Bedside, tmp_path: Path) -> None:
    record = tmp_path / "case.txt"
    record.write_text("A boy of 14 has pain that moved to the right lower abdomen, fever and vomiting.")
    opinion = bedside("analyse", record, "--no-models", "--second-opinion", "--json").document["second_opinion"]
    assert opinion["sentence"] == "Language models are switched off, so none was asked."
