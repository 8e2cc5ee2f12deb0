"""Fine-tuning the sentence encoder with torch: names of one term together, everything else apart.

Only the upper layers learn. What the lower ones make of each text is computed once and kept in memory, so that a pass
over all texts costs a third of what it would: without a graphics processor that is the difference between an hour and
a night. What the words themselves mean stays as the makers of MiniLM taught it, which also keeps words that no name of
ours has.

A smaller encoder keeps the lowest and the highest layers of the six. What the dropped ones did it learns from the whole
one, its teacher: besides what it is taught of names, its vectors are to lie where the teacher's lie.
"""

from __future__ import annotations

import copy
import math
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.system.errors import KnownError
from core.training.encoder_texts import Corpus

FROZEN = 4  # layers that do not learn, unless asked otherwise
LAYERS = 6  # that are kept, of six
TAUGHT = 2.0  # what a vector's distance from the teacher's weighs beside the loss over names (expert-estimate)
MOST_TOKENS = 48
LEARNING_RATE = 2e-4
TEMPERATURE = 0.05
PAIRS = 64  # in a step, and the texts that are there only as what they are not
FAMILIES = 16  # in a step: groups of terms that are easily confused
APART = 24
CHUNK = 64  # texts computed at once where nothing is learnt
GROUP = 40  # and where something is

Vectors = NDArray[np.float32]
Say = Callable[[str], None]


class Kept(NamedTuple):
    """What the lower layers made of each text: rows of one long array."""

    rows: NDArray[np.float16]
    starts: NDArray[np.int64]  # one more than there are texts

    def length(self, number: int) -> int:
        return int(self.starts[number + 1] - self.starts[number])


class Fit:
    """One encoder being trained."""

    def __init__(self, folder: Path, seed: int, threads: int, frozen: int = FROZEN, layers: int = LAYERS) -> None:
        import torch
        from tokenizers import Tokenizer
        from transformers import BertModel
        from transformers.utils import logging

        logging.set_verbosity_error()
        torch.manual_seed(seed)
        torch.set_num_threads(threads)
        self.torch = torch
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(MOST_TOKENS)
        self.tokenizer.no_padding()
        self.model = BertModel.from_pretrained(folder, add_pooling_layer=False).eval()
        whole = list(self.model.encoder.layer)
        if not 0 <= frozen < layers <= len(whole):
            raise KnownError(f"Of {len(whole)} layers {layers} cannot be kept with {frozen} of them as they are.")
        # The lowest and the highest: without any training they keep the vectors nearest to those of all six (a cosine
        # of 0.87 for 0, 1, 4 and 5; 0.83 for 0, 1, 3 and 5; 0.77 for 0, 1, 2 and 5).
        self.layers = whole[:frozen] + whole[len(whole) - layers + frozen :]
        self._teacher = copy.deepcopy(whole[frozen:]) if layers < len(whole) else []
        self.model.encoder.layer = torch.nn.ModuleList(self.layers)
        self.model.config.num_hidden_layers = layers
        self._frozen = frozen
        self._draw = random.Random(seed)

    def keep(self, texts: Sequence[str], say: Say) -> Kept:
        """Run the frozen layers over all texts, those of one length together."""
        tokens = [encoding.ids for encoding in self.tokenizer.encode_batch(list(texts))]
        starts = np.concatenate([[0], np.cumsum([len(ids) for ids in tokens])]).astype(np.int64)
        rows = np.empty((int(starts[-1]), self.model.config.hidden_size), dtype=np.float16)
        order = sorted(range(len(tokens)), key=lambda i: len(tokens[i]))
        began, done = time.monotonic(), 0
        with self.torch.no_grad():
            for batch in _of_one_length(order, tokens):
                ids = self.torch.tensor([tokens[i] for i in batch])
                hidden = self.model.embeddings(input_ids=ids)
                for layer in self.layers[: self._frozen]:
                    hidden = _first(layer(hidden, attention_mask=None))
                for i, row in zip(batch, hidden.numpy().astype(np.float16), strict=True):
                    rows[starts[i] : starts[i + 1]] = row
                done += ids.numel()
                if done * 10 // len(rows) != (done - ids.numel()) * 10 // len(rows):
                    say(f"lower layers: {done} of {len(rows)} tokens after {time.monotonic() - began:.0f} s")
        return Kept(rows, starts)

    def vectors(self, kept: Kept, numbers: Sequence[int]) -> Vectors:
        """The vectors of some of the kept texts, of length one."""
        with self.torch.no_grad():
            found: Vectors = self._upper(kept, numbers, CHUNK, self.layers[self._frozen :]).numpy()
        return found

    def train(self, corpus: Corpus, kept: Kept, steps: int, say: Say) -> None:
        """So many steps of contrastive learning, with the learning rate rising at first and falling to nothing."""
        torch = self.torch
        learning = [p for layer in self.layers[self._frozen :] for p in layer.parameters()]
        for parameter in self.model.parameters():
            parameter.requires_grad_(False)
        for parameter in learning:
            parameter.requires_grad_(True)
        optimiser = torch.optim.AdamW(learning, lr=LEARNING_RATE, weight_decay=0.01)
        rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps))
        batches = Batches(corpus, self._draw)
        began, sums = time.monotonic(), 0.0
        for step in range(1, steps + 1):
            one, other, apart, same = batches.draw()
            every = self._upper(kept, [*one, *other, *apart], GROUP, self.layers[self._frozen :])
            left, right = every[: len(one)], every[len(one) :]
            scores = left @ right.T / TEMPERATURE
            clash = torch.tensor(same)
            wanted = torch.arange(len(one))
            back = (right[: len(one)] @ left.T / TEMPERATURE).masked_fill(clash[:, : len(one)].T, -1e4)
            there = scores.masked_fill(clash, -1e4)
            loss = (
                torch.nn.functional.cross_entropy(there, wanted) + torch.nn.functional.cross_entropy(back, wanted)
            ) / 2
            if self._teacher:
                loss = loss + TAUGHT * self._distance(kept, other, right[: len(one)])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            optimiser.step()
            rate.step()
            sums += float(loss.detach())
            if step % 100 == 0 or step == steps:
                say(f"step {step} of {steps}: loss {sums / (step % 100 or 100):.3f}, {time.monotonic() - began:.0f} s")
                sums = 0.0

    def _distance(self, kept: Kept, numbers: Sequence[int], vectors: Any) -> Any:
        """How far these vectors lie from those that the whole encoder, as it came, makes of the same texts."""
        with self.torch.no_grad():
            wanted = self._upper(kept, numbers, CHUNK, self._teacher)
        return 1 - (vectors * wanted).sum(1).mean()

    def _upper(self, kept: Kept, numbers: Sequence[int], at_once: int, layers: Sequence[Any]) -> Any:
        """These layers over kept rows, the mean over the tokens, and length one; texts of like length together, for
        what fills the short ones up costs as much as text."""
        order = sorted(range(len(numbers)), key=lambda place: kept.length(numbers[place]))
        parts = [
            self._padded(kept, [numbers[place] for place in order[at : at + at_once]], layers)
            for at in range(0, len(order), at_once)
        ]
        back = np.empty(len(order), dtype=np.int64)
        back[order] = np.arange(len(order))
        return self.torch.cat(parts)[self.torch.from_numpy(back)]

    def _padded(self, kept: Kept, numbers: Sequence[int], layers: Sequence[Any]) -> Any:
        torch = self.torch
        longest = max(kept.length(i) for i in numbers)
        hidden = torch.zeros((len(numbers), longest, kept.rows.shape[1]))
        there = torch.zeros((len(numbers), longest), dtype=torch.bool)
        for place, i in enumerate(numbers):
            size = kept.length(i)
            hidden[place, :size] = torch.from_numpy(kept.rows[kept.starts[i] : kept.starts[i + 1]].astype(np.float32))
            there[place, :size] = True
        for layer in layers:
            hidden = _first(layer(hidden, attention_mask=there[:, None, None, :]))
        weights = there[:, :, None].float()
        return torch.nn.functional.normalize((hidden * weights).sum(1) / weights.sum(1), dim=1)


