"""Readers: one file per format, each of which makes a `Case` or says in one sentence why it cannot."""

from core.case.readers.batch import line_id, parse_object, read_json_line
from core.case.readers.files import MAX_FILE, MAX_TEXT, read_bytes, read_file, read_text

__all__ = [
    "MAX_FILE",
    "MAX_TEXT",
    "line_id",
    "parse_object",
    "read_bytes",
    "read_file",
    "read_json_line",
    "read_text",
]
