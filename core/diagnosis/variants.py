"""The member of a family: papillary carcinoma where the entry is thyroid cancer.

One entry covers members that come with the same complaint and share their first steps; what tells them apart stands in
`resources/variants.yaml`. A member is named in the entry's place when the record supports it. The order, the chance and
the plan stay the entry's own.
"""

from __future__ import annotations

from functools import lru_cache
from math import prod
from typing import Annotated

import yaml
from pydantic import Field

from core.diagnosis.observations import Observations
from core.frozen import Frozen
from core.knowledge.schema import FindingId, Icd10, Names, Ratio, Slug
from core.system.folders import resources

# A member is named when it has this part of the family's chance, and when the record itself made it so much likelier:
# being common in the family is no support. Expert estimates.
NAMED = 0.7
SUPPORTED = 2.0


class Ages(Frozen):
    """Ages in years (`below` exclusive) at which the member is `ratio` times as likely as the rest of its family."""

    start: Annotated[float, Field(ge=0, alias="from")]
    below: Annotated[float, Field(gt=0)]
    ratio: Ratio


class Variant(Frozen):
    """One member. `share` is its part of the family among patients with acute complaints; `findings` are likelihood
    ratios of presence against the rest of the family, `denied` those of a stated absence. All are expert estimates."""

    names: Names
    icd10cm: tuple[Icd10, ...] = ()
    share: Annotated[float, Field(gt=0, lt=1)]
    ages: Ages | None = None
    findings: dict[FindingId, Ratio]
    denied: dict[FindingId, Ratio] = Field(default_factory=dict)

    def support(self, observations: Observations) -> float:
        """How many times likelier than the rest of its family the record makes it."""
        found = prod(ratio for f, ratio in self.findings.items() if observations.present(f))
        found *= prod(ratio for f, ratio in self.denied.items() if observations.denied(f))
        age = observations.patient.age_years
        if self.ages is not None and age is not None and self.ages.start <= age < self.ages.below:
            found *= self.ages.ratio
        return float(found)


class _File(Frozen):
    variants: dict[Slug, tuple[Variant, ...]]


@lru_cache(maxsize=1)
def families() -> dict[str, tuple[Variant, ...]]:
    """The members of each family by the id of its entry."""
    written = yaml.safe_load((resources() / "variants.yaml").read_text(encoding="utf-8"))
    return dict(_File.model_validate(written).variants)


def member(disease: str, observations: Observations) -> Variant | None:
    """The member that the record supports, or None where it does not single one out."""
    members = families().get(disease, ())
    supports = [variant.support(observations) for variant in members]
    parts = [variant.share * support for variant, support in zip(members, supports, strict=True)]
    rest = max(0.0, 1 - sum(variant.share for variant in members))
    if not parts:
        return None
    best = max(range(len(parts)), key=parts.__getitem__)
    likely = parts[best] / (sum(parts) + rest) >= NAMED
    return members[best] if likely and supports[best] >= SUPPORTED else None
