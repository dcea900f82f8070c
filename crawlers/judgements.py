"""Judgements of links and hops, from CSV or the command line to values."""

from __future__ import annotations

from collections.abc import Iterator

from crawlers.lists import Cells, ListFile, ListLine
from store.errors import UserError
from store.judgements import MAX_WHO, MAX_WHY, SAYS, JudgementLine, name_of
from store.known_records import Rejected

COLUMNS = ("id", "says", "by", "why", "week")
"""What is read of a list of links to judge; its other columns tell of the link and are left alone."""


def read_judgements(source: ListFile, by: str = "", week: str = "") -> Iterator[JudgementLine | Rejected]:
    """Read what people say of links, a line each; a line that says nothing is not judged yet, and is passed over.

    `by` and `week` are of the lines that say none themselves.

    Raises:
        UserError: where a column is missing.
    """
    for name in ("id", "says", "why", *(() if by else ("by",))):
        if name not in source.columns:
            raise UserError(f"{source.path} has no column {name}: `links list --to-judge` writes such a list")
    return _read(source, {"by": by, "week": week})


def _read(source: ListFile, said: Cells) -> Iterator[JudgementLine | Rejected]:
    for line in source.lines():
        if not isinstance(line, ListLine):
            yield line
        elif line.cells["says"].strip():
            try:
                mine = {name: cell for name, cell in line.cells.items() if cell}
                yield read_judgement(line.line, dict(said) | mine)
            except ValueError as fault:
                yield Rejected(line.line, str(fault), line.raw)


def read_judgement(line: int, cells: Cells) -> JudgementLine:
    """Read one judgement from its cells.

    Raises:
        ValueError: that says what is missing or wrong.
    """
    said = {name: cells.get(name, "").strip() for name in COLUMNS}
    if not said["id"]:
        raise ValueError("the id is empty: name a link (clm_…) or a hop (hop_…)")
    if said["says"].lower() not in SAYS:
        raise ValueError(f"{said['says'][:20]!r} is none of {', '.join(SAYS)}")
    if not name_of(said["by"]) or len(said["by"]) > MAX_WHO:
        raise ValueError(f"nobody is said to judge: name who does, in at most {MAX_WHO} characters")
    if not said["why"] or len(said["why"]) > MAX_WHY:
        raise ValueError(f"no reason is given: say why, in at most {MAX_WHY} characters")
    return JudgementLine(line, said["id"], said["says"].lower(), said["by"], said["why"], said["week"])
