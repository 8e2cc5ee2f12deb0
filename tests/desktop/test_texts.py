"""Both languages say everything, nothing is asked for that is not there, and nothing is there that nobody asks for."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from PySide6.QtWidgets import QApplication

from desktop.texts import TONGUES, Texts, load_table

TABLE = load_table()
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path("desktop").rglob("*.py")))
# A key that is put together as the program runs, `check.{check.kind}`, stands for all that begin so.
COMPUTED = tuple(match.group(1) for match in re.finditer(r'f"([a-z_]+\.(?:[a-z_]+_)?)\{', SOURCES))
COMPUTED_ENDS = tuple(match.group(1) for match in re.finditer(r'f"\{[a-z.]+\}(\.[a-z_]+)"', SOURCES))


def test_every_row_has_every_language_with_the_same_fillings() -> None:
    for key, row in TABLE.items():
        assert set(row) == set(TONGUES), key
        assert all(words.strip() for words in row.values()), key
        fillings = {tongue: {name for _, name, *_ in Formatter().parse(row[tongue]) if name} for tongue in TONGUES}
        assert fillings["en"] == fillings["zh"], key


def test_every_key_the_window_asks_for_is_there() -> None:
    asked = set(re.findall(r'(?:texts|_texts|bind|say)\(\s*"([a-z_]+\.[a-z_.]+)"', SOURCES))
    asked |= set(re.findall(r'(?:bind\([\w.]+, |key: ")"?([a-z_]+\.[a-z_.]+)"', SOURCES))
    assert len(asked) > 40
    assert asked - TABLE.keys() <= {key for key in asked if key.startswith(("state.", "report."))}


def test_nothing_is_left_over() -> None:
    literal = set(re.findall(r'"([a-z_]+(?:\.[a-z_-]+)+|full_stop)"', SOURCES))
    for key in TABLE:
        used = key in literal or key.startswith(COMPUTED) or key.endswith(COMPUTED_ENDS) or key.startswith("core: ")
        assert used, f"nothing asks for {key}"


def test_translated_sentences_of_the_core_are_still_said_there() -> None:
    sources = (*sorted(Path("core").rglob("*.py")), *sorted(Path("resources/knowledge").rglob("*.yaml")))
    sources += tuple(sorted(Path("desktop").rglob("*.py")))  # what the window's lanes raise is said the same way
    core = "\n".join(path.read_text(encoding="utf-8") for path in (*sources, Path("resources/calibration.yaml")))
    for key in TABLE:
        if key.startswith("core: "):
            # A number in a sentence comes from a constant or is a blank, so the longest words between are looked for.
            longest = max(re.split(r"\d|\{\w+\}", key.removeprefix("core: ")), key=len)
            assert longest.strip() in core, key


def test_words_of_the_core_are_said_in_chinese_with_what_stands_in_their_blanks() -> None:
    texts = Texts("zh", TABLE)
    assert texts.sentence("every 8 hours as needed") == "必要时每8小时一次"
    assert texts.sentence("every 8 hours") == "每8小时一次"
    assert texts.sentence("5 to 7 days") == "5至7天"
    assert texts.sentence("70 units/kg (90 kg, counted as 80 kg: max 5000 units)") == (
        "70 单位/kg（90 kg，按80 kg计：最多5000 单位）"
    )
    assert texts.sentence("warfarin: no result for CYP2C9, VKORC1") == "warfarin：没有 CYP2C9, VKORC1 的检测结果"
    assert texts.sentence("7 days, then 5 mg twice daily") == "7 days, then 5 mg twice daily"  # rather whole than half
    assert Texts("en", TABLE).sentence("every 8 hours") == "every 8 hours"


def test_switching_says_everything_anew(qapp: QApplication) -> None:
    texts = Texts("en", TABLE)
    said: list[str] = []
    texts.bind(said.append, "action.new")
    told: list[bool] = []
    texts.changed.connect(lambda: told.append(True))
    texts.speak("zh")
    texts.speak("zh")
    texts.turns.finish()
    assert said == ["New", "新建"]
    assert told == [True]


def test_chinese_fields_are_used_where_there_are_any() -> None:
    class Item:
        name, name_zh = "fever", "发热"
        label, label_zh = "cough", None

    texts = Texts("zh", TABLE)
    assert texts.of(Item()) == "发热"
    assert texts.of(Item(), "label") == "cough"
