"""The `bedside` command. Each verb is a file of its own with `add(subparsers)`; this one only puts them together."""

from __future__ import annotations

import sys

if sys.argv[1:2] == ["--model-worker"]:
    # In a bundle the executable itself is started as the worker (docs/models.md): nothing else may come first.
    from core.models.worker import main as _model_worker

    _model_worker(sys.argv[2:])

import argparse
import importlib
import io
import os
from typing import NoReturn

from core import __version__
from core.cli.defects import defect_sentence
from core.cli.output import say
from core.system.errors import KnownError
from core.system.network import forbid_network

# A verb's module is imported only when it is the one asked for, so that no verb pays for another's libraries.
VERBS = {
    "analyse": "one case → assessment, optionally PDF and encrypted record",
    "batch": "many cases, one JSON object a line",
    "score": "one calculator, or a batch of them",
    "extract": "text → findings only",
    "check": "drug-safety checks alone",
    "knowledge": "look into the knowledge base",
    "models": "the models on this machine",
    "records": "the encrypted records",
    "library": "questions answered from given passages",
    "doctor": "what this machine can do",
}
_SURPLUS = "unrecognized arguments: "


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing the usage over it; options are never guessed at."""

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **{"allow_abbrev": False, **named})  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        if message.startswith(_SURPLUS):
            # A record pasted onto the command line does not belong on standard error, a mistyped option does.
            options = [w for w in message.removeprefix(_SURPLUS).split() if w.startswith("-") and len(w) > 1]
            message = _SURPLUS + ", ".join(options[:3]) if options else "there are more arguments than it takes"
        raise KnownError(f"{message}: see '{self.prog} --help'")


def main(arguments: list[str] | None = None) -> int:
    """Run one verb. 0: done; 2: the world's fault, said in one sentence on standard error; 1: a defect of ours."""
    forbid_network()
    _freeze_support()
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KnownError as error:
        _give_up_output()
        say(f"bedside: {' '.join(str(error).split())}")
        return 2
    except KeyboardInterrupt:
        say("bedside: stopped")
        return 130
    except BrokenPipeError:
        # The reader went away (`| head`): that is fine.
        _give_up_output()
        return 0
    except Exception as error:
        say(f"bedside: {defect_sentence(error)}")
        return 1


def _run(given: list[str]) -> int:
    parser = Parser(
        prog="bedside", description="Offline clinical decision support. Options, not orders: the clinician decides."
    )
    parser.add_argument("--version", action="version", version=f"bedside {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=Parser)
    asked = next((word for word in given if not word.startswith("-")), None)
    for verb, summary in VERBS.items():
        sub = verbs.add_parser(verb, help=summary, description=summary)
        if verb == asked:
            importlib.import_module(f"core.cli.{verb}").add(sub)
    options = parser.parse_args(given)
    if options.verb is None:
        parser.print_help()
        return 0
    run = options.run
    return int(run(options))


def _freeze_support() -> None:
    """In a bundle the processes of `--jobs` are the executable itself, started anew."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()


def _speak_utf8() -> None:
    """Results are UTF-8 whatever the terminal's locale is: JSON is, and half of what is said may be Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _give_up_output() -> None:
    """Let nothing be flushed at exit into an output that cannot be written: it would only raise once more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except AttributeError:  # there is no standard output at all
        return
