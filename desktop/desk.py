"""What every view is handed: the few things there is one of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.changes import Changes
from desktop.operations import Operations
from desktop.services import Services
from desktop.settings import LANGUAGE, MODELS, Settings
from desktop.texts import Texts, as_tongue
from desktop.theme import Theme


@dataclass(frozen=True)
class Desk:
    """Passed down instead of being reached for."""

    settings: Settings
    texts: Texts
    theme: Theme
    operations: Operations
    changes: Changes
    services: Services

    def failure(self, message: str) -> str:
        """A failure as the window says it: one sentence that begins with a capital letter."""
        defect = message.removeprefix("DEFECT ")
        if defect != message:
            return self.texts("failure.defect", where=defect)
        said = self.texts.sentence(message)
        return said[:1].upper() + said[1:] + ("" if said.endswith((".", "。")) else self.texts("full_stop"))


def make_desk(services: Services | None = None, settings_file: Path | None = None) -> Desk:
    """All of it; the application must exist already."""
    operations = Operations()

    def behind(write: Callable[[], None]) -> None:
        operations.start(lambda _: write(), lane="files", done=lambda _: None, failed=lambda _: None)

    settings = Settings(settings_file, behind)
    desk = Desk(
        settings=settings,
        texts=Texts(as_tongue(settings.get(LANGUAGE))),
        theme=Theme(settings),
        operations=operations,
        changes=Changes(),
        services=services or Services(),
    )

    def follow(*_: object) -> None:
        desk.services.use_models = settings.get(MODELS)

    settings.changed.connect(follow)
    follow()
    return desk
