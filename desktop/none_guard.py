"""A guard against a defect of PySide6 6.12.0 under Python 3.10 and 3.11.

Every call of a Qt function that returns nothing takes one reference of `None` away without having added one
(measured; `tests/desktop/test_none_guard.py` measures it again). From Python 3.12 on `None` is immortal and nothing
comes of it; before, the interpreter aborts with "deallocating None" after some ten thousand calls: within a minute of
work in this window. So `None` is given more references than any run can take.
"""

from __future__ import annotations

import ctypes
import sys

PLENTY = 1 << 40


def guard_none() -> None:
    """Make `None` as good as immortal; does nothing where it is immortal already."""
    needed = sys.version_info < (3, 12) and sys.implementation.name == "cpython"
    if needed and sys.getrefcount(None) < PLENTY:
        # The count is the first field of every object of a release build, and a debug build has no wheels of Qt.
        ctypes.c_ssize_t.from_address(id(None)).value += PLENTY
