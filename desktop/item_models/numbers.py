"""Numbers as they are printed."""

from __future__ import annotations

from core.units.percent import percent


def signed(weight: float) -> str:
    """A weight with its sign, as a printed minus.

    >>> signed(0.5), signed(-1.234), signed(0.001)
    ('+0.50', '−1.23', '0')
    """
    return f"{weight:+.2f}".replace("-", "−") if abs(weight) >= 0.005 else "0"


def chance(probability: float) -> str:
    """The chance of a disease that the base knows: never nothing, however it was rounded.

    >>> chance(0.0), chance(0.62)
    ('<1%', '62%')
    """
    return percent(max(probability, 1e-6))


def factor(log10: float) -> str:
    """How many times likelier: two figures, and in words of its own from a million on.

    >>> factor(0.3), factor(2.4), factor(-3.88), factor(7.0)
    ('2', '250', '7,600', '>1,000,000')
    """
    if abs(log10) >= 6:
        return ">1,000,000"
    return f"{float(f'{10 ** abs(log10):.2g}'):,g}"
