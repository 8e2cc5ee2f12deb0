"""What a person is told of a model that fails: on standard error, and nothing of it among the results."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.models import ModelService
from core.models.fake import FakeScript, FakeStep, fake_service
from core.system.folders import compiled_knowledge
from tests.core.cli.conftest import Bedside, lines_of

pytestmark = pytest.mark.skipif(not compiled_knowledge().is_file(), reason="the knowledge base has not been built")
AGAIN = "'bedside models retry scripted' tries it afresh."
Script = Callable[..., None]


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Script:
    """The writer follows this script."""

    def follow(*steps: FakeStep, **rungs: str) -> None:
        script = FakeScript.model_validate({"steps": steps or (FakeStep(),), "rungs": {"gpu": "unavailable", **rungs}})
        monkeypatch.setattr(ModelService, "open", lambda **_: fake_service(script))

    return follow


def test_a_crash_is_one_sentence_on_standard_error(bedside: Bedside, note: Path, scripted: Script) -> None:
    scripted(FakeStep(text=" sweating and", then="die"))
    said = bedside("analyse", note, "--json")
    assert said.err == (
        "bedside: Scripted model stopped twice (its process crashed (SIGSEGV)), so its text ends here; " + AGAIN + "\n"
    )
    document = said.document  # exit status 0, and standard output is the document alone
    assert set(document) == set(bedside("analyse", note, "--no-models", "--prose", "summary", "--json").document)
    assert "stopped twice" not in said.out
    # From now on it is not tried here, and that is told too.
    said = bedside("analyse", note)
    assert said.code == 0
    assert said.err == (
        "bedside: Scripted model does not run on this machine (its process crashed (SIGSEGV)); Bedside works without "
        "it; " + AGAIN + "\n"
    )
    assert "Scripted" not in said.out


@pytest.mark.parametrize(
    ("steps", "rungs", "words"),
    [
        ((FakeStep(text=" sweating", then="die", signal=9),), {}, "was killed, perhaps because memory ran out"),
        (
            (),
            {"processor-extra": "no-memory", "processor-plain": "no-memory"},
            "not enough memory for Scripted model",
        ),
        ((), {"processor-extra": "dies-at-decode"}, "to the processor without extra kernels."),
        ((FakeStep(text=" x", then="garbage"),), {}, "sent what is not a message"),
    ],
)
def test_whatever_happens_to_it(
    bedside: Bedside, note: Path, scripted: Script, steps: tuple[FakeStep, ...], rungs: dict[str, str], words: str
) -> None:
    scripted(*steps, **rungs)
    said = bedside("analyse", note)
    assert said.code == 0
    assert said.err.startswith("bedside: ")
    assert len(said.err.splitlines()) == 1
    assert words in said.err
    assert "retry" not in said.err  # it was not given up


def test_a_model_that_does_well_is_not_spoken_of(bedside: Bedside, note: Path, scripted: Script) -> None:
    scripted(FakeStep(text=" sweating."))
    assert bedside("analyse", note).err == ""


def test_many_cases_tell_it_once(bedside: Bedside, tmp_path: Path, scripted: Script) -> None:
    scripted(FakeStep(text=" sweating and", then="die"))
    text = "58-year-old man. Chest pain for 2 hours, sweating. No fever."
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(json.dumps({"id": f"case-{n}", "text": text}) for n in range(3)))
    said = bedside("batch", source, target, "--models")
    assert said.code == 0
    assert said.out == ""
    told, done = said.err.splitlines()
    assert told.endswith(AGAIN)
    assert done.startswith("3 lines in ")
    assert [line["id"] for line in lines_of(target)] == ["case-0", "case-1", "case-2"]
    assert not any("error" in line for line in lines_of(target))
