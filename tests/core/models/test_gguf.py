from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.models.gguf import read_header
from core.system.errors import KnownError
from tests.core.models import gguf_files as files


def _write(folder: Path, content: bytes) -> Path:
    path = folder / "model.gguf"
    path.write_bytes(content)
    return path


def test_a_whole_file_says_what_it_is(tmp_path: Path) -> None:
    content = files.gguf()
    header = read_header(_write(tmp_path, content))
    assert header.version == 3
    assert header.architecture == "llama"
    assert header.name == "Small"
    assert header.context == 2048
    assert header.layers == 2
    assert header.quantisation == "Q4_1"
    assert header.licence == "apache-2.0"
    assert header.chat_template == "{{ messages }}"
    assert header.parameters == 128
    assert header.tensors == 1
    assert header.size_bytes == len(content)


def test_every_kind_of_value_is_walked_over(tmp_path: Path) -> None:
    numbers = {f"n.{number}": (kind, number, 1) for number, kind in enumerate("BbHhIif") if number != 7}
    more = {f"n.{number}": (kind, number, 1) for number, kind in ((10, "Q"), (11, "q"), (12, "d"))}
    nested = struct.pack("<IIQ", 9, 9, 1) + struct.pack("<IQ", 4, 2) + struct.pack("<II", 1, 2)
    booleans = struct.pack("<IIQ", 9, 7, 3) + b"\1\0\1"
    long_list = struct.pack("<IIQ", 9, 4, 5000) + b"\0" * 20_000
    pairs = {**files.PLAIN, **numbers, **more, "nested": nested, "booleans": booleans, "long": long_list, "yes": True}
    assert read_header(_write(tmp_path, files.gguf(pairs))).architecture == "llama"


def test_an_undeclared_quantisation_is_that_of_most_weights(tmp_path: Path) -> None:
    pairs = {key: content for key, content in files.PLAIN.items() if key != "general.file_type"}
    tensors = (("norm", (8,), 0, 0), ("weights", (256, 8), 12, 32))
    header = read_header(_write(tmp_path, files.gguf(pairs, tensors, data=32 + 8 * 144)))
    assert header.quantisation == "Q4_K"


def test_what_a_file_does_not_say_is_none(tmp_path: Path) -> None:
    header = read_header(_write(tmp_path, files.gguf({"general.architecture": "llama", "llama.context_length": True})))
    assert (header.name, header.context, header.licence, header.chat_template) == (None, None, None, None)


def _without(key: str) -> dict[str, Any]:
    return {name: content for name, content in files.PLAIN.items() if name != key}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"GG", "not a GGUF|ends before"),
        (files.gguf(magic=b"GGML"), "not a GGUF file"),
        (files.gguf(version=9), "version"),
        (files.gguf(tensors=(), data=0), "counts"),
        (files.gguf(tensor_count=1 << 40), "counts"),
        (files.gguf(pair_count=1 << 40), "counts"),
        (files.gguf(data=files.ITS_BYTES - 1), "end is missing"),
        (files.gguf(tensors=(("w", (32, 4), 3, 1 << 60),)), "end is missing"),
        (files.gguf(tensors=(("w", (1 << 63, 1 << 63), 0, 0),)), "end is missing"),
        (files.gguf(tensors=(("w", (), 3, 0),)), "shape"),
        (files.gguf(tensors=(("w", (1, 1, 1, 1, 1), 0, 0),)), "shape"),
        (files.gguf(tensors=(("w", (0, 4), 0, 0),)), "shape"),
        (files.gguf(tensors=(("w", (31, 4), 3, 0),)), "shape"),
        (files.gguf(tensors=(("w", (32, 4), 77, 0),)), "number format"),
        (files.gguf(_without("general.architecture")), "architecture"),
        (files.gguf({**files.PLAIN, "split.count": ("H", 2, 3)}), "several files"),
        (files.gguf({**files.PLAIN, "general.alignment": ("I", 4, 7)}), "alignment"),
        (files.gguf({**files.PLAIN, "general.alignment": ("I", 4, 0)}), "alignment"),
        (files.gguf({**files.PLAIN, "odd": struct.pack("<I", 13)}), "kind of value"),
        (files.gguf({**files.PLAIN, "odd": struct.pack("<IIQ", 9, 13, 1)}), "kind of list"),
        (files.gguf({**files.PLAIN, "odd": struct.pack("<IIQ", 9, 8, 1 << 62)}), "too long"),
        (files.gguf({**files.PLAIN, "odd": struct.pack("<IIQ", 9, 8, 1) + struct.pack("<Q", 1 << 62)}), "ends before"),
        (files.gguf({**files.PLAIN, "odd": struct.pack("<IIQ", 9, 12, 60)}), "ends before"),
        (files.gguf({**files.PLAIN, "odd": struct.pack("<IQ", 8, 1 << 40)}), "too long"),
        (files.gguf({**files.PLAIN, "deep": struct.pack("<I", 9) + struct.pack("<IQ", 9, 1) * 5}), "too long"),
        (files.gguf(more=files.text("general.name") + files.value("Again"), pair_count=9), "twice"),
        (
            files.gguf({**files.PLAIN, "general.type": "adapter"}),
            "an adapter to another model .*Choose a",
        ),
        (files.gguf({**files.PLAIN, "adapter.type": "lora"}), "an adapter to another model"),
        (files.gguf({**files.PLAIN, "general.type": "mmproj"}), "the part of a model that reads images"),
        (files.gguf({"general.type": "imatrix"}), "a table for quantising a model. Choose"),
        (files.gguf({**files.PLAIN, "general.type": "x\x1b[31my"}), r"of the type “x\[31my” \(architecture “llama”\)"),
        (files.gguf({**files.PLAIN, "general.architecture": "clip"}), "reads images .architecture “clip”."),
        (files.gguf({**files.PLAIN, "general.architecture": "flux"}), "a model that draws"),
        (files.gguf({**files.PLAIN, "general.architecture": "\x1b"}), "does not name its architecture"),
    ],
)
def test_a_broken_file_is_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(KnownError, match=words) as caught:
        read_header(_write(tmp_path, content))
    assert str(caught.value).startswith("model.gguf ")
    assert str(caught.value).endswith(".")


