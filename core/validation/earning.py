"""What a model may do on this machine, by what it was measured to achieve. Every bound here is an expert-estimate."""

from __future__ import annotations

from math import comb
from typing import NamedTuple

from core.models import LaneResult

WRITER, SECOND_OPINION, FUSION = "writer", "second-opinion", "fusion"

# Of its sentences, how many must pass the check: below that the template says it sooner and better.
_LEAST_SHOWN = 0.5
_FEWEST_SENTENCES = 30
# Of the cases, in how many the diagnosis must be in its list: below that its list is noise.
_LEAST_NAMED = 0.4
# How unlikely chance must be to have made the common list better (one-sided sign test over the cases that moved).
_LARGEST_CHANCE = 0.05


class Moves(NamedTuple):
    """Cases whose diagnosis came higher and lower in the common list than in the engine's own."""

    higher: int
    lower: int

    @property
    def chance(self) -> float:
        """How likely as many would have come higher if each were as likely to go either way."""
        moved = self.higher + self.lower
        return sum(comb(moved, n) for n in range(self.higher, moved + 1)) / float(2**moved)


def earned(lanes: dict[str, LaneResult], moves: Moves) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lanes that it may serve, and a sentence for each of the three that says why or why not."""
    writing, naming = lanes.get(WRITER), lanes.get(SECOND_OPINION)
    may: list[str] = []
    said: list[str] = []
    if writing is None or writing.of < _FEWEST_SENTENCES:
        said.append("It may not write: it wrote too little to be judged.")
    elif writing.share < _LEAST_SHOWN:
        said.append(f"It may not write: of {writing.of} sentences {writing.right} passed the check; templates write.")
    else:
        may.append(WRITER)
        said.append(f"It may write: of {writing.of} sentences {writing.right} passed the check.")
    if naming is None or naming.share < _LEAST_NAMED:
        named = f"it named the diagnosis in {naming.right} of {naming.of} cases" if naming else "it named nothing"
        return (*may,), (*said, f"It is not asked for a second opinion: {named}.")
    may.append(SECOND_OPINION)
    said.append(f"It may be asked for a second opinion: it named the diagnosis in {naming.right} of {naming.of} cases.")
    if moves.higher and moves.chance <= _LARGEST_CHANCE:
        may.append(FUSION)
        said.append(f"Its word changes the order of the list, which it made better in {moves.higher} cases, worse in "
                    f"{moves.lower}.")  # fmt: skip
    else:
        said.append("Its word does not change the order of the list: it did not make it better beyond chance.")
    return (*may,), (*said,)
