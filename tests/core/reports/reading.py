"""Looking into a finished PDF."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from pypdf import PdfReader


def opened(pdf: bytes) -> PdfReader:
    """The file as pypdf sees it."""
    return PdfReader(BytesIO(pdf), strict=True)


def page_text(pdf: bytes, page: int) -> str:
    """The words of one page with single spaces between them."""
    return re.sub(r"\s+", " ", opened(pdf).pages[page].extract_text())


def words(pdf: bytes) -> str:
    """All words, in order."""
    return " ".join(page_text(pdf, n) for n in range(len(opened(pdf).pages)))


def squeezed(pdf: bytes) -> str:
    """All text without any white space: where a line was broken does not matter."""
    return re.sub(r"\s+", "", words(pdf))


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font in the file, used or not, and whether its TrueType outlines are embedded."""
    reader = opened(pdf)
    found: dict[str, bool] = {}
    for number in range(1, len(reader.xref[0]) + 1):
        thing: Any = reader.get_object(number)
        if isinstance(thing, dict) and thing.get("/Type") == "/Font":
            descriptor = thing.get("/FontDescriptor")
            embedded = bool(descriptor and "/FontFile2" in descriptor.get_object())
            found[str(thing["/BaseFont"])] = embedded and thing["/Subtype"] == "/TrueType"
    return found
