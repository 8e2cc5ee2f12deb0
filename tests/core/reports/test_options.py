"""Sections, letterhead, language: what a person may choose."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import StreamObject

from core.reports import Letterhead, ReportOptions, render_pdf
from core.reports.options import LINES_OF_A_LETTERHEAD, SECTIONS, Section
from core.system.errors import KnownError
from tests.core.reports.reading import opened, page_text, words
from tests.fixtures import chest_pain_assessment, chest_pain_case

TITLES: dict[Section, str] = {
    "differential": "Reasons in detail",
    "steps": "In order of worth",
    "scores": "HEART score",
    "drugs": "Checks done and not done",
    "plan": "Plan: options",
    "findings": "Findings as understood",
    "prose": "Summary in prose",
    "record": "Verbatim.",
    "provenance": "What this report rests on",
}


def made(options: ReportOptions) -> bytes:
    return render_pdf(chest_pain_case(), chest_pain_assessment(), options)


@cache
def everything() -> str:
    """The words of the whole report."""
    return words(made(ReportOptions()))


def test_every_section_has_a_title_here() -> None:
    assert tuple(TITLES) == SECTIONS


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_can_be_left_out_and_the_summary_says_so(section: Section) -> None:
    whole = everything()
    rest = made(ReportOptions(sections=tuple(s for s in SECTIONS if s != section)))
    assert TITLES[section] in whole
    left = words(rest)
    assert TITLES[section] not in left
    assert "Left out of this print:" in page_text(rest, 0)
    assert "Left out" not in whole
    for other in SECTIONS:
        assert other == section or TITLES[other] in left, other


def test_the_summary_alone_is_one_page() -> None:
    pdf = made(ReportOptions(sections=()))
    assert len(opened(pdf).pages) == 1
    assert "Line numbers are those of the record in Bedside." in page_text(pdf, 0)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_letterhead_heads_the_first_page_and_no_other(lang: str, tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    Image.new("RGBA", (800, 300), (0, 90, 140, 120)).save(picture)
    lines = ("Dr Amelia Hartley", "某某医院 " + "long " * 60, "<b>&")
    pdf = made(ReportOptions.model_validate({"lang": lang, "letterhead": Letterhead(lines=lines, image=picture)}))
    first = page_text(pdf, 0)
    assert first.index("Dr Amelia Hartley") < first.index("58")
    assert "<b>&" in first
    assert "某某医院" in first
    assert len(opened(pdf).pages[0].images) == 1
    later = words(pdf).replace(first, "")
    assert "Amelia" not in later


def test_a_letterhead_cannot_take_the_page() -> None:
    assert len(Letterhead(lines=("a", " ", *"bcdefghijklmn")).lines) == LINES_OF_A_LETTERHEAD


def test_nothing_hidden_in_a_picture_goes_along(tmp_path: Path) -> None:
    picture = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x010E] = "taken in MARKER street"
    Image.new("RGB", (3000, 400), "red").save(picture, exif=exif)
    pdf = made(ReportOptions(letterhead=Letterhead(image=picture)))
    document = PdfReader(BytesIO(pdf), strict=True)
    objects = (document.get_object(number) for number in range(1, len(document.xref[0]) + 1))
    streams = [o for o in objects if isinstance(o, StreamObject)]
    assert streams
    assert not any(b"MARKER" in o.get_data() for o in streams)


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken", None])
def test_a_picture_that_cannot_be_read_is_said_in_a_sentence(content: bytes | None, tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    if content is not None:
        picture.write_bytes(content)
    with pytest.raises(KnownError, match="cannot be read: choose another PNG or JPEG file, or none"):
        made(ReportOptions(letterhead=Letterhead(image=picture)))


def test_a_picture_out_of_all_proportion_is_refused(tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    Image.new("1", (60_001, 1000)).save(picture)
    with pytest.raises(KnownError, match="too many pixels"):
        made(ReportOptions(letterhead=Letterhead(image=picture)))
    picture.write_bytes(b"x" * 20_000_001)
    with pytest.raises(KnownError, match="larger than 20 MB"):
        made(ReportOptions(letterhead=Letterhead(image=picture)))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_file_is_sound(lang: str) -> None:
    document = PdfReader(BytesIO(made(ReportOptions.model_validate({"lang": lang}))), strict=True)
    assert all(page.extract_text().strip() for page in document.pages)
    assert str(document.root_object["/Lang"]) == ("zh-CN" if lang == "zh" else "en-GB")
    assert len(document.outline) >= 8


def test_naming_options_does_not_load_what_sets_pages() -> None:
    code = "import sys, core.reports; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
