"""Which token comes next: greedy or seeded, and only what the grammar allows."""

from __future__ import annotations

from typing import Any

from core.models.backend import BackendError
from core.models.protocol import Generate


class Sampler:
    """One for each generation, so that nothing of the last one is left. Close it."""

    def __init__(self, llama: Any, vocabulary: Any, size: int, request: Generate) -> None:
        self._llama = llama
        self._size = size
        self._chain = llama.llama_sampler_chain_init(llama.llama_sampler_chain_default_params())
        for step in _steps(llama, size, request):
            llama.llama_sampler_chain_add(self._chain, step)
        self._grammar = None
        if request.grammar is not None:
            self._grammar = llama.llama_sampler_init_grammar(vocabulary, request.grammar.encode(), b"root")
            if not self._grammar:
                self.close()
                raise BackendError("grammar", "The grammar for the model's answer is not valid.")

    def close(self) -> None:
        """Give the memory back; once is enough."""
        for sampler in (self._chain, self._grammar):
            if sampler:
                self._llama.llama_sampler_free(sampler)
        self._chain = self._grammar = None

    def begin(self, tokens: list[int]) -> None:
        """Count what the answer begins with as chosen. A grammar is asked first: one that is handed a token which it
        forbids throws what nobody catches, and that ends the process."""
        for token in tokens:
            if self._grammar:
                from core.models.llama_grammar import allows  # it needs numpy, which takes long to import

                if not allows(self._llama, self._grammar, token):
                    self.close()
                    raise BackendError("grammar", "The grammar does not allow what the answer is to begin with.")
            self._accept(token)

    def _accept(self, token: int) -> None:
        self._llama.llama_sampler_accept(self._chain, token)
        if self._grammar:
            self._llama.llama_sampler_accept(self._grammar, token)

    def next(self, context: Any) -> int:
        if not self._grammar:
            return int(self._llama.llama_sampler_sample(self._chain, context, -1))
        from core.models.llama_grammar import choose  # it needs numpy, which takes long to import

        token = choose(self._llama, context, self._size, self._chain, self._grammar)
        self._accept(token)
        return token


def _steps(llama: Any, size: int, request: Generate) -> list[Any]:
    steps = []
    if request.repeat_penalty != 1.0:
        steps.append(llama.llama_sampler_init_penalties(size, 64, request.repeat_penalty, 0.0, 0.0))
    if request.temperature == 0:
        return [*steps, llama.llama_sampler_init_greedy()]
    return [
        *steps,
        llama.llama_sampler_init_top_k(40),
        llama.llama_sampler_init_top_p(0.95, 1),
        llama.llama_sampler_init_min_p(0.05, 1),
        llama.llama_sampler_init_temp(request.temperature),
        llama.llama_sampler_init_dist(request.seed),
    ]
