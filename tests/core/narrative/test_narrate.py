from __future__ import annotations

from pathlib import Path

import pytest

from core.assessment import ModelUsed, Sentence
from core.models import ModelService, list_models
from core.models.fake import FakeScript, FakeStep, fake_service
from core.models.session import Timings
from core.narrative import Checked, Trouble, Withheld, narrate, with_prose
from core.narrative.writer import MOST_TOKENS
from core.system.cancel import CancelToken
from tests.core.narrative.cases import CHEST_PAIN, CHINESE, assessed


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path))


def told(text: str, *steps: FakeStep, lang: str = "en", cancel: CancelToken | None = None) -> list[Checked]:
    """What comes of a case with a model that answers so; the beginnings of its sentences are the program's."""
    case, assessment = assessed(text)
    with fake_service(FakeScript(steps=steps)) as service:
        return list(narrate(case, assessment, service, lang="zh" if lang == "zh" else "en", cancel=cancel))


def template(text: str, lang: str = "en") -> list[Checked]:
    case, assessment = assessed(text)
    return list(narrate(case, assessment, None, lang="zh" if lang == "zh" else "en"))


def texts(checked: list[Checked], author: str) -> list[str]:
    return [c.text for c in checked if isinstance(c, Sentence) and c.author == author]


def withheld(checked: list[Checked]) -> list[Withheld]:
    return [c for c in checked if isinstance(c, Withheld)]


def troubles(checked: list[Checked]) -> list[Trouble]:
    return [c for c in checked if isinstance(c, Trouble)]


def test_without_a_model_the_template_tells_everything() -> None:
    said = template(CHEST_PAIN)
    assert texts(said, "model") == []
    assert said[0] == Sentence(
        text="A 58-year-old man presents with pressure-like chest pain for 2 hours.",
        author="template",
        spans=said[0].spans,  # type: ignore[union-attr]
        facts=said[0].facts,  # type: ignore[union-attr]
    )
    assert said[0].facts[:3] == ("patient/age_years", "patient/sex", "findings/1")
    whole = " ".join(texts(said, "template"))
    for words in (
        "pain radiating to the left arm",
        "Pertinent negatives: no fever, ",
        "cough",
        "hypertension",
        "In the family, not the patient: myocardial infarction",
        "metformin 500 mg bid",
        "penicillin (rash)",
        "heart rate 104/min",
        "HEART score 7 (high risk)",
        "acute myocardial infarction (likely) and pulmonary embolism (possible)",
        "aortic dissection",
        "Urgency: emergency",
    ):
        assert words in whole
    assert "costochondritis" not in whole


def test_every_span_lies_in_the_record_and_every_fact_is_named() -> None:
    for sentence in template(CHEST_PAIN):
        assert isinstance(sentence, Sentence)
        assert sentence.facts
        assert all(0 <= start < end <= len(CHEST_PAIN) for start, end in sentence.spans)


def test_the_template_in_chinese() -> None:
    whole = "".join(texts(template(CHINESE, "zh"), "template"))
    assert whole.startswith("34岁女性患者，因")
    for words in ("咳嗽", "发热", "无胸痛", "高血压", "体温 38.5 °C", "急性心肌梗死（很可能）", "紧急程度：立即——胸痛"):
        assert words in whole


def test_chinese_is_the_templates_alone() -> None:
    said = told(CHINESE, FakeStep(text="她有咳嗽。"), lang="zh")
    assert said == template(CHINESE, "zh")


def test_what_the_model_words_faithfully_is_shown_and_not_told_again() -> None:
    said = told(
        CHEST_PAIN,
        FakeStep(text=" pain radiating to the left arm, sweating and nausea."),
        FakeStep(text=", cough or haemoptysis."),
        FakeStep(text=" hypertension and diabetes."),
        FakeStep(text=" myocardial infarction."),
        FakeStep(text=" metformin 500 mg bid."),
        FakeStep(text=" penicillin."),
        FakeStep(text=" heart rate is 104/min."),
    )
    assert texts(said, "model") == [
        "He also has pain radiating to the left arm, sweating and nausea.",
        "He has no fever, cough or haemoptysis.",
        "He has a history of hypertension and diabetes.",
        "There is a family history of myocardial infarction.",
        "He takes metformin 500 mg bid.",
        "He is allergic to penicillin.",
        "The heart rate is 104/min.",
    ]
    assert withheld(said) == []
    rest = " ".join(texts(said, "template"))
    assert "nausea" not in rest
    assert "amlodipine 5 mg daily" in rest  # the model left it out
    assert "metformin" not in rest
    assert isinstance(said[-1], ModelUsed)


