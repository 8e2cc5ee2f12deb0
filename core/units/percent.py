"""Chances in words that do not lie: nothing is 0%, nothing uncertain 100%."""

from __future__ import annotations


def percent(chance: float) -> str:
    """A chance between 0 and 1 as a whole percentage.

    >>> percent(0.257), percent(0.004), percent(0.998), percent(0)
    ('26%', '<1%', '>99%', '<1%')
    """
    if chance < 0.01:
        return "<1%"
    if 0.99 < chance < 1:
        return ">99%"
    return f"{chance:.0%}"
