"""The one stylesheet. `$name` is a colour of the palette, `$check` the tick of a box, `$down` the arrow of a choice."""

STYLESHEET = """
QDialog, QMessageBox, #page { background: $window; }
QLabel { background: transparent; color: $text; }
QLabel#muted, QLabel#legend { color: $muted; font-size: 13px; }
QLabel#title { font-size: 22px; font-weight: 700; }
QLabel#heading { font-size: 15px; font-weight: 700; }
QLabel#stateTitle { font-size: 17px; font-weight: 700; }
QLabel#fault { color: $danger; }
QLabel#key { font-size: 16px; font-weight: 700; background: $raised; border: 1px solid $edge; border-radius: 4px;
    padding: 12px; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px; }

QMenuBar { background: $window; color: $text; border-bottom: 1px solid $border; }
QMenuBar::item { padding: 4px 9px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; color: $text; }
QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 24px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QToolBar { background: $surface; border: 0; border-bottom: 1px solid $border; spacing: 2px; padding: 4px 6px; }
QToolBar::separator { width: 1px; background: $border; margin: 4px 6px; }
QToolButton { color: $text; background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 4px 8px; }
QToolButton:hover { background: $raised; border-color: $border; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border: 2px solid $focus; padding: 3px 7px; }
QToolButton:disabled { color: $edge; }
QToolButton::menu-indicator { image: none; }

QPushButton { background: $surface; color: $text; border: 1px solid $edge; border-radius: 4px; padding: 6px 14px;
    min-height: 18px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $focus; padding: 5px 13px; }
QPushButton:disabled { color: $edge; border-color: $border; }
QPushButton#primary { background: $accent; color: $on_accent; border-color: $accent; font-weight: 700; }
QPushButton#primary:focus { border: 2px solid $on_accent; text-decoration: underline; }
QPushButton#primary:disabled { background: $raised; color: $edge; border-color: $border; }
QPushButton#link { background: transparent; border: 2px solid transparent; color: $accent; padding: 4px 6px;
    text-align: left; text-decoration: underline; }
QPushButton#link:focus { border: 2px solid $focus; }

QLineEdit { background: $surface; color: $text; border: 1px solid $edge; border-radius: 4px; padding: 6px 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: 2px solid $focus; padding: 5px 7px; }
QComboBox { background: $surface; color: $text; border: 1px solid $edge; border-radius: 4px; padding: 5px 8px; }
QComboBox:focus { border: 2px solid $focus; padding: 4px 7px; }
QComboBox:disabled { color: $edge; border-color: $border; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $edge; outline: 0;
    selection-background-color: $accent_soft; selection-color: $text; }
QCheckBox { color: $text; spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus { border-color: $focus; }
QCheckBox::indicator { width: 15px; height: 15px; border: 1px solid $edge; border-radius: 3px; background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }

QPlainTextEdit { background: $surface; color: $text; border: 2px solid transparent; padding: 6px 8px;
    selection-background-color: $accent; selection-color: $on_accent; font-size: 15px; }
QPlainTextEdit:focus { border-color: $focus; }

QPlainTextEdit#lines { border: 1px solid $edge; border-radius: 4px; font-size: 14px; }
QPlainTextEdit#lines:focus { border: 2px solid $focus; }

QListWidget#sections { background: transparent; }
QListWidget#sections::item { padding: 7px 10px; border-radius: 4px; }
QListWidget#sections::item:selected { background: $accent_soft; color: $text; }
QLabel#keycap { background: $raised; border: 1px solid $border; border-radius: 4px; padding: 1px 6px;
    font-size: 13px; }
QLabel#notice { background: $info_soft; color: $info; border: 1px solid $border; border-radius: 6px;
    padding: 10px 14px; }
QPushButton#language { background: transparent; border: 2px solid transparent; color: $accent; padding: 2px 8px; }
QPushButton#language:checked { color: $text; font-weight: 700; border-bottom: 2px solid $accent; border-radius: 0; }
QPushButton#language:focus { border: 2px solid $focus; border-radius: 4px; }
#statusLine { background: $window; border-top: 1px solid $border; }
#statusLine QLabel, #workLine QLabel { color: $muted; font-size: 13px; }
#commandPalette { background: $surface; }

QTreeView, QListView { background: $surface; color: $text; border: 2px solid transparent; outline: 0; }
QTreeView:focus, QListView:focus { border-color: $focus; }
QTreeView::branch { background: $surface; border: 0; image: none; }

QTabBar { background: $window; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 7px 5px 7px; border: 2px solid transparent;
    border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 3px solid $accent; font-weight: 700; }
QTabBar::tab:hover { color: $text; }
QTabBar:focus { outline: 0; }
QTabBar::tab:selected:focus { border: 2px solid $focus; border-bottom: 3px solid $accent; }


QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $border; border: 0; max-height: 3px; min-height: 3px; }
QProgressBar::chunk { background: $accent; }

#card { background: $surface; border: 1px solid $border; border-radius: 8px; }
#strip { background: $raised; color: $text; border-top: 1px solid $border; }
#messageBar { border: 0; border-bottom: 1px solid $border; }
#messageBar[tone="danger"] { background: $danger_soft; } #messageBar[tone="danger"] QLabel { color: $danger; }
#messageBar[tone="info"] { background: $info_soft; } #messageBar[tone="info"] QLabel { color: $info; }
#messageBar[tone="good"] { background: $good_soft; } #messageBar[tone="good"] QLabel { color: $good; }
#banner { border: 0; border-left: 6px solid $muted; background: $raised; }
#banner[tone="danger"] { border-left-color: $danger; background: $danger_soft; }
#banner[tone="warn"] { border-left-color: $warn; background: $warn_soft; }
#banner[tone="info"] { border-left-color: $info; background: $info_soft; }
#banner[tone="good"] { border-left-color: $good; background: $good_soft; }
#banner QLabel#level { font-size: 17px; font-weight: 700; }
#banner[tone="danger"] QLabel#level { color: $danger; }
#banner[tone="warn"] QLabel#level { color: $warn; }
#banner[tone="info"] QLabel#level { color: $info; }
#banner[tone="good"] QLabel#level { color: $good; }
#section { background: $surface; border-bottom: 1px solid $border; }
QToolButton#sectionHeading { font-size: 15px; font-weight: 700; }
QToolButton#sectionHeading:checked, #strip QToolButton:checked { background: transparent; }
QLineEdit#compact { padding: 2px 8px; } QLineEdit#compact:focus { padding: 1px 7px; }
#alert { background: $danger_soft; color: $text; border: 2px solid $danger; border-radius: 6px; }
#alert QLabel { color: $text; } #alert QLabel#alertTitle { color: $danger; font-weight: 700; }
QToolButton#alertLine { padding: 3px 0; font-weight: 700; }
#alertStrip { background: $danger_soft; border: 2px solid $danger; } #alertStrip QLabel { color: $danger;
    font-weight: 700; }
QLabel#foot { background: $raised; color: $muted; border-top: 1px solid $border; padding: 6px 12px; font-size: 13px; }
QLabel#figure { font-size: 22px; font-weight: 700; }
QLabel#caution { color: $warn; }
QPushButton#segment { padding: 2px 12px; min-height: 16px; }
QPushButton#segment:checked { background: $accent; color: $on_accent; border-color: $accent; font-weight: 700; }
QPushButton#segment[unknown="true"]:checked { background: $accent_soft; color: $text; border-color: $edge;
    font-weight: 400; }
QPushButton#segment:focus { border: 2px solid $focus; padding: 1px 11px; }
QPushButton#segment:checked:focus { border: 2px solid $on_accent; text-decoration: underline; }
QPushButton#segment[unknown="true"]:checked:focus { border: 2px solid $focus; text-decoration: none; }
QPushButton#link:disabled { color: $muted; text-decoration: none; }
QPushButton#link[state="changed"]:disabled { color: $warn; }
QPushButton#link::menu-indicator { image: none; }
QComboBox#compact { padding: 2px 8px; } QComboBox#compact:focus { padding: 1px 7px; }
"""
