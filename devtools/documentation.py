"""Checks on the written word: links lead somewhere, code blocks parse, and the commands that are taught exist."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from devtools.console import child_environment
from devtools.places import VENV

VERBS_OF_DEV = ("app", "bench", "bundle", "demo", "docs", "encoder", "lint", "lock", "setup", "soak", "test")

_FENCE = re.compile(r"^ {0,3}(```+|~~~+)\s*([\w+-]*)")
_LINK = re.compile(r"!?\[(?:[^\]\[]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_INLINE_CODE = re.compile(r"`[^`]*`")
_COMMAND = re.compile(
    r"(?:^|[`$;&|]\s*)"
    r"(?:(?:\S*/)?(?P<bedside>bedside)|(?:python3? )?dev\.py(?: --[\w-]+(?: (?:cpu|cuda|vulkan|metal))?)*)"
    r" (?P<verb>[a-z][a-z-]+)",
    re.MULTILINE,
)
_SHELL = ("sh", "bash", "shell", "console", "text", "")


@dataclass(frozen=True)
class Page:
    """One page of Markdown, taken apart."""

    path: Path
    prose: list[tuple[int, str]]
    blocks: list[tuple[int, str, str]]  # line, language, code

    @property
    def anchors(self) -> set[str]:
        """The places in the page that a link can name, the way GitHub makes them from headings."""
        found = set()
        for _, line in self.prose:
            if line.startswith("#"):
                text = re.sub(r"[^\w\- ]", "", line.lstrip("#").strip().lower())
                found.add(text.replace(" ", "-"))
        return found


def read(path: Path) -> Page:
    """Take a page apart into prose and code blocks."""
    prose: list[tuple[int, str]] = []
    blocks: list[tuple[int, str, str]] = []
    fence, language, start, code = "", "", 0, []  # type: tuple[str, str, int, list[str]]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = _FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence) and not match[2]:
                blocks.append((start, language, "\n".join(code)))
                fence = ""
            else:
                code.append(line)
        elif match:
            fence, language, start, code = match[1], match[2].lower(), number, []
        else:
            prose.append((number, line))
    return Page(path, prose, blocks)


def pages(root: Path) -> list[Page]:
    """The README and its like, and everything in docs/ and beside the resources."""
    paths = [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "resources").rglob("*.md")]
    return [read(path) for path in sorted(paths)]


def problems(root: Path) -> list[str]:
    """Everything that is wrong, a line each."""
    found: list[str] = []
    taught: dict[str, str] = {}
    for page in pages(root):
        name = page.path.relative_to(root).as_posix()
        found += [f"{name}:{line}: {what}" for line, what in [*_dead_links(page), *_broken_code(page)]]
        for line, program, verb in commands(page):
            if program == "dev.py" and verb not in VERBS_OF_DEV:
                found.append(f"{name}:{line}: dev.py has no verb {verb}")
            elif program == "bedside":
                taught.setdefault(verb, f"{name}:{line}")
    missing = [verb for verb in taught if not _verb_exists(verb)]
    return found + [f"{taught[verb]}: bedside has no verb {verb}" for verb in missing]


def _dead_links(page: Page) -> Iterator[tuple[int, str]]:
    for number, line in page.prose:
        for target in _LINK.findall(_INLINE_CODE.sub("", line)):
            if re.match(r"[a-z][a-z0-9+.-]*:", target):
                continue
            path, _, anchor = target.partition("#")
            file = (page.path.parent / path).resolve() if path else page.path
            if not file.exists():
                yield number, f"the link {target} leads nowhere"
            elif anchor and file.suffix == ".md" and anchor not in read(file).anchors:
                yield number, f"the link {target} names a heading that is not there"


def _broken_code(page: Page) -> Iterator[tuple[int, str]]:
    for number, language, code in page.blocks:
        if "…" in code or "..." in code:
            continue  # an excerpt
        try:
            if language in ("python", "py"):
                ast.parse(code)
            elif language == "json":
                json.loads(code)
            elif language == "toml":
                tomllib.loads(code)
        except ValueError as error:
            yield number, f"the {language} block does not parse: {error}"
        except SyntaxError as error:
            yield number, f"the {language} block does not parse: {error.msg}"


def commands(page: Page) -> Iterable[tuple[int, str, str]]:
    """The commands that a page teaches: line, program, verb."""
    shell = [(number, code) for number, language, code in page.blocks if language in _SHELL]
    spans = [(number, f"`{code}") for number, line in page.prose for code in re.findall(r"`([^`]+)`", line)]
    for number, code in [*shell, *spans]:
        for match in _COMMAND.finditer(code):
            line = number + code[: match.start("verb")].count("\n") + (1 if (number, code) in shell else 0)
            yield line, "bedside" if match["bedside"] else "dev.py", match["verb"]


def _verb_exists(verb: str) -> bool:
    done = subprocess.run(
        [VENV.program("bedside"), verb, "--help"],
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode == 0
