"""The bundled validation cases: short records of nobody, each with the diagnosis it was written for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import Field, TypeAdapter

from core.case.model import Case, Language, Setting
from core.frozen import Frozen
from core.system.folders import resources


class ValidationCase(Frozen):
    """One case. `answer` holds the ids of the knowledge base of which any is right."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    setting: Setting
    lang: Language = "en"
    answer: tuple[str, ...] = Field(min_length=1)
    text: str = Field(min_length=20)

    @property
    def case(self) -> Case:
        """As it would be handed in."""
        return Case(id=f"validation-{self.id}", text=self.text, setting=self.setting)


_CASES: TypeAdapter[tuple[ValidationCase, ...]] = TypeAdapter(tuple[ValidationCase, ...])


@lru_cache(maxsize=1)
def validation_cases() -> tuple[ValidationCase, ...]:
    """All of them, in the order of their files."""
    return tuple(case for file in sorted(_folder().glob("*.yaml")) for case in read_cases(file))


def read_cases(file: Path) -> tuple[ValidationCase, ...]:
    """The cases of one file; they are part of the program, so a broken one raises pydantic's error."""
    return _CASES.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))


def _folder() -> Path:
    return resources() / "validation"
