"""An entry of the knowledge base as lines to read. Made in a lane: it imports the core."""

from __future__ import annotations

from dataclasses import dataclass

from core.system.errors import KnownError
from desktop.item_models.commands import Kind
from desktop.texts import Tongue


@dataclass(frozen=True)
class Line:
    """`head` begins a part (its words are `entry.<head>`); else `words`, with what stands at the right of them."""

    head: str = ""
    words: str = ""
    value: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Entry:
    """A title and its lines."""

    title: str
    lines: tuple[Line, ...]


def entry_of(kind: Kind, key: str, tongue: Tongue) -> Entry:
    """The entry of a disease or a score. Raises KnownError when the base has none of this id."""
    return _disease(key, tongue) if kind == "disease" else _score(key, tongue)


def _disease(key: str, tongue: Tongue) -> Entry:
    from core.knowledge.base import default_knowledge

    base = default_knowledge()
    disease = base.diseases.get(key)
    if disease is None:
        raise KnownError("the knowledge base has no such entry: choose another")

    def phrase(both: object) -> str:
        return str((getattr(both, "zh", None) if tongue == "zh" else None) or getattr(both, "en", both))

    def label(term: str) -> str:
        both = base.label(term)
        return (both.zh if tongue == "zh" else None) or both.en

    names = (disease.names.zh or disease.names.en) if tongue == "zh" else disease.names.en
    weights = sorted((row for row in base.weights if row.disease == key), key=lambda row: -row.present)
    lines = [Line(words=phrase(disease.summary))]
    lines += [Line("also"), *(Line(words=name) for name in names[1:])] if len(names) > 1 else []
    lines += [Line("codes"), Line(words=", ".join(disease.icd10cm))]
    lines += [Line("findings")]
    lines += [
        Line(words=label(row.term), value=f"{row.present:+.2f} / {row.absent:+.2f}", tip=row.source) for row in weights
    ]
    if disease.excluded_by:
        lines += [Line("excluded_by"), *(Line(words=phrase(way)) for way in disease.excluded_by)]
    lines += [Line("advice"), *(Line(words=phrase(said)) for said in disease.advice)]
    return Entry(names[0], tuple(lines))


def _score(key: str, tongue: Tongue) -> Entry:
    from core.scores import CALCULATORS
    from core.scores.inputs import Number

    calculator = CALCULATORS.get(key)
    if calculator is None:
        raise KnownError("the knowledge base has no such entry: choose another")
    chinese = tongue == "zh"
    lines = [Line(words=calculator.purpose), Line("inputs")]
    lines += [
        Line(words=one.zh if chinese else one.en, value=one.unit if isinstance(one, Number) else "")
        for one in calculator.inputs
    ]
    lines += [Line("source"), Line(words=calculator.source)]
    return Entry(calculator.zh if chinese else calculator.names[0], tuple(lines))
