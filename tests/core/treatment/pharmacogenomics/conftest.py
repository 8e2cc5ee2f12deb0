"""The compiled knowledge, and patients with drugs and genes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.language.medications import drug_of
from core.language.model import Medication
from core.treatment.outcome import Outcome
from core.treatment.pharmacogenomics import judge_genes
from core.treatment.prescribed import prescribed

Judge = Callable[..., Outcome]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return default_knowledge()


@pytest.fixture(scope="session")
def judge(knowledge: Knowledge) -> Judge:
    def judged(*drugs: str | Medication, **genes: str) -> Outcome:
        listed = [d if isinstance(d, Medication) else Medication(name=d, drug=drug_of(knowledge, d)) for d in drugs]
        return judge_genes(prescribed(listed, knowledge), genes, knowledge.genes)

    return judged
