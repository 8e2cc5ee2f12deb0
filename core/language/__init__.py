"""From the text of a case to what it says: findings with assertion, experiencer, time, value and span."""

from core.language.reading import extract, read

__all__ = ["extract", "read"]
