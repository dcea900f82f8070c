"""Connected parts of a graph of many million edges, by arrays: each node is named by the smallest of its part.

Pure. Edges hook the larger root to the smaller one, roots are jumped to, and edges within one part drop out; that is
logarithmic in the number of nodes, and holds no object a node (docs/decisions/0015).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def smallest_of_part(nodes: int, left: Numbers, right: Numbers) -> Numbers:
    """Give for each node from 0 on the smallest node that edges lead to, itself where none does.

    >>> smallest_of_part(5, np.array([3, 1]), np.array([1, 4])).tolist()
    [0, 1, 2, 1, 1]
    """
    root = np.arange(nodes, dtype=np.int64)
    while len(left):
        low, high = np.minimum(left, right), np.maximum(left, right)
        np.minimum.at(root, high, low)
        root = _jumped(root)
        left, right = root[low], root[high]
        apart = left != right
        left, right = left[apart], right[apart]
    return root


def _jumped(root: Numbers) -> Numbers:
    while True:
        further = root[root]
        if np.array_equal(further, root):
            return root
        root = further


def starts(values: Numbers) -> Numbers:
    """Give the places at which a sorted array takes a new value.

    >>> starts(np.array([4, 4, 7])).tolist()
    [0, 2]
    """
    if not len(values):
        return np.empty(0, dtype=np.int64)
    return np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))
