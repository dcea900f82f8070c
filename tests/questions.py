"""The page of analysts' questions in the docs: each is asked of the market, and its answer stands under it.

`python -m tests.questions sqlite:///demo/resalewatch.db` writes it anew after `make demo`.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from store.ask import ask
from store.report import write_rows

PAGE = Path(__file__).resolve().parent.parent / "docs" / "questions.md"
_QUESTION = re.compile(r"```sql\n(?P<sql>(?:.*\n)*?)```\n\n```text\n(?P<said>(?:.*\n)*?)```\n")


def written(page: str, url: str) -> str:
    """Give the page with what the database at `url` answers under each of its questions."""
    return _QUESTION.sub(
        lambda found: f"```sql\n{found['sql']}```\n\n```text\n{answer(url, found['sql'])}```\n", page
    )


def questions(page: str) -> Iterator[str]:
    """Give the questions of the page, as SQL."""
    return (found["sql"] for found in _QUESTION.finditer(page))


def answer(url: str, sql: str) -> str:
    """Ask one question and write its rows as `resalewatch sql` does."""
    found = ask(url, sql)
    stream = io.StringIO()
    write_rows(stream, found.columns, found.rows, "table")
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8"), sys.argv[1]), "utf-8")
