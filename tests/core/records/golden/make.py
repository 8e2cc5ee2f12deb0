"""Make the golden records of a released version: `python -m tests.core.records.golden.make v2`. Never made anew."""

from __future__ import annotations

import sys
from pathlib import Path

from core.records import Records
from tests.core.records.golden import content


def main(version: str) -> None:
    folder = Path(__file__).parent / version
    records, recovery_key = Records.create(folder, content.PASSPHRASE)
    with records:
        for case in content.CASES:
            records.save_case(case)
        for document, summary in content.ASSESSMENTS:
            records.save_assessment(content.CASES[0].id, document, summary)
    (folder / "recovery-key.txt").write_text(recovery_key + "\n", encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1])
