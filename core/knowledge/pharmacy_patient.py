"""What of the patient the drug knowledge refers to: conditions, and groups of what people are allergic to."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from core.knowledge.pharmacy_rules import Severity
from core.knowledge.schema import Entry, FindingId, Names, Phrase, Slug


class Measured(Entry):
    """A value of an analyte, in the unit that the reading gives it, from or below a bound."""

    analyte: str
    from_: float | None = Field(default=None, alias="from")
    below: float | None = None

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if (self.from_ is None) == (self.below is None):
            raise ValueError("give from or below")
        return self


class ListedAllergy(Entry):
    """An allergy of the record to one of the groups, by how it showed: `grave` is a reaction that has killed, `skin`
    one that took the skin off (Stevens-Johnson syndrome, DRESS); `immediate` counts hives as well, `mild` is all that
    is not grave."""

    groups: tuple[Slug, ...] = Field(min_length=1)
    reaction: Literal["any", "immediate", "grave", "skin", "mild"] = "any"


class Condition(Entry):
    """A state of the patient that rules refer to: present when one of its findings is, or one of its `diseases` is
    likely. An `acute` one counts only while it lasts; any other also when it is told of the past. Where the record says
    one of `unless_said` beside the finding, it is another thing (a valve that is not mechanical). A value of the record
    can make it present as well (`measured`), or an allergy of the record (`allergy`), or other conditions together: one
    of each group in `all_of`. `needs` is a disease whose rescue is offered with it whatever else is likely: who has a
    potassium of 7.8 is given calcium. What speaks against `lasting` treatment only (dementia, falls) asks for care
    where a drug is given in an emergency."""

    id: Slug
    names: Names
    acute: bool = False
    findings: tuple[FindingId, ...] = ()
    diseases: tuple[Slug, ...] = ()
    unless_said: tuple[str, ...] = ()
    measured: Measured | None = None
    allergy: ListedAllergy | None = None
    lasting: bool = False
    all_of: tuple[tuple[Slug, ...], ...] = ()
    needs: Slug | None = None


class ConditionFile(Entry):
    """`drugs/conditions.yaml`."""

    conditions: tuple[Condition, ...] = ()


class AllergyGroup(Entry):
    """Substances that cross-react. `words` are how a record calls the group ("penicillin", "sulfa")."""

    id: Slug
    names: Names
    words: tuple[str, ...] = Field(min_length=1)
    severity: Severity
    say: Phrase
    do: Phrase | None = None
    basis: Literal["published", "guideline", "derived", "expert-estimate"]
    source: str | None = None


class AllergyFile(Entry):
    """`drugs/allergies.yaml`."""

    groups: tuple[AllergyGroup, ...] = ()
