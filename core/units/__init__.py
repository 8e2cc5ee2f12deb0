"""Quantities: numbers with units as they are written in records, and their conversion."""

from core.units.quantity import Converter, normalise_unit, parse_number

__all__ = ["Converter", "normalise_unit", "parse_number"]
