"""How long measuring a model will take here, guessed before it is begun."""

from __future__ import annotations

import math

# The bundled model of 98 MB took a minute and a half on two free cores and 21 minutes on two that ten others shared. A
# model's time goes by its bytes, so others are taken in proportion (expert-estimate); a graphics processor is faster.
_KNOWN_BYTES = 98_362_432
_LEAST_MINUTES, _MOST_MINUTES = 1.5, 21.0


def minutes_to_measure(size_bytes: int) -> tuple[int, int]:
    """The least and the most of minutes for a model of this size, rounded up."""
    share = size_bytes / _KNOWN_BYTES
    return math.ceil(_LEAST_MINUTES * share), math.ceil(_MOST_MINUTES * share)
