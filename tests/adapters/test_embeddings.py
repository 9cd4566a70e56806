"""Embeddings loaded for real, from models of a few words that are made here."""

from __future__ import annotations

import importlib.util
import json
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from innspill.adapters.embeddings import embedder_at
from innspill.shared.errors import BadInput

WORDS = ("og", "vann", "drikkevann", "gebyr", "avgift")
ROWS = np.array(
    [[0.6, 0.6, 0.1], [1, 0.1, 0], [0.9, 0.2, 0], [0, 1, 0.1], [0.1, 0.9, 0]], dtype=np.float32
)
has_onnx = all(importlib.util.find_spec(name) for name in ("onnx", "onnxruntime", "tokenizers"))


def as_folder(place: Path) -> Path:
    (place / "words.txt").write_text("\n".join(WORDS), encoding="utf-8")
    np.save(place / "vectors.npy", ROWS)
    return place


def as_text(place: Path) -> Path:
    lines = [f"{len(WORDS)} 3"]
    lines += [f"{w} {' '.join(map(str, row))}" for w, row in zip(WORDS, ROWS, strict=True)]
    (place / "cc.no.vec").write_text("\n".join(lines), encoding="utf-8")
    return place / "cc.no.vec"


@pytest.mark.parametrize("kind", [as_folder, as_text])
def test_texts_that_mean_the_same_lie_nearer_than_others(kind: Any, tmp_path: Path) -> None:
    model = embedder_at(kind(tmp_path))
    water, drinking, fee, unknown = model.vectors(
        ["Vann!", "Drikkevann og drikkevann", "GEBYR og avgift", "blåbær"]
    )
    assert water @ drinking > 0.95
    assert water @ fee < 0.5
    assert np.allclose([np.linalg.norm(each) for each in (water, drinking, fee)], 1)
    assert not unknown.any()
    assert model.vectors([]).shape == (0, 3)
    assert model.name


def test_a_common_word_weighs_less_than_a_rare_one(tmp_path: Path) -> None:
    mixed, plain = embedder_at(as_folder(tmp_path)).vectors(["og avgift", "avgift"])
    assert mixed @ plain > 0.9


def test_what_cannot_be_used_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such folder"):
        embedder_at(tmp_path / "borte")
    with pytest.raises(BadInput, match="neither words"):
        embedder_at(tmp_path)
    uneven = tmp_path / "x.vec"
    uneven.write_text("vann 1 2 3\ngebyr 1 2\n")
    with pytest.raises(BadInput, match="another length"):
        embedder_at(uneven)
    uneven.write_text("vann en to tre\n")
    with pytest.raises(BadInput, match=r"x\.vec"):
        embedder_at(uneven)
    as_folder(tmp_path)
    (tmp_path / "words.txt").write_text("vann")
    with pytest.raises(BadInput, match="one length"):
        embedder_at(tmp_path)


def test_a_file_of_numbers_cannot_run(tmp_path: Path) -> None:
    ran = tmp_path / "ran"

    class Runs:
        def __reduce__(self) -> Any:
            return (Path.touch, (ran,))

    (tmp_path / "words.txt").write_text("vann")
    (tmp_path / "vectors.npy").write_bytes(pickle.dumps(Runs()))
    with pytest.raises(BadInput, match="INNSPILL_EMBEDDINGS"):
        embedder_at(tmp_path)
    assert not ran.exists()


@pytest.mark.parametrize(
    ("file", "package"),
    [("model.onnx", "onnxruntime"), ("modules.json", "sentence-transformers")],
)
def test_a_library_that_is_not_there_is_named(file: str, package: str, tmp_path: Path) -> None:
    if importlib.util.find_spec(package.replace("-", "_")):
        pytest.skip(f"{package} is installed here")
    (tmp_path / file).write_bytes(b"")
    with pytest.raises(BadInput, match=f"{package} is not installed. Install {package}"):
        embedder_at(tmp_path)


@pytest.mark.skipif(not has_onnx, reason="onnx, onnxruntime and tokenizers are not installed")
def test_an_onnx_model_is_run_and_its_tokens_averaged(tmp_path: Path) -> None:
    _small_onnx(tmp_path)
    model = embedder_at(tmp_path)
    water, drinking, fee, both = model.vectors(["vann", "drikkevann", "gebyr", "vann gebyr"])
    assert water @ drinking > 0.9
    assert water @ fee < 0.5
    # The short texts were padded to the longest: padding does not count.
    assert np.allclose(water, ROWS[1] / np.linalg.norm(ROWS[1]), atol=1e-5)
    assert np.allclose(both, _long_one(ROWS[1] + ROWS[3]), atol=1e-5)
    assert len(model.vectors(["vann"] * 70)) == 70


def _long_one(row: Any) -> Any:
    return row / np.linalg.norm(row)


def _small_onnx(place: Path) -> None:
    """Token ids → rows of a table: an encoder of one layer."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    table = np.vstack([np.full((2, 3), 9, dtype=np.float32), ROWS])
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])],
        "tiny",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["b", "n"])],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["b", "n", 3])],
        [numpy_helper.from_array(table, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(model, str(place / "model.onnx"))
    vocabulary = {"[PAD]": 0, "[UNK]": 1, **{word: at + 2 for at, word in enumerate(WORDS)}}
    (place / "tokenizer.json").write_text(
        json.dumps({
            "version": "1.0", "added_tokens": [], "normalizer": {"type": "Lowercase"},
            "pre_tokenizer": {"type": "Whitespace"}, "post_processor": None, "decoder": None,
            "truncation": None, "padding": None,
            "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "[UNK]"},
        }),
        encoding="utf-8",
    )  # fmt: skip
