"""The text layer of a PDF file."""

from __future__ import annotations

import io
import logging

from core.system.errors import KnownError

MAX_PAGES = 500
MAX_TEXT = 2 * 1024 * 1024


def pdf_text(data: bytes) -> str:
    """The text of all pages, a blank line between them. Raises KnownError when there is none."""
    from pypdf import PdfReader  # a hundred milliseconds that only a PDF needs to wait for
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it quotes what it could not parse
    pages: list[str] = []
    length = 0
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise KnownError("the PDF is protected by a password: save a copy without one and read that")
        if len(reader.pages) > MAX_PAGES:
            raise KnownError(f"the PDF has more than {MAX_PAGES} pages: split it and read its parts")
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            length += len(pages[-1])
            if length > MAX_TEXT:
                raise KnownError("the PDF holds too much text: split it and read its parts")
    except KnownError:
        raise
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, RecursionError,
            NotImplementedError, AssertionError, OverflowError, ArithmeticError, ImportError, MemoryError):  # fmt: skip
        raise KnownError(
            "the PDF is damaged and could not be read: save it again from the program that made it"
        ) from None
    text = "\n\n".join(pages)
    if not text.strip():
        raise KnownError("the PDF has no text layer (it is a scan): run text recognition on it first")
    return text