def test_advice_fits_what_is_wrong(tmp_path: Path) -> None:
    def said(content: bytes) -> str:
        with pytest.raises(KnownError) as caught:
            read_header(_write(tmp_path, content))
        return str(caught.value)

    assert said(b"Dear colleague, ...").endswith("it is not a GGUF file. Choose a file in that format.")
    assert said(files.gguf({**files.PLAIN, "split.count": ("H", 2, 3)})).endswith("Join the parts into one file first.")
    assert said(files.gguf(data=1)).endswith("its end is missing. Fetch the file again.")


@pytest.mark.parametrize("kind", [None, "model"])
def test_a_model_that_says_it_is_one(tmp_path: Path, kind: str | None) -> None:
    pairs = files.PLAIN if kind is None else {**files.PLAIN, "general.type": kind}
    assert read_header(_write(tmp_path, files.gguf(pairs))).architecture == "llama"


def test_what_a_file_says_of_itself_is_one_short_line_each(tmp_path: Path) -> None:
    pairs = {
        **files.PLAIN,
        "general.name": "Evil\x1b[2J name\nsecond line",
        "general.license": "\x1b[31m" + "l" * 200_000,
        "general.architecture": "ll\x9bama",
        "ll\x9bama.context_length": ("I", 4, 512),
    }
    header = read_header(_write(tmp_path, files.gguf(pairs)))
    assert header.name == "Evil[2J name second line"
    assert header.licence == "[31m" + "l" * 115 + "…"
    assert (header.architecture, header.context) == ("llama", 512)
    assert read_header(_write(tmp_path, files.gguf({**files.PLAIN, "general.name": "\x1b \n"}))).name is None


def test_templates_of_other_names_are_kept_for_the_check(tmp_path: Path) -> None:
    pairs = {**files.PLAIN, "tokenizer.chat_template.tool_use": "{{ x }}", "tokenizer.chat_templates": ["tool_use"]}
    assert read_header(_write(tmp_path, files.gguf(pairs))).named_templates == ("{{ x }}",)


def test_the_name_of_a_file_is_made_fit_to_be_shown(tmp_path: Path) -> None:
    path = tmp_path / "red\x1b[31m\nname.gguf"
    with pytest.raises(KnownError, match=r"^red\[31m name.gguf cannot be read"):
        read_header(path)
    path.write_bytes(b"x")
    with pytest.raises(KnownError, match=r"^red\[31m name.gguf cannot be used as a model"):
        read_header(path)


def test_only_a_file_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gguf")
    with pytest.raises(KnownError, match=r"it is a pipe or a device\. Choose a file"):
        read_header(tmp_path / "pipe.gguf")
    (tmp_path / "folder.gguf").mkdir()
    with pytest.raises(KnownError, match=r"it is a folder\. Choose a file"):
        read_header(tmp_path / "folder.gguf")


def test_a_long_list_that_goes_past_the_end_is_noticed(tmp_path: Path) -> None:
    pairs = {"general.architecture": "llama", "odd": struct.pack("<IIQ", 9, 12, 2000)}
    with pytest.raises(KnownError, match="ends before"):
        read_header(_write(tmp_path, files.gguf(pairs, data=5000)))


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        read_header(tmp_path / "none.gguf")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cut=st.integers(min_value=0, max_value=len(files.gguf()) - 1))
def test_a_file_cut_anywhere_is_refused(tmp_path: Path, cut: int) -> None:
    with pytest.raises(KnownError):
        read_header(_write(tmp_path, files.gguf()[:cut]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=400), head=st.sampled_from([b"", b"GGUF", files.gguf()[:24], files.gguf()[:120]]))
def test_random_bytes_give_a_sentence(tmp_path: Path, content: bytes, head: bytes) -> None:
    with pytest.raises(KnownError):
        read_header(_write(tmp_path, head + content))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
@given(place=st.integers(min_value=0, max_value=len(files.gguf()) - 1), byte=st.integers(min_value=0, max_value=255))
def test_one_changed_byte_gives_a_header_or_a_sentence(tmp_path: Path, place: int, byte: int) -> None:
    content = bytearray(files.gguf())
    content[place] = byte
    try:
        header = read_header(_write(tmp_path, bytes(content)))
    except KnownError:
        return
    assert header.size_bytes == len(content)
