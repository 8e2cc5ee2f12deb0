"""`bedside models list|show|add|remove|verify|bench|retry`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from core.cli.models_show import add_show
from core.cli.models_text import line_of, measured, too_large
from core.cli.output import add_json, say, show
from core.models import (
    ModelInfo,
    add_model,
    find_model,
    list_models,
    remove_model,
    retry_model,
    standing,
    verify_models,
)
from core.models.cards import Role
from core.system.errors import KnownError

if TYPE_CHECKING:
    from core.validation import Benched


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_json(actions.add_parser("list", help="the models known here"), _list)
    add_show(actions)
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
    retrying = actions.add_parser("retry", help="forget that a model failed here, so that it is tried afresh")
    retrying.add_argument("model", metavar="ID")
    add_json(retrying, _retry)


def _list(options: argparse.Namespace) -> int:
    models = list_models()
    text = "\n".join(line_of(model) for model in models) or "No model: Bedside writes from templates."
    show(options, [_document(model) for model in models], text)
    return 0


def _add(options: argparse.Namespace) -> int:
    info = add_model(options.file, role=options.role)
    lines = [line_of(info), *info.limits, *too_large(info)]
    benched: Benched | None = None
    if not options.no_bench:
        benched = _measured_anew(info)
        lines += benched.sentences
    else:
        lines.append(f"It does nothing until it has been measured here: bedside models bench {info.id}")
    document = {**_document(info), "bench": benched.model_dump(mode="json") if benched is not None else None}
    show(options, document, "\n".join(lines))
    return 0


def _remove(options: argparse.Namespace) -> int:
    info = remove_model(options.model)
    show(options, {"id": info.id, "removed": True}, f"{info.id} ({info.name}) has been removed.")
    return 0


def _verify(options: argparse.Namespace) -> int:
    results = verify_models()
    show(
        options,
        [r.model_dump(mode="json") for r in results],
        "\n".join(f"{r.model}: {r.sentence}" for r in results) or "No model to verify.",
    )
    wrong = sum(not r.ok for r in results)
    if wrong:
        raise KnownError(f"{wrong} of {len(results)} models are not what they should be: put their files back")
    return 0


def _bench(options: argparse.Namespace) -> int:
    info = _found(options.model) if options.model else _first()
    if info is None:
        raise KnownError("there is no model that writes: 'bedside models list' names those there are")
    if info.role == "encoder":
        raise KnownError(f"{info.id} is an encoder and writes nothing that could be measured; its card has its figures")
    benched = _measured(info)
    show(options, benched.model_dump(mode="json"), "\n".join(benched.sentences))
    return 0


def _retry(options: argparse.Namespace) -> int:
    info = _found(options.model)
    known = retry_model(info)
    words = "what was remembered of how it ran here is forgotten, and the next use tries it afresh"
    told = words if known else "nothing is remembered of how it ran here"
    show(options, {"id": info.id, "forgotten": known}, f"{info.id}: {told}.")
    return 0


def _found(model: str) -> ModelInfo:
    info = find_model(model=model)
    if info is None:
        raise KnownError("there is no such model: 'bedside models list' names those there are")
    return info


def _first() -> ModelInfo | None:
    return next((info for info in list_models() if info.role == "writer" and info.status == "ready"), None)


def _measured(info: ModelInfo) -> Benched:
    from core.validation import bench  # the whole path through a case: not for listing

    def tell(what: str, done: int, of: int) -> None:
        if done == of or done % 10 == 0:
            say(f"{what}: {done} of {of}")

    retry_model(info)  # what it failed of before is tried again now
    return bench(info, progress=tell)


def _measured_anew(info: ModelInfo) -> Benched:
    """Of one that was added just now, and is here from now on whatever becomes of the measurement."""
    try:
        return _measured(info)
    except KnownError as error:
        raise KnownError(f"{info.id} was added, but could not be measured. {error} {_ways_out(info)}") from None
    except KeyboardInterrupt:
        say(f"{info.id} was added and stays here, not measured. {_ways_out(info)}")
        raise


def _ways_out(info: ModelInfo) -> str:
    return f"'bedside models bench {info.id}' measures it, 'bedside models remove {info.id}' takes it away again."


def _document(info: ModelInfo) -> dict[str, Any]:
    known = measured(info)
    return {
        **info.model_dump(mode="json"),
        "achieved": known.model_dump(mode="json") if known else None,
        "standing": standing(info).model_dump(mode="json") if info.sha256 is not None else None,
    }
