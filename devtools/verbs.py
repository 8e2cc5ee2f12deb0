"""The verbs of `dev.py`: what each sets up first, and what it then does."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from devtools import (
    bundle,
    checks,
    data_packages,
    display,
    documentation,
    encoder,
    knowledge,
    locks,
    model_runtime,
    pins,
)
from devtools import python_packages as libraries
from devtools import system_packages as system
from devtools.console import DevError, child_environment, guarded, say
from devtools.places import BENCH_VENV, BUNDLE_VENV, NATIVE_RUNTIME, ROOT, VENV
from devtools.stamps import Stamps
from devtools.steps import bring_up_to_date

_ACCELERATOR = "accelerator"
_LOCKS = {"dev": "tools of development", "oracle": "calculators to compare ours with"}
_DEMO_FOLDER = ROOT / "build" / "demo"


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line."""

    verb: str
    arguments: list[str]
    accelerator: str
    models: bool


@dataclass(frozen=True)
class Verb:
    """One verb: a line of help, what it needs of the system and of Python, and what it does."""

    summary: str
    run: Callable[[Wish], int]
    libraries: bool = True  # needs the environment, with Bedside in it
    data: bool = True  # needs the knowledge base and the models
    locks: tuple[str, ...] = ()  # needs these besides the core
    windows: bool = False  # opens windows


def set_up(wish: Wish, verb: Verb) -> None:
    """Bring everything up to date that the verb needs; quick and silent where nothing has changed."""
    if not verb.libraries:
        return
    pinned = pins.read()
    build = model_runtime.build_for(pinned, wish.accelerator)
    runtime = model_runtime.step(build)
    models = verb.data and wish.models
    compiling = models and runtime.stale(Stamps(VENV.folder)) and not build.is_cached()
    system.provide(_system_packages(wish, verb, models, compiling), wish.verb)
    if compiling and not system.has_compiler():
        raise DevError(system.compiler_advice())  # now, rather than after the libraries are in
    steps = [
        libraries.environment(VENV, "environment"),
        libraries.locked(VENV, "core", "libraries"),
        libraries.bedside_itself(),
        *(libraries.locked(VENV, lock, _LOCKS[lock]) for lock in verb.locks),
        *([data_packages.step(pinned), knowledge.step(pinned)] if verb.data else []),
        *([runtime, model_runtime.trial(build, pinned)] if models else []),
    ]
    if bring_up_to_date(steps, VENV.folder):
        Stamps(VENV.folder).set(_ACCELERATOR, wish.accelerator)
        say()


def _system_packages(wish: Wish, verb: Verb, models: bool, compiling: bool) -> dict[str, bool]:
    """Package → whether this verb cannot do without it."""
    wanted: dict[str, bool] = {}
    if not VENV.python.exists():
        wanted |= dict.fromkeys(system.venv_package(), True)
    wanted |= dict.fromkeys(system.QT, verb.windows)
    wanted |= dict.fromkeys(system.WINDOW, wish.verb == "app" and "WAYLAND_DISPLAY" not in os.environ)
    if models:
        wanted |= dict.fromkeys(system.RUNTIME, True)
    if compiling:
        wanted |= dict.fromkeys(() if system.has_compiler() else system.COMPILER, True)
        wanted |= dict.fromkeys(system.VULKAN if wish.accelerator == "vulkan" else (), True)
    if "dev" in verb.locks:
        wanted |= dict.fromkeys(system.TESTS, False)
    if wish.verb == "bundle":
        wanted |= dict.fromkeys(system.WINDOW, True)  # they go into it
        wanted |= dict.fromkeys(system.BUNDLE, True)
    return wanted


def _python(*arguments: str) -> int:
    return subprocess.call([str(VENV.python), *arguments], cwd=ROOT, env=child_environment())


def _demo(wish: Wish) -> int:
    code = _python("-m", "core.demo", "--out", str(_DEMO_FOLDER), *wish.arguments)
    if code == 0 and display.is_there():
        say("\nTo open the desktop:  python3 dev.py app")
    return code


def _app(wish: Wish) -> int:
    if not display.is_there():
        raise DevError(
            "There is no display here to open a window on. The command line does the same: .venv/bin/bedside"
        )
    return _python("-m", "desktop", *wish.arguments)


