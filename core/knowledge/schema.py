"""What a knowledge entry may say: the pydantic models behind `resources/knowledge`.

Entries are YAML, one disease a file; findings, analytes, procedures and departments are lists. Everything with a
number names its basis; a reference that nobody has seen is never written down (`expert-estimate` says so honestly).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FindingId = Annotated[str, StringConstraints(pattern=r"^(HP:\d{7}|BD:[a-z0-9]+(-[a-z0-9]+)*)$")]
Icd10 = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$")]
Probability = Annotated[float, Field(gt=0, lt=1)]
Ratio = Annotated[float, Field(gt=0, le=1000)]
Basis = Literal["published", "guideline", "derived", "expert-estimate"]
Urgency = Literal["emergent", "one-day", "one-week", "self-care"]
LEVELS: tuple[Urgency, ...] = get_args(Urgency)  # most urgent first
Harm = Literal["low", "moderate", "high", "fatal"]
Sex = Literal["female", "male", "any"]

Kind = Literal[
    "symptom", "history", "risk", "exposure", "sign", "vital", "lab", "ecg", "imaging", "microbiology", "histology"
]


class Entry(BaseModel):
    """Base of every part: unknown fields are errors, so that a misspelt one cannot be lost."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Sourced(Entry):
    """Something that rests on a basis. `source` is required unless it is an expert estimate."""

    basis: Basis
    source: str | None = None

    @model_validator(mode="after")
    def _source_named(self) -> Self:
        if self.basis in ("published", "guideline") and not self.source:
            raise ValueError(f"basis {self.basis} needs a source")
        if self.basis == "expert-estimate" and self.source:
            raise ValueError("an expert-estimate has no source: name a basis that fits the source")
        return self


