"""Models in words, for the verbs that tell of them."""

from __future__ import annotations

from core.models import Achieved, ModelInfo, achieved, may_serve, standing
from core.models.room import caution, memory_words


def with_remedy(sentence: str, model: str, *, given_up: bool) -> str:
    """A sentence about a model, with what can be done about one that is not tried any more."""
    return f"{sentence.rstrip('.')}; 'bedside models retry {model}' tries it afresh." if given_up else sentence


def role_of(info: ModelInfo) -> str:
    """A file without a card has none."""
    return info.role or "no role"


def state_of(info: ModelInfo) -> str:
    """Why it cannot be used, or how it runs here as far as it was tried."""
    if info.status != "ready" or info.sha256 is None:
        return info.sentence
    stands = standing(info)
    return with_remedy(stands.sentence, info.id, given_up=stands.given_up)


def line_of(info: ModelInfo) -> str:
    """One model on one line."""
    facts = [info.name, role_of(info), info.quantisation, _megabytes(info.size_bytes)]
    facts += [memory_words(info) or "memory unknown"]
    facts += [info.licence or "licence unknown", *([info.badge] if info.badge else [])]
    given_up = info.sha256 is not None and standing(info).given_up
    facts += [state_of(info)] if given_up else [info.status, _measured(info)]
    return "  ".join([f"{info.id}:", *facts])


def too_large(info: ModelInfo) -> list[str]:
    """A line about a model that needs more memory than there is, or than is free now."""
    return [said] if (said := caution(info)) else []


def measured(info: ModelInfo) -> Achieved | None:
    """What it was measured to do here."""
    return achieved(info.sha256) if info.sha256 is not None else None


def _measured(info: ModelInfo) -> str:
    known = measured(info)
    if known is not None:
        return "may: " + ", ".join(known.may) if known.may else "measured here: it has earned no role"
    serves = info.role is not None and info.status == "ready" and may_serve(info, info.role)
    if serves:
        came = "in use as it came with Bedside"
        return came if info.role == "encoder" else f"not measured here, {came}"  # an encoder's figures are on its card
    return "not measured here, so not in use"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.0f} MB"