def test_a_dose_that_the_model_leaves_out_is_told_by_the_template() -> None:
    said = told("60-year-old man with cough. Medications: metformin 500 mg bid", FakeStep(text=" metformin."))
    assert texts(said, "model") == ["He takes metformin."]
    assert any("metformin 500 mg bid" in text for text in texts(said, "template"))


def test_the_fathers_infarction_is_withheld_and_the_template_tells_whose_it_is() -> None:
    said = told(CHEST_PAIN, FakeStep(text=" myocardial infarction and chest pain."))
    assert texts(said, "model") == []
    assert any("somebody else" in reason for w in withheld(said) for reason in w.reasons)
    assert any("not the patient: myocardial infarction" in text for text in texts(said, "template"))


def test_a_second_try_has_another_seed_and_then_the_template_tells_it() -> None:
    said = told(
        "60-year-old man with cough and fever.", FakeStep(text=" vomiting."), FakeStep(text=" vomiting and rash.")
    )
    assert len(withheld(said)) == 2
    assert texts(said, "template")[:2] == ["A 60-year-old man presents with cough.", "Also present: fever."]


def test_a_model_of_no_use_is_not_asked_for_ever() -> None:
    said = told(CHEST_PAIN, *(FakeStep(text=f" green mice, number {n}.") for n in range(20)))
    assert len(withheld(said)) == 6  # three groups, twice each


def test_a_looping_model_is_stopped() -> None:
    said = told(CHEST_PAIN, FakeStep(text=" a placebo. He has a placebo. He has a placebo.", then="loop"))
    assert texts(said, "model") == []
    assert all(reason for w in withheld(said) for reason in w.reasons)
    assert sum(len(w.text.split()) for w in withheld(said)) < 2 * (MOST_TOKENS + 60)
    assert any("again" in w.reasons[0] for w in withheld(said))
    assert len(texts(said, "template")) == len(texts(template(CHEST_PAIN), "template"))


def test_what_breaks_off_is_withheld() -> None:
    said = told("60-year-old man with cough and fever.", FakeStep(text=" fever and"))
    assert withheld(said)[0].reasons == ("it was cut off",)


def test_bullets_and_stars_are_no_claim() -> None:
    said = told("60-year-old man with cough and fever.", FakeStep(text=" **fever**."))
    assert texts(said, "model") == ["He also has fever."]


def test_what_has_been_told_is_not_told_again() -> None:
    said = told("60-year-old man with cough and fever.", FakeStep(text=" fever. He has cough."))
    assert texts(said, "model") == ["He also has fever."]
    assert [w.reasons for w in withheld(said)] == [("it says again what was said",)]


@pytest.mark.parametrize("then", ["die", "leave", "garbage", "half-message", "fail"])
def test_a_dying_model_leaves_a_complete_answer(then: str) -> None:
    said = told(CHEST_PAIN, FakeStep(text=" sweating and", then=then))
    whole = " ".join(texts(said, "template"))
    for words in ("sweating", "no fever", "metformin 500 mg bid", "Urgency"):
        assert words in whole
    (trouble,) = troubles(said)
    assert trouble.model == "scripted"
    assert trouble.sentence.startswith("Scripted model")
    assert trouble.given_up == (then == "die")


def test_what_went_wrong_is_told_once_and_as_it_ended() -> None:
    (trouble,) = troubles(told(CHEST_PAIN, FakeStep(text=" sweating and", then="die")))
    assert trouble.sentence == "Scripted model stopped twice (its process crashed (SIGSEGV)), so its text ends here."
    (trouble,) = troubles(told(CHEST_PAIN, FakeStep(text=" sweating.")))
    assert trouble.sentence == (
        "Scripted model does not run on this machine (its process crashed (SIGSEGV)); Bedside works without it."
    )
    assert trouble.given_up


def test_a_failure_that_the_model_survived_is_told_too() -> None:
    said = told(CHEST_PAIN, FakeStep(text=" sweating and", then="die"), FakeStep(text=" nausea."))
    (trouble,) = troubles(said)
    assert trouble.sentence == (
        "Scripted model: its process crashed (SIGSEGV); going from the processor with its extra kernels to the "
        "processor without extra kernels."
    )
    assert not trouble.given_up
    assert isinstance(said[-1], ModelUsed)


def test_what_the_model_could_not_do_is_told_with_its_name() -> None:
    (trouble,) = troubles(told(CHEST_PAIN, FakeStep(text=" sweating", then="fail")))
    assert trouble.sentence == "Scripted model: The script says that this fails."


