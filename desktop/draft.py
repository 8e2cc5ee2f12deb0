"""The text in the editor with what else is known of the case; light enough to be made before the core is there."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.case.model import Case, Correction, Override


@dataclass(frozen=True)
class Draft:
    """`id` is its own for every draft: two records that begin alike must never overwrite one another."""

    id: str
    text: str = ""
    corrections: tuple[Correction, ...] = ()  # of the text as it is
    overrides: tuple[Override, ...] = ()  # the warnings that were answered
    care: str | None = None  # the setting of care where the case does not name one
    given: Case | None = None  # a file or the records may tell more than the text (age, sex, genotypes)

    @classmethod
    def new(cls) -> Draft:
        return cls(id=secrets.token_hex(6))

    @classmethod
    def of(cls, case: Case, *, stored: bool) -> Draft:
        """From the records a case keeps its id, from a file it gets a new one."""
        return cls(
            id=case.id if stored else secrets.token_hex(6),
            text=case.text,
            corrections=case.corrections,
            overrides=case.overrides,
            given=case,
        )

    def saying(self, text: str, corrections: tuple[Correction, ...] = ()) -> Draft:
        """Another text, with what holds of it."""
        return replace(self, text=text, corrections=corrections)

    def overriding(self, reasons: Mapping[str, str]) -> Draft:
        """With these reasons, by the keys of the warnings; one that stands already keeps its time."""
        from core.case.model import Override

        known = {(one.warning, one.reason): one for one in self.overrides}
        now = datetime.now(UTC)
        made = (known.get(item) or Override(warning=item[0], reason=item[1], at=now) for item in reasons.items())
        return replace(self, overrides=tuple(made))

    @property
    def reasons(self) -> dict[str, str]:
        """Why somebody goes on in spite of a warning, by its key."""
        return {one.warning: one.reason for one in self.overrides}

    @property
    def empty(self) -> bool:
        """Whether there is nothing to assess."""
        return not self.text.strip() and (self.given is None or not (self.given.hpo_present or self.given.medications))

    def case(self) -> Case:
        """As the core wants it; for the lanes, since it may import the core."""
        from core.case.model import Case
        from core.case.readers import read_text

        if self.given is not None:
            case = self.given
        else:
            case = read_text(self.text) if self.text.strip() else Case(id=self.id)
        now = {"id": self.id, "text": self.text, "corrections": self.corrections, "overrides": self.overrides}
        return case.model_copy(update=now | {"setting": case.setting or self.care})


# Whoever asks about the record of now is told it when they ask; None: there is none.
DraftOf = Callable[[], Draft | None]
