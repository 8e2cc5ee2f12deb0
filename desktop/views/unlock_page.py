"""The first page: make the records, unlock them, recover them, or work without storing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.settings import LANGUAGE
from desktop.texts import TONGUES
from desktop.views.key_page import KeyPage
from desktop.views.secret_form import SecretForm

_CARD_WIDTH = 460


class UnlockPage(QWidget):
    """`entered` when the workspace may be shown: records are open, or the user works without them."""

    entered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.create_form = SecretForm(desk, "create", ("passphrase", "again"), self._create)
        self.unlock_form = SecretForm(desk, "unlock", ("passphrase",), self._unlock)
        self.recover_form = SecretForm(desk, "recover", ("recovery_key", "passphrase", "again"), self._recover)
        self.key_page = KeyPage(desk, self.entered.emit)
        self.unlock_form.add_link("unlock.forgot", lambda: self._turn_to(self.recover_form))
        self.recover_form.add_link("recover.back", lambda: self._turn_to(self.unlock_form))
        for form in (self.create_form, self.unlock_form):
            form.add_link("unlock.without", self.entered.emit)
        self.languages = _language_buttons(desk)
        self._note = QLabel()
        self._note.setObjectName("notice")
        self._note.setWordWrap(True)
        self._note.setFixedWidth(_CARD_WIDTH)
        self._pages: tuple[QWidget, ...] = (self.create_form, self.unlock_form, self.recover_form, self.key_page)
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_CARD_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 14, 32, 24)
        spoken = QHBoxLayout()
        spoken.setSpacing(4)
        spoken.addStretch(1)
        for button in self.languages:
            spoken.addWidget(button)
        inside.addLayout(spoken)
        for page in self._pages:  # no stack: the card is to be as high as the page in view
            inside.addWidget(page)
        promise = QLabel()
        promise.setObjectName("muted")
        promise.setAlignment(Qt.AlignmentFlag.AlignCenter)
        promise.setWordWrap(True)
        desk.texts.bind(promise.setText, "unlock.promise")
        outside = QVBoxLayout(self)
        outside.addStretch(2)
        above = QHBoxLayout()
        above.addStretch(1)
        above.addWidget(self._note)
        above.addStretch(1)
        outside.addLayout(above)
        outside.addSpacing(14)
        row = QHBoxLayout()  # between stretches: an aligned item is not asked how high it is at its width
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        outside.addLayout(row)
        outside.addSpacing(14)
        outside.addWidget(promise)
        outside.addStretch(3)
        self.begin()

    def begin(self, note: str = "") -> None:
        """Offer what fits: unlocking, or making records where there are none. `note` says why this page came."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._turn_to(self.unlock_form if self._desk.services.records_exist() else self.create_form)

    @property
    def page(self) -> QWidget | None:
        return next((page for page in self._pages if not page.isHidden()), None)

    def _turn_to(self, page: QWidget) -> None:
        if isinstance(page, SecretForm):
            page.clear()
        for other in self._pages:
            other.setVisible(other is page)
        page.setFocus()

    def _create(self, form: SecretForm) -> None:
        passphrase = form.value("passphrase")
        if passphrase != form.value("again"):
            form.fault(self._desk.texts("create.differ"))
            return
        self._work(form, lambda: self._desk.services.create_records(passphrase), self._created)

    def _created(self, recovery_key: str) -> None:
        self.create_form.clear()
        self.key_page.show_key(recovery_key)
        self._turn_to(self.key_page)

    def _unlock(self, form: SecretForm) -> None:
        passphrase = form.value("passphrase")
        self._work(form, lambda: self._desk.services.open_records(passphrase), lambda _: self._enter(form))

    def _recover(self, form: SecretForm) -> None:
        key, passphrase = form.value("recovery_key"), form.value("passphrase")
        if passphrase != form.value("again"):
            form.fault(self._desk.texts("create.differ"))
            return
        self._work(form, lambda: self._desk.services.reset_passphrase(key, passphrase), lambda _: self._enter(form))

    def _enter(self, form: SecretForm) -> None:
        form.clear()
        self.entered.emit()

    def _work(self, form: SecretForm, work: Callable[[], object], done: Callable[..., None]) -> None:
        form.wait(True)

        def failed(message: str) -> None:
            form.wait(False)
            form.fault(self._desk.failure(message))

        def succeeded(result: object) -> None:
            form.wait(False)
            done(result)

        self._desk.operations.start(lambda _: work(), lane="records", done=succeeded, failed=failed, key="unlock")


def _language_buttons(desk: Desk) -> list[QPushButton]:
    """Each language by its own name: whoever cannot read this one must find theirs."""
    buttons = []
    for tongue in TONGUES:
        button = QPushButton()
        button.setObjectName("language")
        button.setCheckable(True)
        desk.texts.bind(button.setText, f"setting.language.{tongue}")
        button.clicked.connect(lambda _=False, chosen=tongue: desk.settings.set(LANGUAGE, chosen))
        buttons.append(button)

    def mark() -> None:
        for tongue, button in zip(TONGUES, buttons, strict=True):
            button.setChecked(tongue == desk.texts.tongue)

    for button in buttons:
        button.clicked.connect(mark)
    desk.texts.follow(mark)
    mark()
    return buttons
