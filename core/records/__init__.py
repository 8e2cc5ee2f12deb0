"""The encrypted records of one clinic or one clinician.

Nothing is imported until it is asked for: the vault (unlocking, changing a passphrase) must not wait for the database
layer, which takes longer to import than everything else on the way to the first window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.records.store import Records
    from core.records.summaries import AssessmentSummary, CaseFilter, CaseSummary, summary_of

__all__ = ["AssessmentSummary", "CaseFilter", "CaseSummary", "Records", "summary_of"]


def __getattr__(name: str) -> object:
    if name == "Records":
        from core.records.store import Records

        return Records
    if name in __all__:
        from core.records import summaries

        return getattr(summaries, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
