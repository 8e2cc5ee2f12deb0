"""Numbers and dates as a reader expects them."""

from __future__ import annotations

from datetime import date

from core.reports.strings import Lang
from core.units.percent import percent

_MONTHS = "January February March April May June July August September October November December".split()


def left_over(chance: float) -> str:
    """The chance of what is not listed. It is never nothing: a 0 came of rounding.

    >>> left_over(0.03), left_over(0.0)
    ('3%', '<1%')
    """
    return percent(chance) if chance else "<1%"


def signed(weight: float) -> str:
    """A weight with a real minus sign.

    >>> signed(0.8), signed(-0.456)
    ('+0.80', '−0.46')
    """
    return f"{weight:+.2f}".replace("-", "−")


def ratio(weight: float) -> str:
    """The likelihood ratio of a base-10 log weight.

    >>> ratio(1), ratio(0.3), ratio(-1.3)
    ('× 10', '× 2.0', '× 0.05')
    """
    value = 10.0**weight
    return f"× {value:.0f}" if value >= 9.5 else f"× {value:.1f}" if value >= 0.95 else f"× {value:.2g}"


def plain(value: float | int | str | bool | None) -> str:
    """A value without noise: at most two decimals, large numbers in full.

    >>> plain(7.0), plain(0.123456), plain(11200.0), plain("Stage 2")
    ('7', '0.12', '11200', 'Stage 2')
    """
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.095 or value == 0 else f"{value:.2g}"
    return "" if value is None else str(value)


def dated(day: date, lang: Lang) -> str:
    """A date in words that cannot be read the American way.

    >>> dated(date(2026, 11, 3), "en"), dated(date(2026, 11, 3), "zh")
    ('3 November 2026', '2026年11月3日')
    """
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
