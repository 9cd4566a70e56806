"""Other ways of finding themes, on the same lemmas as ours, so that only the method differs.

Those that need the true number of themes are given it, which nobody has in a hearing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sklearn.cluster import KMeans
from sklearn.decomposition import NMF, TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from innspill.stages.analysis.core.themes.words import content_words

Peer = Callable[[Sequence[str], str, int], list[int]]


def peers() -> Iterator[tuple[str, Peer]]:
    """Name and method: texts, language and the true number of themes in, a number for each out."""
    yield "TF-IDF + NMF (true k)", _nmf
    yield "TF-IDF + KMeans (true k)", _kmeans
    yield "SVD50 + KMeans (true k)", _svd_kmeans
    if _is_here("bertopic"):
        yield "BERTopic on SVD100", _bertopic
    if _is_here("turftopic"):
        yield "turftopic KeyNMF on SVD100 (true k)", _turftopic


def _weights(texts: Sequence[str], language: str) -> Any:
    vectorizer = TfidfVectorizer(
        analyzer=lambda text: content_words(text, language), min_df=2, max_df=0.3, sublinear_tf=True
    )
    return vectorizer.fit_transform(texts)


def _short(texts: Sequence[str], language: str, dimensions: int) -> Any:
    rows = _weights(texts, language)
    few = min(dimensions, rows.shape[1] - 1)
    return normalize(TruncatedSVD(few, random_state=0).fit_transform(rows))


def _nmf(texts: Sequence[str], language: str, themes: int) -> list[int]:
    rows = _weights(texts, language)
    found = NMF(themes, random_state=0, max_iter=400).fit_transform(rows)
    return [int(each) for each in found.argmax(axis=1)]


def _kmeans(texts: Sequence[str], language: str, themes: int) -> list[int]:
    return _clusters(_weights(texts, language), themes)


def _svd_kmeans(texts: Sequence[str], language: str, themes: int) -> list[int]:
    return _clusters(_short(texts, language, 50), themes)


def _clusters(rows: Any, themes: int) -> list[int]:
    found = KMeans(themes, n_init=10, random_state=0).fit_predict(rows)
    return [int(each) for each in found]


def _bertopic(texts: Sequence[str], language: str, _themes: int) -> list[int]:
    """With its own number of themes; -1 is what it leaves over."""
    from bertopic import BERTopic
    from bertopic.backend import BaseEmbedder
    from umap import UMAP

    class Given(BaseEmbedder):  # type: ignore[misc]
        def embed(self, documents: Sequence[str], verbose: bool = False) -> Any:
            raise NotImplementedError

    model = BERTopic(
        embedding_model=Given(),
        umap_model=UMAP(n_neighbors=15, n_components=5, metric="cosine", random_state=0),
        min_topic_size=10 if len(texts) > 200 else 5,
    )
    found, _ = model.fit_transform(list(texts), embeddings=_short(texts, language, 100))
    return [int(each) for each in found]


def _turftopic(texts: Sequence[str], language: str, themes: int) -> list[int]:
    from sklearn.feature_extraction.text import CountVectorizer
    from turftopic import KeyNMF

    short = _short(texts, language, 100)

    class Given:
        def encode(self, sentences: Sequence[str], **_: Any) -> Any:
            return short[: len(sentences)]

    counted = CountVectorizer(analyzer=lambda text: content_words(text, language), min_df=2)
    model = KeyNMF(themes, encoder=Given(), vectorizer=counted, random_state=0)
    found = model.fit_transform(list(texts), embeddings=short)
    return [int(each) for each in found.argmax(axis=1)]


def _is_here(module: str) -> bool:
    """Whether the module can be imported, with everything it needs."""
    try:
        __import__(module)
    except ImportError:
        return False
    return True
