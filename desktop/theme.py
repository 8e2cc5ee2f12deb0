"""Which palette is in force, and its application to every widget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from functools import lru_cache, partial
from string import Template

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from core.system.folders import resources
from desktop.palette import DARK, LIGHT, Palette
from desktop.settings import THEME, Settings
from desktop.stylesheet import STYLESHEET
from desktop.turns import Step, Turns


class Theme(QObject):
    """Follows the system or the user's choice.

    What is to be dressed says so with `page`; pages do not lie inside one another. Each has the stylesheet to itself:
    a change dresses one after another, a few in each turn of the event loop, those in view first. One stylesheet for
    the application would dress every widget there is in a single turn.
    """

    changed = Signal()  # everything in view is dressed

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.palette = self._wanted()
        self._sheet = ""  # until the theme is first applied
        self._pages: list[QWidget] = []
        self._followers: list[Step] = []
        self.turns = Turns(self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._look_again)
        settings.changed.connect(self._look_again)

    def page(self, *widgets: QWidget) -> None:
        """Dress these and what is in them: at once, or with everything else when the theme is first applied."""
        for widget in widgets:
            self._pages.append(widget)
            if self._sheet:
                self._dress(widget)

    def follow(self, call: Step) -> None:
        """Call this after every change; it draws with colours of its own."""
        self._followers.append(call)

    def apply(self) -> None:
        """For the first time, when all pages have been built: those that will be seen at once, the others in the turns
        that follow."""
        self._take_colours()
        first = [page for page in self._pages if page.isVisibleTo(page.window())]
        for page in first:
            self._dress(page)
        self.turns.begin(partial(self._dress, page) for page in self._pages if page not in first)

    def icon(self, name: str) -> QIcon:
        """A line icon in the colours of the theme."""
        return _icon(name, self.palette.text, self.palette.edge)

    def _wanted(self) -> Palette:
        chosen = self._settings.get(THEME)
        if chosen == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if chosen == "dark" else LIGHT

    def _look_again(self, *_: object) -> None:
        wanted = self._wanted()
        if wanted is not self.palette:
            self.palette = wanted
            self._dress_anew()

    def _take_colours(self) -> None:
        self._pages = [page for page in self._pages if isValid(page)]
        tick, down = (
            (resources() / "icons" / f"{name}-{self.palette.name}.svg").as_posix() for name in ("check", "down")
        )
        self._sheet = Template(STYLESHEET).substitute(asdict(self.palette), check=tick, down=down)
        _application().setPalette(_qt_palette(self.palette))

    def behind(self, steps: Iterable[Step]) -> tuple[Step, ...]:
        """The same steps, with the pages in view not drawn meanwhile: afterwards they come one after another."""
        seen = self._seen()
        for page in seen:
            page.setUpdatesEnabled(False)
        return (*steps, *(partial(_show, page) for page in seen))

    def _seen(self) -> list[QWidget]:
        return [page for page in self._pages if isValid(page) and page.isVisible()]

    def _dress_anew(self) -> None:
        if not self._sheet:
            return
        seen = self._seen()
        unseen = [page for page in self._pages if page not in seen]
        dressed: tuple[Step, ...] = (
            self._take_colours,
            *(partial(self._dress, page) for page in seen),
            *self._followers,
        )
        later = (partial(self._dress, page) for page in unseen)
        self.turns.begin((*self.behind(dressed), self.changed.emit, *later))

    def _dress(self, page: QWidget) -> None:
        """Undressing first: replacing one stylesheet by another takes Qt longer than taking it off and dressing."""
        if isValid(page):
            page.setStyleSheet("")
            forget_dress(page)
            page.setStyleSheet(self._sheet)


def _show(page: QWidget) -> None:
    if isValid(page):
        page.setUpdatesEnabled(True)
        page.repaint()  # Qt has swallowed the request to do so meanwhile, and would wait for it for ever


def forget_dress(page: QWidget) -> None:
    """Take off the mark of being dressed, which Qt leaves on widgets that have been measured but never shown.

    With the mark on, the next stylesheet would remember them without learning of their end, and the one after that
    would walk into what is no longer there.
    """
    for widget in (page, *page.findChildren(QWidget)):
        widget.setAttribute(Qt.WidgetAttribute.WA_StyleSheet, False)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _qt_palette(p: Palette) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, p.window),
        (role.WindowText, p.text),
        (role.Base, p.surface),
        (role.AlternateBase, p.raised),
        (role.Text, p.text),
        (role.Button, p.raised),
        (role.ButtonText, p.text),
        (role.ToolTipBase, p.raised),
        (role.ToolTipText, p.text),
        (role.PlaceholderText, p.muted),
        (role.Highlight, p.accent),
        (role.HighlightedText, p.on_accent),
        (role.Link, p.accent),
        (role.Mid, p.border),
        (role.Dark, p.border),
        (role.Light, p.raised),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(p.edge))
    return palette


@lru_cache(maxsize=64)
def _icon(name: str, colour: str, faint: str) -> QIcon:
    icon = QIcon()
    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, faint)):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", ink).encode()))
        for side in (18, 36, 54):  # one, two and three times: scaled screens stay sharp
            pixmap = QPixmap(QSize(side, side))
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter)
            painter.end()
            icon.addPixmap(pixmap, mode)
    return icon
