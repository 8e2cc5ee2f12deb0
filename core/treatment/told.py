"""Conditions of the patient in words, by how they are known: what only a likely disease makes present is never said to
stand in the record."""

from __future__ import annotations

from collections.abc import Iterable

from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances, Standing

_WORDS: dict[Standing, tuple[str, str]] = {
    "now": ("The record", "病历所载"),
    "past": ("In the history", "既往史"),
    "again": ("In the history", "既往史"),
    "likely": ("Likely here", "此时可能"),
}


def told(conditions: Iterable[str], about: Circumstances) -> Phrase:
    """A sentence for each way of knowing: "The record: asthma. Likely here: intracranial bleeding." The Chinese is
    empty where no condition has a Chinese name."""
    names = about.knowledge.drugs.conditions
    groups: dict[tuple[str, str], list[str]] = {}
    for key in conditions:
        groups.setdefault(_WORDS[about.standing[key]], []).append(key)
    en = " ".join(f"{words[0]}: {', '.join(names[k].names.en[0] for k in keys)}." for words, keys in groups.items())
    in_chinese = ((words[1], [n for k in keys for n in names[k].names.zh[:1]]) for words, keys in groups.items())
    return Phrase(en=en, zh="".join(f"{word}：{'、'.join(known)}。" for word, known in in_chinese if known))
