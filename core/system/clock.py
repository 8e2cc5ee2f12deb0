"""What day it is."""

from __future__ import annotations

from datetime import date, datetime


def today_here() -> date:
    """The date on the clock of this machine, in its own time zone."""
    return datetime.now().astimezone().date()
