"""How long measuring a model will take here, guessed before it is begun."""

from __future__ import annotations

import math

# The bundled model of 98 MB: 10.5 minutes on two cores that others shared (load 4 to 10, 2026-11-23). On two free cores
# it took 1.5 with the prose of six cases; with that of thirty it is reckoned, not measured, to take 2.2. A model's time
# goes by its bytes, so others are taken in proportion (expert-estimate); with a graphics processor it is less.
_KNOWN_BYTES = 98_362_432
_LEAST_MINUTES, _MOST_MINUTES = 2.2, 10.5


def minutes_to_measure(size_bytes: int) -> tuple[int, int]:
    """The least and the most of minutes for a model of this size, rounded up."""
    share = size_bytes / _KNOWN_BYTES
    return math.ceil(_LEAST_MINUTES * share), math.ceil(_MOST_MINUTES * share)
