"""A Chinese record in a Chinese window: no English but names, units and what stands in the record itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from core.knowledge.base import default_knowledge
from core.scores import CALCULATORS
from desktop.app import make_window
from desktop.desk import Desk, make_desk
from desktop.item_models.rows import Row, RowModel
from desktop.main_window import MainWindow
from desktop.services import Services
from desktop.settings import LANGUAGE, MODELS, THEME, TOUR_OFFERED
from tests.shipped import needs_knowledge

pytestmark = needs_knowledge

NOTE = """主诉：胸痛2小时。
现病史：患者，男，67岁，2小时前静息时出现胸骨后压榨性疼痛，向左臂放射，伴恶心、出汗、气促。否认发热、咳嗽。
既往史：2型糖尿病10年，高血压病史，心房颤动。
用药史：华法林 3 mg qd，二甲双胍 1 g bid，克拉霉素 500 mg bid，布洛芬 400 mg tid。
过敏史：青霉素过敏（皮疹）。
查体：BP 152/94 mmHg，HR 104次/分，RR 22次/分，SpO2 93%，T 36.8℃。
检查结果：肌钙蛋白T 86 ng/L，肌酐 128 umol/L，血钾 5.4 mmol/L，INR 3.4。
"""
# Units, abbreviations of the record, the names of packs, people's names.
ALLOWED = frozenset("min mmol mol mmhg mosm gtt ratio qd bid tid van bedside ansm cpic hpo icd drug names".split())
TAGS = re.compile(r"<[^>]*>")
WORDS = re.compile(r"(?<![A-Za-z0-9])[a-z]{3,}(?![A-Za-z0-9])")
SCORES = ("heart", "grace", "caprini", "duke", "killip", "canadian-ct-head", "4ts", "drip-rate")


@pytest.fixture
def real(prepared: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path))
    made = make_desk(Services(tmp_path / "records"))
    for setting, value in ((LANGUAGE, "zh"), (THEME, "light")):
        made.settings.set(setting, value)
    made.settings.set(TOUR_OFFERED, True)
    made.settings.set(MODELS, False)
    yield made
    made.operations.close()
    made.services.close()


def said_by(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        for name in ("text", "title", "placeholderText", "accessibleName", "windowTitle"):
            ask = getattr(widget, name, None)
            said = ask() if callable(ask) else None
            if isinstance(said, str):
                yield TAGS.sub("", said)
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        if isinstance(widget, QTabWidget):
            yield from (widget.tabText(at) for at in range(widget.count()))
    for model in window.findChildren(RowModel):
        yield from (words for row in model.rows for words in of_row(row))


def of_row(row: Row) -> Iterator[str]:
    yield from (row.title, row.detail, row.value, row.chip, row.spoken)
    yield from (words for child in row.children for words in of_row(child))


def english_in(said: Iterator[str], drugs: frozenset[str]) -> dict[str, str]:
    """Each English word with one of the texts it stands in; what is a source is quoted as it was published."""
    found = {}
    for words in said:
        if not words.startswith(("来源", "Source")) and not re.fullmatch(r"[0-9a-f]{40,}", words):
            for word in WORDS.findall(words):
                if word not in ALLOWED and word not in drugs:
                    found[word] = words
    return found


def test_nothing_is_left_in_english(real: Desk, qtbot: QtBot) -> None:
    window = make_window(real)
    real.texts.speak("zh")
    real.texts.turns.finish()
    qtbot.addWidget(window, before_close_func=lambda w: w.workspace.record.editor.document().setModified(False))
    window.show()
    window.unlock.entered.emit()
    window.workspace.record.editor.insertPlainText(NOTE)
    result = window.workspace.result
    qtbot.waitUntil(lambda: result.assessment is not None and real.operations.idle, timeout=60_000)
    assert result.assessment is not None
    assert result.assessment.plan.offered
    for at in range(result.tabs.count()):
        result.tabs.setCurrentIndex(at)
        qtbot.wait(1)
    drugs = frozenset(re.findall(r"[a-z]+", " ".join(default_knowledge().drugs.names()).casefold()))
    assert english_in(said_by(window), drugs) == {}
    for key in SCORES:
        assert key in CALCULATORS
        assert score_page_in_english(window, key, qtbot, drugs) == {}


def score_page_in_english(window: MainWindow, key: str, qtbot: QtBot, drugs: frozenset[str]) -> dict[str, str]:
    panel = window.workspace.result.scores.panel
    with qtbot.waitSignal(panel.computed, timeout=20_000):
        window.workspace.result.tabs.open_score(key)
    qtbot.waitUntil(lambda: not panel.form._later.isActive())
    return english_in(said_by(panel), drugs)
