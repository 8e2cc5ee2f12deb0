"""Bedside's core: the whole system without a window."""

__version__ = "0.1.0"