class Batches:
    """Draws what one step sees: pairs of texts that mean the same, many of them from families of terms that are easily
    confused, and texts that mean something else."""

    def __init__(self, corpus: Corpus, draw: random.Random) -> None:
        self._draw = draw
        self._near = corpus.near
        self._texts: dict[str, list[int]] = defaultdict(list)
        self._alike: dict[str, set[str]] = defaultdict(set)  # keys by text: "cold sore" may be a name of two terms
        for number, text in enumerate(corpus.texts):
            if not text.held:
                self._texts[text.key].append(number)
                self._alike[text.text.lower()].add(text.key)
        self._keys = [text.key for text in corpus.texts]
        self._words = [text.text.lower() for text in corpus.texts]
        self._pairs = sorted(key for key, own in self._texts.items() if len(own) > 1)
        # A term with many names is drawn more often, but not as often as it has names.
        self._often = [math.sqrt(len(self._texts[key])) for key in self._pairs]
        self._apart = [i for key, own in sorted(self._texts.items()) if key.startswith(("no:", "other:")) for i in own]

    def draw(self) -> tuple[list[int], list[int], list[int], list[list[bool]]]:
        """Both sides of the pairs, what is apart from all, and where a "wrong" answer would be right as well."""
        keys = list(dict.fromkeys(self._families()))[:PAIRS]
        sides = [self._draw.sample(self._texts[key], 2) for key in keys]
        one, other = [a for a, _ in sides], [b for _, b in sides]
        own = [i for key in keys for f in ("no:", "other:") for i in self._texts.get(f + key, ())][: APART // 2]
        apart = own + self._draw.sample(self._apart, APART - len(own))
        columns = [*other, *apart]
        same = [
            [
                row != column and (self._keys[i] == self._keys[j] or self._keys[j] in self._alike[self._words[i]]
                                   or self._words[i] == self._words[j])
                for column, j in enumerate(columns)
            ]
            for row, i in enumerate(one)
        ]  # fmt: skip
        return one, other, apart, same

    def _families(self) -> Iterator[str]:
        for key in self._draw.choices(self._pairs, self._often, k=FAMILIES):
            yield key
            near = [k for k in self._near.get(key, ()) if len(self._texts.get(k, ())) > 1]
            yield from self._draw.sample(near, min(2, len(near)))
        yield from self._draw.choices(self._pairs, self._often, k=PAIRS)


def _of_one_length(order: Sequence[int], tokens: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    batch: list[int] = []
    for i in order:
        if batch and (len(tokens[batch[0]]) != len(tokens[i]) or len(batch) == CHUNK):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _first(result: Any) -> Any:
    return result[0] if isinstance(result, tuple) else result


def _rate(step: int, steps: int) -> float:
    warm = max(1, steps // 20)
    return step / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))
