"""The text of a Word document (.docx): paragraphs, tabs, line breaks and tables, in order."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from core.system.errors import KnownError

MAX_XML = 50 * 1024 * 1024
_DAMAGED = "the Word document is damaged and could not be read: save it again as .docx"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "


def docx_text(data: bytes) -> str:
    """The text of the document's body. Raises KnownError when it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("word/document.xml") as stream:
            xml = stream.read(MAX_XML + 1)  # what is read counts, whatever size the archive claims
    except KeyError:
        raise KnownError(
            "the file is an archive but no Word document: Bedside reads .txt, .json, .pdf and .docx"
        ) from None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        raise KnownError(_DAMAGED) from None
    if len(xml) > MAX_XML:
        raise KnownError("the Word document unpacks to more than 50 MB: split it and read its parts")
    return _parse(xml)


def _parse(xml: bytes) -> str:
    parts: list[str] = []
    inside = 0

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal inside
        if name == _W + "t":
            inside += 1
        elif name == _W + "tab":
            parts.append("\t")
        elif name in (_W + "br", _W + "cr"):
            parts.append("\n")

    def end(name: str) -> None:
        nonlocal inside
        if name == _W + "t":
            inside -= 1
        elif name == _W + "tc":
            while parts and parts[-1] == "\n":  # the paragraphs of one cell stay on the row's line
                parts.pop()
            parts.append("\t")
        elif name in (_W + "p", _W + "tr"):
            parts.append("\n")

    def text(data: str) -> None:
        if inside:
            parts.append(data)

    def refuse(*_: object) -> None:
        raise KnownError(_DAMAGED)  # no document type belongs here; entities are how such a file attacks its reader

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError):
        raise KnownError(_DAMAGED) from None
    found = re.sub(r"\t\n", "\n", "".join(parts))
    if not found.strip():
        raise KnownError("the Word document holds no text: choose one with a case record in it")
    return found
