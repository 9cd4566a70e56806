"""Embeddings from a folder or file of this machine. Nothing is ever fetched.

Three kinds, told apart by what lies there:

- word vectors: a text file as word2vec and fastText write it (`.vec`, `.txt`), or a folder with
  `words.txt` (a word a line, the commonest first) and `vectors.npy`. A text's vector is the mean of its
  words', the rarer a word the heavier. Needs nothing beside what Innspill has.
- ONNX: a folder with `model.onnx` (or `onnx/model.onnx`) and `tokenizer.json`. Needs onnxruntime and
  tokenizers, which Innspill does not bring: whoever sets it installs them.
- sentence-transformers: a folder with `modules.json`. Needs sentence-transformers.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from innspill.shared.errors import BadInput
from innspill.shared.ports import Embedder
from innspill.stages.analysis.core.folding import fold

Vectors = NDArray[np.float32]
_MOST_WORDS = 400_000
"""Words of a file that are kept; the files have the commonest first, and the rest is noise."""
_LONGEST_LINE = 1 << 20
_RARE = 1e-3
"""How soon a common word loses weight (the `a` of smooth inverse frequency)."""
_BATCH = 32
_MOST_TOKENS = 512
_SETTING = "INNSPILL_EMBEDDINGS"


def embedder_at(path: Path) -> Embedder:
    """The embeddings at `path`, loaded. Raises BadInput where there are none that can be used."""
    if not path.exists():
        raise _wrong(path, "there is no such folder or file")
    if path.is_file():
        return WordVectors(path.name, *_text_file(path))
    if (path / "words.txt").is_file():
        return WordVectors(path.name, *_folder(path))
    if (path / "modules.json").is_file():
        return SentenceTransformers(path)
    for place in (path / "model.onnx", path / "onnx" / "model.onnx"):
        if place.is_file():
            return Onnx(path, place)
    raise _wrong(path, "it has neither words.txt nor modules.json nor model.onnx")


class WordVectors:
    """Texts as the weighted mean of their words' vectors."""

    def __init__(self, name: str, words: Iterable[str], vectors: Vectors) -> None:
        self.name = name[:80]
        self._vectors = vectors
        self._places: dict[str, int] = {}
        for place, word in enumerate(words):
            self._places.setdefault(fold(word), place)
        # Words come in order of how common they are; how common follows from the place (Zipf).
        ranks = np.arange(1, len(vectors) + 1, dtype=np.float64)
        shares = 1 / ranks / np.sum(1 / ranks)
        self._weights = (_RARE / (_RARE + shares)).astype(np.float32)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text, in order; zeros where it knows none of the words."""
        found = np.zeros((len(texts), self._vectors.shape[1]), dtype=np.float32)
        for row, text in enumerate(texts):
            known = [self._places[word] for word in fold(text).split() if word in self._places]
            if known:
                found[row] = self._weights[known] @ self._vectors[known]
        return _of_length_one(found)


class Onnx:
    """A sentence encoder in ONNX: the mean of its last layer over the tokens of a text."""

    def __init__(self, folder: Path, model: Path) -> None:
        runtime = _needed("onnxruntime", folder)
        tokenizers = _needed("tokenizers", folder)
        self.name = folder.name[:80]
        try:
            self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # it raises nothing narrower
            raise _wrong(folder, f"tokenizer.json cannot be read ({_words(error)})") from error
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.enable_padding()
        try:
            self._session = runtime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
        except Exception as error:  # it has a dozen of its own
            raise _wrong(folder, f"{model.name} cannot be read ({_words(error)})") from error
        self._inputs = {each.name for each in self._session.get_inputs()}

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text, in order."""
        parts = [self._some(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
        return np.concatenate(parts) if parts else np.zeros((0, 0), dtype=np.float32)

    def _some(self, texts: Sequence[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(list(texts))
        ids = np.array([each.ids for each in encoded], dtype=np.int64)
        mask = np.array([each.attention_mask for each in encoded], dtype=np.int64)
        given = {
            "input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)
        }  # fmt: skip
        states = self._session.run(
            None, {name: value for name, value in given.items() if name in self._inputs}
        )[0]
        if states.ndim == 2:
            return _of_length_one(states)
        weights = mask[:, :, None].astype(np.float32)
        sums = np.sum(states * weights, axis=1) / np.maximum(np.sum(weights, axis=1), 1)
        return _of_length_one(sums)


class SentenceTransformers:
    """A folder that sentence-transformers has saved."""

    def __init__(self, folder: Path) -> None:
        library = _needed("sentence_transformers", folder)
        self.name = folder.name[:80]
        try:
            # Neither code that lies in the folder is run, nor anything looked for elsewhere.
            self._model = library.SentenceTransformer(
                str(folder), device="cpu", local_files_only=True, trust_remote_code=False
            )
        except Exception as error:  # it raises whatever its parts raise
            raise _wrong(folder, f"cannot be read ({_words(error)})") from error

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text, in order."""
        found: Any = self._model.encode(list(texts), convert_to_numpy=True, show_progress_bar=False)
        return _of_length_one(found)


def _needed(name: str, folder: Path) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        package = name.replace("_", "-")
        raise _wrong(folder, f"{package} is not installed", f"Install {package}.") from error


def _folder(path: Path) -> tuple[list[str], Vectors]:
    try:
        words = (path / "words.txt").read_text(encoding="utf-8").splitlines()
        # Never unpickled: a file of numbers must not be able to run.
        vectors = np.load(path / "vectors.npy", mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError) as error:
        raise _wrong(path, _words(error)) from error
    if vectors.ndim != 2 or len(vectors) != len(words) or not words:
        raise _wrong(path, "words.txt and vectors.npy are not of one length")
    return words, vectors.astype(np.float32, copy=False)


def _text_file(path: Path) -> tuple[list[str], Vectors]:
    words: list[str] = []
    rows: list[Vectors] = []
    try:
        for word, row in _rows(path):
            if rows and len(row) != len(rows[0]):
                raise _wrong(path, f"the vector of {word[:40]!r} has another length than the first")
            words.append(word)
            rows.append(row)
            if len(words) == _MOST_WORDS:
                break
    except (OSError, ValueError) as error:
        raise _wrong(path, _words(error)) from error
    if not rows:
        raise _wrong(path, "it has no vectors")
    return words, np.stack(rows)


def _rows(path: Path) -> Iterator[tuple[str, Vectors]]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        first = True
        while line := lines.readline(_LONGEST_LINE):
            word, _, numbers = line.rstrip().partition(" ")
            # The first line may say how many words there are, and how long the vectors.
            is_head = first and word.isdecimal() and numbers.strip().isdecimal()
            first = False
            if word and not is_head:
                yield word, np.array(numbers.split(), dtype=np.float32)


def _of_length_one(rows: Any) -> Vectors:
    plain: Vectors = np.array(rows, dtype=np.float32)
    lengths = np.linalg.norm(plain, axis=1, keepdims=True)
    np.divide(plain, lengths, out=plain, where=lengths > 0)
    return plain


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _wrong(path: Path, why: str, todo: str = "") -> BadInput:
    return BadInput(f"{path}: {why}", where=_SETTING, todo=todo)
