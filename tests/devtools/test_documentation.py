"""The checker of the written word finds what is wrong, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest

from devtools import documentation
from devtools.documentation import commands, pages, problems, read


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(documentation, "_verb_exists", lambda verb: verb == "analyse")
    (tmp_path / "docs").mkdir()
    return tmp_path


def write(root: Path, text: str, name: str = "README.md") -> None:
    (root / name).write_text(text, encoding="utf-8")


def test_dead_links_are_named_with_file_and_line(root: Path) -> None:
    write(root, "# Bedside\n\nSee [how](docs/how.md) and [there](docs/there.md#the-way).\n")
    write(
        root,
        "## The way!\n\n[back](../README.md#bedside) [out](https://example.org) `[not](a-link)`\n",
        "docs/there.md",
    )
    assert problems(root) == ["README.md:3: the link docs/how.md leads nowhere"]


def test_a_heading_that_is_not_there(root: Path) -> None:
    write(root, "# Bedside\n\n[down](#further-down)\n")
    assert problems(root) == ["README.md:3: the link #further-down names a heading that is not there"]


def test_code_that_does_not_parse(root: Path) -> None:
    write(root, '```python\nif:\n```\n\n```json\n{"a": 1,}\n```\n\n```json\n{"cut": …}\n```\n\n```toml\na = 1\n```\n')
    found = problems(root)
    assert [line.split(": ")[0] for line in found] == ["README.md:1", "README.md:5"]


def test_verbs_that_do_not_exist(root: Path) -> None:
    shell = ".venv/bin/bedside analyse - --json\npython3 dev.py demo\npython3 dev.py --accelerator cuda dance\n"
    write(root, f"Run `bedside analyse case.txt`, or `bedside divine x`.\n\n```sh\n{shell}```\n")
    assert problems(root) == ["README.md:6: dev.py has no verb dance", "README.md:1: bedside has no verb divine"]


def test_prose_about_bedside_is_no_command(root: Path) -> None:
    write(root, "Bedside says so; at the bedside one looks.\n\n```python\nbedside = 1\n```\n")
    assert problems(root) == []
    assert list(commands(read(root / "README.md"))) == []


def test_fences_inside_longer_fences(root: Path) -> None:
    write(root, "````text\n```python\nif:\n```\n````\n")
    assert problems(root) == []


def test_every_page_is_looked_at(root: Path) -> None:
    (root / "resources" / "fonts").mkdir(parents=True)
    for name in ("README.md", "docs/setup.md", "resources/fonts/README.md"):
        write(root, "words\n", name)
    assert [page.path.name for page in pages(root)] == ["README.md", "setup.md", "README.md"]
