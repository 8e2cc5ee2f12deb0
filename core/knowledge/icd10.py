"""Reads the ICD-10-CM tabular list: codes, titles, and which are leaves (billable)."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple


class Code(NamedTuple):
    """One diagnosis code."""

    code: str
    title: str
    leaf: bool


def read_tabular(path: Path) -> Iterator[Code]:
    """The codes of the tabular list in its order. Seventh-character extensions are not spelled out there."""
    for _event, element in ElementTree.iterparse(path):
        if element.tag == "diag":
            code, title = element.findtext("name"), element.findtext("desc")
            if code and title:
                yield Code(code, title, element.find("diag") is None)


def read_leaves(path: Path) -> set[str]:
    """The billable codes of the release's code list (written there without the dot), seventh characters included."""
    codes = sorted(line.strip() for line in path.read_text(encoding="utf-8").splitlines() if "-" not in line)
    # A code that is the beginning of the next one in order has children, so that it is no leaf.
    leaves = (code for code, following in pairwise([*codes, ""]) if not following.startswith(code))
    return {f"{code[:3]}.{code[3:]}" if len(code) > 3 else code for code in leaves}