class Names(Entry):
    """Names by language; the first is the one shown."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()


class Phrase(Entry):
    """One sentence or label in both languages."""

    en: str
    zh: str | None = None


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


class ReferenceRange(Entry):
    """Limits of normal, in the analyte's canonical unit, for an age band in years (upper bound exclusive).

    A value above `high_end` that is not above `high` leaves open what stands for a high one: 37.8 °C is no fever, and
    does not deny a slight one.
    """

    sex: Sex = "any"
    age: tuple[float, float] = (0, 200)
    low: float | None = None
    high: float | None = None
    high_end: float | None = None
    critical_low: float | None = None
    critical_high: float | None = None


class AnalyteFindings(Entry):
    """Which finding a value outside the range stands for; a normal value denies them."""

    low: tuple[FindingId, ...] = ()
    high: tuple[FindingId, ...] = ()
    critical_low: tuple[FindingId, ...] = ()
    critical_high: tuple[FindingId, ...] = ()
    normal: tuple[FindingId, ...] = ()  # asserted by a normal value ("D-dimer negative"), not only denied by others


class Analyte(Sourced):
    """A vital sign or laboratory quantity: how it is written, its units and its reference ranges.

    `units` maps a written unit to the factor that makes it canonical; `offsets` is added after the factor
    (Fahrenheit). `assumed_units` are tried in order for a bare number: the first whose result is plausible.
    """

    id: Slug
    names: Names
    kind: Literal["vital", "lab"]
    unit: str
    units: dict[str, float]
    offsets: dict[str, float] = {}
    assumed_units: tuple[str, ...] = ()
    plausible: tuple[float, float]
    plausible_bare: tuple[float, float] | None = None  # of a number without a unit, where that must be narrower
    reference: tuple[ReferenceRange, ...] = ()
    findings: AnalyteFindings = AnalyteFindings()


class AnalyteFile(Entry):
    """`resources/knowledge/analytes/*.yaml`."""

    analytes: tuple[Analyte, ...]


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


class Weight(Sourced):
    """How a finding speaks for a disease: sensitivity (with specificity where known), or both likelihood ratios.

    `group` names a set of findings that carry one idea, so that together they count at most the group's cap.
    `weaker_in` lists modifiers (ids of findings, or `age-over-75`, `age-under-5`) in which presence or absence says
    less: the weight is halved there.
    """

    id: FindingId
    sensitivity: Probability | None = None
    specificity: Probability | None = None
    lr_present: Ratio | None = None
    lr_absent: Ratio | None = None
    group: Slug | None = None
    weaker_in: tuple[str, ...] = ()
    note: str | None = None

    @model_validator(mode="after")
    def _one_way_of_saying(self) -> Self:
        ratios = self.lr_present is not None or self.lr_absent is not None
        if ratios == (self.sensitivity is not None):
            raise ValueError(
                f"{self.id}: give sensitivity (and specificity), or likelihood ratios, not both or neither"
            )
        if self.specificity is not None and self.sensitivity is None:
            raise ValueError(f"{self.id}: specificity needs sensitivity")
        if (
            self.lr_present is not None
            and self.lr_absent is not None
            and (self.lr_present >= 1) != (self.lr_absent <= 1)
        ):
            raise ValueError(f"{self.id}: lr_present and lr_absent point the same way")
        return self


class Group(Entry):
    """Findings that carry one idea count together at most `cap_log10` (base-10 log likelihood ratio)."""

    id: Slug
    cap_log10: Annotated[float, Field(gt=0, le=3)]


class Combination(Sourced):
    """Findings that together say more than one by one; all must be present."""

    findings: tuple[FindingId, ...] = Field(min_length=2)
    lr_present: Ratio


class NextStep(Entry):
    """What to ask, examine or test next in this disease; `procedure` is an id from procedures.yaml."""

    procedure: Slug
    when: Phrase | None = None
    first: bool = False


class Management(Sourced):
    """A step of first-line management, in words, without doses (doses belong to the drug knowledge)."""

    do: Phrase
    kind: Literal["immediate", "test", "drug", "procedure", "monitoring", "referral", "advice"]
    when: Phrase | None = None


class Tempo(Entry):
    """How it begins and how long it has usually lasted when seen."""

    onset: tuple[Literal["sudden", "hours", "days", "weeks", "months", "years"], ...] = Field(min_length=1)
    typical: Phrase | None = None


Region = Literal[
    "sub-saharan-africa",
    "north-africa-and-middle-east",
    "south-asia",
    "southeast-asia",
    "east-asia",
    "europe",
    "north-america",
    "latin-america",
    "oceania",
]


class Season(Sourced):
    """The months of the northern hemisphere in which the disease is `factor` times as common as in the others."""

    months: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(min_length=1, max_length=11)
    factor: Annotated[float, Field(gt=1, le=20)]


class Endemic(Sourced):
    """Where the disease is at home; elsewhere its base rate is `factor_elsewhere` of that."""

    regions: tuple[Region, ...] = Field(min_length=1)
    factor_elsewhere: Annotated[float, Field(gt=0, lt=1)]


class Review(Entry):
    """Who looked at the entry; shown to the user as it is."""

    author: Literal["machine", "clinician"]
    second_reader: Literal["machine", "clinician", "none"]
    clinician: str
    due: date


class Disease(Entry):
    """One disease entry. The base rates stand in `shares.csv`, one table for all diseases.

    `opened_by` are findings any of which, when present, make a dangerous disease worth naming as not excluded;
    `excluded_by` says in words what excludes it; `closed_by` are findings whose explicit presence in the record (a
    negative test, say) takes it off the cannot-miss list.
    """

    id: Slug
    names: Names
    summary: Phrase
    icd10cm: tuple[Icd10, ...] = Field(min_length=1)
    department: tuple[Slug, ...] = Field(min_length=1)
    urgency: Urgency
    harm_if_missed: Harm
    tempo: Tempo
    findings: tuple[Weight, ...] = Field(min_length=15)
    groups: tuple[Group, ...] = ()
    combinations: tuple[Combination, ...] = ()
    red_flags: tuple[FindingId, ...] = ()
    opened_by: tuple[FindingId, ...] = ()
    excluded_by: tuple[Phrase, ...] = ()
    closed_by: tuple[FindingId, ...] = ()
    mimics: tuple[Slug, ...] = Field(min_length=1)
    leads_to: tuple[Slug, ...] = ()  # diseases of the base that this one causes: both may be true at once
    season: Season | None = None
    endemic: Endemic | None = None
    complications: tuple[str, ...] = ()
    next: tuple[NextStep, ...] = Field(min_length=2)
    management: tuple[Management, ...] = Field(min_length=2)
    advice: tuple[Phrase, ...] = Field(min_length=1)
    review: Review

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        ids = [w.id for w in self.findings]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"findings listed twice: {', '.join(twice)}")
        groups = {g.id for g in self.groups}
        loose = sorted({w.group for w in self.findings if w.group and w.group not in groups})
        if loose:
            raise ValueError(f"groups used but not defined: {', '.join(loose)}")
        if self.harm_if_missed in ("high", "fatal") and not self.excluded_by:
            raise ValueError("a dangerous disease needs excluded_by: what would exclude it")
        if self.harm_if_missed == "fatal" and not self.opened_by:
            raise ValueError("a fatal disease needs opened_by: what leaves it open")
        return self
