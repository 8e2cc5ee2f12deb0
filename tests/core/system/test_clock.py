"""What day it is."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from core.system.clock import today_here


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone of a process can be set on POSIX alone")
def test_the_day_is_that_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as zone:
        zone.setenv("TZ", "BEHIND+12")
        time.tzset()
        behind = today_here()
        zone.setenv("TZ", "AHEAD-14")
        time.tzset()
        ahead = today_here()
    time.tzset()
    assert ahead - behind in (timedelta(days=1), timedelta(days=2))  # 26 hours lie between the two
