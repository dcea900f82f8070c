"""The page of hard records in the docs: its inputs are read, and what `read --explain` prints stands under each.

`python -m tests.explained` writes it anew; what changed is to be looked at like any other change of the docs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from crawlers.label_format import answers

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reading-explained.md"
_RECORD = re.compile(r"```json\n(?P<line>\{.*\})\n```\n\n```text\n(?P<said>(?:.*\n)*?)```\n")


def written(page: str) -> str:
    """Give the page with what is printed today under each of its records."""
    return _RECORD.sub(
        lambda found: f"```json\n{found['line']}\n```\n\n```text\n{_said(found['line'])}```\n", page
    )


def records(page: str) -> Iterator[str]:
    """Give the records of the page, a line of JSON each."""
    return (found["line"] for found in _RECORD.finditer(page))


def _said(line: str) -> str:
    return "".join(f"{answer}\n" for answer in answers([line], explain=True, complain=_fail))


def _fail(fault: str) -> None:
    raise AssertionError(fault)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
