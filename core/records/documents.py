"""A case as the JSON that is stored, and back."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from core.case.model import Case
from core.system.errors import KnownError


def document_of(case: Case) -> str:
    """What is stored of a case. Raises KnownError for characters that no file can hold."""
    try:
        return case.model_dump_json()
    except PydanticSerializationError:
        raise KnownError("the record has characters that cannot be stored: paste its text anew") from None


def case_of(document: str) -> Case:
    """The case of a stored document. Raises KnownError when a newer Bedside stored it in another form."""
    try:
        return Case.model_validate_json(document)
    except ValidationError:
        raise KnownError("this case was stored in a form that this Bedside cannot read: export it instead") from None