def test_a_model_that_hangs_or_has_no_memory_is_told() -> None:
    case, assessment = assessed(CHEST_PAIN)
    quick = Timings(load=0.2, hang=0.2, stop=0.05, idle=0)
    hanging = FakeScript(steps=(FakeStep(text=" sweating", then="hang"),))
    with fake_service(hanging, timings=quick) as service:
        (trouble,) = troubles(list(narrate(case, assessment, service, lang="en")))
    assert "gave no sign of life for 0.2 seconds" in trouble.sentence
    small = FakeScript.model_validate(
        {"rungs": dict.fromkeys(["gpu", "processor-extra", "processor-plain"], "no-memory")}
    )
    with fake_service(small) as service:
        (trouble,) = troubles(list(narrate(case, assessment, service, lang="en")))
    assert trouble.sentence.startswith("There is not enough memory for Scripted model")
    assert not trouble.given_up


def test_nothing_is_told_where_nothing_went_wrong() -> None:
    assert troubles(told(CHEST_PAIN, FakeStep(text=" sweating and nausea."))) == []
    assert troubles(told(CHINESE, FakeStep(text="x", then="die"), lang="zh")) == []


def test_no_model_at_all() -> None:
    case, assessment = assessed(CHEST_PAIN)
    with ModelService(None, None, missing="No model.") as service:
        assert list(narrate(case, assessment, service, lang="en")) == template(CHEST_PAIN)


def test_a_stop_leaves_a_complete_answer() -> None:
    cancel = CancelToken()
    cancel.cancel()
    assert told(CHEST_PAIN, FakeStep(text=" sweating."), cancel=cancel) == template(CHEST_PAIN)


def test_a_stop_in_the_middle_keeps_what_was_checked() -> None:
    case, assessment = assessed(CHEST_PAIN)
    cancel = CancelToken()
    said = []
    with fake_service(FakeScript(steps=(FakeStep(text=" sweating and nausea."),))) as service:
        for checked in narrate(case, assessment, service, lang="en", cancel=cancel):
            said.append(checked)
            if isinstance(checked, Sentence) and checked.author == "model":
                cancel.cancel()
    assert texts(said, "model") == ["He also has sweating and nausea."]
    assert texts(said, "template")[-1].startswith("Urgency")


def test_a_listener_who_leaves_frees_the_model() -> None:
    case, assessment = assessed(CHEST_PAIN)
    with fake_service(FakeScript(steps=(FakeStep(text=" sweating and nausea. He has pain."),))) as service:
        prose = narrate(case, assessment, service, lang="en")
        next(prose)
        next(prose)
        prose.close()  # type: ignore[attr-defined]
        assert service.generate([{"role": "user", "content": "?"}]).finished == "stop"


def test_with_prose_counts_what_is_withheld_and_names_the_model() -> None:
    _, assessment = assessed(CHEST_PAIN)
    said = told(CHEST_PAIN, FakeStep(text=" sweating and vomiting."), FakeStep(text=" sweating."))
    whole = with_prose(assessment, iter(said))
    assert whole.withheld_sentences == len(withheld(said)) >= 1
    assert [s.text for s in whole.narrative] == [c.text for c in said if isinstance(c, Sentence)]
    assert [m.name for m in whole.provenance.models] == ["Scripted model"]
    assert "vomiting" not in whole.model_dump_json()
    assert with_prose(whole, said) == whole


def test_an_abstention_and_an_empty_record() -> None:
    case, assessment = assessed("Milk, eggs, bread.", abstained=True)
    empty = assessment.model_copy(
        update={
            "findings": (),
            "differential": (),
            "cannot_miss": (),
            "scores": (),
            "triage": assessment.triage.model_copy(update={"level": None, "grounds": ()}),
        }
    )
    assert [c.text for c in narrate(case, empty, None, lang="en") if isinstance(c, Sentence)] == [
        "The patient; no presenting complaint could be read in the record.",
        "Bedside does not commit itself to a diagnosis: The record is too thin.",
    ]
    assert "Bedside 未作出倾向性诊断" in "".join(
        c.text for c in narrate(case, empty, None, lang="zh") if isinstance(c, Sentence)
    )


def test_the_real_model_never_gives_the_fathers_infarction_to_the_patient() -> None:
    if not any(m.id == "smollm2-135m-instruct" and m.status == "ready" for m in list_models()):
        pytest.skip("the model has not been fetched")
    pytest.importorskip("llama_cpp")
    case, assessment = assessed(
        "45-year-old man with cough for 3 days and fever. FH: father had a myocardial infarction at 50."
    )
    with ModelService.open(role="writer", threads=2) as service:
        said = list(narrate(case, assessment, service, lang="en"))
    for sentence in (c for c in said if isinstance(c, Sentence)):
        if "infarction" in sentence.text and not any("differential" in fact for fact in sentence.facts):
            assert "family" in sentence.text.lower() or "father" in sentence.text.lower()
    assert isinstance(said[-1], ModelUsed)
