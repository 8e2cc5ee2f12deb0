"""What core says of models, in Chinese: refusals, cautions, what fails, how a model runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.models import Achieved, find_model, remove_model
from core.models.achievement import keep
from core.models.adding import add_model
from core.models.describe import standing
from core.models.fake import FakeScript, FakeStep, fake_model, fake_service
from core.models.ladder import Ladder
from core.models.machine import Memory
from core.models.protocol import Failed
from core.models.refusals import not_loaded
from core.models.registry import why_none
from core.models.room import caution
from core.models.template_check import objection
from core.system.errors import KnownError
from desktop.texts import Texts, load_table
from tests.core.models import gguf_files as files
from tests.core.models.test_template_check import _REACHES
from tests.desktop.test_chinese import english_in

NAMES = frozenset("gguf llama cpp python decode gave scripted model clip instruct txt script".split())


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path / "home"))


def in_english(*sentences: str) -> dict[str, str]:
    """What is left of English words where each is said in a Chinese window."""
    texts = Texts("zh", load_table())
    return english_in((texts.sentence(said) for said in sentences), NAMES)


def _refused(path: Path, **ways: object) -> str:
    with pytest.raises(KnownError) as caught:
        add_model(path, **ways)  # type: ignore[arg-type]
    return str(caught.value)


def test_files_that_are_not_taken_in(tmp_path: Path) -> None:
    contents = [
        b"",
        b"Dear colleague",
        files.gguf(version=9),
        files.gguf(tensor_count=1 << 40),
        files.gguf(data=1),
        files.gguf({**files.PLAIN, "split.count": ("H", 2, 3)}),
        files.gguf({**files.PLAIN, "general.type": "adapter"}),
        files.gguf({**files.PLAIN, "general.type": "mmproj"}),
        files.gguf({**files.PLAIN, "general.architecture": "clip"}),
        files.gguf({**files.PLAIN, "general.architecture": "bert"}),
        files.gguf({**files.PLAIN, "tokenizer.chat_template": "{% include 'x' %}"}),
    ]
    path = tmp_path / "x1.gguf"
    said = []
    for content in contents:
        path.write_bytes(content)
        said.append(_refused(path))
    path.write_bytes(files.gguf())
    said.append(_refused(path, role="encoder"))
    add_model(path)
    said.append(_refused(path))
    path.rename(tmp_path / "x1.txt")
    said.append(_refused(tmp_path / "x1.txt"))
    with pytest.raises(KnownError) as caught:
        remove_model("smollm2-135m-instruct")
    assert in_english(*said, str(caught.value)) == {}


def test_templates_that_are_refused() -> None:
    whys = {objection(template) for template, _ in _REACHES}
    texts = Texts("zh", load_table())
    for why in whys:
        said = texts.sentence(f"X is refused: {why}. Take the model from another source.")
        assert said.startswith("X 被拒绝：其对话模板"), why


def test_memory_and_the_runtime() -> None:
    model = fake_model().model_copy(update={"memory_now_bytes": 9_000_000_000})
    said = [caution(model, Memory(total_bytes=total, available_bytes=1)) for total in (1, 10**11)]
    said += [
        not_loaded(model, Failed(why=why, sentence="The runtime could not load the model file."))
        for why in ("architecture", "load", "memory", "broken")
    ]
    assert in_english(*said) == {}


def test_how_a_model_runs_here() -> None:
    model = fake_model()
    assert model.sha256 is not None
    ladder = Ladder(model.name, model.sha256)
    said = [standing(model).sentence]
    step = ladder.step_down("its process crashed (SIGILL)", remember=True)
    said += [step.sentence, standing(model).sentence]
    ladder.confirm()
    said.append(standing(model).sentence)
    while ladder.rung is not None:
        ladder.step_down("its process crashed (SIGSEGV)", remember=True)
    said.append(standing(model).sentence)
    assert len(set(said)) == 5
    assert in_english(*said) == {}


def test_why_there_is_none() -> None:
    writer = find_model(model="smollm2-135m-instruct")
    said = [why_none("second-opinion")]
    if writer is not None and writer.sha256 is not None:
        keep(writer.sha256, Achieved(when="2026-11-23", cases=1, device=None, quantisation="", lanes={}, may=(),
                                     sentences=()))  # fmt: skip
        said.append(why_none("writer"))
    assert in_english(*said) == {}


def test_an_answer_that_failed() -> None:
    with fake_service(FakeScript(steps=(FakeStep(then="die"),))) as service:
        answer = service.generate(prompt="x")
    assert in_english(f"Only 1 of 3 answers came: {answer.sentence}", *answer.notes) == {}
    long = "The text is too long for this model: 9,000 tokens, and it reads 4,096."
    assert in_english(long, "The runtime could not compute (llama_decode gave 2).") == {}
