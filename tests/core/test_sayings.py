"""What the core says in English alone is said in Chinese, whole or not at all."""

from __future__ import annotations

from core.sayings import Sayings, sayings


def test_blanks_are_filled_and_put_into_chinese_likewise() -> None:
    say = Sayings(
        {"{drug}: no dose": "{drug}：剂量未给出", "every {number} hours": "每{number}小时一次", "oral": "口服"}
    )
    assert say("oral") == "口服"
    assert say("every 8 hours.") == "每8小时一次"
    assert say("warfarin: no dose") == "warfarin：剂量未给出"
    assert say("oral: no dose") == "口服：剂量未给出"


def test_what_has_no_row_stays_whole() -> None:
    say = Sayings({"every {number} hours": "每{number}小时一次"})
    assert say("every 8 hours with food") == "every 8 hours with food"
    assert say("every few hours") == "every few hours"


def test_those_of_the_program_know_how_a_drug_is_given() -> None:
    assert sayings()("every 5 minutes as needed") == "必要时每5分钟一次"
    assert sayings()("left") == "左"
