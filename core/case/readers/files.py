"""Which reader a file needs, and the limits that hold for all."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePath

from core.case.model import Case
from core.case.readers.batch import read_json_line
from core.case.readers.decoding import decode
from core.case.readers.docx import docx_text
from core.case.readers.genotypes import read_genotypes
from core.case.readers.pdf import pdf_text
from core.system.errors import KnownError

MAX_FILE = 10 * 1024 * 1024
MAX_TEXT = 2 * 1024 * 1024
FORMATS = "plain text (.txt), JSON (.json), PDF (.pdf) and Word (.docx), and tables of gene results (.tsv, .csv, .vcf)"
_PLAIN = ("", ".txt", ".text", ".md", ".note")
_TABLES = (".tsv", ".csv", ".vcf")  # of gene results alone
_ELSEWHERE = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"SQLite format 3",
)


def read_file(path: Path) -> Case:
    """The case in a file. Raises KnownError with one sentence when it cannot be read."""
    try:
        if path.is_dir():
            raise KnownError("that is a folder: choose a file with one case record in it")
        if path.stat().st_size > MAX_FILE:
            raise KnownError(_too_large())
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise KnownError("there is no such file: check the name and the folder") from None
    except PermissionError:
        raise KnownError("the file may not be read: check who may open it") from None
    except (OSError, ValueError):
        raise KnownError("the file could not be read: check that the disk or the network drive is there") from None
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Case:
    """The case in the bytes of a file called `name`."""
    if len(data) > MAX_FILE:
        raise KnownError(_too_large())
    if not data:
        raise KnownError("the file is empty: choose a file with a case record in it")
    suffix = PurePath(name).suffix.lower()
    if data.startswith(b"%PDF-") or suffix == ".pdf":
        return read_text(pdf_text(data))
    if suffix == ".docx" or (data.startswith(b"PK\x03\x04") and suffix in _PLAIN):
        return read_text(docx_text(data))
    if data.startswith((b"PK\x03\x04", *_ELSEWHERE)) or suffix not in (*_PLAIN, *_TABLES, ".json"):
        raise KnownError(f"this kind of file cannot be read yet: Bedside reads {FORMATS}")
    text = decode(data)
    if suffix in _TABLES:
        return Case(id=text_id(text), genotypes=read_genotypes(text))
    if suffix == ".json":
        return read_json_line(text.lstrip("\ufeff"), default_id=text_id(text))
    return read_text(text)


def read_text(text: str) -> Case:
    """A case that is nothing but its text. Line ends are kept: spans count every character."""
    if not text.strip():
        raise KnownError("there is no text: paste or load a case record")
    if len(text) > MAX_TEXT:
        raise KnownError(
            f"the text is longer than {MAX_TEXT // (1024 * 1024)} million characters: split the record "
            f"and read its parts"
        )
    # A lone surrogate cannot be stored or printed; it stands for nothing, so a same-length mark takes its place.
    text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if not text.isascii() else text
    return Case(id=text_id(text), text=text)


def text_id(text: str) -> str:
    """The id of a case that brings none: the same text has the same one."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _too_large() -> str:
    return f"the file is larger than {MAX_FILE // (1024 * 1024)} MB: split the record and read its parts"
