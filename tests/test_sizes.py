"""No file and no function grows beyond what a reader holds in mind."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
FILES = sorted(
    path for folder in ("crawlers", "store", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)


def too_long(source: str) -> Iterator[str]:
    """Name what is too long in a source text; a function counts without its signature and docstring."""
    if source.count("\n") > LONGEST_FILE:
        yield f"the file has {source.count(chr(10))} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            if body and (length := (node.end_lineno or 0) - body[0].lineno + 1) > LONGEST_FUNCTION:
                yield f"{node.name} has {length} lines"


def test_files_and_functions_stay_short() -> None:
    found = {
        str(path.relative_to(ROOT)): words
        for path in FILES
        if (words := list(too_long(path.read_text("utf-8"))))
    }
    assert found == {}


@pytest.mark.parametrize(
    "source",
    ["x = 1\n" * 301, "def f():\n" + "    x = 1\n" * 41, 'async def f():\n    "d"\n' + "    x\n" * 41],
)
def test_what_is_too_long_is_found(source: str) -> None:
    assert list(too_long(source))
