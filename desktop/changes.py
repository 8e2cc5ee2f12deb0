"""What changed, told once to whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True)
class Change:
    """One change record; a view looks at the fields that concern it."""

    cases: bool = False  # the stored cases are not what they were
    access: bool = False  # the records were opened or closed
    stored: str | None = None  # the case that was just stored


class Changes(QObject):
    """Broadcasts change records to the views."""

    happened = Signal(object)

    def tell(self, change: Change) -> None:
        self.happened.emit(change)
