"""Text to tokens: the conversation in the model's own format, with nothing in the text mistaken for control."""

from __future__ import annotations

import ctypes
import re
import secrets
from typing import Any

from core.models.backend import BackendError
from core.models.protocol import Generate, Message


class Tokenizer:
    def __init__(self, llama: Any, model: Any) -> None:
        self._llama = llama
        self._model = model
        self.vocabulary = llama.llama_model_get_vocab(model)
        self.size = int(llama.llama_vocab_n_tokens(self.vocabulary))
        self._buffer = ctypes.create_string_buffer(64)

    def tokens(self, text: str, *, special: bool = False, begin: bool = False) -> list[int]:
        """`special` reads control tokens written out in the text as such; never do that to text from a record."""
        raw = text.encode("utf-8")
        room = len(raw) + 8
        tokens = (ctypes.c_int32 * room)()
        count = self._llama.llama_tokenize(self.vocabulary, raw, len(raw), tokens, room, begin, special)
        if count < 0:
            raise BackendError("broken", "The model's vocabulary could not take the text apart.")
        return list(tokens[:count])

    def piece(self, token: int) -> bytes:
        """The bytes of one token; control tokens have none."""
        size = len(self._buffer)
        length = self._llama.llama_token_to_piece(self.vocabulary, token, self._buffer, size, 0, False)
        if length < 0:
            self._buffer = ctypes.create_string_buffer(-length)
            return self.piece(token)
        return self._buffer.raw[:length]

    def ends(self, token: int) -> bool:
        return bool(self._llama.llama_vocab_is_eog(self.vocabulary, token))

    def prompt(self, request: Generate) -> tuple[list[int], int]:
        """All that the model is to read before it writes on, and how much of it comes before the last turn."""
        if request.messages:
            tokens, fixed = self._conversation(request.messages)
        else:
            tokens, fixed = self.tokens(request.prompt, begin=True), 0
        return tokens + (self.tokens(request.prefix) if request.prefix else []), fixed

    def _conversation(self, messages: tuple[Message, ...]) -> tuple[list[int], int]:
        """The format around the contents is read with its control tokens, the contents without."""
        mark = secrets.token_hex(8)
        formatted = self._formatted([(message.role, f"<{mark}:{index}>") for index, message in enumerate(messages)])
        parts = re.split(f"<{mark}:([0-9]+)>", formatted)
        begins = self._llama.llama_vocab_get_add_bos(self.vocabulary)
        tokens = self._beginning(parts[0], begins)
        fixed = 0
        for index, following in zip(parts[1::2], parts[2::2], strict=True):
            fixed = len(tokens)
            tokens += self.tokens(messages[int(index)].content.strip())
            tokens += self.tokens(following, special=True)
        return tokens, fixed

    def _beginning(self, text: str, begins: bool) -> list[int]:
        """The first part, with one beginning-of-text token where the vocabulary wants one."""
        tokens = self.tokens(text, special=True)
        begin = int(self._llama.llama_vocab_bos(self.vocabulary))
        return tokens if not begins or tokens[:1] == [begin] else [begin, *tokens]

    def _formatted(self, messages: list[tuple[str, str]]) -> str:
        """By llama.cpp's own list of formats: the file's template chooses one of them and is never executed."""
        template = self._llama.llama_model_chat_template(self._model, None)
        if template is None:
            raise BackendError("template", "The model has no chat template, so it cannot take a conversation.")
        chat = (self._llama.llama_chat_message * len(messages))()
        for entry, (role, content) in zip(chat, messages, strict=True):
            entry.role, entry.content = role.encode(), content.encode()
        room = 4096 + 4 * sum(len(content) for _, content in messages)
        buffer = ctypes.create_string_buffer(room)
        length = self._llama.llama_chat_apply_template(template, chat, len(messages), True, buffer, room)
        if not 0 <= length <= room:
            raise BackendError("template", "The model's chat template is of a kind that Bedside does not know.")
        return buffer.raw[:length].decode("utf-8")
