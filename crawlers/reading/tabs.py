"""Tables whose cells tabs part: letter for letter the same text with bars between them."""

from __future__ import annotations

_LEAST_ROWS = 2


def barred(plain: str) -> str:
    r"""Give the text with a bar for each tab, where two lines at least are rows of such a table.

    >>> barred("分组\t倍率\ncc\t0.5").split()
    ['分组|倍率', 'cc|0.5']
    """
    if plain.count("\t") < _LEAST_ROWS:
        return plain
    rows = sum("\t" in line.strip() for line in plain.split("\n"))
    return plain.replace("\t", "|") if rows >= _LEAST_ROWS else plain
