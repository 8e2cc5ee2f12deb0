"""Which model is asked for a second opinion, and why none is."""

from __future__ import annotations

from core.case.model import Language
from core.models import Achieved, ModelInfo, ModelService, achieved, list_models
from core.validation.earning import SECOND_OPINION

SWITCHED_OFF = "Language models are switched off, so none was asked."
_ROLES = ("second-opinion", "writer")  # what is made for it before what can also do it


def open_second_opinion(lang: Language | None = None) -> ModelService:
    """The service for second opinions: the model that was measured to be best at it here, among those that read `lang`.

    Where none has earned it, the one that would be asked, so that it can be told why it is not. Starts nothing yet."""
    chosen = who_is_asked(lang)
    if chosen is None:
        return ModelService(
            None, None, missing="No model that could give a second opinion is installed; Bedside works without it."
        )
    return ModelService.open(model=chosen.id)


def who_is_asked(lang: Language | None = None) -> ModelInfo | None:
    """The model that is asked, or that would be if it had earned it; None where there is none."""
    fitting = [info for info in list_models() if info.role in _ROLES]
    return max(fitting, key=lambda info: _claim(info, lang), default=None)


def measure_of(info: ModelInfo) -> Achieved | None:
    """What this model was measured to do here, if it was."""
    return achieved(info.sha256) if info.sha256 is not None else None


def objection(info: ModelInfo, lang: Language) -> str:
    """Why this model is not asked; empty if it may be."""
    if info.status != "ready":
        return info.sentence
    if not _reads(info, lang):
        return f"{info.name} does not read this language, so it was not asked."
    measure = measure_of(info)
    if measure is None:
        return f"{info.name} has not been measured on this machine, so it was not asked."
    if SECOND_OPINION not in measure.may:
        return f"{info.name} was measured on this machine and is not good enough to be asked."
    return ""


def _reads(info: ModelInfo, lang: Language | None) -> bool:
    return lang is None or not info.languages or lang in info.languages


def _claim(info: ModelInfo, lang: Language | None) -> tuple[bool, bool, bool, float, bool]:
    """The larger, the sooner: there at all, reads the language, has earned it, how often it was right, made for it."""
    measure = measure_of(info)
    lane = measure.lanes.get(SECOND_OPINION) if measure is not None else None
    earned = measure is not None and SECOND_OPINION in measure.may
    return (
        info.status == "ready",
        _reads(info, lang),
        earned,
        lane.share if earned and lane is not None else 0.0,
        info.role == _ROLES[0],
    )
