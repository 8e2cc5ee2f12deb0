"""Starting the window, and ending it in order."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLibraryInfo, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.crash import CrashHandler
from desktop.desk import Desk, make_desk
from desktop.fonts import interface_font, load_fonts
from desktop.main_window import MainWindow
from desktop.single_instance import SingleInstance
from desktop.sweeping import Sweeper

# Work in other threads holds the interpreter for at most this long before the window gets its turn.
_SWITCH_S = 0.0005


def make_application(arguments: Sequence[str]) -> QApplication:
    """The application, and threads that give way to the window."""
    sys.setswitchinterval(_SWITCH_S)
    application = QApplication(list(arguments))
    prepare(application)
    return application


def prepare(application: QApplication) -> None:
    """Style and fonts of our own: the window looks the same on every system."""
    application.setApplicationName("Bedside")
    application.setDesktopFileName("bedside")
    application.setStyle("Fusion")
    load_fonts()
    application.setFont(interface_font())


def make_window(desk: Desk) -> MainWindow:
    """The window in its theme, with Qt's own words in its language too."""
    _translate_qt(desk)
    window = MainWindow(desk)
    desk.theme.apply()  # last: dressing every widget anew at each step of the building takes as long as the building
    return window


def run(arguments: Sequence[str], on_usable: object = None) -> int:
    """Show the window, load the core behind it, and stay until it is closed."""
    application = make_application(arguments)
    instance = SingleInstance()
    if not instance.first:
        return _leave_to_the_first(instance)
    sweeper = Sweeper(application)
    crashes = CrashHandler()
    fatal = crashes.install()
    desk = make_desk()
    sweeper.at_rest = lambda: desk.operations.idle
    window = make_window(desk)
    instance.called.connect(partial(_raise, window))
    window.session.unclean = instance.unclean
    crashes.reported.connect(window.tell_of_crash)
    if fatal is not None:
        window.tell_of_crash(fatal)
    window.painted.connect(lambda: _after_first_picture(desk, sweeper))
    if callable(on_usable):
        window.painted.connect(on_usable)
    window.show()
    code = application.exec()
    end(desk)
    crashes.end()
    instance.end()
    sweeper.end()
    return code


def end(desk: Desk) -> None:
    """Stop all work, lock the records, end the model."""
    desk.operations.close()
    desk.settings.flush()
    desk.services.close()


def _raise(window: MainWindow) -> None:
    """Somebody has started Bedside a second time."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _leave_to_the_first(instance: SingleInstance) -> int:
    if instance.call_the_first():
        return 0
    print("Bedside is running already but does not answer: end it in the system's task list.", file=sys.stderr)
    return 1


def _after_first_picture(desk: Desk, sweeper: Sweeper) -> None:
    # A base that is missing is said where an assessment would stand, when one is asked for.
    desk.operations.start(
        lambda _: desk.services.warm(),
        lane="reading",
        done=lambda _: sweeper.settle(),
        failed=lambda _: None,
        key="warm",
    )


def _translate_qt(desk: Desk) -> None:
    """Qt's own buttons and menus."""
    translator = QTranslator(desk.texts)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)

    def speak() -> None:
        QApplication.removeTranslator(translator)
        if desk.texts.tongue == "zh" and translator.load("qtbase_zh_CN", folder):
            QApplication.installTranslator(translator)

    desk.texts.follow(speak)
    QTimer.singleShot(0, speak)
