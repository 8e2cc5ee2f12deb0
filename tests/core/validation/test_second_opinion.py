"""Second opinion and bench, with the model that follows a script."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.assess import assess
from core.assessment import Assessment
from core.knowledge.base import default_knowledge
from core.models import Achieved, LaneResult, ModelInfo, ModelService, achieved
from core.models.achievement import keep
from core.models.fake import FakeScript, FakeStep, fake_model, fake_service
from core.system.cancel import CancelToken
from core.system.errors import KnownError
from core.validation import bench, choosing, open_second_opinion, second_opinion, validation_cases
from core.validation.cases import ValidationCase
from core.validation.choosing import who_is_asked
from core.validation.second_opinion import _GRAMMAR, SecondOpinion, listed

_SAID = " Acute appendicitis\n2. Mesenteric adenitis\n3. Trouble of the ether\n4. Gastroenteritis\n5. Ovarian torsion"
_SHA = "f" * 64


@pytest.fixture(scope="module")
def belly() -> tuple[ValidationCase, Assessment]:
    case = next(case for case in validation_cases() if case.id == "moving-pain")
    return case, assess(case.case, top=10)


def _service(*steps: FakeStep, model: ModelInfo | None = None) -> ModelService:
    return fake_service(FakeScript(steps=steps or (FakeStep(text=_SAID),)), model=model)


def _earn(*may: str) -> None:
    keep(
        _SHA,
        Achieved(
            when="2026-11-22T12:00:00+00:00",
            cases=35,
            device="processor",
            quantisation="none",
            lanes={"second-opinion": LaneResult(what="named", right=20, of=35)},
            may=may,
            sentences=(),
            named_if_right=0.8,
            named_if_wrong=0.05,
        ),
    )


def _opinion(service: ModelService, belly: tuple[ValidationCase, Assessment]) -> SecondOpinion:
    case, assessment = belly
    with service:
        return second_opinion(case.case, assessment, service, default_knowledge())


def test_an_opinion_beside_the_engine(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion")
    opinion = _opinion(_service(), belly)
    assert [named.id for named in opinion.named][:2] == ["acute-appendicitis", "mesenteric-adenitis"]
    first = opinion.named[0]
    assert (first.samples, first.best_place, first.engine_rank, opinion.samples) == (3, 1, 1, 3)
    assert opinion.unknown == 3  # one name in each sample that nobody has
    assert opinion.agrees is True
    assert opinion.engine_first == belly[1].differential[0].name
    assert opinion.notes == ()
    assert opinion.fused is None
    assert opinion.model is not None
    assert "20 of 35" in opinion.measured


def test_the_samples_that_name_it_are_counted(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion")
    opinion = _opinion(_service(FakeStep(text=" Gout"), FakeStep(text=" Acute appendicitis")), belly)
    assert [(named.id, named.samples) for named in opinion.named] == [("acute-appendicitis", 2), ("gout", 1)]


def test_its_word_changes_the_order_only_when_that_was_earned(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion", "fusion")
    opinion = _opinion(_service(), belly)
    assert opinion.fused is not None
    assert opinion.fused[0].named
    assert {line.id for line in opinion.fused} == {line.id for line in belly[1].differential}


def test_a_model_that_was_not_measured_is_not_asked(belly: tuple[ValidationCase, Assessment]) -> None:
    opinion = _opinion(_service(FakeStep(then="die")), belly)
    assert opinion.named == ()
    assert "has not been measured" in opinion.sentence
    assert (opinion.measured, opinion.unmeasured) == ("", fake_model().id)
    _earn("writer")
    opinion = _opinion(_service(FakeStep(then="die")), belly)
    assert "was measured on this machine and is not good enough" in opinion.sentence
    assert "20 of 35" in opinion.measured
    assert opinion.unmeasured is None


def test_what_neither_has_first_is_neither_agreed_nor_contradicted(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion")
    assert _opinion(_service(FakeStep(text=" Gout")), belly).agrees is False
    assert _opinion(_service(FakeStep(text=" Nothing known")), belly).agrees is None


def test_an_answer_that_failed_is_told_and_does_not_count(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion")
    said = FakeStep(text=_SAID)
    opinion = _opinion(_service(said, said, FakeStep(text=" Gout\n2. Sepsis\n", then="fail")), belly)
    assert opinion.samples == 2
    assert "gout" not in {named.id for named in opinion.named}
    assert [note.split(":")[0] for note in opinion.notes] == ["Only 2 of 3 answers came"]


def test_stopped_in_the_middle_keeps_what_had_come(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion")
    token = CancelToken()
    case, assessment = belly
    with _service() as service:
        ask_one = service.generate

        def then_stop(*told: object, **ways: object) -> object:
            answer = ask_one(*told, **ways)  # type: ignore[arg-type]
            token.cancel()
            return answer

        service.generate = then_stop  # type: ignore[method-assign,assignment]
        opinion = second_opinion(case.case, assessment, service, default_knowledge(), cancel=token)
    assert opinion.samples == 1
    assert opinion.notes == ("It was stopped: 1 of 3 answers had come.",)


def test_a_record_that_is_cut_says_so(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion")
    case, assessment = belly
    long = case.case.model_copy(update={"text": case.text + " He says it hurts." * 400})
    with _service() as service:
        opinion = second_opinion(long, assessment, service, default_knowledge())
    assert "it read the first 6,000 of 7," in opinion.notes[0]
    assert opinion.named


def test_a_language_that_it_does_not_read(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion")
    model = fake_model().model_copy(update={"languages": ("fr",)})
    assert "does not read this language" in _opinion(_service(model=model), belly).sentence


def test_a_model_that_fails_is_a_sentence(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion")
    opinion = _opinion(_service(FakeStep(text="", then="fail")), belly)
    assert opinion.named == ()
    assert "script says that this fails" in opinion.sentence
    assert "no disease" in _opinion(_service(FakeStep(text=" Nothing known")), belly).sentence


def test_without_a_model(belly: tuple[ValidationCase, Assessment]) -> None:
    opinion = _opinion(ModelService(None, None, missing="There is none."), belly)
    assert (opinion.sentence, opinion.model) == ("There is none.", None)


def test_stopped_before_it_began(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion")
    token = CancelToken()
    token.cancel()
    case, assessment = belly
    with _service() as service:
        opinion = second_opinion(case.case, assessment, service, default_knowledge(), cancel=token)
    assert "stopped" in opinion.sentence


def test_a_model_without_a_conversation_s_format_is_asked_plainly(belly: tuple[ValidationCase, Assessment]) -> None:
    _earn("second-opinion")
    model = fake_model().model_copy(update={"chat_template": False})
    assert _opinion(_service(model=model), belly).named[0].id == "acute-appendicitis"


def test_what_was_cut_off_is_no_name() -> None:
    with _service(FakeStep(text=" Gout\n2. Pulmonary")) as service:
        cut = service.generate(prompt="x", max_tokens=2)
        whole = service.generate(prompt="x")
    assert (cut.finished, listed(cut)) == ("length", ["Gout"])
    assert listed(whole) == ["Gout", "Pulmonary"]


def test_the_grammar_begins_as_the_answer_does() -> None:
    assert _GRAMMAR.startswith('root ::= "1." name')


def test_the_service_is_one_of_that_role_or_the_writer() -> None:
    with open_second_opinion() as service:
        model = service.status.model
        assert model is None or model.role in ("writer", "second-opinion")


def test_a_writer_that_may_not_write_is_asked_where_it_earned_that(monkeypatch: pytest.MonkeyPatch) -> None:
    able = fake_model()
    other = able.model_copy(update={"id": "other", "role": "second-opinion", "sha256": "e" * 64})
    chinese = able.model_copy(update={"id": "chinese", "languages": ("zh",), "sha256": "d" * 64})
    monkeypatch.setattr(choosing, "list_models", lambda: (chinese, able, other))
    assert who_is_asked("en") == other  # none has earned it: what was made for it is told of
    _earn("second-opinion")
    assert who_is_asked("en") == able
    monkeypatch.setattr(choosing, "list_models", lambda: (chinese,))
    assert who_is_asked("en") == chinese
    assert "does not read this language" in choosing.objection(chinese, "en")
    monkeypatch.setattr(choosing, "list_models", tuple)
    with open_second_opinion("en") as service:
        assert service.status.sentence.startswith("No model that could give a second opinion")


def test_a_model_whose_file_is_missing_says_that(belly: tuple[ValidationCase, Assessment]) -> None:
    gone = fake_model().model_copy(update={"status": "missing", "sentence": "Its file is missing."})
    opinion = _opinion(_service(model=gone), belly)
    assert (opinion.sentence, opinion.unmeasured) == ("Its file is missing.", None)


def test_a_bench_measures_keeps_and_tells(own_home: Path) -> None:
    told: list[tuple[str, int, int]] = []
    cases = tuple(case for case in validation_cases() if case.id in ("moving-pain", "shivering-flank"))
    service = _service()
    benched = bench(fake_model(), service=service, cases=cases, progress=lambda *step: told.append(step))
    result = benched.achieved
    assert result.cases == 2
    assert result.lanes["second-opinion"].right == 1
    assert result.lanes["engine"].of == 2
    assert result.lanes["writer"].of > 0  # the script's words are no sentence that can be traced
    assert result.lanes["writer"].right == 0
    assert result.may == ("second-opinion",)
    assert result.tokens_per_second == pytest.approx(100)
    assert 0 < (result.named_if_wrong or 0) < (result.named_if_right or 0) < 1
    assert achieved(_SHA) == result
    assert ("cases", 2, 2) in told
    assert any("may not write" in sentence for sentence in benched.sentences)


def test_a_bench_of_a_model_that_dies_keeps_nothing() -> None:
    cases = validation_cases()[:1]
    with pytest.raises(KnownError, match="fails"):
        bench(fake_model(), service=_service(FakeStep(text="", then="fail")), cases=cases)
    fine = FakeStep(text=_SAID)
    with pytest.raises(KnownError, match="fails"):
        bench(fake_model(), service=_service(*[fine] * 4, FakeStep(text="", then="fail")), cases=cases)
    with pytest.raises(KnownError):
        bench(fake_model(), service=fake_service(FakeScript(rungs={"gpu": "no-memory"})), cases=())
    assert achieved(_SHA) is None


def test_a_bench_that_is_stopped_keeps_nothing() -> None:
    token = CancelToken()
    cases = validation_cases()[:3]
    with pytest.raises(KnownError, match="stopped"):
        bench(
            fake_model(),
            service=_service(),
            cases=cases,
            progress=lambda *_: token.cancel(),
            cancel=token,
        )
    assert achieved(_SHA) is None


def test_an_encoder_has_nothing_to_say() -> None:
    with pytest.raises(KnownError, match="not a model that writes"):
        bench(fake_model().model_copy(update={"role": "encoder"}), service=_service())
