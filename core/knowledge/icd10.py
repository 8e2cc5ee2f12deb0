"""Reads the ICD-10-CM tabular list: codes, titles, and which are leaves (billable)."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Code(NamedTuple):
    """One diagnosis code."""

    code: str
    title: str
    leaf: bool


def read_tabular(path: Path) -> Iterator[Code]:
    """The codes of the tabular list in its order. Seventh-character extensions are not spelled out there."""
    for _event, element in ElementTree.iterparse(path):  # noqa: S314 (a pinned, hashed file of the build)
        if element.tag == "diag":
            code, title = element.findtext("name"), element.findtext("desc")
            if code and title:
                yield Code(code, title, element.find("diag") is None)


def read_codes(path: Path) -> set[str]:
    """All codes of the release's order file, one a line, seventh characters included."""
    return {line.split()[0] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
