"""Saves until it is killed; says each case that is stored. Arguments: folder, and the database key in hex."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from core.records import Records
from tests.core.records.samples import TEXT, a_case, a_summary


def main() -> None:
    records = Records.open_with_key(Path(sys.argv[1]), bytearray.fromhex(sys.argv[2]))
    for number in itertools.count():
        case_id = records.save_case(a_case(str(number % 50), f"{number}\n{TEXT * (number % 90)}"))
        records.save_assessment(case_id, f'{{"made": {number}}}', a_summary())
        print(number, flush=True)


if __name__ == "__main__":
    main()
