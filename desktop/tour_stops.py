"""What the tour shows, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk import Desk
from desktop.views.tour import Stop, Tour

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


def make_tour(desk: Desk, window: MainWindow) -> Tour:
    """The tour of this window."""
    workspace = window.workspace
    result, centre = workspace.result, workspace.centre

    def to_record() -> None:
        centre.setCurrentIndex(0)
        if workspace.draft.empty:
            workspace.open_example()

    def to_tab(at: int) -> None:
        centre.setCurrentIndex(0)
        result.tabs.setCurrentIndex(at)

    return Tour(
        desk,
        (
            Stop("welcome", lambda: workspace),
            Stop("record", lambda: centre, to_record),
            Stop("urgency", lambda: result.banner, lambda: to_tab(0)),
            Stop("ranking", lambda: result.tabs, lambda: to_tab(0)),
            Stop("scores", lambda: result.tabs, lambda: to_tab(2)),
            Stop("report", lambda: centre, lambda: centre.setCurrentIndex(1)),
            Stop("keeping", lambda: window.status, lambda: centre.setCurrentIndex(0)),
            Stop("keys", lambda: window.menuBar()),
        ),
        window,
    )
