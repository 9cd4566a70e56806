"""Which rows belong together: nearest neighbours, and communities among them (Louvain)."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from sklearn import config_context  # type: ignore[import-untyped]
from sklearn.neighbors import NearestNeighbors  # type: ignore[import-untyped]
from sklearn.preprocessing import normalize  # type: ignore[import-untyped]
from sknetwork.clustering import Louvain  # type: ignore[import-untyped]

from innspill.stages.analysis.core.themes.space import Matrix, Numbers, batches

Labels = NDArray[np.int64]
LEAST_NEIGHBOURS, ENOUGH_NEIGHBOURS, SHARE_OF_ROOT = 3, 20, 2 / 3
"""√n up to 20; beyond 900 rows two thirds of √n: with a fixed number more rows divide finer."""
RESOLUTION, RESOLUTION_WITH_CONTEXT = 1.75, 3.0
"""Higher divides finer. Context draws together what stands in one place, so it needs more."""
MOST_THEMES = 70
NONE = -1
_MEGABYTES = 64
"""Of likenesses that are held at one time."""


def communities(rows: Matrix, resolution: float = RESOLUTION) -> Labels:
    """A number for each row: rows with the same belong together, the largest group is 0.

    The same rows in the same order always give the same: every chance has a fixed seed.
    """
    total = int(rows.shape[0])
    if total < 2:
        return np.zeros(total, dtype=np.int64)
    graph = _graph(rows)
    if not graph.nnz:
        return np.arange(total, dtype=np.int64)
    found = Louvain(resolution=resolution, random_state=0).fit_predict(graph)
    return by_size(np.asarray(found, dtype=np.int64))


def by_size(labels: Labels) -> Labels:
    """The same groups, numbered from the largest; `NONE` stays."""
    counts = Counter(int(each) for each in labels if each != NONE)
    order = sorted(counts, key=lambda each: (-counts[each], each))
    number = {each: at for at, each in enumerate(order)} | {NONE: NONE}
    return np.array([number[int(each)] for each in labels], dtype=np.int64)


def centres(rows: Matrix, labels: Labels) -> Matrix:
    """The mean row of each group, of length 1."""
    groups = int(labels.max(initial=NONE)) + 1
    at = np.flatnonzero(labels != NONE)
    ones = np.ones(len(at))
    member = sparse.csr_matrix((ones, (labels[at], at)), shape=(groups, len(labels)))
    return normalize(member @ rows)


def likeness(rows: Matrix, middle: Matrix) -> Numbers:
    """How like each row is to each centre, 0 to 1."""
    out = np.zeros((rows.shape[0], middle.shape[0]))
    for part in batches(rows.shape[0]):
        found = rows[part] @ middle.T
        out[part] = found.toarray() if sparse.issparse(found) else found
    return out


def at_most(labels: Labels, rows: Matrix, most: int = MOST_THEMES) -> Labels:
    """At most `most` groups: the smallest goes into the one that is most like it."""
    labels = by_size(labels)
    while labels.max(initial=NONE) >= max(1, most):
        last = int(labels.max())
        middle = centres(rows, labels)
        like = likeness(middle[last:], middle[:last])[0]
        labels = by_size(np.where(labels == last, int(like.argmax()), labels))
    return labels


def _graph(rows: Matrix) -> Matrix:
    """Each row joined to its nearest, by how like they are. Rows have length 1.

    Neighbours are found in all the words: fewer dimensions lose what tells small themes apart.
    """
    total = int(rows.shape[0])
    root = math.isqrt(total)
    near = max(LEAST_NEIGHBOURS, min(ENOUGH_NEIGHBOURS, root), round(SHARE_OF_ROOT * root))
    near = min(total - 1, near)
    metric = "cosine" if sparse.issparse(rows) else "euclidean"
    search = NearestNeighbors(n_neighbors=near, algorithm="brute", metric=metric).fit(rows)
    with config_context(working_memory=_MEGABYTES):
        distances, places = search.kneighbors()
    like = 1.0 - (distances if metric == "cosine" else distances**2 / 2.0)
    weights = np.maximum(like, 0.0).ravel()
    at = np.repeat(np.arange(total), near)
    found = sparse.csr_matrix((weights, (at, places.ravel())), shape=(total, total))
    found.eliminate_zeros()
    return found.maximum(found.T)
