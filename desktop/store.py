"""What the window asks of the records; called in the lane "records" alone, so that no two use them at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from core.system.errors import KnownError
from core.system.folders import home

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.case.model import Case
    from core.records import CaseSummary, Records

_MANY_DRAFTS = 1000


class Store:
    """The stored cases, drafts and assessments; locked until opened."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or home() / "records"
        self._records: Records | None = None

    def records_exist(self) -> bool:
        """Whether there is something to unlock; quick enough for the event loop."""
        return self.folder.is_dir()

    def create_records(self, passphrase: str) -> str:
        """Make and open the records; returns the recovery key."""
        from core.records import Records

        self._records, recovery_key = Records.create(self.folder, passphrase)
        return recovery_key

    def open_records(self, passphrase: str) -> None:
        from core.records import Records

        self._records = Records.open(self.folder, passphrase)

    def reset_passphrase(self, recovery_key: str, passphrase: str) -> None:
        """Set a new passphrase by the recovery key, and open."""
        from core.records import vault

        vault.reset_passphrase(self.folder, recovery_key, passphrase)
        self.open_records(passphrase)

    def lock(self) -> None:
        """Give the key up."""
        if self._records is not None:
            self._records.close()
            self._records = None

    @property
    def unlocked(self) -> bool:
        return self._records is not None

    def list_cases(
        self,
        search: str,
        limit: int,
        offset: int,
        *,
        since: datetime | None = None,
        levels: tuple[str, ...] = (),
        with_draft: bool = False,
    ) -> list[CaseSummary]:
        """One page of the stored cases; before the first one stand the drafts that no case has been made of yet."""
        from core.records import CaseFilter

        records = self._open()
        drafts = records.list_drafts(search or None) if offset == 0 and not levels else []
        drafts = [draft for draft in drafts if since is None or draft.changed_at >= since]
        wanted = CaseFilter(since=since, levels=levels, with_draft=with_draft)
        return [*drafts, *records.list_cases(search or None, limit, offset, wanted)]

    def keep_draft(self, case: Case) -> None:
        """Keep text that nobody has saved yet, encrypted like everything else."""
        self._open().save_draft(case)

    def drop_draft(self, key: str) -> None:
        """Forget a draft."""
        self._open().drop_draft(key)

    def load_draft(self, key: str) -> tuple[Case, datetime] | None:
        """A draft and when it was kept."""
        return self._open().load_draft(key)

    def load_newest(self, key: str) -> tuple[Case, datetime | None]:
        """A case as it was typed last, and when, if that has not been saved; else as it was saved."""
        return self.load_draft(key) or (self.load(key), None)

    def open_drafts(self) -> list[CaseSummary]:
        """All cases with text that nobody has saved, the last changed first."""
        lines = self.list_cases("", _MANY_DRAFTS, 0, with_draft=True)
        return sorted(lines, key=lambda line: line.changed_at, reverse=True)

    def save(self, case: Case, assessment: Assessment | None) -> str:
        """Keep the case and, where there is one, what was said about it."""
        from core.records import summary_of

        records = self._open()
        key = records.save_case(case)
        if assessment is not None:
            records.save_assessment(key, assessment.model_dump_json(by_alias=True), summary_of(assessment))
        return key

    def load(self, key: str) -> Case:
        return self._open().load_case(key)

    def _open(self) -> Records:
        if self._records is None:
            raise KnownError("the records are locked: unlock them and try again")
        return self._records
