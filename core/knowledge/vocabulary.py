"""What disease entries refer to by id: findings, the procedures that settle them, and departments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from core.knowledge.schema import Entry, FindingId, Names, Phrase, Probability, Slug

Kind = Literal[
    "symptom", "history", "risk", "exposure", "sign", "vital", "lab", "ecg", "imaging", "microbiology", "histology"
]


class FindingEntry(Entry):
    """One term of the finding vocabulary.

    For `HP:` ids the names are added to those that HPO has; `BD:` ids must bring a name and, where they are a kind of
    something, parents. `background` is how often a patient who attends with an acute complaint of another cause has
    it: with a disease's sensitivity it makes the likelihood ratio when the entry gives no specificity.
    """

    id: FindingId
    names: Names = Names()
    parents: tuple[FindingId, ...] = ()
    kind: Kind
    background: Probability
    by: Slug | None = None  # the procedure that settles it; history and symptoms are settled by asking
    ask: Phrase | None = None
    family_of: tuple[FindingId, ...] = ()  # any of these in a relative makes this present
    past_of: tuple[FindingId, ...] = ()  # any of these in the patient's past makes this present
    not_a: tuple[FindingId, ...] = ()  # HPO parents that do not hold at the bedside (melaena is no diarrhoea)
    mute: tuple[str, ...] = ()  # HPO synonyms that must not be recognised in running text
    sayings: tuple[str, ...] = ()  # more English names, from `sayings/*.yaml`; never shown


class FindingFile(Entry):
    """`resources/knowledge/findings/*.yaml`."""

    findings: tuple[FindingEntry, ...]


class SayingsFile(Entry):
    """`resources/knowledge/sayings/*.yaml`: more English names of findings, as patients and hurried notes word them.

    They stand apart from the vocabulary because another pen wrote them; to the reader they are names like any other."""

    sayings: dict[FindingId, tuple[str, ...]]


class Procedure(Entry):
    """A question, an examination or a test that settles findings, with what it costs the patient and the clinic."""

    id: Slug
    kind: Literal["question", "examination", "test"]
    names: Names
    cost: Annotated[int, Field(ge=0, le=5)]
    invasiveness: Annotated[int, Field(ge=0, le=5)]
    minutes: Annotated[int, Field(ge=0)]


class ProcedureFile(Entry):
    """`resources/knowledge/procedures.yaml`."""

    procedures: tuple[Procedure, ...]


class Department(Entry):
    """Where a patient is seen."""

    id: Slug
    names: Names


class DepartmentFile(Entry):
    """`resources/knowledge/departments.yaml`."""

    departments: tuple[Department, ...]