def _test(wish: Wish) -> int:
    return checks.verdict([*checks.static(), checks.run_pytest(wish.arguments)])


def _lint(wish: Wish) -> int:
    return checks.verdict(checks.static())


def _soak(wish: Wish) -> int:
    # The limit that keeps a hung test from holding up a test run would cut long ones short here.
    arguments = ["-m", "soak", "-o", "faulthandler_timeout=0", *wish.arguments]
    return checks.verdict([checks.run_pytest(arguments, "soak", none_is_fine=True)])


def _docs(wish: Wish) -> int:
    problems = documentation.problems(ROOT)
    for problem in problems:
        say(problem)
    say("The documentation has faults." if problems else "Links, code blocks and commands are in order.")
    return 1 if problems else 0


def _bench(wish: Wish) -> int:
    named = [word for word in wish.arguments if not word.startswith("-")]
    native = model_runtime.unpacked(model_runtime.native_build(pins.read()), NATIVE_RUNTIME)
    bring_up_to_date(
        [
            libraries.environment(BENCH_VENV, "environment"),
            libraries.locked(BENCH_VENV, "bench", "peers to measure beside"),
            *([native] if not wish.arguments or "models" in named else []),
        ],
        BENCH_VENV.folder,
    )
    command = [str(BENCH_VENV.python), "-m", "bench", *wish.arguments]
    return subprocess.call(command, cwd=ROOT, env=child_environment())


def _bundle(wish: Wish) -> int:
    build = model_runtime.build_for(pins.read(), wish.accelerator)
    bring_up_to_date(bundle.steps(build, models=wish.models), BUNDLE_VENV.folder)
    return bundle.make(wish.arguments, models=wish.models)


def _encoder(wish: Wish) -> int:
    return encoder.make(pins.read(), wish.arguments)


def _lock(wish: Wish) -> int:
    return locks.make(upgrade="--upgrade" in wish.arguments)


def _nothing_more(wish: Wish) -> int:
    return 0


VERBS = {
    "demo": Verb("analyse a bundled case end to end and say where the results are", _demo),
    "app": Verb("open the desktop", _app, windows=True),
    "test": Verb("run all checks and tests; further words go to pytest", _test, locks=("dev",), windows=True),
    "lint": Verb("run the checks of style, types, room order and documentation", _lint, data=False, locks=("dev",)),
    "soak": Verb("run the long tests under load", _soak, locks=("dev", "oracle"), windows=True),
    "bench": Verb("measure speed beside peers, in an environment of their own", _bench),
    "docs": Verb("check links, code blocks and commands in the documentation", _docs, data=False),
    "bundle": Verb("make a stand-alone program with PyInstaller", _bundle, windows=True),
    "encoder": Verb("make the sentence encoder anew, in an environment of its own", _encoder),
    "setup": Verb("set everything up and do nothing more", _nothing_more, locks=("dev",)),
    "lock": Verb("write requirements/ anew from pyproject.toml; --upgrade for newest versions", _lock, libraries=False),
}


def _parser() -> argparse.ArgumentParser:
    width = max(len(name) for name in VERBS)
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Set Bedside up and work on it. Whatever a verb needs is set up first, once.",
        epilog="verbs:\n" + "\n".join(f"  {name:{width}}  {verb.summary}" for name, verb in VERBS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--accelerator",
        choices=model_runtime.ACCELERATORS,
        help="what language models run on; remembered for later calls (default: cpu, on a Mac metal)",
    )
    parser.add_argument("--without-models", action="store_true", help="do without the language model runtime")
    parser.add_argument("verb", choices=VERBS, metavar="VERB")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="...", help="passed on")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Read the command line and do what it says."""
    given = _parser().parse_args(arguments)
    usual = "metal" if sys.platform == "darwin" else "cpu"

    def work() -> int:
        wish = Wish(
            verb=given.verb,
            arguments=given.arguments,
            accelerator=given.accelerator or Stamps(VENV.folder).get(_ACCELERATOR) or usual,
            models=not given.without_models,
        )
        verb = VERBS[wish.verb]
        set_up(wish, verb)
        return verb.run(wish)

    return guarded(work)
