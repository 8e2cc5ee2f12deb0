"""No library goes into the stand-alone program without its terms."""

from __future__ import annotations

from importlib.metadata import Distribution, PathDistribution, distribution
from pathlib import Path

import pytest

from core.system.folders import resources
from devtools.frozen.licences import licence_files


def made(folder: Path, name: str, *files: str) -> Distribution:
    """A library that is installed in a folder."""
    info = folder / f"{name}-1.0.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    for file in files:
        (info / file).write_text("terms", encoding="utf-8")
    record = [f"{info.name}/{file},," for file in ("METADATA", *files)]
    (info / "RECORD").write_text("\n".join(record), encoding="utf-8")
    return PathDistribution(info)


def test_every_text_goes_to_a_folder_of_its_library(tmp_path: Path) -> None:
    library = made(tmp_path, "Some_Library", "licenses/LICENSE.txt", "licenses/AUTHORS", "licenses/license.py")
    found = dict(licence_files([library]))
    ours = {Path(file).name for file, folder in found.items() if folder == "licences/some-library"}
    assert ours == {"LICENSE.txt", "AUTHORS"}
    assert "licences/python" in found.values()


def test_a_library_without_terms_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="bare brings no text"):
        list(licence_files([made(tmp_path, "bare")]))


def test_qt_for_python_stands_under_texts_that_we_bring() -> None:
    qt = [distribution(name) for name in ("PySide6-Essentials", "PySide6-Pdf", "shiboken6")]
    assert {folder for _, folder in licence_files(qt)} == {"licences/python"}
    for library in qt:
        assert "LGPL-3.0" in (library.metadata["License-Expression"] or library.metadata["License"])
    lesser = (resources() / "licences" / "LGPL-3.0.txt").read_text(encoding="utf-8")
    general = (resources() / "licences" / "GPL-3.0.txt").read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in lesser
    assert "GNU GENERAL PUBLIC LICENSE" in general


@pytest.mark.parametrize("name", ["numpy", "pillow", "reportlab", "sqlcipher3", "sqlmodel", "cryptography"])
def test_libraries_that_go_in_bring_their_terms(name: str) -> None:
    assert any(folder == f"licences/{name}" for _, folder in licence_files([distribution(name)]))
