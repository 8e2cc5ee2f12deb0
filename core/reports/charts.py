"""Vector drawings: the bars of the differential and of the reasons.

They draw on the page themselves: a `reportlab.graphics` drawing starts in Helvetica, which would then stand in the
file without being embedded.
"""

from __future__ import annotations

from reportlab.platypus import Flowable

from core.reports.styles import BAR_AGAINST, BAR_FOR, INK, MUTED, RULE, paint
from core.reports.typeface import draw, width

BAND_LIMITS = (0.10, 0.40, 0.75)  # where "possible", "likely" and "very likely" begin
# The stronger the band, the darker the bar: readable in grey, and the word stands beside it.
BAND_COLOURS = {"very likely": "#0b4f85", "likely": "#2f79ab", "possible": "#7fb0d0", "unlikely": "#b9c6d1"}
UNLISTED_COLOUR = "#d9dfe4"
WEIGHT_SHOWN = 1.5  # a weight beyond it (a ratio over 30) fills its half of the bar
_GROUND = "#f7f9fa"
_LABEL_SIZE = 7.0


class _Drawing(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A drawing of a fixed size."""

    def __init__(self, wide: float, high: float) -> None:
        super().__init__()
        self.width, self.height = wide, high

    def rectangle(self, left: float, long: float, share: float, fill: str | None, stroke: str | None = None) -> None:
        """A bar over a share of the height, in the middle of it."""
        if fill:
            self.canv.setFillColor(paint(fill))
        if stroke:
            self.canv.setStrokeColor(paint(stroke))
            self.canv.setLineWidth(0.6)
        low, high = self.height * (1 - share) / 2, self.height * share
        self.canv.rect(left, low, long, high, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def upright(self, x: float, colour: str, thick: float) -> None:
        """A vertical line from foot to head."""
        self.canv.setStrokeColor(paint(colour))
        self.canv.setLineWidth(thick)
        self.canv.line(x, 0, x, self.height)


class BandScale(_Drawing):
    """The head of the chart: the bands' names over the parts of the scale that they take."""

    def __init__(self, names: tuple[str, str, str], face: str, wide: float) -> None:
        super().__init__(wide, 11)
        self.names, self.face = names, face

    def draw(self) -> None:
        self.canv.setFillColor(paint(MUTED))
        for name, begin, end in zip(self.names, BAND_LIMITS, (*BAND_LIMITS[1:], 1.0), strict=True):
            room = (end - begin) * self.width
            left = begin * self.width + max(0.0, (room - width(name, self.face, _LABEL_SIZE)) / 2)
            draw(self.canv, left, 3, name, self.face, _LABEL_SIZE, room)
        for limit in BAND_LIMITS:
            self.upright(limit * self.width, RULE, 0.5)


class ProbabilityBar(_Drawing):
    """One row of the chart; the hairlines where the bands begin join from row to row."""

    def __init__(self, probability: float, colour: str, wide: float, high: float) -> None:
        super().__init__(wide, high)
        self.probability, self.colour = probability, colour

    def draw(self) -> None:
        self.rectangle(0, self.width, 1, _GROUND)
        for limit in BAND_LIMITS:
            self.upright(limit * self.width, RULE, 0.5)
        self.rectangle(0, max(self.probability, 0.004) * self.width, 0.56, self.colour)
        self.upright(0, MUTED, 0.7)


class WeightBar(_Drawing):
    """A bar to the right of the middle for, to the left against; only an outline for what is not known."""

    def __init__(self, weight: float, known: bool, wide: float, high: float) -> None:
        super().__init__(wide, high)
        self.weight, self.known = weight, known

    def draw(self) -> None:
        middle = self.width / 2
        long = min(abs(self.weight) / WEIGHT_SHOWN, 1) * middle
        colour = BAR_FOR if self.weight > 0 else BAR_AGAINST
        left = middle if self.weight > 0 else middle - long
        self.rectangle(left, long, 0.6, colour if self.known else None, colour)
        self.upright(middle, INK, 0.6)
