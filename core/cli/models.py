"""`bedside models list|add|remove|verify|bench`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from core.cli.output import add_json, say, show
from core.models import Achieved, ModelInfo, achieved, add_model, find_model, list_models, remove_model, verify_models
from core.models.cards import Role
from core.system.errors import KnownError

if TYPE_CHECKING:
    from core.validation import Benched


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_json(actions.add_parser("list", help="the models known here, with their cards"), _list)
    adding = actions.add_parser("add", help="take a GGUF file in, and measure what it does here")
    adding.add_argument("file", type=Path, metavar="FILE.gguf")
    adding.add_argument("--role", choices=get_args(Role), help="what it is for; by default what its file suggests")
    adding.add_argument("--no-bench", action="store_true", help="do not measure it now; it does nothing until you do")
    add_json(adding, _add)
    removing = actions.add_parser("remove", help="delete a model that was added")
    removing.add_argument("model", metavar="ID")
    add_json(removing, _remove)
    add_json(actions.add_parser("verify", help="compare every model file with its checksum"), _verify)
    benching = actions.add_parser("bench", help="what a model achieves here on the bundled cases; takes minutes")
    benching.add_argument("model", metavar="ID", nargs="?", help="by default the writer that came with Bedside")
    add_json(benching, _bench)


def _list(options: argparse.Namespace) -> int:
    models = list_models()
    text = "\n".join(_line(model) for model in models) or "No model: Bedside writes from templates."
    show(options, [_document(model) for model in models], text)
    return 0


def _add(options: argparse.Namespace) -> int:
    info = add_model(options.file, role=options.role)
    lines = [_line(info), *info.limits]
    benched: Benched | None = None
    if not options.no_bench:
        benched = _measured(info)
        lines += benched.sentences
    else:
        lines.append(f"It does nothing until it has been measured here: bedside models bench {info.id}")
    document = {**_document(info), "bench": benched.model_dump(mode="json") if benched is not None else None}
    show(options, document, "\n".join(lines))
    return 0


def _remove(options: argparse.Namespace) -> int:
    info = remove_model(options.model)
    show(options, {"id": info.id, "removed": True}, f"{info.name} has been removed.")
    return 0


def _verify(options: argparse.Namespace) -> int:
    results = verify_models()
    show(
        options,
        [r.model_dump(mode="json") for r in results],
        "\n".join(r.sentence for r in results) or "No model to verify.",
    )
    wrong = sum(not r.ok for r in results)
    if wrong:
        raise KnownError(f"{wrong} of {len(results)} models are not what they should be: put their files back")
    return 0


def _bench(options: argparse.Namespace) -> int:
    info = find_model(model=options.model) if options.model else _first()
    if info is None:
        raise KnownError("there is no such model: 'bedside models list' names those there are")
    benched = _measured(info)
    show(options, benched.model_dump(mode="json"), "\n".join(benched.sentences))
    return 0


def _first() -> ModelInfo | None:
    return next((info for info in list_models() if info.role == "writer" and info.status == "ready"), None)


def _measured(info: ModelInfo) -> Benched:
    from core.validation import bench  # the whole path through a case: not for listing

    def tell(what: str, done: int, of: int) -> None:
        if done == of or done % 10 == 0:
            say(f"{what}: {done} of {of}")

    return bench(info, progress=tell)


def _document(info: ModelInfo) -> dict[str, Any]:
    measured = _achieved(info)
    return {**info.model_dump(mode="json"), "achieved": measured.model_dump(mode="json") if measured else None}


def _achieved(info: ModelInfo) -> Achieved | None:
    return achieved(info.sha256) if info.sha256 is not None else None


def _line(info: ModelInfo) -> str:
    memory = f"{info.memory_now_bytes / 1e6:.0f} MB of memory" if info.memory_now_bytes else "memory unknown"
    facts = [info.name, str(info.role), info.quantisation, f"{info.size_bytes / 1e6:.0f} MB", memory]
    facts += [info.licence or "licence unknown", *([info.badge] if info.badge else []), info.status]
    measured = _achieved(info)
    told = "not measured here" if measured is None else "may: " + (", ".join(measured.may) or "nothing")
    return "  ".join([f"{info.id}:", *facts, told])
